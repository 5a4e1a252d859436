package nabla.entropy;

import java.util.Map;

/** The uniform distribution from a to b: p(x) = 1/(b − a). */
public record Uniform(double a, double b) implements Distribution {
    public Uniform {
        Parameters.finite("a", a);
        Parameters.finite("b", b);
        Parameters.range(a, b);
    }

    @Override
    public String name() {
        return "uniform";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("a", a, "b", b);
    }

    @Override
    public double low() {
        return a;
    }

    @Override
    public double high() {
        return b;
    }

    @Override
    public double log(double x) {
        return x >= a && x <= b ? -Math.log(b - a) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double mean() {
        return a / 2 + b / 2;
    }

    @Override
    public double variance() {
        return (b - a) * (b - a) / 12;
    }

    @Override
    public double below(double x) {
        return (x - a) / (b - a);
    }

    @Override
    public double above(double x) {
        return (b - x) / (b - a);
    }

    @Override
    public double inverse(double u) {
        return a + u * (b - a);
    }

    /** h = ln(b − a). */
    @Override
    public Measure entropy() {
        return Measure.of(Math.log(b - a));
    }

    /** D = ln((b′ − a′)/(b − a)) where the range lies in q's. */
    @Override
    public double closedDivergence(Distribution q) {
        return q instanceof Uniform u && u.a <= a && b <= u.b ? Math.log((u.b - u.a) / (b - a)) : Double.NaN;
    }
}
