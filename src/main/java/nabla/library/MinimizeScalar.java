package nabla.library;

import java.util.function.DoubleUnaryOperator;
import nabla.engine.Session;
import nabla.optim.Scalar;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Minima and zeros of functions of one variable. */
public final class MinimizeScalar {
    private MinimizeScalar() {}

    private static DoubleUnaryOperator function(String caller, Session session, FunctionHandle f) {
        return x -> {
            session.poll();
            return Scripted.number(caller, f.apply(Real.of(x)));
        };
    }

    @Function(
            call = "[x, fval, exitflag, output] = fminbnd(f, a, b, options)",
            en = "A local minimum of a function of one variable between a and b, by golden sections and parabolas (Brent). Options: TolX (1e-4), MaxIter.",
            ru = "Локальный минимум функции одной переменной между a и b, золотым сечением и параболами (Брент). Параметры: TolX (1e-4), MaxIter.",
            examples = {"fminbnd(@(x) (x-1)^2, -3, 3)  % ans = 1"})
    public static Value[] fminbnd(Session session, FunctionHandle f, double a, double b, Value... options) {
        Options o = new Options("fminbnd", options, 0);
        if (!(a <= b)) {
            throw Failure.of("fminbnd: the lower bound is greater than the upper bound", "fminbnd: нижняя граница больше верхней");
        }
        Scalar.Point p = Scalar.minimum(function("fminbnd", session, f), a, b, o.number("TolX", 1e-4), o.count("MaxIter", 1000));
        return results(p, "golden section search, parabolic interpolation");
    }

    private static Value[] results(Scalar.Point p, String algorithm) {
        Struct output = Struct.scalar()
                .with("iterations", Real.of(p.iterations()))
                .with("funcCount", Real.of(p.evaluations()))
                .with("algorithm", Char.of(algorithm))
                .with("bracketx", Real.row(p.low(), p.high()));
        return new Value[] {Real.of(p.x()), Real.of(p.value()), Real.of(p.found() ? 1 : 0), output};
    }

    @Function(
            call = "[x, fval, exitflag, output] = fzero(f, x0, options)",
            en = "A zero of a function of one variable: between the two numbers of x0, where f has different signs, or near a single x0. "
                    + "Options: TolX (machine precision), MaxIter.",
            ru = "Нуль функции одной переменной: между двумя числами x0, где f разных знаков, или около одного x0. "
                    + "Параметры: TolX (машинная точность), MaxIter.",
            examples = {"fzero(@cos, [0 3])  % ans = 1.5708", "fzero(@(x) x^2 + 1, [0 1])  % error: fzero: not a valid initial bracketing.  "
                    + "function values at interval endpoints must differ in sign"})
    public static Value[] fzero(Session session, FunctionHandle f, Real x0, Value... options) {
        Options o = new Options("fzero", options, 0);
        DoubleUnaryOperator g = function("fzero", session, f);
        int n = x0.numel();
        if (n != 1 && n != 2) throw Failure.of("fzero: X0 must be one or two numbers", "fzero: x0 — одно или два числа");
        double a = x0.re(0);
        double fa = g.applyAsDouble(a);
        double[] other = n == 2 ? new double[] {x0.re(1), g.applyAsDouble(x0.re(1))} : opposite(g, a, fa);
        if (fa != 0 && other[1] != 0 && !(fa < 0 ^ other[1] < 0)) {
            throw Failure.of(
                            "fzero: not a valid initial bracketing.  function values at interval endpoints must differ in sign",
                            "fzero: на концах отрезка функция должна иметь разные знаки")
                    .id("Octave:bad-input-arg");
        }
        Scalar.Point p = fa == 0
                ? new Scalar.Point(a, 0, 0, 1, a, a, true)
                : Scalar.zero(g, a, fa, other[0], other[1], o.number("TolX", Math.ulp(1.0)), o.count("MaxIter", 1000));
        return results(p, "bisection, interpolation");
    }

    /** A point ever farther from a on either side where the sign differs from that at a; a itself when there is none. */
    private static double[] opposite(DoubleUnaryOperator f, double a, double fa) {
        double unit = a == 0 ? 1 : Math.abs(a);
        for (double d : new double[] {.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 50, 100, 500, 1000}) {
            for (int side = -1; side <= 1; side += 2) {
                double b = a + side * d * unit;
                double fb = f.applyAsDouble(b);
                if (fb == 0 || fa < 0 != fb < 0 && fb == fb) return new double[] {b, fb};
            }
        }
        return new double[] {a, fa};
    }
}
