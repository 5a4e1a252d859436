package nabla.library.information;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import nabla.engine.Session;
import nabla.entropy.Density;
import nabla.entropy.Divergence;
import nabla.entropy.Entropy;
import nabla.entropy.Measure;
import nabla.library.Function;
import nabla.library.Result;
import nabla.value.Char;
import nabla.value.Decimal;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Lang;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/** Measures of information of densities, given as functions with a range, and of named distributions. */
public final class InformationDensities {
    private InformationDensities() {}

    @Function(
            call = "h = diffentropy(p, a, b)\nh = diffentropy(p, a, b, base)\nh = diffentropy(d)\n[h, why] = diffentropy(...)",
            en = "Differential entropy of the density p(x) on the range from a to b (-Inf and Inf are allowed) or of a distribution d (see "
                    + "dist): h = -(the integral of p*log2(p)). Negative for densities narrower than a uniform one of length 1. p must have "
                    + "integral 1 unless 'Normalize', true is given. The base is 2 unless given. why says why h is infinite.",
            ru = "Дифференциальная энтропия плотности p(x) на отрезке от a до b (можно -Inf и Inf) или распределения d (см. dist): "
                    + "h = -(интеграл от p*log2(p)). Отрицательна для плотностей более узких, чем равномерная на отрезке длины 1. Интеграл p должен "
                    + "быть равен 1, если не задано 'Normalize', true. Основание 2, если не задано. why — почему h бесконечна.",
            examples = {
                "diffentropy(@(x) 1/8, 0, 8)  % ans = 3.0000",
                "diffentropy(dist('normal', 0, 1), e)  % ans = 1.4189",
                "diffentropy(@(x) 1, 0, 2)  % error: diffentropy: the density must have integral 1 over the range, not 2 "
                        + "(or pass 'Normalize', true)"
            })
    public static Value[] diffentropy(Session session, Value p, Value... rest) {
        return new Call("diffentropy", session, rest, p).answer(d -> Divergence.entropy(d[0]));
    }

    @Function(
            call = "J = jsd(p, q)\nJ = jsd(p, q, a, b)\nJ = jsd(d1, d2)\nJ = jsd(P, Q, 'Dim', d)\nJ = jsd(..., base)\nd = jsd(..., 'Distance', true)",
            en = "Jensen-Shannon divergence (D(p|m) + D(q|m))/2 from the mean m = (p + q)/2, for probabilities, for densities p(x), q(x) on "
                    + "the range from a to b, and for distributions (see dist). From 0 where they are the same to 1 bit where they have "
                    + "nothing in common. The base is 2 unless given; 'Normalize', true divides p and q by their sums; 'Dim', 1 or 2 "
                    + "compares column with column or row with row (one of the two may be a single distribution for all). 'Distance', true "
                    + "gives the square root, which is a distance: it is symmetric and keeps the triangle inequality.",
            ru = "Расхождение Йенсена–Шеннона (D(p|m) + D(q|m))/2, где m = (p + q)/2, для вероятностей, для плотностей p(x), q(x) на отрезке "
                    + "от a до b и для распределений (см. dist). От 0, если они одинаковы, до 1 бита, если их носители не пересекаются. "
                    + "Основание 2, если не задано; 'Normalize', true делит p и q на их суммы; 'Dim', 1 или 2 сравнивает столбец со столбцом "
                    + "или строку со строкой (одно из двух может быть единственным распределением на всех). 'Distance', true даёт квадратный "
                    + "корень — это уже расстояние: оно симметрично и удовлетворяет неравенству треугольника.",
            examples = {"jsd([1 0], [0 1])  % ans = 1", "jsd([0.5 0.5], [0.9 0.1])  % ans = 0.1468",
                "jsd([1 0 0], [0.5 0.5 0], 'Distance', true)  % ans = 0.5579",
                "jsd(dist('uniform', 0, 1), dist('uniform', 0.5, 1.5))  % ans = 0.5000"})
    public static Value[] jsd(Session session, Value p, Value q, Value... rest) {
        if (GaussianVector.among(p, q)) return GaussianVector.measured("jsd", p, q, rest);
        if (among(p, q)) return new Call("jsd", session, rest, p, q).answer(d -> Divergence.jensenShannon(d[0], d[1]));
        return Result.of(new Information.Options("jsd", rest, "Dim", "Distance").pairs(p, q, Entropy::jensenShannon)[0]);
    }

