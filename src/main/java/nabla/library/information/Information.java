package nabla.library.information;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import nabla.engine.Session;
import nabla.entropy.Entropy;
import nabla.entropy.Estimate;
import nabla.entropy.Fault;
import nabla.entropy.Loss;
import nabla.library.Along;
import nabla.library.Elementwise;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Result;
import nabla.value.Char;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Measures of information. */
public final class Information {
    private Information() {}

    @Function(
            call = "I = hartley(N)\nI = hartley(N, base)",
            en = "Hartley's information in the choice of one of N equally likely outcomes: log2(N) bits (or to the base given). Element by "
                    + "element.",
            ru = "Количество информации по Хартли при выборе одного из N равновероятных исходов: log2(N) бит (или по заданному основанию). "
                    + "Поэлементно.",
            examples = {"hartley(8)  % ans = 3", "hartley([2 16])  % ans =\n\n   1   4\n", "hartley(1000, 10)  % ans = 3"})
    public static Real hartley(Real n, @Default("2") double base) {
        double[] r = new double[n.numel()];
        for (int i = 0; i < r.length; i++) {
            double ni = n.re(i);
            r[i] = said("hartley", () -> Entropy.hartley(ni, base));
        }
        return new Real(r, n.dims().clone());
    }

    @Function(
            call = "H = entropy(p)\nH = entropy(p, base)\nH = entropy(p, 'Normalize', true)\nH = entropy(P, 'Dim', d)\nH = entropy(text)\nH = entropy(integers)",
            en = "Shannon's entropy of the distribution p, H = -sum(p.*log2(p)), in bits (or to the base given: e for nats), with 0*log 0 = 0. "
                    + "p must sum to 1 unless 'Normalize' is true: then weights or counts are divided by their sum. 'Dim', 1 or 2 takes each "
                    + "column or row of P for a distribution. Of a text or of integers, such as a picture of uint8: the entropy of its values' frequencies.",
            ru = "Энтропия Шеннона распределения p, H = -sum(p.*log2(p)), в битах (или по заданному основанию: e — наты), причём 0*log 0 = 0. "
                    + "Сумма p должна быть равна 1, если не задано 'Normalize', true: тогда веса или числа наблюдений делятся на их сумму. "
                    + "'Dim', 1 или 2: распределение — каждый столбец или каждая строка P. Для текста и целых классов, например изображения uint8, — энтропия частот значений.",
            examples = {
                "entropy([0.5 0.25 0.25])  % ans = 1.5000",
                "entropy([1 1 2], 'Normalize', true)  % ans = 1.5000",
                "entropy([1 0.5; 0 0.5], 'Dim', 1)  % ans =\n\n   0   1\n",
                "entropy('abab')  % ans = 1", "entropy(uint8([0 255; 255 0]))  % ans = 1",
                "entropy([0.5 0.6])  % error: entropy: the probabilities must sum to 1, not 1.1 (or pass 'Normalize', true)"
            })
    public static Value entropy(Value p, Value... options) {
        if (p instanceof Char || p instanceof Ints) {
            Options o = new Options("entropy", options);
            double[] values = ((Numeric) p).toDoubles();
            return Real.of(said("entropy", () -> Entropy.entropy(Entropy.normalized(Estimate.counts(values)), o.base)));
        }
        Options o = new Options("entropy", options, "Dim");
        return o.each(p, o.normalize ? Entropy::ofWeights : Entropy::entropy);
    }

