package nabla.library.information;

import java.util.function.BiConsumer;
import nabla.entropy.Logits;
import nabla.entropy.Loss;
import nabla.library.Along;
import nabla.library.Default;
import nabla.library.Elementwise;
import nabla.library.Function;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Value;

/** What turns the outputs (logits) of classifiers into probabilities and losses. Rows are observations, as in train; columns are classes. */
public final class Classifiers {
    private Classifiers() {}

    @Function(
            call = "p = softmax(z)\np = softmax(z, dim)",
            en = "Probabilities of classes from their logits: exp(z)./sum(exp(z)) for each row of z (for a vector: of its elements), or "
                    + "along dim; softmax(z, 1) takes columns as observations. No logit is too large.",
            ru = "Вероятности классов по их логитам: exp(z)./sum(exp(z)) для каждой строки z (для вектора — по его элементам) или вдоль "
                    + "dim; softmax(z, 1) считает наблюдениями столбцы. Логиты могут быть любой величины.",
            examples = {"softmax([0 log(3)])  % ans =\n\n   0.2500   0.7500\n", "softmax([1e4 0 -1e4])  % ans =\n\n   1   0   0\n"})
    public static Real softmax(Real z, @Default Value dim) {
        return lines("softmax", z, dim, Logits::softmax);
    }

    @Function(
            call = "l = logsoftmax(z)\nl = logsoftmax(z, dim)",
            en = "log(softmax(z)), exact also where a probability is too small for a number or too near to 1; see softmax.",
            ru = "log(softmax(z)), точно и там, где вероятность обращается в машинный ноль или неотличима от 1; см. softmax.",
            examples = {"logsoftmax([1e4 0])  % ans =\n\n        0   -10000\n"})
    public static Real logsoftmax(Real z, @Default Value dim) {
        return lines("logsoftmax", z, dim, Logits::logSoftmax);
    }

    @Function(
            call = "s = logsumexp(z)\ns = logsumexp(z, dim)",
            en = "log(sum(exp(z))) for each row of z (for a vector: of its elements), or along dim, whatever the size of z.",
            ru = "log(sum(exp(z))) для каждой строки z (для вектора — по его элементам) или вдоль dim, сколь бы большими ни были логиты z.",
            examples = {"logsumexp([1e4 1e4])  % ans = 1.0001e+04", "logsumexp([-Inf 0])  % ans = 0"})
    public static Real logsumexp(Real z, @Default Value dim) {
        Along along = along("logsumexp", z, dim);
        double[] r = new double[along.lines];
        along.bands((line, count) -> logits(z, along, line, count).logSumExp(r, line));
        return new Real(r, along.reduced());
    }

    private static Along along(String function, Real z, Value dim) {
        return dim == null ? new Along(z.dims(), classes(z)) : Along.of(function, z.dims(), dim);
    }

    /** The dimension of the classes, from 0: of a column its own, otherwise the second. */
    private static int classes(Real z) {
        return z.ndims() == 2 && z.columns() == 1 ? 0 : 1;
    }

    private static Logits logits(Real z, Along along, int line, int count) {
        return new Logits(z.data(), along.start(line), along.length, along.stride, count);
    }

    private static Real lines(String function, Real z, Value dim, BiConsumer<Logits, double[]> of) {
        Along along = along(function, z, dim);
        double[] r = new double[z.numel()];
        along.bands((line, count) -> of.accept(logits(z, along, line, count), r));
        return new Real(r, z.dims().clone());
    }

    @Function(
            call = "y = sigmoid(x)",
            en = "1./(1+exp(-x)), from 0 to 1. Element by element.",
            ru = "Сигмоида 1./(1+exp(-x)), от 0 до 1. Поэлементно.",
            examples = {"sigmoid([-1e4 0 1e4])  % ans =\n\n        0   0.5000   1.0000\n"})
    @Elementwise(integers = false)
    public static double sigmoid(double x) {
        return Loss.sigmoid(x);
    }

    @Function(
            call = "y = softplus(x)",
            en = "log(1+exp(x)), a smooth relu, for x of any size. Element by element.",
            ru = "log(1+exp(x)), сглаженный ReLU, при любой величине x. Поэлементно.",
            examples = {"softplus([-1e4 1e4])  % ans =\n\n       0   10000\n"})
    @Elementwise(integers = false)
    public static double softplus(double x) {
        return Loss.softplus(x);
    }

