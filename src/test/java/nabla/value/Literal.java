package nabla.value;

import java.util.ArrayList;
import java.util.List;

/** Reads the constants of test tables: numbers, strings, matrices, cells, and a few constructors; a stand-in for the language. */
public final class Literal {
    private final String s;
    private int at;

    private Literal(String s) {
        this.s = s;
    }

    public static Value read(String text) {
        Literal l = new Literal(text);
        Value v = l.value();
        l.skip();
        if (l.at != text.length()) throw new IllegalArgumentException("at " + l.at + " of " + text);
        return v;
    }

    /** The arguments of a call, separated by commas. */
    public static Value[] list(String text) {
        Literal l = new Literal(text + ")");
        return l.arguments().toArray(new Value[0]);
    }

    private void skip() {
        while (at < s.length() && s.charAt(at) == ' ') at++;
    }

    private boolean take(char c) {
        skip();
        if (at >= s.length() || s.charAt(at) != c) return false;
        at++;
        return true;
    }

    private Value value() {
        skip();
        char c = s.charAt(at);
        if (c == '[') return matrix();
        if (c == '{') return cell();
        if (c == '\'') return string();
        if (c == '@') return handle();
        if (Character.isLetter(c) && !s.startsWith("NaN", at) && !s.startsWith("Inf", at)) return call();
        return number();
    }

    private Value string() {
        int end = s.indexOf('\'', at + 1);
        String t = s.substring(at + 1, end);
        at = end + 1;
        return Char.of(t);
    }

    private Value handle() {
        boolean anonymous = s.charAt(at + 1) == '(';
        int end = at;
        while (end < s.length() && ",;}".indexOf(s.charAt(end)) < 0) end++;
        String t = s.substring(at, end);
        at = end;
        return new FunctionHandle(anonymous ? t : t.substring(1), anonymous, (a, n) -> a);
    }

    private Value number() {
        double re = signed();
        if (at < s.length() && s.charAt(at) == 'i') {
            at++;
            return Complex.of(0, re);
        }
        if (at < s.length() && (s.charAt(at) == '+' || s.charAt(at) == '-')) {
            double im = signed();
            if (!take('i')) throw new IllegalArgumentException(s);
            return Complex.of(re, im);
        }
        return Real.of(re);
    }

    private double signed() {
        boolean minus = false;
        while (at < s.length() && (s.charAt(at) == '-' || s.charAt(at) == '+')) minus ^= s.charAt(at++) == '-';
        double x;
        if (s.startsWith("NaN", at) || s.startsWith("Inf", at)) {
            x = s.charAt(at) == 'N' ? Double.NaN : Double.POSITIVE_INFINITY;
            at += 3;
        } else {
            int end = at;
            while (end < s.length()
                    && (Character.isDigit(s.charAt(end)) || s.charAt(end) == '.' || s.charAt(end) == 'e'
                            || (s.charAt(end) == '-' || s.charAt(end) == '+') && s.charAt(end - 1) == 'e')) end++;
            x = Double.parseDouble(s.substring(at, end));
            at = end;
        }
        return minus ? -x : x;
    }

    private List<List<Value>> lines(char close) {
        at++;
        List<List<Value>> rows = new ArrayList<>();
        List<Value> row = new ArrayList<>();
        while (!take(close)) {
            if (take(';')) {
                rows.add(row);
                row = new ArrayList<>();
            } else if (!take(',')) row.add(value());
        }
        if (!row.isEmpty()) rows.add(row);
        return rows;
    }

    private Value cell() {
        List<List<Value>> rows = lines('}');
        int m = rows.size();
        int n = m == 0 ? 0 : rows.get(0).size();
        Value[] v = new Value[m * n];
        for (int k = 0; k < v.length; k++) v[k] = rows.get(k % m).get(k / m);
        return new Cell(v, m, n);
    }