    @Function(
            call = "H = crossentropy(p, q)\nH = crossentropy(p, q, base)\nH = crossentropy(p, q, a, b)\nH = crossentropy(P, Q, 'Dim', d)\n[H, why] = crossentropy(...)",
            en = "Cross-entropy H(p,q) = -sum(p.*log2(q)): the bits it costs to code outcomes of p with the code for q. Inf where p > 0 and "
                    + "q = 0. For densities p(x), q(x) on the range from a to b and for distributions (see dist) the integral of -p*log2(q). "
                    + "The base is 2 unless given; 'Normalize', true divides both by their sums; 'Dim', 1 or 2 compares column with column "
                    + "or row with row (one of them may be a single distribution for all). why says why H is infinite.",
            ru = "Перекрёстная энтропия H(p,q) = -sum(p.*log2(q)): сколько бит на исход уходит в среднем, если исходы распределены по p, а "
                    + "код построен для q. Inf, если где-то p > 0, а q = 0. Для плотностей p(x), q(x) на отрезке от a до b и для "
                    + "распределений (см. dist) — интеграл от -p*log2(q). Основание 2, если не задано; 'Normalize', true делит p и q на их "
                    + "суммы; 'Dim', 1 или 2 сравнивает столбец со столбцом или строку со строкой (одно из двух может быть единственным "
                    + "распределением на всех). why — почему H бесконечна.",
            examples = {"crossentropy([0.5 0.5], [0.25 0.75])  % ans = 1.2075", "crossentropy([0.5 0.5], [1 0])  % ans = Inf",
                "crossentropy(dist('uniform', 0, 1), dist('uniform', 0, 2))  % ans = 1"})
    public static Value[] crossentropy(Session session, Value p, Value q, Value... options) {
        if (InformationDensities.among(p, q)) return InformationDensities.crossentropy(session, p, q, options);
        return new Options("crossentropy", options, "Dim").pairs(p, q, Entropy::crossEntropy);
    }

    @Function(
            call = "D = kl(p, q)\nD = kl(p, q, base)\nD = kl(p, q, a, b)\nD = kl(p, q, a, b, base)\nD = kl(P, Q, 'Dim', d)\n[D, why] = kl(...)",
            en = "Kullback-Leibler divergence of distributions, D = sum(p.*log2(p./q)) = H(p,q) - H(p), or of densities p(x), q(x) on the "
                    + "range from a to b (-Inf and Inf are allowed) or named distributions (see dist), D = the integral of p*log2(p/q). "
                    + "Never negative; Inf where p has mass that q has not, or a tail too heavy for q: why says which. The base is 2 unless "
                    + "given; 'Normalize', true divides p and q by their sums; 'Dim', 1 or 2 compares column with column or row with row "
                    + "(one of the two may be a single distribution for all).",
            ru = "Расхождение Кульбака–Лейблера (относительная энтропия) распределений, D = sum(p.*log2(p./q)) = H(p,q) - H(p), или "
                    + "плотностей p(x), q(x) на отрезке от a до b (можно -Inf и Inf), или распределений из dist, D = интеграл от "
                    + "p*log2(p/q). Не бывает отрицательным; Inf, если p > 0 там, где q = 0, или хвост p слишком тяжёл для q: why говорит, "
                    + "что именно. Основание 2, если не задано; 'Normalize', true делит p и q на их суммы; 'Dim', 1 или 2 сравнивает столбец "
                    + "со столбцом или строку со строкой (одно из двух может быть единственным распределением на всех).",
            examples = {
                "kl([0.5 0.5], [0.25 0.75])  % ans = 0.2075",
                "kl([0.5 0.5], [1 0])  % ans = Inf",
                "kl([0.5 0.5; 1 0], [0.5 0.5], 'Dim', 2)  % ans =\n\n   0\n   1\n",
                "kl(dist('normal', 0, 1), dist('normal', 1, 2), e)  % ans = 0.4431",
                "kl(@(x) exp(-x.^2/2)/sqrt(2*pi), @(x) exp(-(x-1).^2/2)/sqrt(2*pi), -Inf, Inf, e)  % ans = 0.5000"
            })
    public static Value[] kl(Session session, Value p, Value q, Value... options) {
        if (InformationDensities.among(p, q)) return InformationDensities.kl(session, p, q, options);
        return new Options("kl", options, "Dim").pairs(p, q, Entropy::kullbackLeibler);
    }

    /** Which outcome makes a measure of the pair infinite. */
    private static String reason(double[] p, double[] q) {
        for (int i = 0; i < p.length; i++) if (p[i] > 0 && q[i] == 0) return "p(" + (i + 1) + ") > 0, q(" + (i + 1) + ") = 0";
        return "";
    }

    static Real weights(String function, Value v) {
        if (v instanceof Real r) return r;
        if (v instanceof Numeric n && !n.isComplex()) return new Real(n.toDoubles(), n.dims().clone());
        throw Failure.of("%1$s: p and q must be two distributions, or two functions with a range: %1$s(p, q, a, b)",
                "%1$s: нужны два распределения или две функции с отрезком: %1$s(p, q, a, b)", function);
    }

