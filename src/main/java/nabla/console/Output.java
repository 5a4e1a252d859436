package nabla.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * What programs print, gathered on its way to a stream of the process, where it arrives before anybody could miss it: at a terminal by
 * the end of each line, elsewhere (and what stands on an unfinished line) within a tenth of a second.
 */
final class Output extends PrintStream {
    /** Milliseconds that a process told to end waits for whoever reads what it printed. */
    private static final int PATIENCE = 500;

    private final Gathered gathered;

    /**
     * @param lines whether to pass a line on as soon as it ends
     * @param lost is told when the stream takes no more
     * @param before what was printed there is passed on first; or null
     */
    Output(OutputStream to, boolean lines, Consumer<IOException> lost, Output before) {
        this(new Gathered(to, lines, lost, before));
    }

    private Output(Gathered gathered) {
        super(gathered, false, StandardCharsets.UTF_8);
        this.gathered = gathered;
    }

    /** Whether the line printed last has no end yet. */
    boolean midline() {
        return gathered.last != '\n';
    }

    /** Passes everything on when a signal ends the process, unless its reader sleeps. */
    void flushAtEnd() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Thread last = new Thread(gathered::flush, "last output");
            last.setDaemon(true);
            last.start();
            try {
                last.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** The bytes that wait for more, and the thread that sends them when no more comes. */
    private static final class Gathered extends OutputStream {
        private static final int ROOM = 1 << 14;
        /** Milliseconds that bytes wait. */
        private static final int DELAY = 100;

        private final OutputStream to;
        private final boolean lines;
        private final Consumer<IOException> lost;
        private final Output before;
        private final byte[] bytes = new byte[ROOM];
        private int count;
        private Thread sender;
        private volatile byte last = '\n';

        Gathered(OutputStream to, boolean lines, Consumer<IOException> lost, Output before) {
            this.to = to;
            this.lines = lines;
            this.lost = lost;
            this.before = before;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] b, int from, int n) {
            if (n == 0) return;
            if (before != null) before.flush();
            last = b[from + n - 1];
            for (int done = 0; done < n; ) {
                if (count == ROOM) flush();
                if (count == 0) awake();
                int part = Math.min(n - done, ROOM - count);
                System.arraycopy(b, from + done, bytes, count, part);
                count += part;
                done += part;
            }
            if (lines && newline(b, from, n)) flush();
        }

        private static boolean newline(byte[] b, int from, int n) {
            for (int i = from + n - 1; i >= from; i--) if (b[i] == '\n') return true;
            return false;
        }

        @Override
        public synchronized void flush() {
            if (count == 0) return;
            int n = count;
            count = 0;
            try {
                to.write(bytes, 0, n);
                to.flush();
            } catch (IOException e) {
                lost.accept(e);
            }
        }

        private void awake() {
            if (sender == null) {
                sender = new Thread(this::send, "output");
                sender.setDaemon(true);
                sender.start();
            }
            notifyAll();
        }

        private void send() {
            try {
                while (true) {
                    synchronized (this) {
                        while (count == 0) wait();
                    }
                    Thread.sleep(DELAY);
                    flush();
                }
            } catch (InterruptedException e) {
                flush();
            }
        }
    }
}
