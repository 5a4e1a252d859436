package nabla.library.texts;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Texts;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Decimal;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Numbers written as text, in any base, and read back. */
public final class Bases {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Bases() {}

    private static List<Numeric> numbers(Value v, String function) {
        List<Numeric> all = new ArrayList<>();
        if (v instanceof Cell c) for (Value e : c.data()) all.addAll(numbers(e, function));
        else if (v instanceof Numeric n && !(v instanceof Char)) for (int i = 0; i < n.numel(); i++) all.add((Numeric) n.element(i));
        else throw Failure.of("%s: input must be real non-negative integers", "%s: нужны целые неотрицательные числа", function);
        return all;
    }

    private static BigInteger whole(Ints n) {
        long v = n.data()[0];
        return n.type() == IntType.UINT64 ? new BigInteger(Long.toUnsignedString(v)) : BigInteger.valueOf(v);
    }

    private static Char written(Value v, String function, String symbols, int length, boolean complement) {
        if (length < 0) throw Failure.of("%s: LEN must be a non-negative integer", "%s: длина — целое неотрицательное число", function);
        List<String> rows = new ArrayList<>();
        int base = symbols.length();
        for (Numeric n : numbers(v, function)) {
            double x = n.re(0);
            if (x != Math.rint(x) || x < 0 && !complement || Double.isInfinite(x) || n.isComplex()) {
                throw complement
                        ? Failure.of("%s: input must be integers", "%s: нужны целые числа", function)
                        : Failure.of("%s: input must be real non-negative integers", "%s: нужны целые неотрицательные числа", function);
            }
            BigInteger rest = n instanceof Ints i ? whole(i) : new BigDecimal(x).toBigInteger();
            if (x < 0) rest = rest.add(BigInteger.ONE.shiftLeft(x >= -128 ? 8 : x >= -32768 ? 16 : x >= -2147483648.0 ? 32 : 64));
            StringBuilder b = new StringBuilder();
            do {
                BigInteger[] qr = rest.divideAndRemainder(BigInteger.valueOf(base));
                b.append(symbols.charAt(qr[1].intValue()));
                rest = qr[0];
            } while (rest.signum() > 0);
            rows.add(b.reverse().toString());
        }
        int width = Math.max(length, rows.stream().mapToInt(String::length).max().orElse(0));
        rows.replaceAll(r -> ("" + symbols.charAt(0)).repeat(width - r.length()) + r);
        return Char.rows(rows);
    }

    @Function(call = "s = dec2bin(d)\ns = dec2bin(d, length)", en = "Integers in binary digits, a row each; at least length digits.",
            ru = "Целые числа в двоичной записи, по строке на число; не короче length цифр.", examples = {"dec2bin(5)  % 101"})
    public static Char dec2bin(Value d, @Default("0") int length) {
        return written(d, "dec2bin", "01", length, true);
    }

    @Function(call = "s = dec2hex(d)\ns = dec2hex(d, length)", en = "Integers in hexadecimal digits, a row each; at least length digits.",
            ru = "Целые числа в шестнадцатеричной записи, по строке на число; не короче length цифр.", examples = {"dec2hex(255)  % FF"})
    public static Char dec2hex(Value d, @Default("0") int length) {
        return written(d, "dec2hex", DIGITS.substring(0, 16), length, true);
    }

    @Function(call = "s = dec2base(d, base)\ns = dec2base(d, symbols)\ns = dec2base(d, base, length)",
            en = "Integers in a base from 2 to 36, or in digits of one's own.", ru = "Целые числа в системе с основанием от 2 до 36 или со своими цифрами.",
            examples = {"dec2base(123, 3)  % 11120"})
    public static Char dec2base(Value d, Value base, @Default("0") int length) {
        return written(d, "dec2base", symbols("dec2base", base), length, false);
    }

    private static String symbols(String function, Value base) {
        if (base instanceof Char c) {
            String s = c.text();
            if (s.length() < 2) throw Failure.of("%s: symbols representing digits must be unique", "%s: нужны хотя бы две цифры", function);
            if (s.chars().distinct().count() != s.length()) {
                throw Failure.of("%s: symbols representing digits must be unique", "%s: цифры не должны повторяться", function);
            }
            if (s.chars().anyMatch(Character::isWhitespace)) {
                throw Failure.of("%s: whitespace characters are not valid digits", "%s: пробел не бывает цифрой", function);
            }
            return s;
        }
        double b = base instanceof Numeric n && n.numel() == 1 ? n.re(0) : 0;
        if (b < 2 || b > 36 || b != Math.rint(b)) {
            throw Failure.of(
                    "%s: BASE must be an integer between 2 and 36, or a string of symbols",
                    "%s: основание — целое от 2 до 36 или строка цифр", function);
        }
        return DIGITS.substring(0, (int) b);
    }

    private static Real read(Value s, String function, String symbols, boolean fold, boolean skipBlanks) {
        List<String> all = Texts.list(s, function);
        double[] r = new double[all.size()];
        for (int i = 0; i < r.length; i++) {
            String t = skipBlanks ? all.get(i).replace(" ", "") : all.get(i).strip();
            if (fold) t = t.toUpperCase(Locale.ROOT);
            for (int k = 0; k < t.length(); k++) {
                int d = symbols.indexOf(t.charAt(k));
                r[i] = d < 0 ? Double.NaN : r[i] * symbols.length() + d;
            }
            if (t.isEmpty()) r[i] = Double.NaN;
        }
        return Real.column(r);
    }

