package nabla.library.information;

import java.util.Arrays;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.DoubleUnaryOperator;
import nabla.engine.Session;
import nabla.entropy.Discrete;
import nabla.entropy.Distribution;
import nabla.kernel.Cores;
import nabla.kernel.Exp;
import nabla.library.Result;
import nabla.library.Shape;
import nabla.library.RandomStreams;
import nabla.library.arrays.RandomNumbers;
import nabla.value.Char;
import nabla.value.Decimal;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.Indexed;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** A named distribution as scripts hold it: printed with its parameters, asked by {@code d.pdf(x)} or {@code pdf(d, x)}. */
final class DistributionValue implements Foreign.Named, Indexed {
    private static final Map<String, String> LETTERS =
            Map.of("mu", "μ", "sigma", "σ", "lambda", "λ", "theta", "θ", "gamma", "γ", "nu", "ν", "alpha", "α");

    private final Session session;
    private final Distribution d;

    private DistributionValue(Session session, Distribution d) {
        this.session = session;
        this.d = d;
    }

    static Foreign of(Session session, Distribution d) {
        return new Foreign(new DistributionValue(session, d));
    }

    /** The distribution that the value holds, or null. */
    static Distribution in(Value v) {
        return v instanceof Foreign f && f.object() instanceof DistributionValue o ? o.d : null;
    }

    @Override
    public String className() {
        return "distribution";
    }

    @Override
    public String toString() {
        StringJoiner s = new StringJoiner(", ", d.name() + "(", ")");
        d.parameters().forEach((letter, v) -> s.add(letter + "=" + Decimal.general(v, 6, false)));
        return s.toString();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof DistributionValue v && d.equals(v.d);
    }

    @Override
    public int hashCode() {
        return d.hashCode();
    }

    @Override
    public Value get(Value[] indices) {
        throw Failure.of("a distribution is not called: d.pdf(x), d.cdf(x), d.rand(m, n)", "распределение не вызывают: d.pdf(x), d.cdf(x), d.rand(m, n)");
    }

    @Override
    public void set(Value[] indices, Value v) {
        throw Failure.of("a distribution cannot be changed: make a new one", "распределение нельзя изменить: создайте новое");
    }

    @Override
    public Value property(String name) {
        if (name.equals("name")) return Char.of(d.name());
        if (name.equals("parameters")) return Real.row(d.parameters().values().stream().mapToDouble(v -> v).toArray());
        Double v = d.parameters().get(LETTERS.getOrDefault(name, name));
        return v == null ? null : Real.of(v);
    }

    @Override
    public Value[] method(String name, Value[] a, int nargout) {
        return switch (name) {
            case "pdf" -> density(name, a);
            case "logpdf" -> each(name, a, d.logDensity());
            case "cdf" -> each(name, a, d::cdf);
            case "survival" -> each(name, a, d::survival);
            case "icdf" -> each(name, a, d::quantile);
            case "mean" -> Result.of(Real.of(d.mean()));
            case "var" -> Result.of(Real.of(d.variance()));
            case "std" -> Result.of(Real.of(Math.sqrt(d.variance())));
            case "median" -> Result.of(Real.of(d.quantile(0.5)));
            case "rand" -> Result.of(draws(a));
            case "entropy" -> entropy(a);
            case "diffentropy" -> differential(a);
            default -> related(name, a);
        };
    }

    private static Value[] each(String function, Value[] a, DoubleUnaryOperator f) {
        if (a.length != 1 || !(a[0] instanceof Numeric x) || x.isComplex()) {
            throw Failure.of("%s: pass real numbers: %s(d, x)", "%s: нужны вещественные числа: %s(d, x)", function, function);
        }
        double[] in = x.toDoubles();
        double[] r = new double[in.length];
        Cores.each(r.length, (from, to) -> {
            for (int i = from; i < to; i++) r[i] = in[i] == in[i] ? f.applyAsDouble(in[i]) : in[i];
        });
        return Result.of(new Real(r, x.dims().clone()));
    }

    private Value[] density(String function, Value[] a) {
        DoubleUnaryOperator log = d.logDensity();
        return each(function, a, x -> Exp.exp(log.applyAsDouble(x)));
    }

    private Value draws(Value[] sizes) {
        RandomStreams g = RandomNumbers.generator(session);
        Real r = Real.zeros(Shape.of("rand", sizes).dims);
        double[] x = r.data();
        for (int i = 0; i < x.length; i++) x[i] = d.quantile(g.uniform());
        return r;
    }

    private Value[] entropy(Value[] a) {
        return InformationDensities.answer("entropy", d.entropy(), InformationDensities.options("entropy", a));
    }

    private Value[] differential(Value[] a) {
        if (!(d instanceof Discrete)) return entropy(a);
        throw Failure.of("diffentropy: the distribution %s is discrete: entropy(d)", "diffentropy: распределение %s дискретно: entropy(d)", d.name());
    }

    private Value[] related(String name, Value[] a) {
        if (a.length == 0) return null;
        Value[] rest = Arrays.copyOfRange(a, 1, a.length);
        Value self = new Foreign(this);
        return switch (name) {
            case "kl" -> InformationDensities.kl(session, self, a[0], rest);
            case "crossentropy" -> InformationDensities.crossentropy(session, self, a[0], rest);
            case "jsd" -> InformationDensities.jsd(session, self, a[0], rest);
            default -> null;
        };
    }
}
