package nabla.library.information;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import nabla.engine.Session;
import nabla.entropy.Entropy;
import nabla.entropy.Estimate;
import nabla.entropy.FileEntropy;
import nabla.entropy.Neighbours;
import nabla.entropy.Spacing;
import nabla.library.Characters;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Options;
import nabla.library.Progress;
import nabla.library.Result;
import nabla.library.RandomStreams;
import nabla.library.arrays.RandomNumbers;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Value;

/** Entropies and divergences known from samples. */
public final class InformationEstimates {
    private static final Map<String, Estimate> COUNTED = Map.of(
            "plugin", Estimate.PLUGIN, "miller", Estimate.MILLER_MADOW, "james", Estimate.JAMES_STEIN, "grassberger", Estimate.GRASSBERGER);

    private static final Map<String, Spacing> SPACED =
            Map.of("vasicek", Spacing.VASICEK, "vanes", Spacing.VAN_ES, "ebrahimi", Spacing.EBRAHIMI, "correa", Spacing.CORREA);

    private static final List<String> METHODS = List.of("plugin", "miller", "james", "grassberger", "vasicek", "vanes", "ebrahimi", "correa");

    private InformationEstimates() {}

    @Function(
            call = "H = entropyest(x)\nH = entropyest(x, method, base)\nH = entropyest(x, 'Method', method, 'Base', base)\n"
                    + "H = entropyest(n, method, base, 'Counts', true)\n[H, ci] = entropyest(..., 'Bootstrap', n, 'Level', 0.95)",
            en = "The entropy of the unknown distribution that the samples x (numbers or a text) were drawn from, in bits unless a base is "
                    + "given. method: 'plugin', the entropy of the frequencies, which is too small; 'miller' (Miller-Madow), that plus its bias "
                    + "(K-1)/(2N); 'james' (James-Stein), frequencies shrunk towards equal ones; 'grassberger', the default. 'Counts', true "
                    + "takes n for how often each outcome was seen, 0 included: 'james' shrinks towards all of them. For samples of a "
                    + "density, its differential entropy from their spacings: 'vasicek', 'vanes', 'ebrahimi', 'correa', with 'Window', m "
                    + "(sqrt(N) unless given); see also knnentropy. ci are the ends of the interval that holds the estimates of the part 'Level' "
                    + "of n (1000) samples drawn from x with replacement (Efron's percentile interval).",
            ru = "Энтропия неизвестного распределения, из которого взята выборка x (числа или текст), в битах, если не задано основание. "
                    + "method: 'plugin' — энтропия частот, она занижена; 'miller' (Миллер–Мэдоу) — с поправкой (K-1)/(2N); 'james' "
                    + "(Джеймс–Стейн) — частоты, стянутые к равным; 'grassberger' — по умолчанию. 'Counts', true: n — сколько раз наблюдался "
                    + "каждый исход, нули тоже считаются: 'james' стягивает к равным частоты всех исходов. Для выборки из плотности — её "
                    + "дифференциальная энтропия по разностям порядковых статистик: 'vasicek', 'vanes', 'ebrahimi', 'correa', с окном "
                    + "'Window', m (если не задано, sqrt(N)); см. также knnentropy. ci — концы интервала, в который попадает доля 'Level' "
                    + "оценок по n (1000) выборкам из x с возвращением (процентильный бутстреп-интервал Эфрона).",
            examples = {"entropyest([1 2 1 2], 'plugin')  % ans = 1", "entropyest([1 2 1 2], 'Method', 'miller', 'Base', e)  % ans = 0.8181",
                "entropyest('abracadabra')  % ans = 2.4942", "entropyest([5 2 1 0], 'james', 'Counts', true)  % ans = 1.7409", "entropyest([1 2 4 7 8 11], 'vanes')  % ans = 4.0686",
                "[H, ci] = entropyest([1 2 1 2], 'plugin', 'Bootstrap', 50);\nci(2)  % ans = 1"})
    public static Value[] entropyest(Session session, @Nargout int results, @Characters Real x, Value... options) {
        Options o = new Options("entropyest", named(options), 0, "Method", "Base", "Window", "Counts", "Bootstrap", "Level");
        boolean counts = o.flag("Counts", false);
        ToDoubleFunction<double[]> nats = estimator(o.word("Method", "grassberger"), o.count("Window", 0), counts);
        double unit = Information.said("entropyest", () -> Entropy.scale(o.number("Base", 2)));
        double h = Information.said("entropyest", () -> nats.applyAsDouble(x.data()) / unit);
        if (results < 2) return Result.of(Real.of(h));
        double[] samples = counts ? outcomes(x.data()) : x.data();
        ToDoubleFunction<double[]> drawn = counts ? s -> nats.applyAsDouble(tally(s, x.numel())) : nats;
        double[] again = resampled(session, samples, Math.max(1, o.count("Bootstrap", 1000)), drawn);
        double outside = (1 - o.number("Level", 0.95)) / 2;
        return Result.of(Real.of(h), Real.row(quantile(again, outside) / unit, quantile(again, 1 - outside) / unit));
    }

