package nabla.library.arrays;

import java.util.Arrays;
import java.util.Comparator;
import nabla.value.Array;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Value;

/** The order that sorting and sets share: numbers up with NaN last, complex by modulus then phase, strings by code. */
public final class Order {
    private Order() {}

    /** Compares elements by position. */
    interface Positions {
        int compare(int p, int q);
    }

    static Positions of(String function, Value v) {
        if (v instanceof Cell c) {
            String[] s = strings(function, c);
            return (p, q) -> s[p].compareTo(s[q]);
        }
        if (v instanceof Ints i && i.type() == nabla.value.IntType.UINT64) return (p, q) -> Long.compareUnsigned(i.data()[p], i.data()[q]);
        if (v instanceof Ints i) return (p, q) -> Long.compare(i.data()[p], i.data()[q]);
        if (v instanceof Numeric x) {
            if (x.isComplex()) return (p, q) -> complex(x, p, q);
            return (p, q) -> number(x.re(p), x.re(q));
        }
        throw Failure.of("%s: only cell arrays of character strings may be sorted", "%s: сортируются числа и строки, а не %s", function, v.className());
    }

    /** Compares cells that hold texts or numbers: numbers stand before texts. */
    static Positions cells(String function, Cell c) {
        for (Value v : c.data()) {
            if (!(v instanceof Char || v instanceof Numeric x && x.numel() == 1 && !x.isComplex())) {
                throw Failure.of("%s: only cells of texts and real numbers may be sorted, not of a %s", "%s: сортируются ячейки с текстами и числами, а не с %s", function, v.className());
            }
        }
        return (p, q) -> {
            Value a = c.get(p);
            Value b = c.get(q);
            if (a instanceof Char s && b instanceof Char t) return s.text().compareTo(t.text());
            if (a instanceof Char || b instanceof Char) return a instanceof Char ? 1 : -1;
            return number(((Numeric) a).re(0), ((Numeric) b).re(0));
        };
    }

    static int number(double a, double b) {
        if (a < b) return -1;
        if (a > b) return 1;
        if (a == b) return 0;
        return a == a ? -1 : b == b ? 1 : 0;
    }

    private static int complex(Numeric x, int p, int q) {
        int m = number(Math.hypot(x.re(p), x.im(p)), Math.hypot(x.re(q), x.im(q)));
        return m != 0 ? m : number(Math.atan2(x.im(p), x.re(p)), Math.atan2(x.im(q), x.re(q)));
    }

    static String[] strings(String function, Cell c) {
        String[] s = new String[c.numel()];
        for (int i = 0; i < s.length; i++) {
            if (!(c.get(i) instanceof Char t)) {
                if (c.get(i).isEmpty()) {
                    s[i] = "";
                    continue;
                }
                throw Failure.of(
                        "%s: only cell arrays of character strings may be sorted", "%s: в ячейках должны быть строки", function);
            }
            s[i] = t.text();
        }
        return s;
    }

    /** The positions sorted, equal ones in their order. */
    static int[] sorted(int[] positions, Positions order, boolean descending) {
        Integer[] boxed = new Integer[positions.length];
        for (int i = 0; i < boxed.length; i++) boxed[i] = positions[i];
        Comparator<Integer> c = (p, q) -> descending ? order.compare(q, p) : order.compare(p, q);
        Arrays.sort(boxed, c);
        int[] r = new int[boxed.length];
        for (int i = 0; i < r.length; i++) r[i] = boxed[i];
        return r;
    }

    public static int[] all(int n) {
        int[] r = new int[n];
        for (int i = 0; i < n; i++) r[i] = i;
        return r;
    }

    /** Compares whole rows of a matrix by row number. */
    static Positions rows(String function, Array a) {
        Positions element = of(function, a);
        int m = a.rows();
        int n = a.columns();
        return (p, q) -> {
            for (int j = 0; j < n; j++) {
                int c = element.compare(p + j * m, q + j * m);
                if (c != 0) return c;
            }
            return 0;
        };
    }
}
