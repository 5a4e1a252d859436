package nabla.library.files;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Variables in Octave's text format: a header of {@code # key: value} lines and the elements under it. */
public final class SavedText {
    private final StringBuilder out = new StringBuilder();
    private final String[] lines;
    private int at;

    private SavedText(String text) {
        lines = text.split("\r?\n");
    }

    // ---- writing -------------------------------------------------------------------------------------------------

    public static String write(Map<String, Value> variables) {
        SavedText t = new SavedText("");
        t.out.append("# Created by Nabla ").append(Machine.number()).append('\n');
        variables.forEach(t::named);
        return t.out.toString();
    }

    private void line(String key, Object value) {
        out.append("# ").append(key).append(": ").append(value).append('\n');
    }

    private void named(String name, Value held) {
        Value v = Overloaded.ordinary(held);
        line("name", name);
        if (v instanceof Char c) text(c);
        else if (v instanceof Numeric n) numbers(n);
        else if (v instanceof Cell c) cells(c);
        else if (v instanceof Struct s) structure(s);
        else throw Failure.of("save: %s of class %s can't be saved", "save: %s класса %s сохранить нельзя", name, v.className());
        out.append("\n\n");
    }

    private void text(Char c) {
        line("type", c.doubleQuoted() ? "string" : "sq_string");
        int m = c.rows() == 0 ? 0 : c.rows();
        line("elements", m);
        for (int i = 0; i < m; i++) {
            line("length", c.columns());
            out.append(c.row(i)).append('\n');
        }
        if (m == 0) line("length", 0);
    }

    private void numbers(Numeric n) {
        String prefix = n instanceof Ints i ? i.type().label + " " : n instanceof Bool ? "bool " : n.isSingle() ? "float " : "";
        if (n.isComplex()) prefix += "complex ";
        if (n.numel() == 1) {
            line("type", n instanceof Bool ? "bool" : prefix + "scalar");
            out.append(element(n, 0)).append('\n');
            return;
        }
        line("type", prefix + "matrix");
        if (n.ndims() > 2 || n instanceof Ints) {
            sizes(n);
            for (int i = 0; i < n.numel(); i++) out.append(' ').append(element(n, i)).append('\n');
            return;
        }
        line("rows", n.rows());
        line("columns", n.columns());
        for (int i = 0; i < n.rows(); i++) {
            for (int j = 0; j < n.columns(); j++) out.append(' ').append(element(n, i + j * n.rows()));
            out.append('\n');
        }
    }

    private void sizes(Value v) {
        line("ndims", v.ndims());
        for (int d : v.dims()) out.append(' ').append(d);
        out.append('\n');
    }

    private static String element(Numeric n, int i) {
        if (n instanceof Ints k) return k.type().text(k.data()[i]);
        return n.isComplex() ? "(" + number(n.re(i)) + "," + number(n.im(i)) + ")" : number(n.re(i));
    }

    static String number(double x) {
        if (x != x) return "NaN";
        if (Double.isInfinite(x)) return x > 0 ? "Inf" : "-Inf";
        if (x == Math.rint(x) && Math.abs(x) < 1e15) return String.valueOf((long) x);
        double size = Math.abs(x);
        return size >= 1e-5 && size < 1e15 ? new BigDecimal(Double.toString(x)).toPlainString() : Double.toString(x).replace('E', 'e');
    }

    private void cells(Cell c) {
        line("type", "cell");
        if (c.ndims() > 2) {
            sizes(c);
        } else {
            line("rows", c.rows());
            line("columns", c.columns());
        }
        for (int j = 0; j < c.numel(); j++) named("<cell-element>", c.get(j));
    }

    private void structure(Struct s) {
        line("type", s.numel() == 1 ? "scalar struct" : "struct");
        sizes(s);
        line("length", s.names().size());
        for (String name : s.names()) {
            if (s.numel() == 1) {
                named(name, s.get(name, 0));
                continue;
            }
            Value[] column = new Value[s.numel()];
            for (int i = 0; i < column.length; i++) column[i] = s.get(name, i);
            named(name, new Cell(column, s.dims()));
        }
    }

    // ---- reading -------------------------------------------------------------------------------------------------

    public static Map<String, Value> read(String text) {
        SavedText t = new SavedText(text);
        Map<String, Value> all = new LinkedHashMap<>();
        while (t.seek("name")) {
            String name = t.value();
            all.put(name, t.variable());
        }
        return all;
    }

    /** Goes to the next line with this key; false at the end. */
    private boolean seek(String key) {
        while (at < lines.length && !lines[at].startsWith("# " + key + ":")) at++;
        return at < lines.length;
    }

    private String value() {
        String s = lines[at++];
        return s.substring(s.indexOf(':') + 1).strip();
    }

    private String expect(String key) {
        if (!seek(key)) throw Failure.of("load: '%s' expected in the file", "load: в файле нет '%s'", key);
        return value();
    }

