package nabla.optim.global;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import nabla.kernel.Symmetric;
import nabla.optim.Method;
import nabla.optim.Reason.Kind;
import nabla.optim.Reason;
import nabla.optim.Run;

/**
 * CMA-ES (Hansen, The CMA Evolution Strategy: A Tutorial, 2016, with the negative weights of active CMA): samples a normal
 * distribution N(m, σ²C) and moves m towards the better half, σ by the length of its path, C towards the steps that paid. Points
 * beyond a bound are valued at the nearest point within and ranked with a penalty for the distance (Hansen 2009, BBOB workshop).
 * One descent; {@link Restarts} repeats it.
 *
 * @param population λ, the points of a generation; 0: 4 + ⌊3 ln n⌋
 * @param sigma σ₀ in widths of the box
 */
public record CovarianceAdaptation(int population, double sigma) implements Method {
    /** A descent ends when its last generations' values differ by less than this part of what they are above the best. */
    private static final double HOPELESS = 0.1;

    public CovarianceAdaptation {
        if (!(sigma > 0) || population < 0) throw new IllegalArgumentException("sigma must be positive, the population 0 or more");
    }

    /** λ for n variables unless chosen. */
    public static int population(int n) {
        return 4 + (int) (3 * Math.log(n));
    }

    @Override
    public String name() {
        return "cmaes";
    }

    @Override
    public Reason run(Run run) {
        Cube cube = new Cube(run);
        Distribution d = new Distribution(cube, cube.start(), population > 0 ? population : population(cube.n), sigma, run.random());
        while (true) {
            d.generation();
            cube.generation(d.inside, d.values);
            Reason end = d.end(run.best(), Restarts.TOLERANCE, Restarts.TOLERANCE);
            if (end != null) return end;
        }
    }

    /** The distribution N(m, σ²C) with its paths, and the generation sampled last. */
    static final class Distribution {
        private final Cube cube;
        private final SplittableRandom random;
        private final int n;
        private final int lambda;
        private final int mu;
        private final double[] w;
        private final double mueff;
        private final double cc;
        private final double cs;
        private final double c1;
        private final double cmu;
        private final double damps;
        private final double chi;
        private final double sigma0;
        private final double[] m;
        private final double[] pc;
        private final double[] ps;
        private final double[][] c;
        private Symmetric eigen;
        private final double[] root;
        private double sigma;
        private int g;
        private int decomposed;
        private final double[] history;
        private double gamma;
        /** The points sampled, those beyond bounds moved onto them, and their values. */
        final double[][] inside;

        final double[] values;

        Distribution(Cube cube, double[] start, int lambda, double sigma, SplittableRandom random) {
            this.cube = cube;
            this.random = random;
            this.lambda = lambda;
            this.sigma = sigma;
            sigma0 = sigma;
            n = cube.n;
            m = start.clone();
            mu = lambda / 2;
            w = new double[lambda];
            double positive = 0;
            double negative = 0;
            for (int i = 0; i < lambda; i++) {
                w[i] = Math.log((lambda + 1) / 2.0) - Math.log(i + 1.0);
                if (i < mu) positive += w[i];
                else negative -= w[i];
            }
            double squares = 0;
            double sum = 0;
            double sumMinus = 0;
            double squaresMinus = 0;
            for (int i = 0; i < lambda; i++) {
                if (i < mu) {
                    sum += w[i];
                    squares += w[i] * w[i];
                } else {
                    sumMinus += w[i];
                    squaresMinus += w[i] * w[i];
                }
            }
            mueff = sum * sum / squares;
            double mueffMinus = sumMinus * sumMinus / squaresMinus;
            cc = (4 + mueff / n) / (n + 4 + 2 * mueff / n);
            cs = (mueff + 2) / (n + mueff + 5);
            c1 = 2 / ((n + 1.3) * (n + 1.3) + mueff);
            cmu = Math.min(1 - c1, 2 * (0.25 + mueff + 1 / mueff - 2) / ((n + 2.0) * (n + 2) + mueff));
            damps = 1 + 2 * Math.max(0, Math.sqrt((mueff - 1) / (n + 1)) - 1) + cs;
            chi = Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
            double most = Math.min(1 + c1 / cmu, Math.min(1 + 2 * mueffMinus / (mueff + 2), (1 - c1 - cmu) / (n * cmu)));
            for (int i = 0; i < lambda; i++) w[i] *= i < mu ? 1 / positive : most / negative;
            pc = new double[n];
            ps = new double[n];
            c = new double[n][n];
            for (int i = 0; i < n; i++) c[i][i] = 1;
            eigen = new Symmetric(c);
            root = new double[n];
            Arrays.fill(root, 1);
            inside = new double[lambda][];
            values = new double[lambda];
            history = new double[10 + (int) Math.ceil(30.0 * n / lambda)];
        }