    /** The method and the base by their names, when they are given by their places. */
    private static Value[] named(Value[] options) {
        List<Value> r = new ArrayList<>(List.of(options));
        boolean method = options.length > 0 && options[0] instanceof Char c && (options.length % 2 == 1 || METHODS.contains(c.text().toLowerCase(Locale.ROOT)));
        if (!method) return options;
        if (options.length > 1 && !(options[1] instanceof Char)) r.add(1, Char.of("Base"));
        r.add(0, Char.of("Method"));
        return r.toArray(Value[]::new);
    }

    private static ToDoubleFunction<double[]> estimator(String method, int window, boolean counts) {
        String name = method.toLowerCase(Locale.ROOT);
        Estimate counted = COUNTED.get(name);
        Spacing spaced = SPACED.get(name);
        if (counted != null) return counts ? counted::nats : x -> counted.nats(Estimate.counts(x));
        if (spaced != null && !counts) return x -> spaced.nats(x, window);
        if (spaced != null) {
            throw Failure.of("entropyest: '%s' takes samples, not counts", "entropyest: методу '%s' нужна выборка, а не числа наблюдений", method);
        }
        throw Failure.of("entropyest: there is no method '%s': take one of %s", "entropyest: метода '%s' нет: возьмите один из %s", method,
                String.join(", ", METHODS));
    }

    /** Samples, numbers from 0, of which each occurs as often as its count says. */
    private static double[] outcomes(double[] counts) {
        double[] samples = new double[(int) Arrays.stream(counts).sum()];
        int to = 0;
        for (int i = 0; i < counts.length; i++) Arrays.fill(samples, to, to += (int) counts[i], i);
        return samples;
    }

    /** How often each of the numbers from 0 to before k occurs. */
    private static double[] tally(double[] samples, int k) {
        double[] counts = new double[k];
        for (double s : samples) counts[(int) s]++;
        return counts;
    }

    /** The estimates from so many samples drawn from x with replacement, in order. */
    private static double[] resampled(Session session, double[] x, int n, ToDoubleFunction<double[]> nats) {
        RandomStreams g = RandomNumbers.generator(session);
        double[] r = new double[n];
        double[] drawn = new double[x.length];
        for (int k = 0; k < n; k++) {
            session.poll();
            for (int i = 0; i < drawn.length; i++) drawn[i] = x[(int) g.below(x.length)];
            r[k] = Information.said("entropyest", () -> nats.applyAsDouble(drawn));
        }
        Arrays.sort(r);
        return r;
    }

    /** The quantile of sorted numbers, a straight line between those at (k − ½)/n. */
    private static double quantile(double[] sorted, double u) {
        double at = Math.max(0, Math.min(sorted.length - 1, u * sorted.length - 0.5));
        int k = (int) at;
        return k + 1 == sorted.length ? sorted[k] : sorted[k] + (at - k) * (sorted[k + 1] - sorted[k]);
    }

    @Function(
            call = "h = knnentropy(X)\nh = knnentropy(X, k)\nh = knnentropy(X, k, base)",
            en = "The differential entropy of the density that the rows of X were drawn from, by the distances to the k-th nearest neighbours "
                    + "(Kozachenko, Leonenko). k is 3 and the base 2 unless given. -Inf where more than k rows coincide: no density does that.",
            ru = "Дифференциальная энтропия плотности, из которой взяты строки X, по расстояниям до k-го ближайшего соседа (Козаченко, "
                    + "Леоненко). Если не заданы, k = 3, основание 2. -Inf, если совпадает больше k строк: у величины с плотностью так не бывает.",
            examples = {"knnentropy([1 2 4 7 8 11], 1)  % ans = 4.7250"})
    public static double knnentropy(Session session, Real x, @Default("3") int k, @Default("2") double base) {
        return Information.said("knnentropy", () -> Neighbours.entropy(coordinates(x), k, session::poll) / Entropy.scale(base));
    }

