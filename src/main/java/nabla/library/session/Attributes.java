package nabla.library.session;

import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nabla.value.Decimal;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Value;

/** The attributes that validateattributes asks for. */
final class Attributes {
    /** The attributes that a number follows, with the identifiers of their errors. */
    static final Map<String, String> IDENTIFIERS = Map.of(
            ">", "expected-greater", ">=", "expected-greater-equal", "<", "expected-less", "<=", "expected-less-equal",
            "numel", "incorrect-numel", "ncols", "incorrect-numcols", "nrows", "incorrect-numrows", "ndims", "incorrect-numdims", "size", "incorrect-size");

    private Attributes() {}

    /** The numbers as they would be written: {@code 4x3xN} for sizes, N where any will do. */
    static String text(Numeric limit) {
        return IntStream.range(0, limit.numel()).mapToObj(k -> limit.re(k) == limit.re(k) ? Decimal.general(limit.re(k), 5, false) : "N").collect(Collectors.joining("x"));
    }

    /** Whether the value has the attribute; {@code limit} is the number that follows it, or null. */
    static boolean holds(Value a, String name, Numeric limit) {
        int[] d = a.dims();
        return switch (name) {
            case "2d" -> d.length == 2;
            case "3d" -> d.length <= 3;
            case "column" -> d.length == 2 && d[1] == 1;
            case "row" -> d.length == 2 && d[0] == 1;
            case "scalar" -> a.numel() == 1;
            case "vector" -> a.isVector();
            case "diag" -> d.length == 2 && diagonal(a);
            case "square" -> d.length == 2 && d[0] == d[1];
            case "nonempty" -> !a.isEmpty();
            case "nonsparse", "binary" -> !name.equals("binary") || each(a, x -> x == 0 || x == 1);
            case "even" -> each(a, x -> x % 2 == 0);
            case "odd" -> each(a, x -> Math.abs(x % 2) == 1);
            case "integer" -> each(a, x -> x == Math.rint(x) && !Double.isInfinite(x));
            case "real" -> a instanceof Numeric n && !n.isComplex();
            case "finite" -> each(a, x -> !Double.isInfinite(x) && x == x);
            case "nonnan" -> each(a, x -> x == x);
            case "nonnegative" -> each(a, x -> x >= 0);
            case "nonzero" -> each(a, x -> x != 0);
            case "positive" -> each(a, x -> x > 0);
            case "decreasing" -> ordered(a, -1, true);
            case "increasing" -> ordered(a, 1, true);
            case "nondecreasing" -> ordered(a, 1, false);
            case "nonincreasing" -> ordered(a, -1, false);
            case ">" -> each(a, x -> x > limit.re(0));
            case ">=" -> each(a, x -> x >= limit.re(0));
            case "<" -> each(a, x -> x < limit.re(0));
            case "<=" -> each(a, x -> x <= limit.re(0));
            case "numel" -> a.numel() == limit.re(0);
            case "ncols" -> d[1] == limit.re(0);
            case "nrows" -> d[0] == limit.re(0);
            case "ndims" -> d.length == limit.re(0);
            case "size" -> sized(d, limit);
            default -> throw Failure.of(
                    "validateattributes: unknown ATTRIBUTE %s", "validateattributes: нет свойства %s", name);
        };
    }

    private static boolean each(Value a, DoublePredicate p) {
        if (!(a instanceof Numeric n)) return false;
        for (int i = 0; i < n.numel(); i++) if (!p.test(n.re(i))) return false;
        return true;
    }

    private static boolean diagonal(Value a) {
        if (!(a instanceof Numeric n)) return false;
        for (int i = 0; i < n.numel(); i++) if (i % n.rows() != i / n.rows() && (n.re(i) != 0 || n.isComplex() && n.im(i) != 0)) return false;
        return true;
    }

    private static boolean ordered(Value a, int sign, boolean strictly) {
        if (!(a instanceof Numeric n)) return false;
        for (int i = 1; i < n.numel(); i++) {
            double step = sign * (n.re(i) - n.re(i - 1));
            if (!(strictly ? step > 0 : step >= 0)) return false;
        }
        return true;
    }

    private static boolean sized(int[] d, Numeric limit) {
        if (limit.numel() < d.length) return false;
        for (int k = 0; k < limit.numel(); k++) if (limit.re(k) == limit.re(k) && limit.re(k) != Dims.at(d, k)) return false;
        return true;
    }
}
