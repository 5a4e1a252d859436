package nabla.library.mathematics;

import java.util.ArrayList;
import java.util.List;
import nabla.library.Function;
import nabla.library.texts.Strings;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Value;

/** Strings cut to a length. */
public final class Truncation {
    private Truncation() {}

    @Function(
            call = "s = strtrunc(s, n)",
            en = "The first n characters of s, of each row or of each string of a cell.",
            ru = "Первые n символов строки s, каждой строки матрицы или каждой строки в ячейках.",
            examples = {"strtrunc('abcdefg', 4)  % abcd"})
    public static Value strtrunc(Value s, Numeric n) {
        double k = n.numel() == 1 ? n.re(0) : -1;
        if (k < 0 || k != Math.rint(k)) {
            throw Failure.of("strtrunc: length N must be a positive integer (N >= 0)", "strtrunc: n должно быть целым и не меньше нуля");
        }
        if (s instanceof Cell c) {
            Value[] r = new Value[c.numel()];
            for (int i = 0; i < r.length; i++) r[i] = cut(c.get(i), (int) k);
            return new Cell(r, c.dims());
        }
        return cut(s, (int) k);
    }

    private static Value cut(Value s, int n) {
        if (!(s instanceof Char c)) {
            throw Failure.of(
                    "strtrunc: S must be a character string or a cell array of strings", "strtrunc: нужна строка или ячейки со строками");
        }
        if (c.columns() <= n) {
            c.share();
            return c;
        }
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < c.rows(); i++) rows.add(c.row(i).substring(0, n));
        return Char.rows(rows);
    }
}
