package nabla.value;

import java.util.Arrays;

/**
 * What the console prints for a value: {@link #named} without a semicolon, {@link #plain} by {@code disp}. As Octave prints it, except
 * that diagonal and permutation matrices ({@code eye(3)}) are matrices like others and have no heading, as in MATLAB.
 */
public final class Display {
    private static final int LEVELS = 2;

    private final StringBuilder out = new StringBuilder();
    private final Format format;
    /** How many structures are open; only so many levels show their fields' values. */
    private int depth;

    private Display(Format format) {
        this.format = format;
    }

    /** What a statement without a semicolon prints: {@code x = 3} and the line end, or the name and a matrix under it. */
    public static String named(String name, Value v, Format f) {
        Overloaded.leave(v);
        Display d = new Display(f);
        d.named(name, v, 0);
        return d.out.toString();
    }

    /** What {@code disp} prints. */
    public static String plain(Value v, Format f) {
        Display d = new Display(f);
        d.plain(v);
        return d.out.toString();
    }

    // ---- with a name ---------------------------------------------------------------------------------------------

    private void named(String name, Value value, int indent) {
        String shown = value instanceof Overloaded o ? o.shown(format) : null;
        Value v = shown == null ? Overloaded.primal(value) : value;
        blanks(indent);
        out.append(name).append(" =");
        if (shown != null) {
            boolean small = v.rows() <= 1 && v.columns() <= 1;
            out.append(small ? " " : "\n\n").append(shown).append(small ? "" : "\n");
            return;
        }
        String line = line(v);
        if (line != null) {
            out.append(' ').append(line).append('\n');
            return;
        }
        out.append('\n');
        if (v instanceof Cell c) {
            braces(c, indent);
            blankLine();
        } else if (v instanceof Struct s) {
            structure(s, indent);
        } else {
            blankLine();
            block(v, indent);
            blankLine();
        }
        if (indent == 0 && format.compact()) out.append('\n');
    }

    /** The value's text when it stands on the line of its name, null otherwise. */
    private String line(Value v) {
        if (v instanceof FunctionHandle h) return h.anonymous() ? null : "@" + h.text();
        if (v instanceof Foreign x) {
            String text = x.object().toString();
            return text.indexOf('\n') >= 0 ? null : text;
        }
        if (v instanceof Struct) return null;
        if (v instanceof Cell) {
            if (v.ndims() > 2) return "{" + Dims.text(v.dims()) + " Cell Array}";
            return v.isEmpty() ? "{}(" + Dims.text(v.dims()) + ")" : null;
        }
        if (v instanceof Char c && c.ndims() == 2) return c.rows() == 1 ? c.text() : c.rows() == 0 ? "" : null;
        if (v.isEmpty()) return "[](" + Dims.text(v.dims()) + ")";
        return v.isScalar() && v instanceof Numeric n ? Layout.of(n, format).scalar() : null;
    }

    /** The lines of a value that does not fit on one. */
    private void block(Value v, int indent) {
        if (v instanceof FunctionHandle h) {
            out.append(handle(h)).append('\n');
        } else if (v instanceof Foreign x) {
            out.append(x.object().toString()).append('\n');
        } else if (v.ndims() > 2) {
            pages((Numeric) v, indent);
        } else if (v instanceof Char c) {
            for (int i = 0; i < c.rows(); i++) out.append(c.row(i)).append('\n');
        } else {
            matrix((Numeric) v, indent, format);
        }
    }

    private static String handle(FunctionHandle h) {
        return h.anonymous() ? h.text() : "@" + h.text();
    }

    private void braces(Cell c, int indent) {
        blanks(indent);
        out.append("{\n");
        for (int j = 0; j < c.columns(); j++) {
            for (int i = 0; i < c.rows(); i++) {
                named("[" + (i + 1) + "," + (j + 1) + "]", c.get(i + j * c.rows()), indent + 2);
            }
        }
        blanks(indent);
        out.append("}\n");
    }

    private void structure(Struct s, int indent) {
        blankLine();
        blanks(indent + 2);
        if (s.isScalar()) {
            out.append("scalar structure containing the fields:\n");
            blankLine();
            level(s, indent + 4);
        } else {
            fields(s, indent);
        }
        blankLine();
    }

