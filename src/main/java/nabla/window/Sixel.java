package nabla.window;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A picture as DEC's sixels: bands six pixels high, each drawn colour by colour with repeated columns counted. The palette comes from
 * median cut (Heckbert 1982) on colours of five bits a part; charts have few, so nothing is dithered.
 */
final class Sixel {
    private static final int MOST = 256;
    private static final int BITS = 5;
    private static final int BINS = 1 << 3 * BITS;

    private Sixel() {}

    /** The escape sequence that draws the picture. */
    static String of(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        int[] rgb = image.getRGB(0, 0, w, h, null, 0, w);
        int[] colors = new int[BINS];
        int[] index = palette(rgb, colors);
        StringBuilder s = new StringBuilder("\033P0;1;0q\"1;1;").append(w).append(';').append(h);
        for (int c = 0; c < MOST && colors[c] >= 0; c++) {
            s.append('#').append(c).append(";2");
            for (int shift = 16; shift >= 0; shift -= 8)
                s.append(';').append(Math.round((colors[c] >> shift & 255) / 2.55));
        }
        for (int y = 0; y < h; y += 6) band(s, rgb, index, w, y, Math.min(6, h - y));
        return s.append("\033\\").toString();
    }

    private static int bin(int rgb) {
        return (rgb >> 19 & 31) << 10 | (rgb >> 11 & 31) << 5 | rgb >> 3 & 31;
    }

    /** Fills in the colours, −1 after the last, and returns the colour of each bin. */
    private static int[] palette(int[] rgb, int[] colors) {
        long[][] sums = new long[BINS][];
        List<Integer> used = new ArrayList<>();
        for (int p : rgb) {
            int b = bin(p);
            if (sums[b] == null) {
                sums[b] = new long[4];
                used.add(b);
            }
            for (int k = 0; k < 3; k++) sums[b][k] += p >> 16 - 8 * k & 255;
            sums[b][3]++;
        }
        List<List<Integer>> boxes = new ArrayList<>(List.of(used));
        while (boxes.size() < MOST) {
            List<Integer> widest = boxes.stream().max(Comparator.comparingInt(x -> spread(x)[1])).get();
            int[] side = spread(widest);
            if (side[1] == 0) break;
            boxes.remove(widest);
            widest.sort(Comparator.comparingInt(x -> part(x, side[0])));
            boxes.add(new ArrayList<>(widest.subList(0, widest.size() / 2)));
            boxes.add(new ArrayList<>(widest.subList(widest.size() / 2, widest.size())));
        }
        int[] index = new int[BINS];
        java.util.Arrays.fill(colors, -1);
        for (int c = 0; c < boxes.size(); c++) {
            colors[c] = mean(boxes.get(c), sums);
            for (int b : boxes.get(c)) index[b] = c;
        }
        return index;
    }

    private static int part(int bin, int k) {
        return bin >> 10 - 5 * k & 31;
    }

    /** The part of the colour in which the box is longest, and that length. */
    private static int[] spread(List<Integer> box) {
        int[] best = {0, 0};
        for (int k = 0; k < 3; k++) {
            int low = 31;
            int high = 0;
            for (int b : box) {
                low = Math.min(low, part(b, k));
                high = Math.max(high, part(b, k));
            }
            if (high - low > best[1]) best = new int[] {k, high - low};
        }
        return best;
    }

    private static int mean(List<Integer> box, long[][] sums) {
        long[] all = new long[4];
        for (int b : box) for (int k = 0; k < 4; k++) all[k] += sums[b][k];
        int rgb = 0;
        for (int k = 0; k < 3; k++) rgb = rgb << 8 | (int) Math.round((double) all[k] / all[3]);
        return rgb;
    }

    private static void band(StringBuilder s, int[] rgb, int[] index, int w, int y, int rows) {
        byte[][] masks = new byte[MOST][];
        for (int r = 0; r < rows; r++) {
            for (int x = 0; x < w; x++) {
                int c = index[bin(rgb[(y + r) * w + x])];
                if (masks[c] == null) masks[c] = new byte[w];
                masks[c][x] |= (byte) (1 << r);
            }
        }
        for (int c = 0; c < MOST; c++) {
            if (masks[c] == null) continue;
            s.append('#').append(c);
            runs(s, masks[c]);
            s.append('$');
        }
        s.setCharAt(s.length() - 1, '-');
    }

    private static void runs(StringBuilder s, byte[] mask) {
        int end = mask.length;
        while (end > 0 && mask[end - 1] == 0) end--;
        for (int x = 0; x < end; ) {
            int from = x;
            while (x < end && mask[x] == mask[from]) x++;
            char sixel = (char) (63 + mask[from]);
            if (x - from > 3) s.append('!').append(x - from).append(sixel);
            else s.append(String.valueOf(sixel).repeat(x - from));
        }
    }
}
