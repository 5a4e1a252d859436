package nabla.optim.global;

import java.util.Arrays;
import java.util.Comparator;
import nabla.optim.Objective;

/**
 * The 24 noiseless functions of the black-box optimization benchmark, written from their definitions: Hansen, Finck, Ros, Auger,
 * Real-Parameter Black-Box Optimization Benchmarking 2009: Noiseless Functions Definitions (INRIA RR-6829), with the seeded instances of
 * COCO. Search range [−5, 5]ⁿ.
 */
final class Bbob implements Objective {
    final int id;
    final int n;
    final double optimum;
    private final double[] best;
    private final double[][] r;
    private final double[][] q;
    private final double[][] peaks;

    Bbob(int id, int n, int instance) {
        this.id = id;
        this.n = n;
        int seed = (id == 4 ? 3 : id == 18 ? 17 : id) + 10000 * instance;
        optimum = optimum(seed);
        r = rotation(seed + 1000000, n);
        q = rotation(seed, n);
        best = best(id == 12 ? seed + 1000000 : seed);
        peaks = id == 21 ? peaks(101, Math.sqrt(1000), 10, 5, seed) : id == 22 ? peaks(21, 1000, 9.8, 4.9, seed) : null;
    }

    // ---- instances ------------------------------------------------------------------------------------------------

    /** N uniform numbers of the benchmark's generator. */
    private static double[] uniform(int count, int seed) {
        long a = Math.max(1, Math.abs(seed));
        long[] table = new long[32];
        for (int i = 39; i >= 0; i--) {
            a = next(a);
            if (i < 32) table[i] = a;
        }
        long at = table[0];
        double[] u = new double[count];
        for (int i = 0; i < count; i++) {
            a = next(a);
            int k = (int) (at / 67108865);
            at = table[k];
            table[k] = a;
            u[i] = at == 0 ? 1e-99 : at / 2.147483647e9;
        }
        return u;
    }

    private static long next(long a) {
        long k = a / 127773;
        a = 16807 * (a - k * 127773) - 2836 * k;
        return a < 0 ? a + 2147483647 : a;
    }

    private static double[] normal(int count, int seed) {
        double[] u = uniform(2 * count, seed);
        double[] g = new double[count];
        for (int i = 0; i < count; i++) {
            g[i] = Math.sqrt(-2 * Math.log(u[i])) * Math.cos(2 * Math.PI * u[count + i]);
            if (g[i] == 0) g[i] = 1e-99;
        }
        return g;
    }

    private static double optimum(int seed) {
        double ratio = normal(1, seed)[0] / normal(1, seed + 1)[0];
        return Math.min(1000, Math.max(-1000, Math.floor(100 * 100 * ratio + 0.5) / 100));
    }