    @Function(
            call = "L = softmaxcrossentropy(z, k)\nL = softmaxcrossentropy(z, p)",
            en = "Loss of a classifier with the outputs (logits) z where class k is true, or the classes have probabilities p: "
                    + "log(sum(exp(z))) - z(k), in nats, computed so that no logit is too large.",
            ru = "Функция потерь классификатора с выходами (логитами) z, если верен класс k или классы имеют вероятности p: "
                    + "log(sum(exp(z))) - z(k), в натах; логиты могут быть любой величины.",
            examples = {"softmaxcrossentropy([1000 0 -1000], 2)  % ans = 1000"})
    public static double softmaxcrossentropy(Real z, Real target) {
        if (target.isScalar()) return said("softmaxcrossentropy", () -> Loss.softmaxCrossEntropy(z.data(), (int) target.re(0)));
        return said("softmaxcrossentropy", () -> Loss.softmaxCrossEntropy(z.data(), target.data()));
    }

    @Function(
            call = "L = binarycrossentropy(z, y)",
            en = "Loss of a classifier of two classes with the output (logit) z for the label y, 0 to 1: "
                    + "max(z,0) - z*y + log(1+exp(-|z|)), in nats. Element by element.",
            ru = "Функция потерь классификатора на два класса с выходом (логитом) z при метке y от 0 до 1: "
                    + "max(z,0) - z*y + log(1+exp(-|z|)), в натах. Поэлементно.",
            examples = {"binarycrossentropy(40, 0)  % ans = 40", "binarycrossentropy(0, 1)  % ans = 0.6931"})
    @Elementwise
    public static double binarycrossentropy(double z, double y) {
        return Loss.binaryCrossEntropy(z, y);
    }

    /** A measure of two distributions, its logarithms to a base. */
    interface Pair {
        double of(double[] p, double[] q, double base);
    }

    /** What follows the distributions: a base, 'Normalize' with a truth value, and of 'Dim' and 'Distance' those that the function takes. */
    static final class Options {
        private final String function;
        private final List<String> more;
        double base = 2;
        boolean normalize;
        boolean distance;
        private Value dim;

        /** @param more the names of options that this function takes beside 'Normalize' */
        Options(String function, Value[] rest, String... more) {
            this.function = function;
            this.more = List.of(more);
            int at = 0;
            if (at < rest.length && rest[at] instanceof Numeric n && !(n instanceof Char) && n.isScalar()) {
                base = n.re(0);
                at++;
            }
            for (; at < rest.length; at += 2) {
                String name = rest[at] instanceof Char c && at + 1 < rest.length ? c.text() : "";
                if (name.equalsIgnoreCase("Normalize")) normalize = rest[at + 1].isTrue();
                else if (name.equalsIgnoreCase("Dim") && this.more.contains("Dim")) dim = rest[at + 1];
                else if (name.equalsIgnoreCase("Distance") && this.more.contains("Distance")) distance = rest[at + 1].isTrue();
                else throw wrong();
            }
        }

        private Failure wrong() {
            StringJoiner en = new StringJoiner("", "%s: after the distributions come a base, 'Normalize', true or false", "");
            StringJoiner ru = new StringJoiner("", "%s: после распределений — основание, 'Normalize', true или false", "");
            if (more.contains("Dim")) {
                en.add(", 'Dim', 1 or 2");
                ru.add(", 'Dim', 1 или 2");
            }
            if (more.contains("Distance")) {
                en.add(", 'Distance', true or false");
                ru.add(", 'Distance', true или false");
            }
            return Failure.of(en.toString(), ru.toString(), function);
        }

        /** The measure of all of p, or of each of its lines along the dimension, divided by their sums when that is asked for. */
        Value lines(Value v, ToDoubleBiFunction<double[], Double> measure) {
            return each(v, (p, to) -> measure.applyAsDouble(weights(p), to));
        }

        /** The measure of all of the weights, or of each of their lines along the dimension, as they are. */
        Value each(Value v, ToDoubleBiFunction<double[], Double> measure) {
            Real p = Information.weights(function, v);
            if (dim == null) return Real.of(said(function, () -> measure.applyAsDouble(p.data(), base)));
            Along a = Along.of(function, p.dims(), dim);
            double[] r = new double[a.lines];
            for (int l = 0; l < r.length; l++) {
                double[] line = a.line(p.data(), l);
                r[l] = said(function, () -> measure.applyAsDouble(line, base));
            }
            return new Real(r, a.reduced());
        }

