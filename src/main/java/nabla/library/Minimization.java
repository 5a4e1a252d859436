package nabla.library;

import nabla.engine.Session;
import nabla.optim.Minimizer;
import nabla.optim.Outcome;
import nabla.optim.Watch;
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

    private final Session session;
    private final Options options;
    private final Scripted f;
    private final double[] start;

    Minimization(String caller, Session session, FunctionHandle f, Value x0, Options options) {
        this.session = session;
        this.options = options;
        Numeric x = start(caller, x0);
        start = x.toDoubles();
        this.f = new Scripted(caller, session, f, options.function("Gradient"), options.flag("GradObj", false), x.dims());
    }

    static Numeric start(String function, Value x0) {
        if (x0 instanceof Numeric n && !n.isComplex() && !n.isEmpty()) return n;
        throw Failure.of("%s: the start x0 must be a real array", "%s: начало x0 должно быть вещественным массивом", function);
    }

    Scripted f() {
        return f;
    }

    double[] start() {
        return start;
    }

    /** The options' limits, these where they set none. */
    Minimizer limits(int steps, double tolerance) {
        return new Minimizer(
                options.count("Steps", options.count("MaxIter", steps)),
                options.count("MaxFunEvals", Integer.MAX_VALUE),
                options.number("Tolerance", options.number("TolFun", tolerance)),
                options.number("Target", Double.NEGATIVE_INFINITY),
                options.flag("Trace", start.length <= TRACED),
                new Told(options.function("OutputFcn")),
                options.count("Seed", 1));
    }

    /** Calls stop = OutputFcn(x, info, state) after every step, when there is one. */
    private final class Told implements Watch {
        private final FunctionHandle told;

        Told(FunctionHandle told) {
            this.told = told;
        }

        @Override
        public boolean stop(int step, double[] x, double value, double gradientNorm) {
            return tell(step, x, info(step, value).with("gradnorm", Real.of(gradientNorm)));
        }

        @Override
        public boolean stop(int step, double[] x, double value, double[][] generation) {
            return tell(step, x, told == null ? null : info(step, value).with("population", rows(generation)));
        }

        private Struct info(int step, double value) {
            return Struct.scalar().with("iteration", Real.of(step)).with("fval", Real.of(value));
        }

        private boolean tell(int step, double[] x, Struct info) {
            session.poll();
            return told != null && told.apply(f.point(x), info, Char.of(step == 0 ? "init" : "iter")).isTrue();
        }
    }

    /** Points as the rows of a matrix. */
    static Real rows(double[][] rows) {
        int m = rows.length;
        int n = m == 0 ? 0 : rows[0].length;
        double[] d = new double[m * n];
        for (int i = 0; i < m; i++) for (int j = 0; j < n; j++) d[i + j * m] = rows[i][j];
        return new Real(d, m, n);
    }

    /** x, fval, exitflag, output. */
    Value[] results(Outcome r, String algorithm, boolean traced) {
        Struct output = Struct.scalar()
                .with("iterations", Real.of(r.steps()))
                .with("funcCount", Real.of(r.evaluations()))
                .with("gradCount", Real.of(r.gradients()))
                .with("firstorderopt", Real.of(r.gradientNorm()))
                .with("algorithm", Char.of(algorithm))
                .with("message", Char.of(Reasons.text(r.reason())))
                .with("last", f.point(r.last()));
        if (traced) output.with("trace", TraceValue.of(r.trace()));
        return new Value[] {f.point(r.x()), Real.of(r.value()), Real.of(r.reason().kind().flag()), output};
    }
}
