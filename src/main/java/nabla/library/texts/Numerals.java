package nabla.library.texts;

import java.util.ArrayList;
import java.util.List;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Texts;
import nabla.value.Bool;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Decimal;
import nabla.value.Failure;
import nabla.value.Fraction;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Numbers as strings. */
public final class Numerals {
    /** Digits that a double can tell apart. */
    private static final int MOST = 16;

    private Numerals() {}

    @Function(
            call = "s = num2str(x)\ns = num2str(x, precision)\ns = num2str(x, template)",
            en = "A number as a string: integers in full, other numbers with four digits after the point of the largest, or with"
                    + " that many significant digits, or by a printf template. A matrix gives a row of text for each row.",
            ru = "Число строкой: целые полностью, остальные с четырьмя знаками после запятой у наибольшего, либо с заданным числом"
                    + " значащих цифр, либо по шаблону printf. Матрица даёт по строке текста на каждую строку.",
            examples = {"num2str(pi)  % 3.1416", "num2str([1 2 3])  % 1  2  3", "num2str(pi, 8)  % 3.1415927"})
    public static Value num2str(Value x, @Default Value precision) {
        if (x instanceof Char) return shared(x);
        if (!(x instanceof Numeric a)) {
            throw Failure.of(
                    "num2str: X must be a numeric, logical, or character array",
                    "num2str: X должен быть числовым, логическим или символьным массивом");
        }
        if (a.isEmpty()) return Char.of("");
        if (precision instanceof Char t) return byTemplate(a, t);
        int significant = precision == null ? 0 : digits(precision);
        return trimmed(a.isComplex() ? complexRows(a, significant, precision != null) : realRows(a, significant, precision != null));
    }

    private static Value shared(Value x) {
        x.share();
        return x;
    }

    private static int digits(Value precision) {
        if (precision instanceof Numeric n && n.isScalar() && n.re(0) >= 0 && n.re(0) == Math.rint(n.re(0))) return (int) n.re(0);
        throw Failure.of("num2str: PRECISION must be a scalar integer >= 0", "num2str: точность должна быть целым числом >= 0");
    }