        /** The measure of all of p and q, or of each pair of their lines along the dimension, and why the first infinite one is so. */
        Value[] pairs(Value v, Value w, Pair measure) {
            Real p = Information.weights(function, v);
            Real q = Information.weights(function, w);
            String[] why = {""};
            if (dim == null) return Result.of(Real.of(pair(p.data(), q.data(), measure, why)), Char.of(why[0]));
            int[] dims = p.numel() >= q.numel() ? p.dims() : q.dims();
            Along a = Along.of(function, dims, dim);
            double[] r = new double[a.lines];
            for (int l = 0; l < r.length; l++) r[l] = pair(line(p, dims, a, l), line(q, dims, a, l), measure, why);
            return Result.of(new Real(r, a.reduced()), Char.of(why[0]));
        }

        /** Line l of a table of these sizes; a vector of a line's length stands for each of them. */
        private double[] line(Real p, int[] dims, Along a, int l) {
            if (Dims.same(p.dims(), dims)) return a.line(p.data(), l);
            if (p.numel() == a.length) return p.data();
            throw Failure.of("%s: one table is %s, the other %s: both must be of one size, or one a vector of %d", "%s: таблицы %s и %s: нужны "
                    + "таблицы одного размера либо одна из них — вектор из %d чисел", function, Dims.text(dims), Dims.text(p.dims()), a.length);
        }

        private double pair(double[] p, double[] q, Pair measure, String[] why) {
            double[] pw = weights(p);
            double[] qw = weights(q);
            double value = said(function, () -> measure.of(pw, qw, base));
            if (Double.isInfinite(value) && why[0].isEmpty()) why[0] = reason(pw, qw);
            return distance ? Math.sqrt(value) : value;
        }

        double[] weights(double[] p) {
            return normalize ? said(function, () -> Entropy.normalized(p)) : p;
        }

        double[] weights(Real p) {
            return weights(p.data());
        }
    }

    /** Runs it; what is wrong with the weights is said in the user's language. */
    static <T> T said(String function, Supplier<T> measure) {
        try {
            return measure.get();
        } catch (Fault f) {
            throw words(function, f);
        }
    }

    /** What helps when probabilities do not sum to 1. */
    private record Remedy(String en, String ru) {}

    private static final Remedy NORMALIZE = new Remedy("pass 'Normalize', true", "задайте 'Normalize', true");
    private static final Remedy DIVIDE = new Remedy("divide each row by its sum", "разделите каждую строку на её сумму");

    /** Of functions that have no such option. */
    private static final Map<String, Remedy> REMEDIES = Map.of("xent", DIVIDE, "softmaxcrossentropy", DIVIDE, "channelcapacity", DIVIDE);

