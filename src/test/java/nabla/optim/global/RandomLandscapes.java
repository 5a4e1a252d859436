package nabla.optim.global;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nabla.optim.Objective;

/**
 * Functions made at random, none of them named, for calibrating global methods: many wells, funnels of different width, waves, bent and
 * ill-conditioned valleys, kinks and ridges, plateaus, steps, sums of random waves; off the centre of boxes of random size, turned,
 * stretched, distorted. The minimum is known by construction, except of sums of waves, whose best value found by any run stands for it.
 */
final class RandomLandscapes {
    /** @param least the value of the minimum, NaN where it is not known */
    record Landscape(String family, int n, double[] low, double[] high, double least, Objective f) {}

    private interface Shape {
        double at(double[] z);
    }

    private final SplittableRandom r;
    private final int n;

    private RandomLandscapes(SplittableRandom r, int n) {
        this.r = r;
        this.n = n;
    }

    /** The function with a number; about two in three have two variables. */
    static Landscape of(long number) {
        SplittableRandom r = new SplittableRandom(number);
        int[] variables = {1, 2, 2, 2, 2, 2, 2, 2, 3, 4, 5};
        return new RandomLandscapes(r, variables[r.nextInt(variables.length)]).landscape((int) (number % 10));
    }

    private Landscape landscape(int family) {
        String name;
        Shape g;
        switch (family) {
            case 0 -> {
                name = "wells";
                g = wells(false);
            }
            case 1 -> {
                name = "funnels";
                g = funnels();
            }
            case 2 -> {
                name = "waves";
                g = waves();
            }
            case 3 -> {
                name = "valley";
                g = valley();
            }
            case 4 -> {
                name = "kinks";
                g = kinks();
            }
            case 5 -> {
                name = "plateau";
                g = plateau();
            }
            case 6 -> {
                name = "steps";
                g = steps();
            }
            case 7 -> {
                name = "narrow wells";
                g = wells(true);
            }
            case 8 -> {
                name = "products";
                g = products();
            }
            default -> {
                name = "sum of waves";
                g = null;
            }
        }
        double size = Math.pow(10, r.nextDouble(-0.5, 2.5));
        double[] low = new double[n];
        double[] high = new double[n];
        double[] at = new double[n];
        for (int i = 0; i < n; i++) {
            low[i] = r.nextInt(3) == 0 ? 0 : -size * r.nextDouble(0.3, 1);
            high[i] = size * r.nextDouble(0.3, 1);
            // the minimum lies anywhere in the box, now and then on a side of it
            double u = r.nextInt(12) == 0 ? r.nextInt(2) : r.nextDouble(0.05, 0.95);
            at[i] = low[i] + u * (high[i] - low[i]);
        }
        if (g == null) return new Landscape(name, n, low, high, Double.NaN, fourier(low, high));
        Shape bent = distorted(g);
        double[][] turn = r.nextInt(3) == 0 ? null : rotation();
        double offset = r.nextInt(3) == 0 ? 0 : r.nextDouble(-100, 100);
        double factor = Math.pow(10, r.nextDouble(-1, 2));
        Objective f = x -> {
            double[] z = new double[n];
            for (int i = 0; i < n; i++) z[i] = 10 * (x[i] - at[i]) / (high[i] - low[i]);
            return offset + factor * bent.at(turn == null ? z : times(turn, z));
        };
        return new Landscape(name, n, low, high, offset, f);
    }

    /** Now and then a root, a logarithm or a square of it: the minimum stays. */
    private Shape distorted(Shape g) {
        return switch (r.nextInt(6)) {
            case 0 -> z -> Math.sqrt(g.at(z));
            case 1 -> z -> Math.log1p(g.at(z));
            case 2 -> z -> g.at(z) * (1 + g.at(z) / 10);
            default -> g;
        };
    }