    private Value matrix() {
        List<List<Value>> rows = lines(']');
        int m = rows.size();
        if (m == 0) return Real.empty();
        Value head = rows.get(0).get(0);
        if (head instanceof Char) {
            List<String> t = new ArrayList<>();
            for (List<Value> r : rows) t.add(((Char) r.get(0)).text());
            return Char.rows(t);
        }
        int n = rows.get(0).size();
        double[] re = new double[m * n];
        double[] im = new double[m * n];
        boolean complex = false;
        for (int k = 0; k < re.length; k++) {
            Numeric x = (Numeric) rows.get(k % m).get(k / m);
            re[k] = x.re(0);
            im[k] = x.im(0);
            complex |= x.isComplex();
        }
        if (complex) return new Complex(re, im, m, n);
        if (!(head instanceof Bool)) return new Real(re, m, n);
        boolean[] b = new boolean[re.length];
        for (int k = 0; k < b.length; k++) b[k] = re[k] != 0;
        return new Bool(b, m, n);
    }

    private List<Value> arguments() {
        List<Value> a = new ArrayList<>();
        while (!take(')')) if (!take(',')) a.add(value());
        return a;
    }

    private Value call() {
        int end = at;
        while (end < s.length() && Character.isLetterOrDigit(s.charAt(end))) end++;
        String name = s.substring(at, end);
        at = end;
        List<Value> a = take('(') ? arguments() : List.of();
        int[] d = a.stream().mapToInt(v -> v instanceof Numeric n && n.isScalar() ? (int) n.re(0) : 0).toArray();
        switch (name) {
            case "true":
            case "false":
                return d.length == 0 ? Bool.of(name.equals("true")) : new Bool(new boolean[Dims.count(d)], d);
            case "pi":
                return Real.of(Math.PI);
            case "zeros":
                return Real.zeros(d);
            case "cell":
                return new Cell(new Value[Dims.count(d)], d);
            case "single":
                return single((Numeric) a.get(0));
            case "complex":
                return Complex.of(((Real) a.get(0)).re(0), ((Real) a.get(1)).re(0));
            case "logical":
                return logical((Numeric) a.get(0));
            case "char":
                return new Char(new char[a.get(0).numel()], false, a.get(0).dims());
            case "reshape":
                return ((Array) a.get(0)).reshape(toInts(((Real) a.get(1)).data()));
            case "struct":
                return struct(a);
            default:
                return ints(IntType.named(name), (Numeric) a.get(0));
        }
    }

    private static Value logical(Numeric x) {
        boolean[] b = new boolean[x.numel()];
        for (int i = 0; i < b.length; i++) b[i] = x.re(i) != 0;
        return new Bool(b, x.dims());
    }

    private static int[] toInts(double[] x) {
        int[] r = new int[x.length];
        for (int i = 0; i < r.length; i++) r[i] = (int) x[i];
        return r;
    }

    private static Value single(Numeric x) {
        double[] re = new double[x.numel()];
        double[] im = new double[x.numel()];
        for (int i = 0; i < re.length; i++) {
            re[i] = (float) x.re(i);
            im[i] = (float) x.im(i);
        }
        return x.isComplex() ? new Complex(true, re, im, x.dims()) : new Real(true, re, x.dims());
    }

    private static Value ints(IntType type, Numeric x) {
        long[] r = new long[x.numel()];
        for (int i = 0; i < r.length; i++) r[i] = type.saturate(x.re(i));
        return new Ints(type, r, x.dims());
    }

    private static Value struct(List<Value> a) {
        int[] dims = {1, 1};
        for (int k = 1; k < a.size(); k += 2) if (a.get(k) instanceof Cell c && !c.isScalar()) dims = c.dims();
        Struct s = Struct.array(dims);
        for (int k = 0; k < a.size(); k += 2) {
            String name = ((Char) a.get(k)).text();
            s.addField(name);
            for (int i = 0; i < s.numel(); i++) {
                Value v = a.get(k + 1);
                s.put(name, i, v instanceof Cell c ? c.get(c.isScalar() ? 0 : i) : v);
            }
        }
        return s;
    }
}
