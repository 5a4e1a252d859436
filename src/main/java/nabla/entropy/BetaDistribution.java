package nabla.entropy;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import nabla.kernel.Log;
import org.hipparchus.special.Beta;

/** The beta distribution with the shapes a and b: p(x) = x^(a−1)·(1−x)^(b−1)/B(a, b), 0 ≤ x ≤ 1. */
public record BetaDistribution(double a, double b) implements Distribution {
    public BetaDistribution {
        Parameters.positive("a", a);
        Parameters.positive("b", b);
    }

    @Override
    public String name() {
        return "beta";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("a", a, "b", b);
    }

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double high() {
        return 1;
    }

    @Override
    public double log(double x) {
        return logDensity().applyAsDouble(x);
    }

    @Override
    public DoubleUnaryOperator logDensity() {
        double beta = Beta.logBeta(a, b);
        return x -> {
            if (x < 0 || x > 1) return Double.NEGATIVE_INFINITY;
            double left = a == 1 ? 0 : (a - 1) * Log.log(x);
            double right = b == 1 ? 0 : (b - 1) * Log.log1p(-x);
            return left + right - beta;
        };
    }

    @Override
    public double mean() {
        return a / (a + b);
    }

    @Override
    public double variance() {
        return a * b / ((a + b) * (a + b) * (a + b + 1));
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : x >= 1 ? 1 : Beta.regularizedBeta(x, a, b);
    }

    @Override
    public double quantile(double u) {
        return !(u > 0 && u < 1) ? u == 0 || u == 1 ? u : Double.NaN : Quantile.between(this::cdf, u, 1e-300, 1);
    }

    /** h = ln B(a,b) − (a−1)·ψ(a) − (b−1)·ψ(b) + (a+b−2)·ψ(a+b). */
    @Override
    public Measure entropy() {
        return Measure.of(Beta.logBeta(a, b) - (a - 1) * LogGamma.digamma(a) - (b - 1) * LogGamma.digamma(b) + (a + b - 2) * LogGamma.digamma(a + b));
    }

    /** D = ln(B(a′,b′)/B(a,b)) − ∇ln B(a,b)·(a′−a, b′−b), term by term of ln B = ln Γ(a) + ln Γ(b) − ln Γ(a+b). */
    @Override
    public double closedDivergence(Distribution q) {
        if (!(q instanceof BetaDistribution t)) return Double.NaN;
        return LogGamma.bregman(a, t.a) + LogGamma.bregman(b, t.b) - LogGamma.bregman(a + b, t.a + t.b);
    }
}
