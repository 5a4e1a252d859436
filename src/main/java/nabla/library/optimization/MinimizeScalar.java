package nabla.library.optimization;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Options;
import nabla.library.Verdict;
import nabla.optim.Iterate;
import nabla.optim.Objective;
import nabla.optim.Reason;
import nabla.optim.Reason.Kind;
import nabla.optim.Scalar;
import nabla.optim.Watch;
import nabla.value.Char;
import nabla.value.Convert;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Lang;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Minima and zeros of functions of one variable. */
public final class MinimizeScalar {
    private MinimizeScalar() {}

    /** f as a function of one number, followed as every run is; counts its calls. */
    private static final class Followed implements DoubleUnaryOperator, Watch {
        private final Objective f;
        private final Live live;
        private int calls;

        Followed(String caller, Session session, FunctionHandle f, double[] start, Options o) {
            live = new Live(caller, session, o, x -> Real.of(x[0]), Minimization.identity(f, start, o));
            Answers answers = Answers.ofObjective(caller, o);
            Objective g = x -> {
                session.poll();
                return answers.one(f.apply(Real.of(x[0])));
            };
            this.f = live.journal() == null ? g : live.journal().of(g);
        }

        @Override
        public double applyAsDouble(double x) {
            calls++;
            return f.value(new double[] {x});
        }

        @Override
        public boolean stop(Iterate i) {
            return live.stop(i.after(calls));
        }

        @Override
        public Reason why(int step) {
            return live.why(step);
        }

        /** What the search gives, with what is to be said of it. */
        Value[] run(Supplier<Value[]> search) {
            live.begin();
            Value[] r;
            try {
                r = search.get();
            } finally {
                live.end();
            }
            double flag = ((Real) r[2]).re(0);
            live.done(Iterate.of((int) ((Real) ((Struct) r[3]).get("iterations")).re(0), ((Real) r[0]).re(0), ((Real) r[1]).re(0), calls),
                    () -> new Live.Ending(flag > 0, ((Char) ((Struct) r[3]).get("message")).text()));
            return r;
        }
    }