        /** Samples x_k = m + σ·B·D·z_k, values them and moves the distribution. */
        void generation() {
            double[][] y = new double[lambda][n];
            for (int k = 0; k < lambda; k++) {
                double[] u = new double[n];
                double[] z = new double[n];
                for (int i = 0; i < n; i++) z[i] = root[i] * random.nextGaussian();
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) y[k][i] += eigen.b[i][j] * z[j];
                    u[i] = m[i] + sigma * y[k][i];
                }
                inside[k] = cube.clipped(u);
            }
            System.arraycopy(cube.values(inside), 0, values, 0, lambda);
            update(y, order(y));
            g++;
        }

        /** From the best to the worst, with the penalty γ·‖u − inside(u)‖² in units of the distribution. */
        private Integer[] order(double[][] y) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            history[g % history.length] = sorted[0];
            double spread = sorted[(3 * lambda - 1) / 4] - sorted[lambda / 4];
            if (Double.isFinite(spread) && spread > 0) gamma = gamma == 0 ? spread : 0.8 * gamma + 0.2 * spread;
            double[] ranked = values.clone();
            for (int k = 0; k < lambda; k++) {
                for (int i = 0; i < n; i++) {
                    double beyond = m[i] + sigma * y[k][i] - inside[k][i];
                    if (beyond != 0) ranked[k] += gamma * beyond * beyond / (sigma * sigma * c[i][i]);
                }
            }
            Integer[] order = new Integer[lambda];
            for (int k = 0; k < lambda; k++) order[k] = k;
            Arrays.sort(order, Comparator.comparingDouble(k -> ranked[k]));
            return order;
        }

        private void update(double[][] y, Integer[] order) {
            double[] step = new double[n];
            for (int r = 0; r < mu; r++) for (int i = 0; i < n; i++) step[i] += w[r] * y[order[r]][i];
            for (int i = 0; i < n; i++) m[i] += sigma * step[i];
            double[] white = whitened(step);
            double length = 0;
            for (int i = 0; i < n; i++) {
                ps[i] = (1 - cs) * ps[i] + Math.sqrt(cs * (2 - cs) * mueff) * white[i];
                length += ps[i] * ps[i];
            }
            length = Math.sqrt(length);
            boolean slow = length / Math.sqrt(1 - Math.pow(1 - cs, 2.0 * (g + 1))) < (1.4 + 2.0 / (n + 1)) * chi;
            for (int i = 0; i < n; i++) pc[i] = (1 - cc) * pc[i] + (slow ? Math.sqrt(cc * (2 - cc) * mueff) * step[i] : 0);
            adapt(y, order, slow ? 0 : c1 * cc * (2 - cc));
            sigma *= Math.exp(Math.min(1, cs / damps * (length / chi - 1)));
            if (g - decomposed >= 1 / ((c1 + cmu) * n * 10)) decompose();
        }

        /** C ← (1 − c₁ − c_μΣw)·C + c₁·p_c·p_cᵀ + c_μ·Σ wᵢ·yᵢ·yᵢᵀ, long steps of negative weight shortened to √n. */
        private void adapt(double[][] y, Integer[] order, double kept) {
            double total = 0;
            double[] weight = new double[lambda];
            for (int r = 0; r < lambda; r++) {
                total += w[r];
                weight[r] = w[r];
                if (w[r] >= 0) continue;
                double squared = 0;
                for (double v : whitened(y[order[r]])) squared += v * v;
                weight[r] *= n / Math.max(squared, 1e-300);
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double sum = 0;
                    for (int r = 0; r < lambda; r++) sum += weight[r] * y[order[r]][i] * y[order[r]][j];
                    c[i][j] = (1 - c1 - cmu * total + kept) * c[i][j] + c1 * pc[i] * pc[j] + cmu * sum;
                    c[j][i] = c[i][j];
                }
            }
        }

        /** C^(−½)·v. */
        private double[] whitened(double[] v) {
            double[] white = new double[n];
            for (int j = 0; j < n; j++) {
                double along = 0;
                for (int i = 0; i < n; i++) along += eigen.b[i][j] * v[i];
                along /= root[j];
                for (int i = 0; i < n; i++) white[i] += eigen.b[i][j] * along;
            }
            return white;
        }

        private void decompose() {
            decomposed = g;
            eigen = new Symmetric(c);
            for (int i = 0; i < n; i++) root[i] = Math.sqrt(Math.max(eigen.d[i], 1e-300));
        }

        /**
         * Why this distribution can find no more, or null.
         *
         * @param best the lowest value known: a descent that has almost come to rest far above it is given up
         * @param tolX a distribution this narrow, in widths of the box, is at its end
         * @param tolFun so is one whose values of late all lie this close together
         */
        Reason end(double best, double tolX, double tolFun) {
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            double widest = 0;
            for (int i = 0; i < n; i++) {
                least = Math.min(least, root[i]);
                most = Math.max(most, root[i]);
                widest = Math.max(widest, sigma * Math.max(Math.abs(pc[i]), Math.sqrt(c[i][i])));
            }
            if (!(sigma * most < 1e8) || !(most < 1e7 * least)) return Reason.of(Kind.NO_DESCENT, Double.NaN, Double.NaN);
            if (widest < tolX * Math.min(1, sigma0)) return Reason.of(Kind.STEP_SMALL, widest, tolX);
            if (g < history.length) return null;
            double[] seen = history.clone();
            Arrays.sort(seen);
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double range = Math.max(seen[seen.length - 1], sorted[sorted.length - 1]) - seen[0];
            double above = seen[0] - best;
            if (range <= tolFun + 1e-15 * Math.abs(seen[0])) return Reason.of(Kind.VALUE_FLAT, history.length * lambda, range);
            int longest = 100 + (int) (50 * (n + 3.0) * (n + 3) / Math.sqrt(lambda));
            boolean plateau = seen[seen.length - 1] == seen[0];
            return g > longest || plateau || range < HOPELESS * above ? Reason.of(Kind.VALUE_FLAT, g * lambda, range) : null;
        }

    }
}
