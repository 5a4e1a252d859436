package nabla.entropy;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import nabla.entropy.Fault.Kind;
import nabla.kernel.Logarithm;

/** The normal distribution of a vector with mean μ and covariance Σ = L·Lᵀ, L lower triangular. */
public final class MultivariateNormal {
    /** Farther than so many standard deviations out there is no probability left that a number could tell. */
    private static final double BEYOND = 40;

    private final double[] mu;
    private final double[][] sigma;
    private final double[][] root;

    /** @throws Fault when Σ is not of μ's size, not symmetric or not positive definite */
    public MultivariateNormal(double[] mu, double[][] sigma) {
        this.mu = mu.clone();
        this.sigma = Arrays.stream(sigma).map(double[]::clone).toArray(double[][]::new);
        for (double m : mu) Parameters.finite("μ", m);
        root = cholesky(this.sigma, mu.length);
    }

    private static double[][] cholesky(double[][] sigma, int n) {
        if (sigma.length != n || n == 0) throw new Fault(Kind.LENGTHS, n, sigma.length);
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                if (!(Math.abs(sigma[i][j] - sigma[j][i]) <= 1e-12 * Math.abs(sigma[i][j]))) throw new Fault(Kind.COVARIANCE, sigma[i][j], "Σ");
                double s = sigma[i][j];
                for (int k = 0; k < j; k++) s -= l[i][k] * l[j][k];
                if (i == j && !(s > 0 && s < Double.POSITIVE_INFINITY)) throw new Fault(Kind.COVARIANCE, s, "Σ");
                l[i][j] = i == j ? Math.sqrt(s) : s / l[j][j];
            }
        }
        return l;
    }

    /** y with L·y = b. */
    private double[] solve(double[] b) {
        double[] y = b.clone();
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < i; k++) y[i] -= root[i][k] * y[k];
            y[i] /= root[i][i];
        }
        return y;
    }

    private double square(double[] x) {
        double[] d = new double[mu.length];
        for (int i = 0; i < d.length; i++) d[i] = x[i] - mu[i];
        double s = 0;
        for (double y : solve(d)) s += y * y;
        return s;
    }

    /** How many coordinates a vector has. */
    public int size() {
        return mu.length;
    }

    /** μ. */
    public double[] mean() {
        return mu.clone();
    }

    /** Σ, row by row. */
    public double[][] covariance() {
        return Arrays.stream(sigma).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * ln p(x) = −(|L⁻¹(x−μ)|² + n·ln 2π)/2 − Σ ln Lᵢᵢ.
     *
     * @throws Fault when x has not μ's size
     */
    public double log(double[] x) {
        if (x.length != mu.length) throw new Fault(Kind.LENGTHS, x.length, mu.length);
        return -(square(x) + mu.length * Math.log(2 * Math.PI)) / 2 - logRoot();
    }

    private double logRoot() {
        double s = 0;
        for (int i = 0; i < mu.length; i++) s += Math.log(root[i][i]);
        return s;
    }

    /**
     * P(X ≤ x), every coordinate at most the one of x, to about 1e-15 (Plackett 1954, Genz 2004).
     *
     * @throws Fault when x has not μ's size, or more than three of its coordinates are in reach of the distribution
     */
    public double cdf(double[] x) {
        if (x.length != mu.length) throw new Fault(Kind.LENGTHS, x.length, mu.length);
        int[] near = new int[mu.length];
        double[] b = new double[mu.length];
        int n = 0;
        for (int i = 0; i < b.length; i++) {
            double z = (x[i] - mu[i]) / Math.sqrt(sigma[i][i]);
            if (z != z) return Double.NaN;
            if (z < -BEYOND) return 0;
            if (z > BEYOND) continue;
            near[n] = i;
            b[n++] = z;
        }
        return switch (n) {
            case 0 -> 1;
            case 1 -> Orthant.one(b[0]);
            case 2 -> Orthant.two(b[0], b[1], correlation(near[0], near[1]));
            case 3 -> Orthant.three(b, correlation(near[0], near[1]), correlation(near[0], near[2]), correlation(near[1], near[2]));
            default -> throw new Fault(Kind.COORDINATES, n, 3);
        };
    }

    private double correlation(int i, int j) {
        return sigma[i][j] / Math.sqrt(sigma[i][i] * sigma[j][j]);
    }

    /** μ + L·z for standard normal z. */
    public double[] draw(RandomGenerator g) {
        double[] z = new double[mu.length];
        for (int i = 0; i < z.length; i++) z[i] = g.nextGaussian();
        double[] x = mu.clone();
        for (int i = 0; i < x.length; i++) for (int k = 0; k <= i; k++) x[i] += root[i][k] * z[k];
        return x;
    }

    /** h = n·ln(2πe)/2 + Σ ln Lᵢᵢ, in natural units. */
    public Measure entropy() {
        return Measure.of(mu.length * (1 + Math.log(2 * Math.PI)) / 2 + logRoot());
    }

    /** D = (|L′⁻¹(μ−μ′)|² + tr(Σ′⁻¹Σ) − n − ln det Σ/det Σ′)/2, by the elements of M = L′⁻¹·L: tr = |M|², det = Π Mᵢᵢ². */
    public Measure divergence(MultivariateNormal q) {
        int n = mu.length;
        if (q.mu.length != n) throw new Fault(Kind.LENGTHS, n, q.mu.length);
        double d = q.square(mu);
        for (int j = 0; j < n; j++) {
            double[] m = q.solve(column(j));
            for (int i = 0; i < n; i++) d += i == j ? Logarithm.excess((m[i] - 1) * (m[i] + 1), 2 * Math.log(m[i])) : m[i] * m[i];
        }
        return Measure.of(d / 2);
    }

    /** H(p, q) = h(p) + D(p‖q). */
    public Measure crossEntropy(MultivariateNormal q) {
        return Measure.of(entropy().nats() + divergence(q).nats());
    }

    /**
     * Jensen and Shannon's divergence from q, by quadrature over the directions in which the two differ.
     *
     * @throws Fault when there are more than two such directions
     */
    public Measure jensenShannon(MultivariateNormal q) {
        int n = mu.length;
        if (q.mu.length != n) throw new Fault(Kind.LENGTHS, n, q.mu.length);
        double[] d = new double[n];
        double[][] r = new double[n][n];
        for (int i = 0; i < n; i++) d[i] = q.mu[i] - mu[i];
        for (int j = 0; j < n; j++) r[j] = solve(q.column(j));
        double[][] m = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) for (int k = 0; k < n; k++) m[i][j] += r[k][i] * r[k][j];
        return Measure.of(Directions.of(solve(d), m).jensenShannon());
    }

    /** Column j of L. */
    private double[] column(int j) {
        double[] c = new double[mu.length];
        for (int i = 0; i < c.length; i++) c[i] = root[i][j];
        return c;
    }
}