    /** The fields of a scalar structure: their values, or only their kinds when it lies too deep. */
    private void level(Struct s, int indent) {
        boolean values = depth++ < LEVELS;
        for (String field : s.names()) {
            Value v = s.get(field);
            if (values) {
                named(field, v, indent);
            } else {
                blanks(indent);
                out.append(field).append(": ").append(Dims.text(v.dims())).append(' ').append(Kind.of(v)).append('\n');
            }
        }
        depth--;
    }

    private void fields(Struct s, int indent) {
        out.append(Dims.text(s.dims())).append(" struct array containing the fields:\n");
        blankLine();
        for (String field : s.names()) {
            blanks(indent + 4);
            out.append(field).append('\n');
        }
    }

    // ---- without a name ------------------------------------------------------------------------------------------

    private void plain(Value value) {
        String shown = value instanceof Overloaded o ? o.shown(format) : null;
        if (shown != null) {
            out.append(shown);
            return;
        }
        Value v = Overloaded.primal(value);
        if (v instanceof Struct s) {
            if (s.isScalar()) {
                level(s, 4);
            } else {
                out.append("  ");
                fields(s, 0);
            }
            return;
        }
        String line = line(v);
        if (line != null) out.append(line).append('\n');
        else if (v instanceof Cell c) braces(c, 0);
        else block(v, 0);
    }

    // ---- numbers -------------------------------------------------------------------------------------------------

    private void matrix(Numeric a, int indent, Format f) {
        rows(Layout.of(a, f), a.rows(), 0, a.columns(), indent);
    }

    private void rows(Layout layout, int m, int first, int n, int indent) {
        int total = layout.columnWidth() * n;
        int width = Layout.LINE - indent;
        boolean split = total > width;
        int most = split ? Math.min(n, Math.max(1, layout.lineWidth(indent) / layout.columnWidth())) : n;
        for (int from = 0; from < n; from += most) {
            int to = Math.min(n, from + most);
            if (split) header(from, to, n, indent);
            for (int i = 0; i < m; i++) {
                blanks(indent);
                for (int j = from; j < to; j++) layout.column(out, first + i + j * m);
                out.append('\n');
            }
            if (to < n) blankLine();
        }
    }

    private void header(int from, int to, int n, int indent) {
        blanks(indent);
        if (to - from == 1) out.append(" Column ").append(from + 1);
        else {
            out.append(" Columns ").append(from + 1);
            out.append(to - from == 2 ? " and " : " through ").append(to);
        }
        out.append(":\n");
        blankLine();
    }

    private void pages(Numeric a, int indent) {
        int[] d = a.dims();
        int page = d[0] * d[1];
        int count = a.numel() / page;
        int[] at = new int[d.length];
        Layout common = a instanceof Ints || a instanceof Bool && page > 1 ? Layout.of(a, format) : null;
        for (int k = 0; k < count; k++) {
            StringBuilder name = new StringBuilder("ans(:,:");
            for (int i = 2; i < d.length; i++) name.append(',').append(at[i] + 1);
            name.append(')');
            if (k > 0 && a instanceof Ints) out.append('\n');
            else if (k > 0 && page > 1) blankLine();
            page(a, k, page, name.toString(), common, indent);
            for (int i = 2; i < d.length && ++at[i] == d[i]; i++) at[i] = 0;
        }
    }

    private void page(Numeric a, int k, int size, String name, Layout common, int indent) {
        int[] d = a.dims();
        int[] positions = new int[size];
        Arrays.setAll(positions, i -> k * size + i);
        Numeric slice = (Numeric) a.gather(positions, new int[] {d[0], d[1]});
        if (slice instanceof Complex c) slice = c.narrow();
        if (!(a instanceof Ints)) blanks(indent);
        out.append(name).append(" =");
        String line = common == null ? line(slice) : null;
        if (line != null) {
            out.append(' ').append(line).append('\n');
            return;
        }
        out.append('\n');
        blankLine();
        if (common != null) rows(common, d[0], k * size, d[1], indent);
        else block(slice, indent);
    }

    private void blanks(int n) {
        for (int k = 0; k < n; k++) out.append(' ');
    }

    private void blankLine() {
        if (!format.compact()) out.append('\n');
    }
}
