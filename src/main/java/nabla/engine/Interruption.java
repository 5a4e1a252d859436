package nabla.engine;

import java.util.concurrent.atomic.AtomicInteger;

/** The wish that programs end: of the user, who means all of them, or of a program for what runs ahead of it on other threads. */
final class Interruption {
    /** Set while any thread is to stop: those that see it ask whether they are meant. */
    static volatile boolean wanted;

    private static volatile boolean everybody;
    /** How many threads were told to stop and have not yet. */
    private static final AtomicInteger leaving = new AtomicInteger();

    private Interruption() {}

    /** Throws {@link Interrupted} on a thread that is to stop. */
    static void poll() {
        if (everybody || Thread.currentThread().isInterrupted()) throw new Interrupted();
        settle();
    }

    /** The user pressed Ctrl-C. */
    static void everybody() {
        everybody = true;
        wanted = true;
    }

    /** A program begins: nobody has asked it to stop. */
    static void none() {
        everybody = false;
        settle();
    }

    /** Stops one thread, which will say when it has {@link #left}. */
    static void leave(Thread thread) {
        leaving.incrementAndGet();
        thread.interrupt();
        wanted = true;
    }

    static void left() {
        leaving.decrementAndGet();
        settle();
    }

    private static void settle() {
        wanted = leaving.get() > 0;
        if (everybody || leaving.get() > 0) wanted = true;
    }
}
