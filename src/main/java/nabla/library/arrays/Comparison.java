package nabla.library.arrays;

import java.util.List;
import java.util.Locale;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Scalars;
import nabla.library.Texts;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Value;

/** Whether strings are equal, wholly or in their beginnings. */
public final class Comparison {
    private Comparison() {}

    @FunctionalInterface
    private interface Test {
        boolean equal(Value a, Value b);
    }

    /** Two cells item by item, a cell with a text item by item, a cell with a text of several rows row by row. */
    private static Bool compare(Session session, String function, Value a, Value b, Test test) {
        if (a instanceof Cell x && b instanceof Cell y) {
            if (x.numel() == 1) return each(session, y, row(session, x.get(0)), test);
            if (y.numel() == 1) return each(session, x, row(session, y.get(0)), test);
            if (!nabla.value.Dims.same(x.dims(), y.dims())) {
                throw Failure.of("%s: nonconformant cell arrays", "%s: размеры массивов ячеек различаются", function);
            }
            boolean[] r = new boolean[x.numel()];
            for (int i = 0; i < r.length; i++) r[i] = test.equal(row(session, x.get(i)), row(session, y.get(i)));
            return new Bool(r, x.dims());
        }
        if (a instanceof Cell x) return b instanceof Char s && s.rows() > 1 ? rows(session, x, s, test) : each(session, x, row(session, b), test);
        if (b instanceof Cell) return compare(session, function, b, a, test);
        return Bool.of(test.equal(a, b));
    }

    private static Bool each(Session session, Cell c, Value s, Test test) {
        boolean[] r = new boolean[c.numel()];
        for (int i = 0; i < r.length; i++) r[i] = test.equal(row(session, c.get(i)), s);
        return new Bool(r, c.dims());
    }

    /** Each row with the item at its place, or with the only item; false when there are not as many items as rows. */
    private static Bool rows(Session session, Cell c, Char s, Test test) {
        if (c.numel() != 1 && c.numel() != s.rows()) return Bool.FALSE;
        boolean[] r = new boolean[s.rows()];
        for (int i = 0; i < r.length; i++) r[i] = test.equal(row(session, c.get(c.numel() == 1 ? 0 : i)), Char.of(s.row(i)));
        return new Bool(r, c.numel() == 1 ? new int[] {r.length, 1} : c.dims());
    }

    /** What stands in a cell as one string: of a text of several rows the first, with a warning; an empty text of any size is ''. */
    private static Value row(Session session, Value v) {
        if (!(v instanceof Char s) || s.rows() == 1) return v;
        if (s.rows() > 1) {
            Value warning = Char.of("multi-row character matrix converted to a string, only the first row is used");
            session.standard("warning").call(new Value[] {warning}, 0);
        }
        return Char.of(s.rows() == 0 ? "" : s.row(0));
    }

    /** Whether two texts are of one size and of the same characters; case aside with fold. */
    public static boolean whole(Value a, Value b, boolean fold) {
        if (!(a instanceof Char x) || !(b instanceof Char y)) return false;
        if (!nabla.value.Dims.same(x.dims(), y.dims()) && !(x.isEmpty() && y.isEmpty() && bothFlat(x, y))) return false;
        return fold ? x.text().equalsIgnoreCase(y.text()) : x.text().equals(y.text());
    }

    private static boolean bothFlat(Char x, Char y) {
        return x.rows() <= 1 && y.rows() <= 1 && x.columns() == 0 && y.columns() == 0;
    }

    private static boolean begin(Value a, Value b, int n, boolean fold) {
        if (!(a instanceof Char x) || !(b instanceof Char y)) return false;
        if (x.numel() < n || y.numel() < n) return whole(a, b, fold);
        return x.text().regionMatches(fold, 0, y.text(), 0, n);
    }

    private static int length(double n, String function) {
        if (n >= 1) return (int) n;
        throw Failure.of("%s: N must be greater than 0", "%s: n должно быть больше нуля", function);
    }