    private static Value byTemplate(Numeric a, Char template) {
        String t = template.doubleQuoted() ? template.text() : Printf.escapes(template.text());
        int m = a.rows();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < m; i++) {
            rows.addAll(List.of((a.isComplex() ? complexRow(a, i, t) : realRow(a, i, t)).split("\n")));
        }
        return trimmed(rows);
    }

    private static String realRow(Numeric a, int i, String template) {
        double[] row = new double[a.numel() / a.rows()];
        for (int j = 0; j < row.length; j++) row[j] = a.re(i + j * a.rows());
        return Printf.format("num2str", template, new Value[] {Real.row(row)});
    }

    /** Each number by the template, its imaginary part with a sign and the unit. */
    private static String complexRow(Numeric a, int i, String template) {
        String signed = template.stripTrailing().replaceFirst("%\\+?", "%+") + "i" + template.substring(template.stripTrailing().length());
        StringBuilder b = new StringBuilder();
        for (int k = i; k < a.numel(); k += a.rows()) {
            b.append(Printf.format("num2str", template.stripTrailing(), new Value[] {Real.of(a.re(k))}));
            b.append(Printf.format("num2str", signed, new Value[] {Real.of(a.im(k))}));
        }
        return b.toString();
    }

    /** What the widths depend on: whether all are whole, and the digits before the point of the largest. */
    private static final class Extent {
        boolean whole = true;
        boolean special;
        double most;

        void add(double x) {
            double m = Math.abs(x);
            if (!(m <= Double.MAX_VALUE)) {
                special = true;
                return;
            }
            most = Math.max(most, m);
            whole &= m == Math.rint(m);
        }

        int digits() {
            return most == 0 ? 1 : Decimal.magnitude(most);
        }

        boolean integers() {
            return whole && digits() <= MOST;
        }

        int significant() {
            return Math.min(Math.max(digits() + 4, 5), MOST);
        }
    }

    private static List<String> realRows(Numeric a, int given, boolean asked) {
        Extent e = new Extent();
        for (int i = 0; i < a.numel(); i++) e.add(a.re(i));
        boolean integers = !asked && e.integers();
        int p = asked ? given : integers ? MOST : e.significant();
        int width = a.isScalar() ? 0 : integers ? Math.max(e.digits(), e.special ? 3 : 1) + 2 : p + 7;
        int m = a.rows();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < m; i++) {
            StringBuilder b = new StringBuilder();
            for (int k = i; k < a.numel(); k += m) {
                String s = a instanceof Ints n ? n.type().text(n.data()[k]) : Decimal.general(a.re(k), p, false);
                b.append(" ".repeat(Math.max(0, width - s.length()))).append(s);
            }
            rows.add(b.toString());
        }
        return rows;
    }

    private static List<String> complexRows(Numeric a, int given, boolean asked) {
        Extent e = new Extent();
        for (int i = 0; i < a.numel(); i++) {
            e.add(a.re(i));
            e.add(a.im(i));
        }
        boolean integers = !asked && e.integers();
        int p = asked ? given : integers ? MOST : e.significant();
        int width = integers ? e.digits() + 2 : p + 7;
        int m = a.rows();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < m; i++) {
            StringBuilder b = new StringBuilder();
            for (int k = i; k < a.numel(); k += m) {
                String re = Decimal.general(a.re(k), p, false);
                String im = imaginary(a.im(k), p);
                b.append(" ".repeat(Math.max(0, width - re.length()))).append(re);
                b.append(im).append(" ".repeat(Math.max(0, width + 1 - im.length())));
            }
            rows.add(b.toString());
        }
        return rows;
    }

    /** The signed imaginary part with its unit. */
    private static String imaginary(double y, int p) {
        String s = Decimal.general(y, p, false);
        return (s.charAt(0) == '-' ? "" : "+") + s + "i";
    }

    /** Rows without the blank columns they share on the left and on the right. */
    private static Value trimmed(List<String> rows) {
        int left = Integer.MAX_VALUE;
        int right = 0;
        for (String s : rows) {
            int i = 0;
            while (i < s.length() && s.charAt(i) == ' ') i++;
            int j = s.length();
            while (j > i && s.charAt(j - 1) == ' ') j--;
            if (i < j) left = Math.min(left, i);
            right = Math.max(right, j);
        }
        List<String> cut = new ArrayList<>();
        for (String s : rows) cut.add(s.length() <= left ? "" : s.substring(left, Math.min(right, s.length())));
        return cut.size() == 1 ? Char.of(cut.get(0)) : Char.rows(cut);
    }

    @Function(
            call = "s = int2str(x)",
            en = "The number rounded to the nearest integer, as a string.",
            ru = "Число, округлённое до ближайшего целого, строкой.",
            examples = {"int2str(2.7)  % 3", "int2str([1.2 2.7])  % 1  3"})
    public static Value int2str(Value x) {
        if (!(x instanceof Real r)) return num2str(x, null);
        double[] y = new double[r.numel()];
        for (int i = 0; i < y.length; i++) y[i] = Math.abs(r.re(i)) < 0x1p52 ? half(r.re(i)) : r.re(i);
        return num2str(new Real(y, r.dims()), null);
    }

    /** The nearest integer, halves away from zero. */
    private static double half(double x) {
        double f = Math.floor(Math.abs(x));
        return Math.copySign(Math.abs(x) - f >= 0.5 ? f + 1 : f, x);
    }

    @Function(
            call = "s = mat2str(x)\ns = mat2str(x, n)\ns = mat2str(x, n, \"class\")",
            en = "The matrix as a text that gives it back when evaluated, with n significant digits (15 unless given); with"
                    + " \"class\", the text keeps the class.",
            ru = "Матрица текстом, вычислив который получают её снова; n значащих цифр (по умолчанию 15); с \"class\" в тексте"
                    + " сохраняется класс.",
            examples = {"mat2str([1 2; 3 4])  % [1 2;3 4]", "mat2str(pi, 4)  % 3.142"})
    public static String mat2str(Numeric x, @Default Value n, @Default String keep) {
        if (x instanceof Char) throw Failure.of("mat2str: X must be numeric or logical", "mat2str: X должен быть числовым или логическим");
        Texts.known("mat2str", new Value[] {n, keep == null ? null : Char.of(keep)}, "class");
        if (x.ndims() > 2) throw Failure.of("mat2str: X must be two dimensional", "mat2str: X должен быть двумерным");
        boolean named = n instanceof Char || "class".equals(keep);
        int[] p = {15, 15};
        if (n instanceof Numeric d && !(n instanceof Char)) {
            if (d.numel() < 1 || d.numel() > 2) {
                throw Failure.of("mat2str: N must have only 1 or 2 elements", "mat2str: в N должен быть 1 или 2 элемента");
            }
            p = new int[] {(int) d.re(0), (int) d.re(d.numel() - 1)};
        }
        StringBuilder b = new StringBuilder();
        if (!x.isScalar()) b.append('[');
        for (int i = 0; i < x.rows(); i++) {
            if (i > 0 && x.columns() > 0) b.append(';');
            for (int j = 0; j < x.columns(); j++) b.append(j > 0 ? " " : "").append(element(x, i + j * x.rows(), p));
        }
        if (!x.isScalar()) b.append(']');
        return named ? x.className() + "(" + b + ")" : b.toString();
    }

    private static String element(Numeric x, int k, int[] p) {
        if (x instanceof Bool) return x.re(k) != 0 ? "true" : "false";
        if (x instanceof Ints n) return n.type().text(n.data()[k]);
        String re = Decimal.general(x.re(k), p[0], false);
        return x instanceof Complex ? re + imaginary(x.im(k), p[1]) : re;
    }

    @Function(
            call = "s = rats(x)\ns = rats(x, length)",
            en = "Fractions close to the numbers, each at most that many characters long (9 unless given).",
            ru = "Дроби, близкие к числам, каждая не длиннее заданного числа знаков (по умолчанию 9).",
            examples = {"strtrim(rats(pi))  % 355/113"})
    public static Value rats(Real x, @Default("9") int length) {
        if (x.isEmpty()) return Char.of("");
        if (x.isScalar() && x.re(0) == 0) return Char.of("0");
        int width = x.isScalar() ? length : length + 2;
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < x.rows(); i++) {
            StringBuilder b = new StringBuilder();
            for (int k = i; k < x.numel(); k += x.rows()) {
                double v = x.re(k);
                String s = Fraction.text(v, v < 0 ? length : length - 1);
                if (s.length() > length || s.equals("0") && v != 0 || Math.abs(v) >= 1e9 && v - v == 0) s = "*";
                b.append(" ".repeat(Math.max(0, width - s.length()))).append(s);
            }
            rows.add(b.toString());
        }
        return Char.rows(rows);
    }
}
