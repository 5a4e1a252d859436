package nabla.entropy;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import nabla.kernel.IncompleteBeta;
import nabla.kernel.Log;
import nabla.kernel.LogGamma;

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
        double beta = LogGamma.beta(a, b);
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
    public double below(double x) {
        return IncompleteBeta.of(x, 1 - x, a, b);
    }

    @Override
    public double above(double x) {
        return IncompleteBeta.of(1 - x, x, b, a);
    }

    @Override
    public double inverse(double u) {
        return Quantile.positive(this, u, mean());
    }

    /** x/(1 − x) of the quantile x, exact also where x is close to 1. */
    double odds(double u) {
        double x = inverse(u);
        if (x <= 0.5) return x / (1 - x);
        double rest = u <= 0.5 ? 1 - x : new BetaDistribution(b, a).inverse(1 - u);
        return (1 - rest) / rest;
    }

    /** h = ln B(a,b) − (a−1)·ψ(a) − (b−1)·ψ(b) + (a+b−2)·ψ(a+b). */
    @Override
    public Measure entropy() {
        return Measure.of(LogGamma.beta(a, b) - (a - 1) * LogGamma.digamma(a) - (b - 1) * LogGamma.digamma(b) + (a + b - 2) * LogGamma.digamma(a + b));
    }

    /** D = ln(B(a′,b′)/B(a,b)) − ∇ln B(a,b)·(a′−a, b′−b), term by term of ln B = ln Γ(a) + ln Γ(b) − ln Γ(a+b). */
    @Override
    public double closedDivergence(Distribution q) {
        if (!(q instanceof BetaDistribution t)) return Double.NaN;
        return Bregman.ofLogGamma(a, t.a) + Bregman.ofLogGamma(b, t.b) - Bregman.ofLogGamma(a + b, t.a + t.b);
    }
}
