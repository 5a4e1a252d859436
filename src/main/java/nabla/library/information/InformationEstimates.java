package nabla.library.information;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nabla.engine.Session;
import nabla.entropy.Entropy;
import nabla.entropy.Estimate;
import nabla.entropy.FileEntropy;
import nabla.entropy.Neighbours;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Progress;
import nabla.library.Result;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Value;

/** Entropies and divergences known from samples. */
public final class InformationEstimates {
    private static final Map<String, Estimate> METHODS = new LinkedHashMap<>();

    static {
        METHODS.put("plugin", Estimate.PLUGIN);
        METHODS.put("miller", Estimate.MILLER_MADOW);
        METHODS.put("james", Estimate.JAMES_STEIN);
        METHODS.put("grassberger", Estimate.GRASSBERGER);
    }

    private InformationEstimates() {}

    @Function(
            call = "H = entropyest(x)\nH = entropyest(x, method)\nH = entropyest(x, method, base)",
            en = "The entropy of the unknown distribution that the samples x (numbers or a text) were drawn from, in bits unless a base is "
                    + "given. method: 'plugin', the entropy of the frequencies, which is too small; 'miller' (Miller-Madow), that plus its bias "
                    + "(K-1)/(2N); 'james' (James-Stein), frequencies shrunk towards equal ones; 'grassberger', the default.",
            ru = "Энтропия неизвестного распределения, из которого взята выборка x (числа или текст), в битах, если не задано основание. "
                    + "method: 'plugin' — энтропия частот, она занижена; 'miller' (Миллер-Мэдоу) — с поправкой (K-1)/(2N); 'james' "
                    + "(Джеймс-Стейн) — частоты, стянутые к равным; 'grassberger' — по умолчанию.",
            examples = {"entropyest([1 2 1 2], 'plugin')  % ans = 1", "entropyest([1 2 1 2], 'miller', e)  % ans = 0.8181",
                "entropyest('abracadabra')  % ans = 2.4942"})
    public static double entropyest(Real x, @Default("grassberger") String method, @Default("2") double base) {
        Estimate e = METHODS.get(method.toLowerCase(Locale.ROOT));
        if (e == null) {
            throw Failure.of("entropyest: there is no method '%s': take one of %s", "entropyest: метода '%s' нет: возьмите один из %s",
                    method, String.join(", ", METHODS.keySet()));
        }
        return Information.said("entropyest", () -> e.nats(Estimate.counts(x.data())) / Entropy.scale(base));
    }

    @Function(
            call = "h = knnentropy(X)\nh = knnentropy(X, k)\nh = knnentropy(X, k, base)",
            en = "The differential entropy of the density that the rows of X were drawn from, by the distances to the k-th nearest neighbours "
                    + "(Kozachenko, Leonenko). k is 3 and the base 2 unless given.",
            ru = "Дифференциальная энтропия плотности, из которой взяты строки X, по расстояниям до k-го ближайшего соседа (Козаченко, "
                    + "Леоненко). Если не заданы, k = 3, основание 2.",
            examples = {"knnentropy([1 2 4 7 8 11], 1)  % ans = 4.7250"})
    public static double knnentropy(Real x, @Default("3") int k, @Default("2") double base) {
        return Information.said("knnentropy", () -> Neighbours.entropy(rows(x), k) / Entropy.scale(base));
    }

    @Function(
            call = "D = knnkl(X, Y)\nD = knnkl(X, Y, k)\nD = knnkl(X, Y, k, base)",
            en = "The Kullback-Leibler divergence of the density behind the rows of X from that behind the rows of Y, by nearest neighbours "
                    + "(Wang, Kulkarni, Verdu). k is 3 and the base 2 unless given. Being an estimate, it may be a little below 0.",
            ru = "Расхождение Кульбака-Лейблера плотности, из которой взяты строки X, от плотности строк Y, по ближайшим соседям (Ван, "
                    + "Кулкарни, Верду). Если не заданы, k = 3, основание 2. Как оценка, может быть чуть меньше 0.",
            examples = {"knnkl((1:10)', (0.5:10.5)', 1)  % ans = -0.7105"})
    public static double knnkl(Real x, Real y, @Default("3") int k, @Default("2") double base) {
        return Information.said("knnkl", () -> Neighbours.kullbackLeibler(rows(x), rows(y), k) / Entropy.scale(base));
    }

    @Function(
            call = "I = ksg(X, Y)\nI = ksg(X, Y, k)\nI = ksg(X, Y, k, base)",
            en = "The mutual information of the densities behind the rows of X and Y, pairs of samples, by nearest neighbours (Kraskov, "
                    + "Stoegbauer, Grassberger). k is 3 and the base 2 unless given. Being an estimate, it may be a little below 0.",
            ru = "Взаимная информация величин, чьи парные выборки стоят в строках X и Y, по ближайшим соседям (Красков, Штёгбауэр, "
                    + "Грассбергер). Если не заданы, k = 3, основание 2. Как оценка, может быть чуть меньше 0.",
            examples = {"x = [1 2 3 4 6 7 8];\nksg(x, x, 2)  % ans = 3.3285"})
    public static double ksg(Real x, Real y, @Default("3") int k, @Default("2") double base) {
        return Information.said("ksg", () -> Neighbours.mutual(rows(x), rows(y), k) / Entropy.scale(base));
    }

    /** Samples as the core takes them; a row vector is as many samples of one number. */
    private static double[][] rows(Real x) {
        int n = x.rows() == 1 ? x.numel() : x.rows();
        double[][] r = new double[n][n == 0 ? 0 : x.numel() / n];
        for (int i = 0; i < n; i++) for (int j = 0; j < r[i].length; j++) r[i][j] = x.re(i + j * n);
        return r;
    }

    @Function(
            call = "H = fileentropy(name)\n[H, counts] = fileentropy(name)",
            en = "The entropy of a file's bytes, in bits a byte (8 where no code could shorten it byte by byte), and how often each of the 256 "
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