    @Function(
            call = "[x, fval, exitflag, output] = fminbnd(f, a, b, options)",
            en = "A local minimum of a function of one variable between a and b, by golden sections and parabolas (Brent). Options: TolX (1e-8), "
                    + "MaxIter (1000), MaxFunEvals, and those of every solver (optimset). exitflag 1: found, 0: a limit was met, -1: stopped, -3: f became NaN or infinite.",
            ru = "Локальный минимум функции одной переменной между a и b, золотым сечением и параболами (Брент). Параметры: TolX (1e-8), "
                    + "MaxIter (1000), MaxFunEvals и общие для всех решателей (optimset). exitflag 1: найден, 0: достигнут предел, -1: остановлено, -3: f стала NaN или бесконечной.",
            problem = {"objective", "x1", "x2", "options"},
            examples = {"fminbnd(@(x) (x-1)^2, -3, 3)  % ans = 1"})
    public static Verdict fminbnd(Session session, FunctionHandle f, double a, double b, Value... options) {
        Options o = SolverOptions.read("fminbnd", options, 0);
        if (!(a <= b)) {
            throw Failure.of("fminbnd: the lower bound is greater than the upper bound", "fminbnd: нижняя граница больше верхней");
        }
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            throw Failure.of("fminbnd: the bounds must be finite", "fminbnd: границы должны быть конечными");
        }
        Followed g = new Followed("fminbnd", session, f, new double[] {a, b}, o);
        int most = Math.min(o.count("MaxIter", 1000), Math.max(0, o.count("MaxFunEvals", Integer.MAX_VALUE) - 1));
        return LocalResults.verdict(o, 3, g.run(() -> {
            Scalar.Point p = Scalar.minimum(g, a, b, o.number("TolX", 1e-8), most, g);
            int flag = p.end() == Kind.STOPPED ? -1 : !Double.isFinite(p.value()) ? -3 : p.found() ? 1 : 0;
            Struct output = output(p, g.calls, "golden section search, parabolic interpolation", flag).with("bracket", Real.row(p.low(), p.high()));
            return new Value[] {Real.of(p.x()), Real.of(p.value()), Real.of(flag), output};
        }));
    }

    private static Struct output(Scalar.Point p, int calls, String algorithm, int flag) {
        return Struct.scalar()
                .with("iterations", Real.of(p.iterations()))
                .with("funcCount", Real.of(calls))
                .with("algorithm", Char.of(algorithm))
                .with("message", Char.of(message(flag, p)));
    }

    private static String message(int flag, Scalar.Point p) {
        return switch (flag) {
            case 1 -> Lang.say("converged: x lies between ", "сошлось: x лежит между ") + p.low() + ", " + p.high();
            case 0 -> p.end() == Kind.TIME_OVER ? Lang.say("the time is over", "время вышло")
                    : Lang.say("the limit on iterations is met", "достигнут предел числа шагов");
            case -1 -> Lang.say("stopped by the user's function", "остановлено функцией пользователя");
            case -5 -> Lang.say("x is a pole: the function changes its sign there by way of infinity", "x — полюс: функция меняет там знак через бесконечность");
            default -> Lang.say("the function became ", "функция стала ") + Reasons.number(p.value());
        };
    }

    @Function(
            call = "[x, fval, exitflag, output] = fzero(f, x0, options)",
            en = "A zero of a function of one variable: between the two numbers of x0, where f has different signs (they may be infinite, the zero "
                    + "is not), or near a single x0. "
                    + "Options: TolX (machine precision), MaxIter (1000), MaxFunEvals, and those of every solver (optimset). exitflag 1: found, "
                    + "-5: the sign changes at a pole (tan, 1/x), 0: a limit was met, -1: stopped, -3: f became NaN.",
            ru = "Нуль функции одной переменной: между двумя числами x0, где f разных знаков (они могут быть бесконечны, нуль — нет), "
                    + "или около одного x0. "
                    + "Параметры: TolX (машинная точность), MaxIter (1000), MaxFunEvals и общие для всех решателей (optimset). exitflag 1: найден, "
                    + "-5: знак меняется в полюсе (tan, 1/x), 0: достигнут предел, -1: остановлено, -3: f стала NaN.",
            problem = {"objective", "x0", "options"},
            examples = {"fzero(@cos, [0 3])  % ans = 1.5708", "[x, f, flag] = fzero(@(x) 1/x, [-1 2]); flag  % flag = -5",
                "fzero(@(x) x^2 + 1, [0 1])  % error: fzero: not a valid initial bracketing.  "
                    + "function values at interval endpoints must differ in sign"})
    public static Verdict fzero(Session session, FunctionHandle f, Real x0, Value... options) {
        Options o = SolverOptions.read("fzero", options, 0);
        int n = x0.numel();
        if (n != 1 && n != 2) throw Failure.of("fzero: X0 must be one or two numbers", "fzero: x0 — одно или два числа");
        Followed g = new Followed("fzero", session, f, x0.toDoubles(), o);
        Value[] r = g.run(() -> zero(g, x0, o));
        if (x0.isSingle()) r[0] = Convert.toSingle(r[0]);
        return LocalResults.verdict(o, 3, r);
    }

    private static Value[] zero(Followed g, Real x0, Options o) {
        double a = x0.re(0);
        double fa = g.applyAsDouble(a);
        double[] ends = {a, fa, a, fa};
        if (x0.numel() == 2) {
            ends[2] = x0.re(1);
            ends[3] = g.applyAsDouble(ends[2]);
            // what f comes to at infinity is no zero
            if (Double.isInfinite(a) || Double.isInfinite(ends[2])) ends = Scalar.bracket(g, a, fa, ends[2], ends[3]);
        } else if (fa != 0) {
            ends = Scalar.bracket(g, a, fa);
        }
        int search = x0.numel() == 2 ? 0 : g.calls - 1;
        if (ends == null || ends[1] != 0 && ends[3] != 0 && !(ends[1] < 0 ^ ends[3] < 0)) {
            String undefined = fa == fa ? "" : Lang.say(": at the start the function is NaN", ": в начале функция равна NaN");
            throw Failure.of(
                            "fzero: not a valid initial bracketing.  function values at interval endpoints must differ in sign%s",
                            "fzero: на концах отрезка функция должна иметь разные знаки%s", undefined)
                    .id("Octave:bad-input-arg");
        }
        int most = Math.min(o.count("MaxIter", 1000), Math.max(0, o.count("MaxFunEvals", Integer.MAX_VALUE) - g.calls));
        Scalar.Point p = Scalar.zero(g, ends[0], ends[1], ends[2], ends[3], o.number("TolX", Math.ulp(1.0)), most, g);
        double least = Math.max(Math.abs(ends[1]), Math.abs(ends[3]));
        int flag = p.end() == Kind.STOPPED ? -1 : p.value() != p.value() ? -3 : !p.found() ? 0 : Math.abs(p.value()) > least ? -5 : 1;
        Struct output = output(p, g.calls, "bisection, interpolation", flag)
                .with("intervaliterations", Real.of(search))
                .with("bracketx", Real.row(p.low(), p.high()))
                .with("brackety", Real.row(p.lowValue(), p.highValue()));
        return new Value[] {Real.of(p.x()), Real.of(p.value()), Real.of(flag), output};
    }
}
