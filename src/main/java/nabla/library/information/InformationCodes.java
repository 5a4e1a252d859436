package nabla.library.information;

import java.util.ArrayList;
import java.util.List;
import nabla.entropy.ArithmeticCode;
import nabla.entropy.Entropy;
import nabla.entropy.PrefixCode;
import nabla.library.Characters;
import nabla.library.Function;
import nabla.library.Result;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Value;

/** Codes for outcomes 1, 2, ... in texts of the letters 0 and 1. */
public final class InformationCodes {
    private static final String EN = " p must sum to 1 unless 'Normalize' is true. code is a column of words, outcome k having code{k} "
            + "(empty where p(k) = 0); L is the mean length of a word in bits and H the entropy, the least that any code can "
            + "reach. See encode, decode.";
    private static final String RU = " Сумма p должна быть равна 1, если не задано 'Normalize', true. code — столбец кодовых слов: у исхода "
            + "k слово code{k} (пустое, если p(k) = 0); L — средняя длина слова в битах, H — энтропия, её нижняя граница. См. encode, decode.";

    private InformationCodes() {}

    @Function(
            call = "[code, L, H] = huffman(p)\n[code, L, H] = huffman(p, 'Normalize', true)",
            en = "Huffman's code, the shortest in the mean, H <= L < H + 1." + EN,
            ru = "Код Хаффмана, кратчайший в среднем, H <= L < H + 1." + RU,
            examples = {"huffman([0.5 0.25 0.25])  % ans =\n{\n  [1,1] = 1\n  [2,1] = 01\n  [3,1] = 00\n}\n"})
    public static Value[] huffman(Real p, Value... options) {
        double[] w = new Information.Options("huffman", options).weights(p);
        return table(w, Information.said("huffman", () -> PrefixCode.huffman(w)));
    }

    @Function(
            call = "[code, L, H] = shannonfano(p)\n[code, L, H] = shannonfano(p, 'Normalize', true)",
            en = "Fano's code: the outcomes, the likeliest first, are halved as evenly as can be, and each half again." + EN,
            ru = "Код Шеннона–Фано: исходы по убыванию вероятности делятся на две части с возможно более близкими вероятностями, и каждая "
                    + "часть — снова." + RU,
            examples = {"[code, L] = shannonfano([0.4 0.2 0.2 0.1 0.1]);\nL  % L = 2.2000"})
    public static Value[] shannonfano(Real p, Value... options) {
        double[] w = new Information.Options("shannonfano", options).weights(p);
        return table(w, Information.said("shannonfano", () -> PrefixCode.shannonFano(w)));
    }

    private static Value[] table(double[] p, PrefixCode code) {
        List<Char> words = new ArrayList<>();
        for (String w : code.words()) words.add(Char.of(w));
        return Result.of(Cell.column(words), Real.of(code.meanLength(p)), Real.of(Entropy.bits(p)));
    }

    @Function(
            call = "bits = encode(x, code)",
            en = "The outcomes x, numbers from 1, in the words of a code (see huffman, shannonfano), one after the other.",
            ru = "Записывает исходы x (номера от 1) словами кода (см. huffman, shannonfano), одно за другим.",
            examples = {"encode([1 2 1 3], {'0'; '11'; '10'})  % ans = 011010"})
    public static String encode(@Characters Real x, Cell code) {
        return Information.said("encode", () -> prefix("encode", code).encode(whole("encode", x)));
    }

    @Function(
            call = "x = decode(bits, code)",
            en = "The outcomes that were written as bits in the words of a code (see encode), as a row.",
            ru = "Читает исходы, записанные словами кода (см. encode): строка номеров.",
            examples = {"decode('011010', {'0'; '11'; '10'})  % ans =\n\n   1   2   1   3\n"})
    public static double[] decode(String bits, Cell code) {
        return row(Information.said("decode", () -> prefix("decode", code).decode(bits)));
    }

    @Function(
            call = "bits = arithenco(x, counts)",
            en = "The outcomes x, numbers from 1, as one number in binary digits by arithmetic coding; counts says how often each outcome is "
                    + "expected. Long sequences take H bits per outcome. See arithdeco.",
            ru = "Арифметическое кодирование: исходы x (номера от 1) записываются двоичными цифрами одного числа; counts — ожидаемые частоты "
                    + "исходов. Длинной последовательности хватает H бит на исход. См. arithdeco.",
            examples = {"arithenco([1 1 1 1 1 1 1 2], [7 1])  % ans = 01011"})
    public static String arithenco(Real x, double[] counts) {
        return Information.said("arithenco", () -> new ArithmeticCode(counts).encode(whole("arithenco", x)));
    }

    @Function(
            call = "x = arithdeco(bits, counts, n)",
            en = "The n outcomes that arithenco wrote as bits with the same counts, as a row.",
            ru = "n исходов, записанных функцией arithenco с теми же counts, строкой.",
            examples = {"arithdeco(arithenco([2 1 1 3], [2 1 1]), [2 1 1], 4)  % ans =\n\n   2   1   1   3\n"})
    public static double[] arithdeco(String bits, double[] counts, int n) {
        return row(Information.said("arithdeco", () -> new ArithmeticCode(counts).decode(bits, Math.max(n, 0))));
    }

    private static PrefixCode prefix(String function, Cell code) {
        List<String> words = new ArrayList<>();
        for (Value v : code.data()) {
            if (!(v instanceof Char c)) throw Failure.of("%s: the code's words must be texts", "%s: слова кода должны быть текстами", function);
            words.add(c.text());
        }
        return new PrefixCode(words);
    }

    private static int[] whole(String function, Real x) {
        int[] r = new int[x.numel()];
        for (int i = 0; i < r.length; i++) {
            r[i] = (int) x.re(i);
            if (r[i] != x.re(i)) throw Failure.of("%s: outcomes are whole numbers", "%s: исходы — целые числа", function);
        }
        return r;
    }

    private static double[] row(int[] outcomes) {
        double[] r = new double[outcomes.length];
        for (int i = 0; i < r.length; i++) r[i] = outcomes[i];
        return r;
    }
}