    @Function(
            call = "D = knnkl(X, Y)\nD = knnkl(X, Y, k)\nD = knnkl(X, Y, k, base)",
            en = "The Kullback-Leibler divergence of the density behind the rows of X from that behind the rows of Y, by nearest neighbours "
                    + "(Wang, Kulkarni, Verdu). k is 3 and the base 2 unless given. Being an estimate, it may be a little below 0.",
            ru = "Расхождение Кульбака–Лейблера плотности, из которой взяты строки X, от плотности, из которой взяты строки Y, по ближайшим "
                    + "соседям (Ван, Кулкарни, Верду). Если не заданы, k = 3, основание 2. Как оценка, может быть чуть меньше 0.",
            examples = {"knnkl((1:10)', (0.5:10.5)', 1)  % ans = -0.7105"})
    public static double knnkl(Session session, Real x, Real y, @Default("3") int k, @Default("2") double base) {
        return Information.said("knnkl", () -> Neighbours.kullbackLeibler(coordinates(x), coordinates(y), k, session::poll) / Entropy.scale(base));
    }

    @Function(
            call = "I = ksg(X, Y)\nI = ksg(X, Y, k)\nI = ksg(X, Y, k, base)",
            en = "The mutual information of the densities behind the rows of X and Y, pairs of samples, by nearest neighbours (Kraskov, "
                    + "Stoegbauer, Grassberger). k is 3 and the base 2 unless given. Each column is taken in units of its deviation, and samples that "
                    + "coincide count as outcomes (Gao and others). Being an estimate, it may be a little below 0.",
            ru = "Взаимная информация величин, чьи парные выборки стоят в строках X и Y, по ближайшим соседям (Красков, Штёгбауэр, "
                    + "Грассбергер). Если не заданы, k = 3, основание 2. Каждый столбец берётся в единицах своего отклонения, совпавшие отсчёты "
                    + "считаются исходами (Гао и др.). Как оценка, может быть чуть меньше 0.",
            examples = {"x = [1 2 3 4 6 7 8];\nksg(x, x, 2)  % ans = 3.3285"})
    public static double ksg(Session session, Real x, Real y, @Default("3") int k, @Default("2") double base) {
        return Information.said("ksg", () -> {
            double[][] u = Neighbours.standardized(coordinates(x));
            double[][] v = Neighbours.standardized(coordinates(y));
            return Neighbours.mutual(u, v, k, session::poll) / Entropy.scale(base);
        });
    }

    /** Samples as the core takes them, coordinate by coordinate; a row vector is as many samples of one number. */
    private static double[][] coordinates(Real x) {
        int n = x.rows() == 1 ? x.numel() : x.rows();
        double[][] r = new double[n == 0 ? 0 : x.numel() / n][];
        for (int j = 0; j < r.length; j++) r[j] = Arrays.copyOfRange(x.data(), j * n, (j + 1) * n);
        return r;
    }

    @Function(
            call = "H = fileentropy(name)\n[H, counts] = fileentropy(name)",
            en = "The entropy of a file's bytes, in bits per byte (8 where no code could shorten it byte by byte), and how often each of the 256 "
                    + "occurs. Read in one pass, however long.",
            ru = "Энтропия байтов файла в битах на байт (8, если ни один побайтовый код его не сократит) и сколько раз встретился каждый из "
                    + "256. Файл любой длины читается за один проход.",
            examples = {"fileentropy('no such file')  % error: fileentropy: cannot read 'no such file'"})
    public static Value[] fileentropy(Session session, String name) {
        Progress progress = Progress.of(session);
        Path file = session.folder().resolve(name);
        double[] counts;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            long size = Math.max(Files.size(file), 1);
            int[] shown = {0};
            counts = FileEntropy.counts(in, read -> {
                session.poll();
                int percent = (int) (100 * read / size);
                if (percent > shown[0]) progress.show("fileentropy: " + (shown[0] = percent) + " %");
            });
        } catch (IOException e) {
            throw Failure.of("fileentropy: cannot read '%s'", "fileentropy: не читается файл '%s'", name);
        } finally {
            progress.show("");
        }
        double h = Information.said("fileentropy", () -> Entropy.bits(Entropy.normalized(counts)));
        return Result.of(Real.of(h), Real.row(counts));
    }
}