    @Function(call = "d = bin2dec(s)", en = "The numbers that rows of binary digits stand for; NaN where a digit is wrong.",
            ru = "Числа по их двоичной записи; NaN, если цифра не годится.", examples = {"bin2dec('101')  % 5"})
    public static Real bin2dec(Value s) {
        return read(s, "bin2dec", "01", false, true);
    }

    @Function(call = "d = hex2dec(s)", en = "The numbers that rows of hexadecimal digits stand for.",
            ru = "Числа по их шестнадцатеричной записи.", examples = {"hex2dec('FF')  % 255"})
    public static Real hex2dec(Value s) {
        return read(s, "hex2dec", DIGITS.substring(0, 16), true, true);
    }

    @Function(call = "d = base2dec(s, base)\nd = base2dec(s, symbols)", en = "The numbers that digits in this base stand for.",
            ru = "Числа по их записи в системе с этим основанием.", examples = {"base2dec('11120', 3)  % 123"})
    public static Real base2dec(Value s, Value base) {
        return read(s, "base2dec", symbols("base2dec", base), !(base instanceof Char), false);
    }

    private static final String NUMBER = "[+-]?\\s*(?:\\d+\\.?\\d*(?:[eEdD][+-]?\\d+)?|\\.\\d+(?:[eEdD][+-]?\\d+)?|[Ii][Nn][Ff](?:inity)?|NaN|nan|NA)";
    private static final Pattern TERM = Pattern.compile("(" + NUMBER + ")\\s*(\\*?\\s*[ij](?![a-zA-Z]))?\\s*");
    private static final Pattern UNIT = Pattern.compile("([+-]?)\\s*[ij](?![a-zA-Z])(?:\\s*\\*\\s*(" + NUMBER + "))?\\s*");

    /** Real and imaginary part of the number written, or null. */
    private static double[] parse(String text) {
        String s = text.replace(",", "").strip();
        if (s.isEmpty()) return null;
        double[] z = {0, 0};
        boolean[] seen = {false, false};
        int at = 0;
        while (at < s.length()) {
            if (at > 0 && s.charAt(at) != '+' && s.charAt(at) != '-') return null;
            Matcher unit = UNIT.matcher(s).region(at, s.length());
            Matcher term = TERM.matcher(s).region(at, s.length());
            double v;
            boolean imaginary = true;
            if (unit.lookingAt()) {
                v = (unit.group(2) == null ? 1 : number(unit.group(2))) * (unit.group(1).equals("-") ? -1 : 1);
            } else if (term.lookingAt()) {
                v = number(term.group(1));
                imaginary = term.group(2) != null;
            } else {
                return null;
            }
            int end = unit.lookingAt() ? unit.end() : term.end();
            int k = imaginary ? 1 : 0;
            if (seen[k]) return null;
            seen[k] = true;
            z[k] = v;
            at = end;
        }
        return seen[1] ? z : new double[] {z[0]};
    }

    private static double number(String s) {
        String t = s.replaceAll("\\s", "").replace('d', 'e').replace('D', 'e');
        String low = t.toLowerCase(Locale.ROOT);
        double sign = t.startsWith("-") ? -1 : 1;
        if (low.contains("inf")) return sign * Double.POSITIVE_INFINITY;
        if (low.contains("nan")) return Double.NaN;
        if (low.contains("na")) return Decimal.NOT_AVAILABLE;
        return Double.parseDouble(t);
    }

    @Function(call = "d = str2double(s)",
            en = "The number a string holds, such as 1e3, -Inf or 1+2i; NaN when it holds none. Rows and cells give one number each.",
            ru = "Число, записанное строкой: 1e3, -Inf, 1+2i; NaN, если это не число. Строки матрицы и ячейки дают по числу.",
            examples = {"str2double('1e3')  % 1000", "str2double('x')  % NaN"})
    public static Numeric str2double(Value s) {
        List<Value> items = new ArrayList<>();
        int[] dims = {1, 1};
        if (s instanceof Cell c) {
            for (Value v : c.data()) items.add(v instanceof Char t && t.rows() == 1 ? t : Real.empty());
            dims = c.dims();
        } else if (s instanceof Char c && !c.isEmpty()) {
            for (int i = 0; i < c.rows(); i++) items.add(Char.of(c.row(i)));
            dims = new int[] {items.size(), 1};
        } else {
            items.add(s);
        }
        double[] re = new double[items.size()];
        double[] im = new double[re.length];
        for (int i = 0; i < re.length; i++) {
            double[] z = items.get(i) instanceof Char t ? parse(t.text()) : null;
            re[i] = z == null ? Double.NaN : z[0];
            im[i] = z == null || z.length < 2 ? 0 : z[1];
        }
        return new Complex(re, im, dims).narrow();
    }

    @Function(call = "[x, ok] = str2num(s)", en = "What the text, an expression, evaluates to; ok is false (and x empty) when it can't be evaluated.",
            ru = "Значение выражения, записанного текстом; ok ложно (а x пусто), если вычислить нельзя.",
            examples = {"str2num('[1 2] * 2')  %    2   4"})
    public static Value[] str2num(Session session, Char s) {
        StringBuilder b = new StringBuilder("[");
        for (int i = 0; i < s.rows(); i++) b.append(s.row(i)).append(';');
        try {
            Value[] r = session.evaluate(b.append(']').toString(), session.workspace(), 1);
            if (r.length > 0 && r[0] != null) return new Value[] {r[0], Bool.TRUE};
        } catch (Failure e) {
            return new Value[] {Real.empty(), Bool.FALSE};
        }
        return new Value[] {Real.empty(), Bool.FALSE};
    }
}