    private double[][] rotation() {
        double[][] q = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) q[i][j] = r.nextGaussian();
            for (int k = 0; k < i; k++) {
                double dot = 0;
                for (int j = 0; j < n; j++) dot += q[i][j] * q[k][j];
                for (int j = 0; j < n; j++) q[i][j] -= dot * q[k][j];
            }
            double norm = 0;
            for (int j = 0; j < n; j++) norm += q[i][j] * q[i][j];
            for (int j = 0; j < n; j++) q[i][j] /= Math.sqrt(norm);
        }
        return q;
    }

    private static double[] times(double[][] a, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) for (int j = 0; j < y.length; j++) y[i] += a[i][j] * x[j];
        return y;
    }

    private double[] stretches(double most) {
        double[] s = new double[n];
        double condition = Math.pow(10, r.nextDouble(0, most));
        for (int i = 0; i < n; i++) s[i] = n == 1 ? 1 : Math.pow(condition, (double) i / (n - 1) - 0.5);
        return s;
    }

    /** The lower envelope of bowls at random places, the lowest at 0. z lies within about ten of it. */
    private Shape wells(boolean narrow) {
        int many = narrow ? 3 + r.nextInt(6) : 5 + r.nextInt(40);
        double[][] centre = new double[many][n];
        double[] depth = new double[many];
        double[] width = new double[many];
        for (int k = 0; k < many; k++) {
            for (int i = 0; i < n; i++) centre[k][i] = k == 0 ? 0 : r.nextDouble(-10, 10);
            depth[k] = k == 0 ? 1 : r.nextDouble(0.3, 0.97);
            width[k] = narrow && k == 0 ? r.nextDouble(0.4, 1) : r.nextDouble(0.7, 3);
        }
        double[] s = stretches(1.5);
        return z -> {
            double highest = 0;
            for (int k = 0; k < many; k++) {
                double d = 0;
                for (int i = 0; i < n; i++) d += s[i] * (z[i] - centre[k][i]) * (z[i] - centre[k][i]);
                highest = Math.max(highest, depth[k] / (1 + d / (width[k] * width[k])));
            }
            return 1 - highest;
        };
    }

    /** Two broad funnels with waves on them; the wider one is not the deeper one as often as not. */
    private Shape funnels() {
        double[] other = new double[n];
        for (int i = 0; i < n; i++) other[i] = r.nextDouble(2, 6) * (r.nextInt(2) == 0 ? -1 : 1);
        double wide = r.nextDouble(0.3, 1.5);
        double above = r.nextDouble(0.2, 4);
        double amplitude = r.nextDouble(0, 2);
        double frequency = r.nextDouble(1, 5);
        return z -> {
            double near = 0;
            double far = above;
            double waves = 0;
            for (int i = 0; i < n; i++) {
                near += z[i] * z[i];
                far += wide * (z[i] - other[i]) * (z[i] - other[i]);
                waves += amplitude * (1 - Math.cos(frequency * z[i]));
            }
            return Math.min(near, far) + waves;
        };
    }

    private Shape waves() {
        double amplitude = Math.pow(10, r.nextDouble(-1, 1.3));
        double frequency = r.nextDouble(1, n > 3 ? 4 : 7);
        double power = r.nextInt(3) == 0 ? 1 : 2;
        double[] s = stretches(1);
        return z -> {
            double sum = 0;
            for (int i = 0; i < n; i++) sum += s[i] * Math.pow(Math.abs(z[i]), power) + amplitude * (1 - Math.cos(frequency * z[i]));
            return sum;
        };
    }

    /** A bent valley, with waves along it now and then. */
    private Shape valley() {
        double steep = Math.pow(10, r.nextDouble(0, 3));
        double bend = r.nextDouble(0.1, 0.6);
        double wavy = r.nextInt(2) == 0 ? 0 : r.nextDouble(0, 3);
        double frequency = r.nextDouble(1, 4);
        double[] s = stretches(3);
        return z -> {
            if (n == 1) return z[0] * z[0] + wavy * (1 - Math.cos(frequency * z[0]));
            double sum = 0;
            for (int i = 0; i + 1 < n; i++) {
                double off = z[i + 1] - bend * z[i] * z[i];
                sum += steep * s[i] * off * off + z[i] * z[i] + wavy * (1 - Math.cos(frequency * z[i]));
            }
            return sum;
        };
    }

    private Shape kinks() {
        double bend = r.nextDouble(0, 0.3);
        double slope = Math.pow(10, r.nextDouble(-2, 0));
        double power = r.nextDouble(0.5, 1.2);
        boolean greatest = r.nextInt(3) == 0;
        double wavy = r.nextInt(2) == 0 ? 0 : r.nextDouble(0, 1);
        return z -> {
            double most = 0;
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double v = i == 0 ? slope * Math.abs(z[i]) : Math.pow(Math.abs(z[i] - bend * z[i - 1] * z[i - 1]), power);
                most = Math.max(most, v);
                sum += v + wavy * Math.abs(Math.sin(2 * z[i]));
            }
            return greatest ? most : sum;
        };
    }

    /** Flat but for a slight slope, with one hollow. */
    private Shape plateau() {
        double width = r.nextDouble(0.8, 3);
        double slope = r.nextInt(2) == 0 ? 0 : r.nextDouble(0, 0.01);
        double wavy = r.nextInt(2) == 0 ? 0 : r.nextDouble(0, 0.2);
        return z -> {
            double d = 0;
            double waves = 0;
            for (int i = 0; i < n; i++) {
                d += z[i] * z[i];
                waves += wavy * (1 - Math.cos(3 * z[i]));
            }
            return 1 - Math.exp(-d / (2 * width * width)) + slope * Math.sqrt(d) + waves / n;
        };
    }

    private Shape steps() {
        double height = r.nextDouble(0.5, 3);
        double slope = r.nextInt(2) == 0 ? 0.01 : r.nextDouble(0.05, 0.5);
        return z -> {
            double sum = 0;
            for (int i = 0; i < n; i++) sum += Math.floor(height * Math.abs(z[i])) + slope * z[i] * z[i];
            return sum;
        };
    }

    /** Waves times waves about the minimum, of growing height. */
    private Shape products() {
        double frequency = r.nextDouble(0.5, 3);
        double rise = r.nextDouble(0.02, 0.5);
        return z -> {
            double product = 1;
            double d = 0;
            for (int i = 0; i < n; i++) {
                product *= Math.cos(frequency * z[i]);
                d += z[i] * z[i];
            }
            return 1 - product / (1 + rise * d) + 0.001 * d;
        };
    }

    private Objective fourier(double[] low, double[] high) {
        int many = 3 + r.nextInt(8);
        List<double[]> waves = new ArrayList<>();
        for (int k = 0; k < many; k++) {
            double[] w = new double[n + 2];
            for (int i = 0; i < n; i++) w[i] = r.nextDouble(-1, 1) * r.nextDouble(2, n > 3 ? 10 : 25);
            w[n] = r.nextDouble(0, 2 * Math.PI);
            w[n + 1] = r.nextDouble(0.2, 1);
            waves.add(w);
        }
        double bowl = r.nextDouble(0, 3);
        return x -> {
            double sum = 0;
            for (double[] w : waves) {
                double phase = w[n];
                for (int i = 0; i < n; i++) phase += w[i] * (x[i] - low[i]) / (high[i] - low[i]);
                sum += w[n + 1] * Math.sin(phase);
            }
            for (int i = 0; i < n; i++) sum += bowl * Math.pow((x[i] - low[i]) / (high[i] - low[i]) - 0.5, 2);
            return sum;
        };
    }
}
