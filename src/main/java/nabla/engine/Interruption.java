package nabla.engine;

import java.util.concurrent.atomic.AtomicInteger;

/** The wish that a session's programs end: of the user, who means all of them, or of a program for what runs ahead of it on other threads. */
final class Interruption {
    /** Set while anybody is to stop: threads that see it ask whether they are meant. */
    static volatile boolean wanted;

    /** How many sessions are asked to stop, and threads that were told to and have not yet. */
    private static final AtomicInteger wishes = new AtomicInteger();
    /** The session whose program runs on this thread. */
    private static final ThreadLocal<Interruption> OURS = new ThreadLocal<>();

    private volatile boolean asked;
    private boolean running;

    /** This thread begins a program of the session, which nobody has asked to stop; returns whose it was, for {@link #end}. */
    synchronized Interruption begin() {
        Interruption before = OURS.get();
        running = true;
        attach();
        return before;
    }

    /** The program is over, and with it the wish that it end. */
    synchronized void end(Interruption before) {
        running = false;
        if (asked) wishes.decrementAndGet();
        asked = false;
        settle();
        OURS.set(before);
    }

    /** From now on this thread works for the session. */
    void attach() {
        OURS.set(this);
    }

    /** Throws {@link Interrupted} on a thread that is to stop. */
    static void poll() {
        Interruption ours = OURS.get();
        if (ours != null && ours.asked || Thread.currentThread().isInterrupted()) throw new Interrupted();
        settle();
    }

    /** Throws {@link Interrupted} when the session's programs are to stop: for threads that help one of them. */
    void look() {
        if (asked) throw new Interrupted();
    }

    /** The user pressed Ctrl-C. */
    synchronized void ask() {
        if (!running || asked) return;
        wishes.incrementAndGet();
        asked = true;
        wanted = true;
    }

    /** Stops one thread, which will say when it has {@link #left}. */
    static void leave(Thread thread) {
        wishes.incrementAndGet();
        thread.interrupt();
        wanted = true;
    }

    static void left() {
        wishes.decrementAndGet();
        settle();
    }

    private static void settle() {
        wanted = wishes.get() > 0;
        if (wishes.get() > 0) wanted = true;
    }
}
