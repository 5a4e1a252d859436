package nabla.optim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/**
 * The answers of a function on disk, in the order they were given. A run that was cut off and is started again gets them back, and
 * goes on where they end; since methods follow from seed and answers alone, it ends as if it had never been cut off.
 *
 * <p>The file: what the run is, as text after its length; then records of kind (1 byte), count (4), hash of the point (8), count
 * numbers (8 each) and the CRC-32 of all that (4). A record cut in the middle ends the file.
 */
public final class Journal {
    private static final byte NOTE = 4;
    private static final int HEAD = 1 + 4 + 8;
    private static final long BLOCK = 200_000_000L;

    private final Path file;
    private final Supplier<? extends RuntimeException> another;
    /** What is left to give back. */
    private final ByteBuffer past;

    private ByteBuffer pending = ByteBuffer.allocate(1 << 12);
    private long written = System.nanoTime();
    private boolean checked;

    private Journal(Path file, Supplier<? extends RuntimeException> another, ByteBuffer past) {
        this.file = file;
        this.another = another;
        this.past = past;
        checked = !past.hasRemaining();
    }

    /**
     * Opens the journal of a run, or begins it.
     *
     * @param run what the run is: function, start, seed
     * @param another what is thrown, now or later, when the file tells of another run (another function, start, method) or is no journal
     */
    public static Journal open(Path file, String run, Supplier<? extends RuntimeException> another) throws IOException {
        byte[] head = head(run);
        if (Files.notExists(file) || Files.size(file) == 0) {
            Files.write(file, head);
            return new Journal(file, another, ByteBuffer.allocate(0));
        }
        byte[] all = Files.readAllBytes(file);
        if (all.length < head.length || !Arrays.equals(head, 0, head.length, all, 0, head.length)) throw another.get();
        int end = whole(all, head.length);
        if (end < all.length) Files.write(file, Arrays.copyOf(all, end));
        return new Journal(file, another, ByteBuffer.wrap(all, head.length, end - head.length));
    }

    private static byte[] head(String run) {
        byte[] text = ("nabla journal 2\n" + run).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + text.length).putInt(text.length).put(text).array();
    }

    /** Where the last whole record ends. */
    private static int whole(byte[] all, int from) {
        ByteBuffer b = ByteBuffer.wrap(all);
        int at = from;
        while (at + HEAD + 4 <= all.length) {
            long length = HEAD + 8L * b.getInt(at + 1);
            if (length < HEAD || at + length + 4 > all.length || b.getInt((int) (at + length)) != crc(all, at, (int) length)) break;
            at += (int) length + 4;
        }
        return at;
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32 c = new CRC32();
        c.update(bytes, from, length);
        return (int) c.getValue();
    }

    /** The function whose answers are given back while there are some, and recorded from then on. */
    public Objective of(Objective f) {
        return Recorded.objective(this, f);
    }

    /** Whether there are answers left to give back. */
    boolean replaying() {
        return past.hasRemaining();
    }

    /** The same problem, its functions' answers given back and recorded. */
    Problem of(Problem p) {
        return Recorded.of(this, p);
    }

    /** The next answer on record; the function's own, from now on recorded, when there is none left. */
    double[] answer(byte kind, double[] x, Supplier<double[]> f) {
        if (!past.hasRemaining()) return recorded(kind, x, f.get());
        int at = past.position();
        if (past.get(at) != kind || past.getLong(at + 5) != hash(x)) throw another.get();
        double[] r = take();
        if (!checked) {
            checked = true;
            if (!Arrays.equals(f.get(), r)) throw another.get();
        }
        return r;
    }

    private double[] take() {
        past.get();
        double[] r = new double[past.getInt()];
        past.getLong();
        for (int k = 0; k < r.length; k++) r[k] = past.getDouble();
        past.getInt();
        return r;
    }

    /** Puts a number between the answers: a choice that somebody made during the run. */
    public void note(double v) {
        recorded(NOTE, new double[0], v);
    }

    /** The number noted at this place of the run, NaN when there is none. */
    public double noted() {
        return past.hasRemaining() && past.get(past.position()) == NOTE ? take()[0] : Double.NaN;
    }

    private double[] recorded(byte kind, double[] x, double... numbers) {
        int length = HEAD + 8 * numbers.length;
        if (pending.remaining() < length + 4) pending = ByteBuffer.allocate(2 * (pending.capacity() + length)).put(pending.flip());
        int at = pending.position();
        pending.put(kind).putInt(numbers.length).putLong(hash(x));
        for (double v : numbers) pending.putDouble(v);
        pending.putInt(crc(pending.array(), at, length));
        if (System.nanoTime() - written > BLOCK) flush();
        return numbers;
    }

    /** Writes what is not yet on disk; done by itself five times a second. */
    public void flush() {
        try {
            if (pending.position() > 0) Files.write(file, Arrays.copyOf(pending.array(), pending.position()), StandardOpenOption.APPEND);
            pending.clear();
            written = System.nanoTime();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long hash(double[] x) {
        long h = 0xcbf29ce484222325L;
        for (double v : x) h = (h ^ Double.doubleToLongBits(v)) * 0x100000001b3L ^ h >>> 29;
        return h;
    }
}
