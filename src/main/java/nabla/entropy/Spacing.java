package nabla.entropy;

import java.util.Arrays;
import nabla.entropy.Fault.Kind;

/**
 * Differential entropy of a density on the real line from the spacings of a sorted sample x₁ ≤ … ≤ x_N, in nats; x₋ᵢ and x_{N+i} stand for
 * x₁ and x_N. Samples of which more than a window coincide tell of an outcome with mass: an entropy of −∞.
 */
public enum Spacing {
    /** ⟨ln (N/(2m)·(x_{i+m} − x_{i−m}))⟩ (Vasicek 1976). */
    VASICEK,
    /** Σ ln ((N+1)/m·(x_{i+m} − x_i))/(N−m) + Σ_{k=m}^N 1/k + ln (m/(N+1)) (van Es 1992). */
    VAN_ES,
    /** ⟨ln (N/(cᵢ·m)·(x_{i+m} − x_{i−m}))⟩, cᵢ = 2, but at the ends the part of the window inside (Ebrahimi, Pflughoeft and Soofi 1994). */
    EBRAHIMI,
    /** −⟨ln (bᵢ/N)⟩, bᵢ the slope of the regression line of the ranks on x_{i−m} … x_{i+m} (Correa 1995). */
    CORREA;

    /** @param m the window: 1 or more, less than half the sample; 0 for ⌊√N + ½⌋ */
    public double nats(double[] samples, int m) {
        for (int i = 0; i < samples.length; i++) if (!Double.isFinite(samples[i])) throw new Fault(Kind.NOT_A_NUMBER, samples[i], i + 1);
        int n = samples.length;
        int window = m == 0 ? (int) Math.floor(Math.sqrt(n) + 0.5) : m;
        if (n == 0) throw new Fault(Kind.EMPTY, 0, 0);
        if (window < 1 || 2 * window >= n) throw new Fault(Kind.WINDOW, window, n);
        double[] x = samples.clone();
        Arrays.sort(x);
        if (this == VAN_ES) return vanEs(x, window);
        double sum = 0;
        for (int i = 0; i < n; i++) sum += this == CORREA ? -Math.log(slope(x, i, window)) : Math.log(spread(x, i, window));
        return sum / n;
    }

    private static double at(double[] x, int i) {
        return x[Math.max(0, Math.min(x.length - 1, i))];
    }

    private double spread(double[] x, int i, int m) {
        double inside = Math.min(m, i) + (double) Math.min(m, x.length - 1 - i);
        double c = this == EBRAHIMI ? inside / m : 2;
        return x.length / (c * m) * (at(x, i + m) - at(x, i - m));
    }

    private static double slope(double[] x, int i, int m) {
        double mean = 0;
        for (int j = -m; j <= m; j++) mean += at(x, i + j) / (2 * m + 1);
        double ranks = 0;
        double squares = 0;
        for (int j = -m; j <= m; j++) {
            double d = at(x, i + j) - mean;
            ranks += d * j;
            squares += d * d;
        }
        return ranks / (x.length * squares);
    }

    private static double vanEs(double[] x, int m) {
        int n = x.length;
        double sum = 0;
        for (int i = 0; i < n - m; i++) sum += Math.log((n + 1.0) / m * (x[i + m] - x[i]));
        double harmonic = 0;
        for (int k = m; k <= n; k++) harmonic += 1.0 / k;
        return sum / (n - m) + harmonic + Math.log(m / (n + 1.0));
    }
}
