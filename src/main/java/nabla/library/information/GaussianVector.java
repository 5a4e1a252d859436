package nabla.library.information;

import java.util.Arrays;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import nabla.engine.Session;
import nabla.entropy.Measure;
import nabla.entropy.MultivariateNormal;
import nabla.library.Result;
import nabla.library.Shape;
import nabla.library.RandomStreams;
import nabla.library.arrays.RandomNumbers;
import nabla.value.Char;
import nabla.value.Decimal;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.Indexed;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** A normal distribution of vectors as scripts hold it; points are the rows of a matrix. */
final class GaussianVector implements Foreign.Named, Indexed {
    private final Session session;
    private final MultivariateNormal d;

    private GaussianVector(Session session, MultivariateNormal d) {
        this.session = session;
        this.d = d;
    }

    static Foreign of(Session session, Real mu, Real sigma) {
        int n = mu.numel();
        if (sigma.rows() != n || sigma.columns() != n) {
            throw Failure.of("dist: mu has %d elements, Sigma is %s: it must be %1$dx%1$d", "dist: в mu %d чисел, а Sigma %s; нужна %1$dx%1$d", n,
                    Dims.text(sigma.dims()));
        }
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) rows[i][j] = sigma.re(i + j * n);
        return new Foreign(new GaussianVector(session, Information.said("dist", () -> new MultivariateNormal(mu.data(), rows))));
    }

    static boolean among(Value... values) {
        for (Value v : values) if (in(v) != null) return true;
        return false;
    }

    private static MultivariateNormal in(Value v) {
        return v instanceof Foreign f && f.object() instanceof GaussianVector g ? g.d : null;
    }

    private interface Comparison {
        Measure of(MultivariateNormal p, MultivariateNormal q);
    }

    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "kl", MultivariateNormal::divergence,
            "crossentropy", MultivariateNormal::crossEntropy,
            "jsd", MultivariateNormal::jensenShannon);

    /** kl, crossentropy or jsd of two of them. */
    static Value[] measured(String function, Value p, Value q, Value[] rest) {
        MultivariateNormal m = in(p);
        MultivariateNormal n = in(q);
        if (m == null || n == null || m.size() != n.size()) {
            throw Failure.of("%s: a normal distribution of vectors is compared with another of the same size only",
                    "%s: нормальное распределение векторов сравнивают только с таким же того же размера", function);
        }
        return answer(function, Information.said(function, () -> COMPARISONS.get(function).of(m, n)), rest);
    }

    private static Value[] answer(String function, Measure m, Value[] rest) {
        return InformationDensities.answer(function, m, InformationDensities.options(function, rest));
    }

    @Override
    public String className() {
        return "distribution";
    }

    @Override
    public String toString() {
        StringJoiner mu = new StringJoiner(" ", "[", "]");
        StringJoiner sigma = new StringJoiner("; ", "[", "]");
        for (double m : d.mean()) mu.add(Decimal.general(m, 6, false));
        for (double[] row : d.covariance()) sigma.add(Arrays.stream(row).mapToObj(v -> Decimal.general(v, 6, false)).collect(Collectors.joining(" ")));
        return d.size() > 4 ? "mvnormal(" + d.size() + ")" : "mvnormal(μ=" + mu + ", Σ=" + sigma + ")";
    }

    @Override
    public Value get(Value[] indices) {
        throw Failure.of("a distribution is not called: d.pdf(x), d.cdf(x), d.rand(n)", "распределение не вызывают: d.pdf(x), d.cdf(x), d.rand(n)");
    }

    @Override
    public void set(Value[] indices, Value v) {
        throw Failure.of("a distribution cannot be changed: make a new one", "распределение нельзя изменить: создайте новое");
    }

    @Override
    public Value property(String name) {
        return switch (name) {
            case "name" -> Char.of("mvnormal");
            case "mu" -> Real.row(d.mean());
            case "Sigma" -> covariance();
            default -> null;
        };
    }

    private Value covariance() {
        int n = d.size();
        double[][] rows = d.covariance();
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) r[i + j * n] = rows[i][j];
        return new Real(r, n, n);
    }

    @Override
    public Value[] method(String name, Value[] a, int nargout) {
        return switch (name) {
            case "pdf" -> each(name, a, x -> Math.exp(d.log(x)));
            case "logpdf" -> each(name, a, d::log);
            case "cdf" -> each(name, a, x -> Information.said(name, () -> d.cdf(x)));
            case "mean" -> Result.of(Real.row(d.mean()));
            case "var" -> Result.of(covariance());
            case "rand" -> Result.of(draws(a));
            case "entropy", "diffentropy" -> answer(name, d.entropy(), a);
            default -> compared(name, a);
        };
    }

    private Value[] compared(String name, Value[] a) {
        if (a.length == 0 || !COMPARISONS.containsKey(name)) return null;
        return measured(name, new Foreign(this), a[0], Arrays.copyOfRange(a, 1, a.length));
    }

    private Value[] each(String function, Value[] a, ToDoubleFunction<double[]> f) {
        int n = d.size();
        if (a.length != 1 || !(a[0] instanceof Numeric x) || x.isComplex() || x.columns() != n && x.numel() != n) {
            throw Failure.of("%s: x must have %d columns, a row for each point", "%s: в x нужно %d столбцов, по строке на точку", function, n);
        }
        int points = x.numel() / n;
        double[] r = new double[points];
        double[] point = new double[n];
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < n; j++) point[j] = x.re(i + j * points);
            r[i] = f.applyAsDouble(point);
        }
        return Result.of(Real.column(r));
    }

    private Value draws(Value[] a) {
        int points = a.length == 0 ? 1 : Shape.of("rand", a).dims[0];
        RandomStreams g = RandomNumbers.generator(session);
        double[] r = new double[points * d.size()];
        for (int i = 0; i < points; i++) {
            double[] x = d.draw(() -> g.of(RandomStreams.Stream.UNIFORM).bits(64));
            for (int j = 0; j < x.length; j++) r[i + j * points] = x[j];
        }
        return new Real(r, points, d.size());
    }
}