    @Function(
            call = "y = relu(x)",
            en = "max(x, 0): the rectified linear unit. Its derivative at 0 is 0. Element by element.",
            ru = "max(x, 0): усечённая линейная функция (ReLU). Производная в 0 принята равной 0. Поэлементно.",
            examples = {"relu([-2 3])  % ans =\n\n   0   3\n"})
    @Elementwise
    public static double relu(double x) {
        return x > 0 || x != x ? x : 0;
    }

    @Function(
            call = "L = xent(z, labels)\nL = xent(z, p)",
            en = "Cross-entropy of a classifier, in nats: the mean over the rows of logits z (observations by classes) of "
                    + "logsumexp(z) - z(label), labels from 1; or of -sum(p.*logsoftmax(z)) for the classes' probabilities p, of z's "
                    + "size. A vector z is one observation. The gradient by z is (softmax(z) - onehot(labels))/rows(z). For columns as "
                    + "observations: xent(z', labels).",
            ru = "Перекрёстная энтропия классификатора в натах: среднее по строкам логитов z (строки — наблюдения, столбцы — классы) от "
                    + "logsumexp(z) - z(label), метки нумеруются с 1; либо от -sum(p.*logsoftmax(z)) для вероятностей классов p того же размера, "
                    + "что z. Вектор z — одно наблюдение. Градиент по z равен (softmax(z) - onehot(labels))/rows(z). Если наблюдения в "
                    + "столбцах: xent(z', labels).",
            examples = {"xent([0 0; 1e4 -1e4], [1 2])  % ans = 1.0000e+04", "xent([0 0], [0.5 0.5])  % ans = 0.6931",
                "xent([0 0], 3)  % error: xent: label 3 is none of the 2 classes, which are numbered from 1"})
    public static double xent(Real z, Real labels) {
        Along along = along("xent", z, null);
        double sum = 0;
        if (Dims.same(z.dims(), labels.dims()) && !z.isScalar()) {
            for (int k = 0; k < along.lines; k++) {
                double[] zk = along.line(z.data(), k);
                double[] pk = along.line(labels.data(), k);
                sum += Information.said("xent", () -> Loss.softmaxCrossEntropy(zk, pk));
            }
            return sum / along.lines;
        }
        if (labels.numel() != along.lines) {
            throw Failure.of("xent: the logits are %s, the labels %s: a label for each row of logits is needed, or a probability for each logit",
                    "xent: логиты %s, метки %s: нужна метка на каждую строку логитов или вероятность на каждый логит",
                    Dims.text(z.dims()), Dims.text(labels.dims()));
        }
        Real log = lines("xent", z, null, Logits::logSoftmax);
        for (int k = 0; k < along.lines; k++) {
            int label = label("xent", labels.re(k), along.length);
            sum -= log.data()[along.start(k) + (label - 1) * along.stride];
        }
        return sum / along.lines;
    }

    @Function(
            call = "P = onehot(labels)\nP = onehot(labels, classes)",
            en = "A row for each label, from 1 to classes (unless given, the greatest label): 1 in the label's column, 0 elsewhere.",
            ru = "По строке на каждую метку от 1 до classes (если не задано — до наибольшей метки): 1 в столбце метки, 0 в остальных.",
            examples = {"onehot([1 3])  % ans =\n\n   1   0   0\n   0   0   1\n"})
    public static Real onehot(Real labels, @Default("0") int classes) {
        int n = labels.numel();
        double top = classes;
        if (classes == 0) for (int i = 0; i < n; i++) top = Math.max(top, labels.re(i));
        Real p = Real.zeros(n, (int) top);
        for (int i = 0; i < n; i++) p.data()[i + (label("onehot", labels.re(i), (int) top) - 1) * n] = 1;
        return p;
    }

    private static int label(String function, double label, int classes) {
        if (label == Math.rint(label) && label >= 1 && label <= classes) return (int) label;
        String said = label == Math.rint(label) ? String.format("%.0f", label) : String.valueOf(label);
        throw Failure.of("%s: label %s is none of the %d classes, which are numbered from 1",
                "%s: метки %s нет среди классов: их %d, счёт с 1", function, said, classes);
    }
}