    /** Columns of normal numbers made orthonormal. */
    private static double[][] rotation(int seed, int n) {
        double[] g = normal(n * n, seed);
        double[][] b = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) b[i][j] = g[j * n + i];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double p = 0;
                for (int k = 0; k < n; k++) p += b[k][i] * b[k][j];
                for (int k = 0; k < n; k++) b[k][i] -= p * b[k][j];
            }
            double p = 0;
            for (int k = 0; k < n; k++) p += b[k][i] * b[k][i];
            for (int k = 0; k < n; k++) b[k][i] /= Math.sqrt(p);
        }
        return b;
    }

    private double[] best(int seed) {
        double[] u = uniform(n, seed);
        double[] x = new double[n];
        double[] g = id == 24 ? normal(n, seed) : null;
        for (int i = 0; i < n; i++) {
            x[i] = 8 * Math.floor(1e4 * u[i]) / 1e4 - 4;
            if (x[i] == 0) x[i] = -1e-5;
            switch (id) {
                case 4 -> x[i] = i % 2 == 0 ? Math.abs(x[i]) : x[i];
                case 5 -> x[i] = x[i] < 0 ? -5 : 5;
                case 8 -> x[i] *= 0.75;
                case 20 -> x[i] = (u[i] < 0.5 ? -1 : 1) * 0.5 * 4.2096874633;
                case 24 -> x[i] = (g[i] < 0 ? -1 : 1) * 0.5 * 2.5;
                default -> {}
            }
        }
        return x;
    }

    /** For each of Gallagher's peaks its height, then n scales, then n coordinates in rotated space. */
    private double[][] peaks(int count, double firstCondition, double b, double c, int seed) {
        Integer[] rank = ranks(uniform(count - 1, seed));
        double[][] p = new double[count][1 + 2 * n];
        double[] u = uniform(n * count, seed);
        for (int k = 0; k < count; k++) {
            double condition = k == 0 ? firstCondition : Math.pow(1000, rank[k - 1] / (count - 2.0));
            p[k][0] = k == 0 ? 10 : (k - 1) / (count - 2.0) * (9.1 - 1.1) + 1.1;
            Integer[] order = ranks(uniform(n, seed + 1000 * k));
            for (int j = 0; j < n; j++) {
                p[k][1 + j] = Math.pow(condition, order[j] / (n - 1.0) - 0.5);
                for (int i = 0; i < n; i++) p[k][1 + n + j] += q[j][i] * (b * u[k * n + i] - c) * (k == 0 ? 0.8 : 1);
            }
        }
        return p;
    }

    private static Integer[] ranks(double[] u) {
        Integer[] order = new Integer[u.length];
        for (int i = 0; i < u.length; i++) order[i] = i;
        Arrays.sort(order, Comparator.comparingDouble(i -> u[i]));
        return order;
    }

    // ---- transformations -------------------------------------------------------------------------------------------

    private double[] shifted(double[] x) {
        double[] z = new double[n];
        for (int i = 0; i < n; i++) z[i] = x[i] - best[i];
        return z;
    }

    private static double[] times(double[][] a, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) for (int j = 0; j < y.length; j++) y[i] += a[i][j] * x[j];
        return y;
    }

    private static double oscillated(double x) {
        if (x == 0) return 0;
        double l = Math.log(Math.abs(x));
        double wave = x > 0 ? Math.sin(10 * l) + Math.sin(7.9 * l) : Math.sin(5.5 * l) + Math.sin(3.1 * l);
        return Math.signum(x) * Math.exp(l + 0.049 * wave);
    }

    private static double[] oscillated(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) y[i] = oscillated(x[i]);
        return y;
    }

    private double[] asymmetric(double beta, double[] x) {
        double[] y = x.clone();
        for (int i = 0; i < n; i++) if (x[i] > 0) y[i] = Math.pow(x[i], 1 + beta * i / (n - 1.0) * Math.sqrt(x[i]));
        return y;
    }

    private double[] conditioned(double alpha, double[] x) {
        double[] y = x.clone();
        for (int i = 0; i < n; i++) y[i] *= power(alpha, i / 2.0);
        return y;
    }

    /** α^(i/(n−1)). */
    private double power(double alpha, double i) {
        return Math.pow(alpha, i / (n - 1.0));
    }

    private static double penalty(double[] x) {
        double sum = 0;
        for (double v : x) sum += Math.pow(Math.max(0, Math.abs(v) - 5), 2);
        return sum;
    }

    private static double square(double[] z) {
        double sum = 0;
        for (double v : z) sum += v * v;
        return sum;
    }

    private static double rastrigin(double[] z) {
        double sum = 10 * z.length;
        for (double v : z) sum += v * v - 10 * Math.cos(2 * Math.PI * v);
        return sum;
    }

    private static double rosenbrock(double[] z) {
        double sum = 0;
        for (int i = 0; i + 1 < z.length; i++) sum += 100 * Math.pow(z[i] * z[i] - z[i + 1], 2) + Math.pow(z[i] - 1, 2);
        return sum;
    }

    // ---- the functions ---------------------------------------------------------------------------------------------

    @Override
    public double value(double[] x) {
        return optimum + switch (id) {
            case 1 -> square(shifted(x));
            case 2 -> ellipsoid(oscillated(shifted(x)));
            case 3 -> rastrigin(conditioned(10, asymmetric(0.2, oscillated(shifted(x)))));
            case 4 -> bueche(x);
            case 5 -> slope(x);
            case 6 -> sector(x);
            case 7 -> steps(x);
            case 8 -> rosenbrock(plus(1, scaled(shifted(x))));
            case 9 -> rosenbrock(plus(0.5, scaled(times(q, x))));
            case 10 -> ellipsoid(oscillated(times(r, shifted(x))));
            case 11 -> discus(oscillated(times(r, shifted(x))));
            case 12 -> cigar(times(r, asymmetric(0.5, times(r, shifted(x)))));
            case 13 -> ridge(times(r, conditioned(10, times(q, shifted(x)))));
            case 14 -> powers(times(r, shifted(x)));
            case 15 -> rastrigin(times(r, conditioned(10, times(q, asymmetric(0.2, oscillated(times(r, shifted(x))))))));
            case 16 -> weierstrass(times(r, conditioned(0.01, times(q, oscillated(times(r, shifted(x))))))) + 10.0 / n * penalty(x);
            case 17 -> schaffer(conditioned(10, times(q, asymmetric(0.5, times(r, shifted(x)))))) + 10 * penalty(x);
            case 18 -> schaffer(conditioned(1000, times(q, asymmetric(0.5, times(r, shifted(x)))))) + 10 * penalty(x);
            case 19 -> griewankRosenbrock(plus(0.5, scaled(times(q, x))));
            case 20 -> schwefel(x);
            case 21, 22 -> gallagher(times(q, x)) + penalty(x);
            case 23 -> katsuura(times(r, conditioned(100, times(q, shifted(x))))) + penalty(x);
            default -> lunacek(x);
        };
    }

    private double ellipsoid(double[] z) {
        double sum = 0;
        for (int i = 0; i < n; i++) sum += power(1e6, i) * z[i] * z[i];
        return sum;
    }

    private double bueche(double[] x) {
        double[] z = oscillated(shifted(x));
        for (int i = 0; i < n; i++) z[i] *= power(10, i / 2.0) * (z[i] > 0 && i % 2 == 0 ? 10 : 1);
        return rastrigin(z) + 100 * penalty(x);
    }

    private double slope(double[] x) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double s = Math.signum(best[i]) * power(10, i);
            sum += 5 * Math.abs(s) - s * (x[i] * best[i] < 25 ? x[i] : best[i]);
        }
        return sum;
    }

    private double sector(double[] x) {
        double[] z = times(r, conditioned(10, times(q, shifted(x))));
        for (int i = 0; i < n; i++) if (z[i] * best[i] > 0) z[i] *= 100;
        return Math.pow(oscillated(square(z)), 0.9);
    }

    private double steps(double[] x) {
        double[] z = conditioned(10, times(q, shifted(x)));
        double first = z[0];
        for (int i = 0; i < n; i++) z[i] = Math.abs(z[i]) > 0.5 ? Math.floor(z[i] + 0.5) : Math.floor(10 * z[i] + 0.5) / 10;
        z = times(r, z);
        double sum = 0;
        for (int i = 0; i < n; i++) sum += power(100, i) * z[i] * z[i];
        return 0.1 * Math.max(Math.abs(first) / 1e4, sum) + penalty(x);
    }

    private double[] scaled(double[] z) {
        double factor = Math.max(1, Math.sqrt(n) / 8);
        for (int i = 0; i < n; i++) z[i] *= factor;
        return z;
    }

    private static double[] plus(double c, double[] z) {
        for (int i = 0; i < z.length; i++) z[i] += c;
        return z;
    }

    private static double discus(double[] z) {
        return square(z) + (1e6 - 1) * z[0] * z[0];
    }

    private static double cigar(double[] z) {
        return 1e6 * square(z) - (1e6 - 1) * z[0] * z[0];
    }

    private static double ridge(double[] z) {
        return z[0] * z[0] + 100 * Math.sqrt(square(z) - z[0] * z[0]);
    }

    private double powers(double[] z) {
        double sum = 0;
        for (int i = 0; i < n; i++) sum += Math.pow(Math.abs(z[i]), 2 + 4 * i / (n - 1.0));
        return Math.sqrt(sum);
    }

    private double weierstrass(double[] z) {
        double sum = 0;
        double f0 = 0;
        for (int k = 0; k < 12; k++) {
            double a = Math.pow(0.5, k);
            double b = 2 * Math.PI * Math.pow(3, k);
            f0 += a * Math.cos(b / 2);
            for (double v : z) sum += a * Math.cos(b * (v + 0.5));
        }
        return 10 * Math.pow(sum / n - f0, 3);
    }

    private double schaffer(double[] z) {
        double sum = 0;
        for (int i = 0; i + 1 < n; i++) {
            double s = Math.sqrt(z[i] * z[i] + z[i + 1] * z[i + 1]);
            sum += Math.sqrt(s) * (1 + Math.pow(Math.sin(50 * Math.pow(s, 0.2)), 2));
        }
        return Math.pow(sum / (n - 1), 2);
    }

    private double griewankRosenbrock(double[] z) {
        double sum = 0;
        for (int i = 0; i + 1 < n; i++) {
            double s = 100 * Math.pow(z[i] * z[i] - z[i + 1], 2) + Math.pow(z[i] - 1, 2);
            sum += s / 4000 - Math.cos(s);
        }
        return 10 * sum / (n - 1) + 10;
    }

    private double schwefel(double[] x) {
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = 2 * Math.signum(best[i]) * x[i];
            if (i > 0) y[i] += 0.25 * (2 * Math.signum(best[i - 1]) * x[i - 1] - 2 * Math.abs(best[i - 1]));
        }
        double[] z = new double[n];
        double beyond = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double centre = 2 * Math.abs(best[i]);
            z[i] = 100 * (power(10, i / 2.0) * (y[i] - centre) + centre);
            beyond += Math.pow(Math.max(0, Math.abs(z[i]) - 500), 2);
            sum += z[i] * Math.sin(Math.sqrt(Math.abs(z[i])));
        }
        return 0.01 * (418.9828872724339 - sum / n + beyond);
    }

    private double gallagher(double[] z) {
        double highest = 0;
        for (double[] p : peaks) {
            double sum = 0;
            for (int j = 0; j < n; j++) sum += p[1 + j] * Math.pow(z[j] - p[1 + n + j], 2);
            highest = Math.max(highest, p[0] * Math.exp(-0.5 / n * sum));
        }
        return Math.pow(oscillated(10 - highest), 2);
    }

    private double katsuura(double[] z) {
        double product = 1;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 1; j < 33; j++) {
                double t = z[i] * Math.pow(2, j);
                sum += Math.abs(t - Math.floor(t + 0.5)) / Math.pow(2, j);
            }
            product *= Math.pow(1 + (i + 1) * sum, 10 / Math.pow(n, 1.2));
        }
        return 10.0 / n / n * (product - 1);
    }

    private double lunacek(double[] x) {
        double mu = 2.5;
        double s = 1 - 0.5 / (Math.sqrt(n + 20) - 4.1);
        double other = -Math.sqrt((mu * mu - 1) / s);
        double[] y = new double[n];
        double near = 0;
        double far = 0;
        for (int i = 0; i < n; i++) {
            double v = 2 * Math.signum(best[i]) * x[i];
            near += (v - mu) * (v - mu);
            far += (v - other) * (v - other);
            y[i] = v - mu;
        }
        double[] z = times(r, conditioned(100, times(q, y)));
        double waves = 10 * n;
        for (double v : z) waves -= 10 * Math.cos(2 * Math.PI * v);
        return Math.min(near, n + s * far) + waves + 1e4 * penalty(x);
    }
}