    private boolean next(String key) {
        return at < lines.length && lines[at].startsWith("# " + key + ":");
    }

    private int[] dims() {
        if (next("ndims")) {
            at++;
            String[] parts = lines[at++].strip().split("\\s+");
            int[] d = new int[parts.length];
            for (int i = 0; i < d.length; i++) d[i] = Integer.parseInt(parts[i]);
            return d;
        }
        return new int[] {Integer.parseInt(expect("rows")), Integer.parseInt(expect("columns"))};
    }

    private Value variable() {
        String type = expect("type");
        if (type.startsWith("global ")) type = type.substring(7);
        if (type.endsWith("string")) return string(!type.startsWith("sq_"));
        if (type.equals("cell")) {
            int[] d = dims();
            Value[] all = new Value[nabla.value.Dims.count(d)];
            for (int i = 0; i < all.length; i++) all[i] = element();
            return new Cell(all, d);
        }
        if (type.endsWith("struct")) return structure();
        if (type.equals("bool")) return new Bool(new boolean[] {real(lines[at++]) != 0}, 1, 1);
        if (type.contains("range")) return range();
        boolean scalar = type.endsWith("scalar");
        boolean listed = next("ndims");
        int[] d = scalar ? new int[] {1, 1} : dims();
        return numbers(type, d, scalar || listed);
    }

    private Value element() {
        expect("name");
        return variable();
    }

    private Value string(boolean doubleQuoted) {
        int m = Integer.parseInt(expect("elements"));
        java.util.List<String> rows = new java.util.ArrayList<>();
        for (int i = 0; i < m; i++) {
            int n = Integer.parseInt(expect("length"));
            StringBuilder b = new StringBuilder(at < lines.length ? lines[at++] : "");
            while (b.length() < n && at < lines.length) b.append('\n').append(lines[at++]);
            rows.add(b.toString());
        }
        return m == 1 ? Char.of(rows.get(0)) : m == 0 ? Char.of("") : Char.rows(rows);
    }

    private Value structure() {
        int[] d = next("ndims") ? dims() : new int[] {1, 1};
        int n = Integer.parseInt(expect("length"));
        Struct s = Struct.array(d);
        for (int k = 0; k < n; k++) {
            String name = expect("name");
            Value v = variable();
            s.addField(name);
            for (int i = 0; i < s.numel(); i++) {
                Value e = v instanceof Cell c && s.numel() != 1 ? c.get(i) : v;
                e.share();
                s.put(name, i, e);
            }
        }
        return s;
    }

    private Value range() {
        while (lines[at].startsWith("#")) at++;
        String[] p = lines[at++].strip().split("\\s+");
        double base = real(p[0]);
        double step = real(p[2]);
        int n = (int) Math.floor((real(p[1]) - base) / step + 1e-10) + 1;
        double[] r = new double[Math.max(0, n)];
        for (int i = 0; i < r.length; i++) r[i] = base + i * step;
        return Real.row(r);
    }

    private Numeric numbers(String type, int[] d, boolean listed) {
        int n = nabla.value.Dims.count(d);
        String[] words = new String[n];
        int columns = listed ? n : d[1];
        for (int k = 0; k < n; ) {
            String[] parts = lines[at++].strip().split("\\s+");
            for (String p : parts) {
                if (p.isEmpty() || k >= n) continue;
                words[listed ? k : k / columns + k % columns * d[0]] = p;
                k++;
            }
        }
        String first = type.split(" ")[0];
        IntType t = IntType.named(first);
        if (t != null) {
            long[] r = new long[n];
            for (int i = 0; i < n; i++) r[i] = t == IntType.UINT64 ? Long.parseUnsignedLong(words[i]) : Long.parseLong(words[i]);
            return new Ints(t, r, d);
        }
        double[] re = new double[n];
        double[] im = new double[n];
        boolean complex = type.contains("complex");
        for (int i = 0; i < n; i++) {
            String w = words[i];
            int comma = w.indexOf(',');
            re[i] = real(complex ? w.substring(1, comma) : w);
            if (complex) im[i] = real(w.substring(comma + 1, w.length() - 1));
        }
        if (first.equals("bool")) {
            boolean[] b = new boolean[n];
            for (int i = 0; i < n; i++) b[i] = re[i] != 0;
            return new Bool(b, d);
        }
        boolean single = first.equals("float");
        return complex ? new Complex(single, re, im, d) : new Real(single, re, d);
    }

    static double real(String s) {
        String t = s.strip();
        return switch (t) {
            case "NaN", "NA", "nan" -> Double.NaN;
            case "Inf", "inf", "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf", "-inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield Double.parseDouble(t.replace('D', 'e').replace('d', 'e'));
                } catch (NumberFormatException e) {
                    throw Failure.of("'%s' in the file is no number", "'%s' в файле — не число", t);
                }
            }
        };
    }
}
