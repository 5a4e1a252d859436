package nabla.value;

import java.util.List;

/** Characters: a string is a 1×n row of them (0×0 for an empty literal). */
public final class Char extends Numeric {
    private final char[] data;
    private final boolean doubleQuoted;

    public Char(char[] data, boolean doubleQuoted, int... dims) {
        super(dims);
        this.data = data;
        this.doubleQuoted = doubleQuoted;
    }

    /** A single-quoted string; the empty one is 0×0. */
    public static Char of(String s) {
        return new Char(s.toCharArray(), false, s.isEmpty() ? 0 : 1, s.length());
    }

    /** Strings as rows, padded with blanks to the longest. */
    public static Char rows(List<String> rows) {
        int m = rows.size();
        int n = rows.stream().mapToInt(String::length).max().orElse(0);
        char[] c = new char[m * n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) c[i + j * m] = j < rows.get(i).length() ? rows.get(i).charAt(j) : ' ';
        }
        return new Char(c, false, m, n);
    }

    /** The elements in column-major order; the internal array, not to be changed. */
    public char[] data() {
        return data;
    }

    /** Written with double quotes: prints no differently, but concatenation and some functions keep it. */
    public boolean doubleQuoted() {
        return doubleQuoted;
    }

    /** Row i (from 0) of a character matrix. */
    public String row(int i) {
        int m = rows();
        int n = columns();
        char[] c = new char[n];
        for (int j = 0; j < n; j++) c[j] = data[i + j * m];
        return new String(c);
    }

    /** A string's text; a matrix's characters column by column. */
    public String text() {
        return new String(data);
    }

    @Override
    public String toString() {
        return text();
    }

    @Override
    public double re(int i) {
        return data[i];
    }

    @Override
    public String className() {
        return "char";
    }

    @Override
    public Char blank(int... dims) {
        return new Char(new char[Dims.count(dims)], doubleQuoted, dims);
    }

    @Override
    public Char gather(int[] positions, int[] dims) {
        char[] r = new char[positions.length];
        for (int k = 0; k < r.length; k++) r[k] = data[positions[k]];
        return new Char(r, doubleQuoted, dims);
    }

    @Override
    public void set(int at, Array source, int from) {
        data[at] = ((Char) source).data[from];
    }

    @Override
    public Char reshape(int... dims) {
        share();
        Char r = new Char(data, doubleQuoted, dims);
        r.share();
        return r;
    }

    @Override
    public Char copy() {
        return new Char(data.clone(), doubleQuoted, dims());
    }
}