    @Function(
            call = "tf = strcmp(a, b)",
            en = "Whether two strings are equal; a cell is compared string by string.",
            ru = "Равны ли строки; ячейки сравниваются поэлементно.",
            examples = {"strcmp('a', {'a', 'b'})  %   1  0"})
    public static Bool strcmp(Session session, Value a, Value b) {
        return compare(session, "strcmp", a, b, (x, y) -> whole(x, y, false));
    }

    @Function(
            call = "tf = strcmpi(a, b)",
            en = "Whether two strings are equal, case aside.",
            ru = "Равны ли строки без учёта регистра.",
            examples = {"strcmpi('A', 'a')  % 1"})
    public static Bool strcmpi(Session session, Value a, Value b) {
        return compare(session, "strcmpi", a, b, (x, y) -> whole(x, y, true));
    }

    @Function(
            call = "tf = strncmp(a, b, n)",
            en = "Whether the first n characters are equal; of a shorter string, whether both are equal.",
            ru = "Равны ли первые n символов; если строка короче, равны ли строки целиком.",
            examples = {"strncmp('abce', 'abcd', 3)  % 1"})
    public static Bool strncmp(Session session, Value a, Value b, double n) {
        int k = length(n, "strncmp");
        return compare(session, "strncmp", a, b, (x, y) -> begin(x, y, k, false));
    }

    @Function(
            call = "tf = strncmpi(a, b, n)",
            en = "Whether the first n characters are equal, case aside.",
            ru = "Равны ли первые n символов без учёта регистра.",
            examples = {"strncmpi('ABce', 'abcd', 3)  % 1"})
    public static Bool strncmpi(Session session, Value a, Value b, double n) {
        int k = length(n, "strncmpi");
        return compare(session, "strncmpi", a, b, (x, y) -> begin(x, y, k, true));
    }

    @Function(
            call = "s = validatestring(s, options)\ns = validatestring(s, options, function, variable, position)",
            en = "The one of the options that s begins, case aside; an error when none or several fit.",
            ru = "Тот из вариантов, началом которого служит s (регистр не важен); ошибка, если не подходит ни один или несколько.",
            examples = {"validatestring('r', {'red', 'green'})  % red"})
    public static Char validatestring(String s, Cell options, Value... where) {
        String function = "";
        String variable = "";
        String position = "";
        for (Value v : where) {
            if (!(v instanceof Char c)) position = ", argument #" + Scalars.whole("validatestring", "position", v, 1, 1);
            else if (function.isEmpty()) function = c.text();
            else variable = " (variable " + c.text();
        }
        List<String> all = Texts.list(options, "validatestring");
        String found = null;
        for (String o : all) {
            if (!o.regionMatches(true, 0, s, 0, s.length())) continue;
            if (o.equalsIgnoreCase(s)) return Char.of(o);
            if (found == null || found.toLowerCase(Locale.ROOT).startsWith(o.toLowerCase(Locale.ROOT))) found = o;
            else if (!o.toLowerCase(Locale.ROOT).startsWith(found.toLowerCase(Locale.ROOT))) {
                throw complaint(function, s, variable, position, "allows multiple unique matches", "подходит к нескольким из", all);
            }
        }
        if (found == null) throw complaint(function, s, variable, position, "does not match any of", "не подходит ни к одному из", all);
        return Char.of(found);
    }

    private static Failure complaint(
            String function, String s, String variable, String position, String en, String ru, List<String> all) {
        String place = variable.isEmpty() && position.isEmpty() ? "" : variable.isEmpty() ? " (" + position.substring(2) + ")" : variable + position + ")";
        return Failure.of(
                "%s: '%s'%s %s\n%s",
                "%s: '%s'%s %s\n%s",
                function.isEmpty() ? "validatestring" : function,
                s,
                place,
                nabla.value.Lang.say(en, ru),
                "'" + String.join("', '", all) + "'");
    }
}