    static Value[] crossentropy(Session session, Value p, Value q, Value[] rest) {
        if (GaussianVector.among(p, q)) return GaussianVector.measured("crossentropy", p, q, rest);
        return new Call("crossentropy", session, rest, p, q).answer(d -> Divergence.crossEntropy(d[0], d[1]));
    }

    static Value[] kl(Session session, Value p, Value q, Value[] rest) {
        if (GaussianVector.among(p, q)) return GaussianVector.measured("kl", p, q, rest);
        return new Call("kl", session, rest, p, q).answer(d -> Divergence.kullbackLeibler(d[0], d[1]));
    }

    /** Whether one of them is a function or a named distribution. */
    static boolean among(Value... values) {
        for (Value v : values) if (v instanceof FunctionHandle || DistributionValue.in(v) != null) return true;
        return GaussianVector.among(values);
    }

    private interface Question {
        Measure of(Density[] densities);
    }

    /** One call: the densities, their range when one is a function, then base and options. */
    private static final class Call {
        private final String function;
        private final Session session;
        private final Value[] densities;
        private final Information.Options options;
        private double a;
        private double b;

        Call(String function, Session session, Value[] rest, Value... densities) {
            this.function = function;
            this.session = session;
            this.densities = densities;
            boolean ranged = false;
            for (Value v : densities) ranged |= v instanceof FunctionHandle;
            if (ranged) {
                if (rest.length < 2) throw misuse();
                a = end(rest[0]);
                b = end(rest[1]);
            }
            Value[] more = ranged ? Arrays.copyOfRange(rest, 2, rest.length) : rest;
            options = options(function, more);
        }

        private double end(Value v) {
            if (v instanceof Numeric n && n.isScalar() && !n.isComplex()) return n.re(0);
            throw misuse();
        }

        private Failure misuse() {
            String names = densities.length == 1 ? "p" : "p, q";
            return Failure.of("%s: of densities: %s(%s, a, b) with functions %3$s and a range from a to b, or named distributions: see dist",
                    "%s: для плотностей: %s(%s, a, b), где %3$s — функции, a и b — концы отрезка; или распределения: см. dist",
                    function, function, names);
        }

        Value[] answer(Question question) {
            Measure m = Information.said(function, () -> {
                Density[] d = new Density[densities.length];
                for (int i = 0; i < d.length; i++) d[i] = density(densities[i]);
                return question.of(d);
            });
            return InformationDensities.answer(function, m, options);
        }

        private Density density(Value v) {
            Density d = DistributionValue.in(v);
            if (d != null) return d;
            if (!(v instanceof FunctionHandle f)) throw misuse();
            return options.normalize ? Density.normalized(values(f), a, b) : Density.of(values(f), a, b);
        }

        private DoubleUnaryOperator values(FunctionHandle f) {
            Value[] at = new Value[1];
            return x -> {
                session.poll();
                at[0] = Real.of(x);
                if (Overloaded.ordinary(f.apply(at)) instanceof Numeric y && y.isScalar() && !y.isComplex()) return y.re(0);
                throw Failure.of("%s: a density must give one real number for one x", "%s: плотность должна давать одно число для одного x", function);
            };
        }
    }

    /** What may follow densities and distributions. */
    static Information.Options options(String function, Value[] rest) {
        return function.equals("jsd") ? new Information.Options(function, rest, "Distance") : new Information.Options(function, rest);
    }

    /** The measure to the base asked for, or its square root where a distance is, and why it is infinite. */
    static Value[] answer(String function, Measure m, Information.Options options) {
        double value = Information.said(function, () -> m.in(options.base));
        return Result.of(Real.of(options.distance ? Math.sqrt(value) : value), Char.of(reason(m)));
    }

    private static String reason(Measure m) {
        return switch (m.why()) {
            case FINITE -> "";
            case SUPPORT -> String.format(Lang.say("p has mass at x = %s, where q has none", "при x = %s p > 0, а q = 0"),
                    Decimal.general(m.where(), 5, false));
            case TAIL -> m.where() > 0
                    ? Lang.say("the right tail of p is too heavy: the integral diverges", "правый хвост p слишком тяжёл: интеграл расходится")
                    : Lang.say("the left tail of p is too heavy: the integral diverges", "левый хвост p слишком тяжёл: интеграл расходится");
        };
    }
}
