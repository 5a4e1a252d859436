package nabla.library.arrays;

import java.util.Arrays;
import java.util.Locale;
import nabla.library.Along;
import nabla.value.Array;
import nabla.value.Bool;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Permute;
import nabla.value.Real;
import nabla.value.Value;

/**
 * What a sum, an extreme or another reduction is asked for after its array: along which dimension, several of them taken as one or all
 * ({@code sum(x, [1 2])}, {@code sum(x, 'all')}); with NaN or without; in which class. A word it does not know is an error.
 */
final class Reduction {
    static final String EN = "dim is a dimension, several of them ([1 2]) taken as one, or 'all'";
    static final String RU = "dim — номер измерения, несколько номеров ([1 2]), взятых вместе, или 'all'";
    static final String NAN_EN = "'omitnan' leaves NaN out";
    static final String NAN_RU = "'omitnan' пропускает NaN";
    /** The words that a function may take: for dimensions, for NaN, for the class of the result, for the direction of running sums. */
    static final String ALL = "all";
    static final String NAN = "omitnan includenan omitmissing includemissing";
    static final String CLASS = "native double default extra";
    static final String DIRECTION = "forward reverse";

    private final String name;
    /** The array, laid out so that what is taken as one stands along its first dimension. */
    Numeric x;
    /** The dimension; null for the first that is not 1. */
    Value dim;
    /** 'native', 'double', …; empty when nothing was said. */
    String kind = "";
    boolean omitsNaN;
    boolean includesNaN;
    boolean reverse;
    /** The sizes of a reduced result when several dimensions were taken as one, null otherwise. */
    private int[] shape;
    /** The position in the given array of each element of {@link #x}, from 0, when several dimensions were taken as one. */
    private double[] positions;

    private Reduction(String name, Numeric x) {
        this.name = name;
        this.x = x;
    }

    /** @param words those that the function takes, of the constants above */
    static Reduction of(String name, Numeric x, Value[] options, String... words) {
        Reduction q = new Reduction(name, x);
        for (Value v : options) {
            if (v instanceof Char c && !c.isEmpty()) q.word(c.text(), words);
            else if (q.dim != null) throw Failure.of("Invalid call to %s: one dimension at most", "%s: измерение можно указать одно", name).id("Octave:invalid-fun-call");
            else q.dim = v;
        }
        if (q.dim instanceof Numeric several && several.numel() > 1) {
            if (Arrays.asList(words).contains(ALL)) q.together(several);
            else Along.dimension(name, several);
        }
        return q;
    }

    private void word(String given, String[] words) {
        String w = given.toLowerCase(Locale.ROOT);
        String known = String.join(" ", words);
        if (!Arrays.asList(known.split(" ")).contains(w)) {
            throw Failure.of("%s: unrecognized type argument '%s'; it takes %s", "%s: непонятный аргумент «%s»; бывают %s", name, given, known.replace(" ", ", "));
        }
        switch (w) {
            case ALL -> {
                x = (Numeric) x.reshape(x.numel(), 1);
                dim = Real.of(1);
            }
            case "omitnan", "omitmissing" -> omitsNaN = true;
            case "includenan", "includemissing" -> includesNaN = true;
            case "reverse" -> reverse = true;
            case "forward" -> reverse = false;
            default -> kind = w;
        }
    }

    private void together(Numeric several) {
        int[] d = x.dims();
        int[] to = d.clone();
        int[] order = new int[d.length];
        int inner = 0;
        int size = 1;
        for (int k = 0; k < several.numel(); k++) {
            int one = Along.dimension(name, several.element(k));
            if (one >= d.length) continue;
            if (to[one] < 0) throw Failure.of("%s: the dimensions must differ from each other", "%s: номера измерений не должны повторяться", name);
            order[inner++] = one;
            size *= d[one];
            to[one] = -1;
        }
        for (int k = 0, n = inner; k < d.length; k++) if (to[k] >= 0) order[n++] = k;
        for (int k = 0; k < d.length; k++) if (to[k] < 0) to[k] = 1;
        double[] at = new double[x.numel()];
        for (int i = 0; i < at.length; i++) at[i] = i;
        positions = ((Real) Permute.permute(new Real(at, d), order)).data();
        x = (Numeric) Permute.permute(x, order).reshape(size, size == 0 ? 0 : x.numel() / size);
        shape = Dims.normal(to);
        dim = Real.of(1);
    }

    /** The lines to reduce; of a 0×0 array one without elements, as sums have it. */
    Along sums() {
        return Along.ofSum(name, x.dims(), dim);
    }

    /** The sizes of the reduced array. */
    int[] dims(Along a) {
        return shape != null ? shape : a.reduced();
    }

    /** A result of the lines in the sizes of the reduced array. */
    Value shaped(Value r) {
        return shape == null || r.numel() != Dims.count(shape) ? r : ((Array) r).reshape(shape);
    }

    /** The number from 1 that element i of line k has in its line, or in the given array when several dimensions were taken as one. */
    double number(Along a, int k, int i) {
        return positions == null ? i + 1 : positions[a.start(k) + i * a.stride] + 1;
    }

    /** Whether each step stays within a class of integers. */
    boolean within() {
        return kind.equals("native") && x instanceof Ints;
    }

    boolean single() {
        return x.isSingle() && !kind.equals("double");
    }

    boolean truths() {
        return kind.equals("native") && x instanceof Bool;
    }

    static boolean isNaN(Numeric x, int i) {
        return Double.isNaN(x.re(i)) || Double.isNaN(x.im(i));
    }

    /** Puts a number in the place of each NaN that is to be left out. */
    Reduction filling(double instead) {
        if (!omitsNaN || x instanceof Ints) return this;
        double[] re = x.toDoubles().clone();
        double[] im = x.isComplex() ? nabla.library.Result.imaginary(x) : null;
        for (int i = 0; i < re.length; i++) {
            if (!isNaN(x, i)) continue;
            re[i] = instead;
            if (im != null) im[i] = 0;
        }
        x = im == null ? new Real(x.isSingle(), re, x.dims()) : new Complex(x.isSingle(), re, im, x.dims());
        return this;
    }

    /** How many elements of each line count. */
    double[] counts(Along a) {
        double[] n = new double[a.lines];
        Arrays.fill(n, a.length);
        if (!omitsNaN) return n;
        for (int k = 0; k < n.length; k++) {
            for (int i = 0, p = a.start(k); i < a.length; i++, p += a.stride) if (isNaN(x, p)) n[k]--;
        }
        return n;
    }

    /** The real elements of line k that count. */
    double[] line(Along a, int k) {
        double[] r = a.line(x.toDoubles(), k);
        return omitsNaN ? Arrays.stream(r).filter(v -> v == v).toArray() : r;
    }
}
