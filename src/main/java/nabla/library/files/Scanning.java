package nabla.library.files;

import java.io.IOException;
import java.util.List;
import nabla.engine.Session;
import nabla.library.Decoded;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Result;
import nabla.library.texts.Scan;
import nabla.value.Array;
import nabla.value.Char;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Numbers and words read from texts and files by a template. */
public final class Scanning {
    private Scanning() {}

    @Function(call = "A = sscanf(s, template)\nA = sscanf(s, template, size)\n[a, b, ...] = sscanf(s, template, 'C')",
            en = "Values read from the text s (a matrix: column by column) by a template (%d, %f, %s, %c, %[...], %*d to skip), used again"
                    + " until s ends: a column, or an array of size n, [m n] or [m Inf]. With 'C' one value for each conversion, then how many were read.",
            ru = "Значения, прочитанные из текста s (матрицы — по столбцам) по шаблону (%d, %f, %s, %c, %[...], %*d пропустить), который"
                    + " повторяется до конца s: столбец или массив размера n, [m n] или [m Inf]. С 'C' — по значению на преобразование, затем сколько прочитано.",
            examples = {"sscanf('3 4.5', '%f')'  % 3.0000 4.5000", "sscanf('10:20', '%d:%d')'  % 10 20"})
    public static Value[] sscanf(@Nargout int nargout, Char s, String template, @Default Value size) {
        Scan scan = new Scan("sscanf", s.text(), template);
        if (size instanceof Char) return each(scan, nargout);
        List<Scan.Item> items = scan.read(false, most(size));
        return Result.of(
                shaped(scan, items, size), Real.of(items.size()), Char.of(scan.failed ? "sscanf: format failed to match" : ""), Real.of(scan.position() + 1));
    }

    @Function(call = "A = fscanf(fid, template)\nA = fscanf(fid, template, size)\n[a, b, ...] = fscanf(fid, template, 'C')",
            en = "The same as sscanf for the rest of a file.", ru = "То же, что sscanf, для остатка файла.",
            examples = {"f = fopen(tempname(), 'w+'); fputs(f, '1 2 3'); frewind(f); fscanf(f, '%d')'  % 1 2 3"})
    public static Value[] fscanf(Session session, @Nargout int nargout, Value fid, String template, @Default Value size) {
        OpenFile f = OpenFiles.of(session).get("fscanf", fid);
        try {
            long start = f.position();
            Decoded s = f.rest();
            Scan scan = new Scan("fscanf", s.text(), template);
            Value[] r;
            if (size instanceof Char) r = each(scan, nargout);
            else {
                List<Scan.Item> items = scan.read(false, most(size));
                r = Result.of(shaped(scan, items, size), Real.of(items.size()), Char.of(""));
            }
            if (scan.position() < s.text().length()) f.seek(start + s.bytes(scan.position()));
            return r;
        } catch (IOException e) {
            throw OpenFiles.failed("fscanf", e);
        }
    }

    private static double most(Value size) {
        if (!(size instanceof Numeric n) || n.isEmpty()) return Double.POSITIVE_INFINITY;
        double p = 1;
        for (int k = 0; k < n.numel(); k++) p *= n.re(k);
        return p;
    }

    private static Value[] each(Scan scan, int nargout) {
        List<Scan.Item> items = scan.read(true, Double.POSITIVE_INFINITY);
        int n = scan.values();
        Value[] r = new Value[Math.max(n + 2, nargout)];
        for (int k = 0; k < r.length; k++) {
            if (k < items.size()) r[k] = items.get(k).text() != null ? Char.of(items.get(k).text()) : Real.of(items.get(k).number());
            else r[k] = Real.empty();
        }
        r[n] = Real.of(items.size());
        r[n + 1] = Char.of("");
        return r;
    }

    private static Value shaped(Scan scan, List<Scan.Item> items, Value size) {
        int count = 0;
        for (Scan.Item i : items) count += i.text() == null ? 1 : i.text().length();
        double[] x = new double[count];
        int at = 0;
        for (Scan.Item i : items) {
            if (i.text() == null) x[at++] = i.number();
            else for (int k = 0; k < i.text().length(); k++) x[at++] = i.text().charAt(k);
        }
        boolean text = scan.allText();
        int m = count;
        int n = 1;
        if (!text && size instanceof Numeric s && s.numel() == 1 && s.re(0) < m) m = (int) s.re(0);
        if (size instanceof Numeric s && s.numel() == 2) {
            m = (int) Math.min(s.re(0), count);
            if (s.re(0) > count && s.re(1) > 1 && s.re(0) < Double.POSITIVE_INFINITY) m = (int) s.re(0);
            n = m == 0 ? 0 : (count + m - 1) / m;
            n = (int) Math.min(n, s.re(1));
        } else if (text) {
            n = m;
            m = 1;
        }
        if (count == 0) return text ? Char.of("") : Real.empty();
        double[] r = java.util.Arrays.copyOf(x, m * n);
        if (!text) return new Real(r, m, n);
        char[] c = new char[r.length];
        for (int k = 0; k < c.length; k++) c[k] = (char) r[k];
        return (Array) new Char(c, false, m, n);
    }
}