    private static Failure words(String function, Fault f) {
        String v = String.format(java.util.Locale.ROOT, "%.10g", f.value());
        v = v.replace("Infinity", "Inf");
        if (v.contains(".") && !v.contains("e")) v = v.replaceAll("0+$", "").replaceAll("\\.$", "");
        String en = switch (f.kind()) {
            case EMPTY -> "there are no probabilities";
            case NEGATIVE -> f.index() > 0 ? "probability %2$d is negative: %1$s" : "the density is negative: %1$s";
            case NOT_A_NUMBER -> f.index() > 0 ? "probability %2$d is NaN" : "the density is NaN";
            case SUM -> "the probabilities must sum to 1, not %1$s (or %4$s)";
            case LENGTHS -> "p and q must have the same length, not %1$s and %2$d";
            case MASS -> "the density must have integral 1 over the range, not %1$s (or pass 'Normalize', true)";
            case NO_MASS -> "no point of the range was found where the density is positive";
            case COUNT -> "the number of outcomes must be 1 or more, not %1$s";
            case BASE -> "the logarithm's base must be positive and not 1, not %1$s";
            case LABEL -> "class %2$d is not one of the outputs";
            case RANGE -> "the range must go from a smaller to a larger number";
            case OUTCOME -> "outcome %2$d, %1$s, has no word in the code";
            case BITS -> "no word of the code begins at bit %2$d";
            case COUNTS -> "count %2$d must be a whole number from 0, all together at most 2^30, not %1$s";
            case NEIGHBOURS -> "the number of neighbours must be 1 or more and less than the number of points, not %1$s";
            case TIES -> "more than %1$s samples coincide, so they have no density: count them, kl(histc(x, v)/numel(x), ...)";
            case WINDOW -> "the window must be 1 or more and less than half of the %2$d samples, not %1$s";
            case POSITIVE -> "%3$s must be positive and finite, not %1$s";
            case FINITE -> "%3$s must be finite, not %1$s";
            case PROBABILITY -> "%3$s must be between 0 and 1, not %1$s";
            case CHANCE -> "%3$s must be greater than 0 and at most 1, not %1$s";
            case WHOLE -> "%3$s must be a whole number, not %1$s";
            case COVARIANCE -> "the covariance %3$s must be symmetric and positive definite";
            case COORDINATES -> "it is found in %2$d coordinates at most, not %1$s: take mean(all(rand(d, n) <= x, 2))";
            case DIRECTIONS -> "the two differ in %1$s directions, quadrature takes %2$d at most: take the mean over rand(d, n)";
            case MIXED -> "one of the distributions is discrete, the other has a density: they have no common measure";
        };
        String ru = switch (f.kind()) {
            case EMPTY -> "нет ни одной вероятности";
            case NEGATIVE -> f.index() > 0 ? "вероятность %2$d отрицательна: %1$s" : "плотность отрицательна: %1$s";
            case NOT_A_NUMBER -> f.index() > 0 ? "вероятность %2$d равна NaN" : "плотность равна NaN";
            case SUM -> "сумма вероятностей должна быть 1, а не %1$s (или %5$s)";
            case LENGTHS -> "p и q должны быть одной длины, а не %1$s и %2$d";
            case MASS -> "интеграл плотности по отрезку должен быть 1, а не %1$s (или задайте 'Normalize', true)";
            case NO_MASS -> "на отрезке не нашлось точки, где плотность положительна";
            case COUNT -> "число исходов должно быть не меньше 1, а не %1$s";
            case BASE -> "основание логарифма должно быть положительным и не 1, а не %1$s";
            case LABEL -> "класса %2$d нет среди выходов";
            case RANGE -> "отрезок должен идти от меньшего числа к большему";
            case OUTCOME -> "у исхода %2$d, %1$s, нет слова в коде";
            case BITS -> "с бита %2$d не начинается ни одно слово кода";
            case COUNTS -> "число наблюдений исхода %2$d должно быть целым от 0, в сумме не больше 2^30, а не %1$s";
            case NEIGHBOURS -> "число соседей должно быть не меньше 1 и меньше числа точек, а не %1$s";
            case TIES -> "совпадает больше чем %1$s отсчётов, плотности у них нет: возьмите частоты, kl(histc(x, v)/numel(x), ...)";
            case WINDOW -> "окно должно быть не меньше 1 и меньше половины выборки (в ней %2$d), а не %1$s";
            case POSITIVE -> "%3$s должно быть положительным и конечным, а не %1$s";
            case FINITE -> "%3$s должно быть конечным, а не %1$s";
            case PROBABILITY -> "%3$s должно быть между 0 и 1, а не %1$s";
            case CHANCE -> "%3$s должно быть больше 0 и не больше 1, а не %1$s";
            case WHOLE -> "%3$s должно быть целым, а не %1$s";
            case COVARIANCE -> "ковариация %3$s должна быть симметричной и положительно определённой";
            case COORDINATES -> "считается не более чем по %2$d координатам, а не по %1$s: возьмите mean(all(rand(d, n) <= x, 2))";
            case DIRECTIONS -> "распределения различаются по %1$s направлениям, численно берётся не больше %2$d: усредните по rand(d, n)";
            case MIXED -> "одно распределение дискретно, у другого плотность: общей меры у них нет";
        };
        Remedy remedy = REMEDIES.getOrDefault(function, NORMALIZE);
        return Failure.of(function + ": " + en, function + ": " + ru, v, f.index(), f.parameter(), remedy.en, remedy.ru);
    }
}
