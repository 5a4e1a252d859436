package nabla.entropy;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** How often each of the 256 bytes occurs in a stream, counted in one pass whatever its length. */
public final class FileEntropy {
    private FileEntropy() {}

    /**
     * The counts of the bytes 0 to 255, in this order.
     *
     * @param progress is told the bytes read so far, after each piece; may throw to stop
     */
    public static double[] counts(InputStream in, LongConsumer progress) throws IOException {
        // neighbours of the same value count in different rows, so that one does not wait for the other
        long[][] n = new long[4][256];
        byte[] piece = new byte[1 << 18];
        long read = 0;
        for (int k = in.read(piece); k >= 0; k = in.read(piece)) {
            for (int i = 0; i < k; i++) n[i & 3][piece[i] & 255]++;
            read += k;
            progress.accept(read);
        }
        double[] counts = new double[256];
        for (int b = 0; b < 256; b++) counts[b] = n[0][b] + n[1][b] + n[2][b] + n[3][b];
        return counts;
    }
}
