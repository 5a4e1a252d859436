package nabla.library.information;

import java.util.Arrays;
import nabla.entropy.Channel;
import nabla.entropy.Entropy;
import nabla.entropy.Generalized;
import nabla.entropy.Joint;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Result;
import nabla.value.Char;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Measures of one discrete distribution beside Shannon's, of two variables by their table or samples, and of channels. */
public final class InformationTables {
    private static final String EN = "P is the table p(x,y), x down and y across, summing to 1 (or pass 'Normalize', true); x and y as two "
            + "vectors or texts are samples, whose frequencies are taken. In bits unless a base is given.";
    private static final String RU = "P — таблица p(x,y), x по строкам, y по столбцам, с суммой 1 (или задайте 'Normalize', true); x и y "
            + "двумя векторами или текстами — выборки, берутся их частоты. В битах, если не задано основание.";

    private InformationTables() {}

    @Function(
            call = "I = surprisal(p)\nI = surprisal(p, base)",
            en = "The surprise -log2(p) of an outcome of probability p, in bits unless a base is given; Inf where p = 0. Element by element.",
            ru = "Собственная информация (неожиданность) -log2(p) исхода с вероятностью p, в битах, если не задано основание; Inf при p = 0. "
                    + "Поэлементно.",
            examples = {"surprisal(1/8)  % ans = 3", "surprisal([1 0.5 0])  % ans =\n\n     0     1   Inf\n"})
    public static Real surprisal(Real p, @Default("2") double base) {
        double[] r = new double[p.numel()];
        for (int i = 0; i < r.length; i++) {
            double pi = p.re(i);
            r[i] = Information.said("surprisal", () -> Entropy.surprisal(pi, base));
        }
        return new Real(r, p.dims().clone());
    }

    @Function(
            call = "H = renyi(p, alpha)\nH = renyi(p, alpha, base)\nH = renyi(..., 'Normalize', true, 'Dim', d)",
            en = "Renyi's entropy log2(sum(p.^alpha))/(1 - alpha): for alpha = 0 Hartley's log2 of the number of possible outcomes, for 1 "
                    + "Shannon's, for Inf -log2(max(p)). In bits unless a base is given.",
            ru = "Энтропия Реньи log2(sum(p.^alpha))/(1 - alpha): при alpha = 0 логарифм числа возможных исходов (Хартли), при 1 энтропия "
                    + "Шеннона, при Inf -log2(max(p)). В битах, если не задано основание.",
            examples = {"renyi([0.5 0.25 0.25], 2)  % ans = 1.4150", "renyi([0.5 0.25 0.25], Inf)  % ans = 1"})
    public static Value renyi(Value p, double alpha, Value... options) {
        return new Information.Options("renyi", options, "Dim").lines(p, (w, base) -> Generalized.renyi(w, alpha, base));
    }

    @Function(
            call = "S = tsallis(p, q)\nS = tsallis(..., 'Normalize', true, 'Dim', d)",
            en = "Tsallis' entropy (1 - sum(p.^q))/(q - 1) over the possible outcomes; for q = 1 Shannon's in nats.",
            ru = "Энтропия Тсаллиса (1 - sum(p.^q))/(q - 1) по возможным исходам; при q = 1 энтропия Шеннона в натах.",
            examples = {"tsallis([0.5 0.5], 2)  % ans = 0.5000", "tsallis([0.5 0.5], 1)  % ans = 0.6931"})
    public static Value tsallis(Value p, double q, Value... options) {
        return new Information.Options("tsallis", options, "Dim").lines(p, (w, base) -> Generalized.tsallis(w, q));
    }

    @Function(
            call = "k = perplexity(p)\nk = perplexity(..., 'Normalize', true, 'Dim', d)",
            en = "The perplexity 2^H(p): how many equally likely outcomes would be as uncertain.",
            ru = "Перплексия 2^H(p): столько равновероятных исходов дали бы ту же неопределённость.",
            examples = {"perplexity([0.5 0.25 0.25])  % ans = 2.8284"})
    public static Value perplexity(Value p, Value... options) {
        return new Information.Options("perplexity", options, "Dim").lines(p, (w, base) -> Generalized.perplexity(w));
    }

    @Function(
            call = "r = redundancy(p)\nr = redundancy(..., 'Normalize', true, 'Dim', d)",
            en = "The redundancy 1 - H(p)/log2(n) of n outcomes: 0 where all are equally likely, 1 where one is certain.",
            ru = "Избыточность 1 - H(p)/log2(n) для n исходов: 0, если все равновероятны, 1, если один достоверен.",
            examples = {"redundancy([0.5 0.25 0.125 0.125])  % ans = 0.1250"})
    public static Value redundancy(Value p, Value... options) {
        return new Information.Options("redundancy", options, "Dim").lines(p, (w, base) -> Generalized.redundancy(w));
    }

