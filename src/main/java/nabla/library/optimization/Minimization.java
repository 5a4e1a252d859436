package nabla.library.optimization;

import java.util.Arrays;
import java.util.Locale;
import nabla.engine.Session;
import nabla.library.Options;
import nabla.optim.Descent;
import nabla.optim.Method;
import nabla.optim.Minimizer;
import nabla.optim.Outcome;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** One call of a function that minimizes: its objective and start, the limits that its options set, the results it hands back. */
final class Minimization {
    /** With more variables than this the way is recorded on demand only: it would fill the memory. */
    private static final int TRACED = 1000;

    private final Options options;
    private final Scripted f;
    private final double[] start;
    private final Live live;

    Minimization(String caller, Session session, FunctionHandle f, Value x0, Options options) {
        this.options = options;
        Parameters form = Parameters.of(caller, x0);
        start = form.start();
        this.f = new Scripted(caller, session, f, options.function("Gradient"), options.flag("GradObj", false), form, options);
        live = new Live(caller, session, options, this.f::point, identity(f, start, options));
    }

    /** What tells a run from others: its function, start and seed. */
    static String identity(FunctionHandle f, double[] start, Options options) {
        return f.text() + "\n" + Arrays.toString(start) + "\nseed " + options.count("Seed", 1);
    }

    static Numeric start(String function, Value x0) {
        if (x0 instanceof Numeric n && !(x0 instanceof Char) && !n.isComplex() && !n.isEmpty()) return n;
        throw Failure.of("%s: the start x0 must be a real array", "%s: начало x0 должно быть вещественным массивом", function);
    }

    /** The steps of a method that comes to rest by itself, unless told: as many variables take longer. */
    static int steps(int n) {
        return Math.max(10_000, 200 * n);
    }

    Scripted f() {
        return f;
    }

    double[] start() {
        return start;
    }

    /** The options' limits, these where they set none. */
    Minimizer limits(int steps, double tolerance) {
        return live.follow(new Minimizer()
                .steps(options.count("Steps", options.count("MaxIter", steps)))
                .evaluations(options.count("MaxFunEvals", Integer.MAX_VALUE))
                .tolerance(options.number("Tolerance", options.number("TolFun", tolerance)))
                .target(options.number("Target", Double.NEGATIVE_INFINITY))
                .trace(options.flag("Trace", start.length <= TRACED))
                .seed(options.count("Seed", 1)));
    }

    /** The run as its user follows it. */
    Live live() {
        return live;
    }

    /** What becomes of a rule's learning rate in this run. */
    private double eta(double own) {
        return live.eta(own);
    }

    /** The method with its learning rate, if it follows a rule, at the user's hand. */
    Method followed(Method method) {
        return method instanceof Descent d ? new Descent(d.rule(), this::eta) : method;
    }

    /** Points as the rows of a matrix. */
    static Real rows(double[][] rows) {
        int m = rows.length;
        int n = m == 0 ? 0 : rows[0].length;
        double[] d = new double[m * n];
        for (int i = 0; i < m; i++) for (int j = 0; j < n; j++) d[i + j * m] = rows[i][j];
        return new Real(d, m, n);
    }

    /** Where the gradients came from: exact, given, differences. */
    Value source() {
        return Char.of(f.source().name().toLowerCase(Locale.ROOT));
    }

    /** What explain looks at. */
    Value problem(Outcome r) {
        return Minimized.of(f, r);
    }

    /** x, fval, exitflag, output. */
    Value[] results(Outcome r, String algorithm, boolean traced) {
        f.conclude();
        Struct output = Struct.scalar()
                .with("iterations", Real.of(r.steps()))
                .with("funcCount", Real.of(r.evaluations()))
                .with("gradCount", Real.of(r.gradients()))
                .with("firstorderopt", Real.of(r.gradientNorm()))
                .with("algorithm", Char.of(algorithm))
                .with("message", Char.of(Reasons.text(r.reason())))
                .with("reason", Char.of(Reasons.word(r.reason())))
                .with("last", f.point(r.last()))
                .with("problem", problem(r));
        if (r.gradients() > 0) {
            output.with("gradient", source())
                    .with("curvature", Real.row(r.curvature().bounds()));
        }
        if (traced) output.with("trace", TraceValue.of(r.trace()));
        return new Value[] {f.result(r.x()), Real.of(r.value()), Real.of(r.reason().kind().flag()), output};
    }
}