    @Function(
            call = "H = jointentropy(P)\nH = jointentropy(x, y)\nH = jointentropy(..., base)",
            en = "The joint entropy H(X,Y) = -sum(p(x,y)*log2(p(x,y))). " + EN,
            ru = "Совместная энтропия H(X,Y) = -sum(p(x,y)*log2(p(x,y))). " + RU,
            examples = {"jointentropy([0.5 0; 0.25 0.25])  % ans = 1.5000", "jointentropy([1 1 2 2], [1 2 1 2])  % ans = 2"})
    public static double jointentropy(Value p, Value... rest) {
        return measured("jointentropy", p, rest, Joint::entropy);
    }

    @Function(
            call = "H = condentropy(P)\nH = condentropy(x, y)\nH = condentropy(..., base)",
            en = "The conditional entropy H(X|Y) = H(X,Y) - H(Y): what is unknown of x when y is known. condentropy(P') is H(Y|X). " + EN,
            ru = "Условная энтропия H(X|Y) = H(X,Y) - H(Y): сколько неизвестно об x, когда известен y. condentropy(P') — это H(Y|X). " + RU,
            examples = {"condentropy([0.5 0; 0 0.5])  % ans = 0", "condentropy([1 2 1 2], [1 1 2 2])  % ans = 1"})
    public static double condentropy(Value p, Value... rest) {
        return measured("condentropy", p, rest, Joint::conditional);
    }

    @Function(
            call = "I = mutualinfo(P)\nI = mutualinfo(x, y)\nI = mutualinfo(..., base)",
            en = "The mutual information I(X;Y) = H(X) - H(X|Y), what each of x and y tells of the other. " + EN
                    + " For samples of densities see ksg.",
            ru = "Взаимная информация I(X;Y) = H(X) - H(X|Y): сколько x и y говорят друг о друге. " + RU
                    + " Для выборок с плотностью см. ksg.",
            examples = {"mutualinfo([0.5 0; 0 0.5])  % ans = 1", "mutualinfo('abab', 'aabb')  % ans = 0"})
    public static double mutualinfo(Value p, Value... rest) {
        return measured("mutualinfo", p, rest, Joint::mutual);
    }

    private interface Measure {
        double of(Joint joint, double base);
    }

    private static double measured(String function, Value p, Value[] rest, Measure measure) {
        Real x = Information.weights(function, p);
        boolean samples = rest.length > 0 && rest[0] instanceof Numeric y && y.numel() != 1 && !named(y);
        Information.Options o = new Information.Options(function, samples ? Arrays.copyOfRange(rest, 1, rest.length) : rest);
        Real y = samples ? Information.weights(function, rest[0]) : null;
        return Information.said(function, () ->
                measure.of(samples ? Joint.of(x.data(), y.data()) : new Joint(o.weights(x), x.rows()), o.base));
    }

    /** Whether it is an option's name and no text of samples. */
    private static boolean named(Numeric y) {
        return y instanceof Char c && c.text().equalsIgnoreCase("normalize");
    }

    @Function(
            call = "T = transferentropy(x, y)\nT = transferentropy(x, y, k)\nT = transferentropy(x, y, k, base)",
            en = "Schreiber's transfer entropy from the sequence x to y: what the last k values of x tell of the next y beyond the last k of "
                    + "y. k is 1 and the base 2 unless given.",
            ru = "Энтропия переноса (Шрайбер) от последовательности x к y: что последние k значений x говорят о следующем y сверх последних "
                    + "k значений y. Если не заданы, k = 1, основание 2.",
            examples = {"x = [0 0 1 1 0 1 0 0 1];\ntransferentropy(x, [0 x(1:end-1)])  % ans = 0.9512"})
    public static double transferentropy(Real x, Real y, @Default("1") int k, @Default("2") double base) {
        return Information.said("transferentropy", () -> Joint.transfer(x.data(), y.data(), k, base));
    }

    @Function(
            call = "C = channelcapacity(W)\n[C, p] = channelcapacity(W)",
            en = "The capacity of a channel, in bits per use: the greatest mutual information of input and output, and the distribution p of "
                    + "the input that reaches it (Blahut, Arimoto). Row x of W holds the probabilities of the outputs for the input x.",
            ru = "Пропускная способность канала в битах на символ: наибольшая взаимная информация входа и выхода и распределение p "
                    + "входа, при котором она достигается (алгоритм Блейхута–Аримото). В строке x матрицы W — вероятности выходов при входе x.",
            examples = {"channelcapacity([0.9 0.1; 0.1 0.9])  % ans = 0.5310", "channelcapacity([0.5 0.5 0; 0 0.5 0.5])  % ans = 0.5000"})
    public static Value[] channelcapacity(Real w) {
        Channel c = Information.said("channelcapacity", () -> Channel.of(w.data(), w.rows(), 1e-12));
        return Result.of(Real.of(c.capacity()), Real.row(c.p()));
    }
}
