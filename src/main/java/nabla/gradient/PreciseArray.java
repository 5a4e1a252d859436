package nabla.gradient;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import nabla.value.Callable;
import nabla.value.Dims;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/**
 * A real array of {@link Precise} numbers. Programs decide as they do with doubles: conditions, indices and what no formula here knows see
 * the numbers rounded.
 */
final class PreciseArray extends Overloaded {
    private static final Map<String, UnaryOperator<Precise>> UNARY = Map.ofEntries(
            Map.entry("uplus", x -> x), Map.entry("double", x -> x), Map.entry("real", x -> x), Map.entry("conj", x -> x),
            Map.entry("uminus", Precise::negated), Map.entry("abs", Precise::abs), Map.entry("sign", x -> Precise.of(x.sign())), Map.entry("exp", Precise::exp), Map.entry("expm1", Precise::expm1),
            Map.entry("log", Precise::log), Map.entry("reallog", Precise::log), Map.entry("log1p", Precise::log1p),
            Map.entry("log2", x -> x.log().over(Precise.of(2).log())), Map.entry("log10", x -> x.log().over(Precise.of(10).log())),
            Map.entry("sqrt", Precise::sqrt), Map.entry("realsqrt", Precise::sqrt), Map.entry("pow2", x -> Precise.of(2).power(x)),
            Map.entry("sinh", Precise::sinh), Map.entry("cosh", Precise::cosh), Map.entry("tanh", Precise::tanh),
            Map.entry("sech", x -> Precise.ONE.over(x.cosh())), Map.entry("csch", x -> Precise.ONE.over(x.sinh())),
            Map.entry("coth", x -> Precise.ONE.over(x.tanh())), Map.entry("sigmoid", Precise::sigmoid), Map.entry("softplus", Precise::softplus));

    private static final Map<String, BinaryOperator<Precise>> BINARY = Map.ofEntries(
            Map.entry("plus", Precise::plus), Map.entry("minus", Precise::minus), Map.entry("times", Precise::times),
            Map.entry("rdivide", Precise::over), Map.entry("ldivide", (a, b) -> b.over(a)), Map.entry("power", Precise::power),
            Map.entry("hypot", (a, b) -> a.times(a).plus(b.times(b)).sqrt()));

    /** The operators of matrices that work between elements where one side is a number. */
    private static final Map<String, String> OF_SCALARS = Map.of("mtimes", "times", "mrdivide", "rdivide", "mldivide", "ldivide", "mpower", "power");

    /** What fills a line of an array along a dimension from a line of the same length or gives one number. */
    private static final Map<String, UnaryOperator<Precise[]>> ALONG = Map.of(
            "sum", x -> new Precise[] {sum(x)}, "mean", x -> new Precise[] {sum(x).over(Precise.of(x.length))},
            "sumsq", x -> new Precise[] {sum(map(x, v -> v.times(v)))}, "cumsum", PreciseArray::running,
            "logsumexp", x -> new Precise[] {logsumexp(x)}, "softmax", PreciseArray::softmax,
            "logsoftmax", PreciseArray::logsoftmax);

    private static final Set<String> PICKS = Set.of("max", "min", "sort", "cummax", "cummin");
    /** Of these all arguments are joined. */
    private static final Set<String> JOINS = Set.of("horzcat", "vertcat", "blkdiag");

    private static final Set<String> MOVES = Set.of("subsref", "subsasgn", "delete", "reshape", "vec", "squeeze", "transpose", "ctranspose", "permute",
            "ipermute", "horzcat", "vertcat", "cat", "blkdiag", "repmat", "circshift", "flip", "fliplr", "flipud", "postpad", "prepad", "resize", "tril",
            "triu", "diag");

    /** Numbers from here on are those of elements; smaller ones are a function's own constants. */
    private static final double FIRST = 0x1p40;

    private final Precise[] x;
    private final int[] dims;
    private Real rounded;
    /** Whether it was computed at a point next to the one asked about: a 0 there is no accident, and wins against infinity. */
    private boolean moved;

    PreciseArray(Precise[] x, int... dims) {
        this.x = x;
        this.dims = dims;
    }

    private PreciseArray moved(boolean yes) {
        moved = yes;
        return this;
    }

    private static boolean areMoved(Value... values) {
        for (Value v : values) if (v instanceof PreciseArray p && p.moved) return true;
        return false;
    }

    /** The numbers of a real array. */
    static PreciseArray of(Value v) {
        if (v instanceof PreciseArray p) return p;
        double[] d = ((Numeric) primal(v)).toDoubles();
        Precise[] x = new Precise[d.length];
        for (int i = 0; i < x.length; i++) x[i] = Precise.of(d[i]);
        return new PreciseArray(x, v.dims());
    }

    /** The numbers of a real array, as this one's are: computed next to the point asked about or at it. */
    PreciseArray like(Real v) {
        return of(v).moved(moved);
    }

    @Override
    public Real primal() {
        if (rounded == null) {
            double[] r = new double[x.length];
            for (int i = 0; i < r.length; i++) r[i] = x[i].value();
            rounded = new Real(r, dims);
            rounded.share();
        }
        return rounded;
    }

    /** An array of these sizes whose element k is this one's element positions[k], 0 for no element. */
    PreciseArray at(int[] positions, int... sizes) {
        Precise[] r = new Precise[positions.length];
        for (int k = 0; k < r.length; k++) r[k] = positions[k] < 0 ? Precise.ZERO : x[positions[k]];
        return new PreciseArray(r, sizes).moved(moved);
    }

    /** This array with c[k] added to its element positions[k]. */
    PreciseArray with(int[] positions, PreciseArray c) {
        Precise[] r = x.clone();
        for (int k = 0; k < positions.length; k++) if (positions[k] >= 0) r[positions[k]] = r[positions[k]].plus(c.x[k]);
        return new PreciseArray(r, dims).moved(moved || c.moved);
    }

    /** This array with 0 at the positions. */
    PreciseArray without(int[] positions) {
        Precise[] r = x.clone();
        for (int p : positions) r[p] = Precise.ZERO;
        return new PreciseArray(r, dims).moved(moved);
    }

    /** Each number moved by so much times 2ᵏ. */
    PreciseArray moved(double[] by, long k) {
        Precise[] r = new Precise[x.length];
        for (int i = 0; i < r.length; i++) r[i] = x[i].plus(Precise.power(k).times(Precise.of(by[i])));
        return new PreciseArray(r, dims).moved(true);
    }

    // ---- operations ----------------------------------------------------------------------------------------------

    @Override
    public Value[] call(String function, Callable plain, Value[] a, int nargout) {
        for (Value v : a) if (v instanceof Traced t) return t.call(function, plain, a, nargout);
        boolean near = areMoved(a);
        Value[] r = computed(function, plain, a, nargout, near);
        for (Value v : r) if (v instanceof PreciseArray p) p.moved(near);
        return r;
    }

    private static Value[] computed(String function, Callable plain, Value[] a, int nargout, boolean near) {
        if (MOVES.contains(function)) return new Value[] {moves(function, plain, a)};
        boolean scalars = a.length == 2 && (a[0].numel() == 1 || a[1].numel() == 1);
        if (function.equals("mtimes") && !scalars) return new Value[] {product(of(a[0]), of(a[1]), near)};
        String f = scalars ? OF_SCALARS.getOrDefault(function, function) : function;
        Value[] r = plain.call(primals(a), nargout);
        if (r.length == 0 || !(r[0] instanceof Real y)) return r;
        if (a.length == 1 && UNARY.containsKey(f)) r[0] = new PreciseArray(map(of(a[0]).x, UNARY.get(f)), y.dims());
        else if (a.length == 2 && BINARY.containsKey(f)) r[0] = between(operator(f, near), of(a[0]), of(a[1]), y.dims());
        else if (a.length == 2 && (f.equals("max") || f.equals("min")) && nargout < 2 && a[1].numel() > 0) r[0] = chosen(y, of(a[0]), of(a[1]));
        else if (ALONG.containsKey(f)) r[0] = reduced(f, a, y);
        else if (PICKS.contains(f)) return picked(plain, a, nargout);
        return r;
    }

    private static Precise[] map(Precise[] x, UnaryOperator<Precise> f) {
        Precise[] r = new Precise[x.length];
        for (int i = 0; i < r.length; i++) r[i] = f.apply(x[i]);
        return r;
    }

    private static BinaryOperator<Precise> operator(String f, boolean near) {
        return switch (f) {
            case "times" -> (a, b) -> product(a, b, near);
            case "rdivide" -> (a, b) -> quotient(a, b, near);
            case "ldivide" -> (a, b) -> quotient(b, a, near);
            default -> BINARY.get(f);
        };
    }

    private static PreciseArray between(BinaryOperator<Precise> f, PreciseArray a, PreciseArray b, int[] dims) {
        PreciseArray p = a.stretched(dims);
        PreciseArray q = b.stretched(dims);
        Precise[] r = new Precise[p.x.length];
        for (int i = 0; i < r.length; i++) r[i] = f.apply(p.x[i], q.x[i]);
        return new PreciseArray(r, dims);
    }

    /** Repeated along the dimensions where its sizes are 1. */
    private PreciseArray stretched(int[] to) {
        if (Arrays.equals(dims, to)) return this;
        Precise[] r = new Precise[Dims.count(to)];
        for (int i = 0; i < r.length; i++) {
            int source = 0;
            int stride = 1;
            int rest = i;
            for (int k = 0; k < to.length; k++) {
                int size = Dims.at(dims, k);
                if (size > 1) source += rest % to[k] * stride;
                stride *= size;
                rest /= to[k];
            }
            r[i] = x[source];
        }
        return new PreciseArray(r, to);
    }

    /** The one of both that doubles choose. */
    private static PreciseArray chosen(Real y, PreciseArray a, PreciseArray b) {
        PreciseArray p = a.stretched(y.dims());
        PreciseArray q = b.stretched(y.dims());
        Precise[] r = new Precise[y.numel()];
        for (int i = 0; i < r.length; i++) r[i] = p.x[i].value() == y.re(i) ? p.x[i] : q.x[i];
        return new PreciseArray(r, y.dims());
    }

    /** The dimension (from 0) that the function goes along. */
    private static int dimension(String f, Value[] a) {
        if (a.length > 1 && primal(a[1]) instanceof Real d && d.numel() == 1) return (int) d.re(0) - 1;
        int[] sizes = a[0].dims();
        // these take a matrix by its rows
        boolean rows = f.equals("softmax") || f.equals("logsoftmax") || f.equals("logsumexp");
        return rows ? Dims.at(sizes, 1) == 1 ? 0 : 1 : Dims.firstNonSingleton(sizes);
    }

    /** Along one dimension, or for sums one after another along several. */
    private static PreciseArray reduced(String f, Value[] a, Real y) {
        PreciseArray p = of(a[0]);
        if (a.length < 2 || !(primal(a[1]) instanceof Real several) || several.numel() < 2) return along(ALONG.get(f), p, dimension(f, a), y.dims());
        for (int k = 0; k < several.numel(); k++) {
            int d = (int) several.re(k) - 1;
            int[] sizes = Arrays.copyOf(p.dims, Math.max(p.dims.length, d + 1));
            for (int i = p.dims.length; i < sizes.length; i++) sizes[i] = 1;
            sizes[d] = 1;
            p = along(ALONG.get(k > 0 && f.equals("sumsq") ? "sum" : f), p, d, sizes);
        }
        return new PreciseArray(p.x, y.dims());
    }

    private static PreciseArray along(UnaryOperator<Precise[]> f, PreciseArray a, int d, int[] dims) {
        int n = Dims.at(a.dims, d);
        int m = Dims.at(dims, d);
        int stride = 1;
        for (int k = 0; k < d; k++) stride *= Dims.at(a.dims, k);
        Precise[] r = new Precise[Dims.count(dims)];
        for (int line = 0; line < r.length / Math.max(1, m); line++) {
            int block = line / stride;
            int offset = line % stride;
            Precise[] from = new Precise[n];
            for (int i = 0; i < n; i++) from[i] = a.x[block * stride * n + offset + i * stride];
            Precise[] to = f.apply(from);
            for (int i = 0; i < m; i++) r[block * stride * m + offset + i * stride] = to[i];
        }
        return new PreciseArray(r, dims);
    }

    private static Precise sum(Precise[] x) {
        Precise s = Precise.ZERO;
        for (Precise v : x) s = s.plus(v);
        return s;
    }

    private static Precise[] running(Precise[] x) {
        Precise[] r = x.clone();
        for (int i = 1; i < r.length; i++) r[i] = r[i - 1].plus(x[i]);
        return r;
    }

    private static Precise logsumexp(Precise[] x) {
        Precise greatest = x[0];
        for (Precise v : x) if (v.compareTo(greatest) > 0) greatest = v;
        Precise top = greatest;
        return sum(map(x, v -> v.minus(top).exp())).log().plus(top);
    }

    private static Precise[] softmax(Precise[] x) {
        return map(logsoftmax(x), Precise::exp);
    }

    private static Precise[] logsoftmax(Precise[] x) {
        Precise s = logsumexp(x);
        return map(x, v -> v.minus(s));
    }

    private static Precise product(Precise a, Precise b, boolean near) {
        return near && (a.sign() == 0 || b.sign() == 0) ? Precise.ZERO : a.times(b);
    }

    private static Precise quotient(Precise a, Precise b, boolean near) {
        return near && a.sign() == 0 ? Precise.ZERO : a.over(b);
    }

    private static PreciseArray product(PreciseArray a, PreciseArray b, boolean near) {
        int rows = a.dims[0];
        int inner = a.dims[1];
        int columns = b.dims[1];
        Precise[] r = new Precise[rows * columns];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                Precise s = Precise.ZERO;
                for (int k = 0; k < inner; k++) s = s.plus(product(a.x[i + k * rows], b.x[k + j * inner], near));
                r[i + j * rows] = s;
            }
        }
        return new PreciseArray(r, rows, columns);
    }

    /** What chooses elements by their order, of the places that they have in it. */
    private static Value[] picked(Callable plain, Value[] a, int nargout) {
        PreciseArray p = of(a[0]);
        Integer[] order = new Integer[p.x.length];
        for (int i = 0; i < order.length; i++) order[i] = i;
        Arrays.sort(order, (i, j) -> p.x[i].compareTo(p.x[j]));
        double[] places = new double[order.length];
        for (int k = 0; k < order.length; k++) {
            boolean tie = k > 0 && p.x[order[k]].compareTo(p.x[order[k - 1]]) == 0;
            places[order[k]] = p.x[order[k]].isNaN() ? Double.NaN : tie ? places[order[k - 1]] : k;
        }
        Value[] given = primals(a);
        given[0] = new Real(places, p.dims);
        Value[] r = plain.call(given, nargout);
        double[] at = ((Real) r[0]).data();
        Precise[] y = new Precise[at.length];
        for (int i = 0; i < y.length; i++) y[i] = Double.isNaN(at[i]) ? Precise.NAN : p.x[order[(int) at[i]]];
        r[0] = new PreciseArray(y, r[0].dims());
        return r;
    }

    /** Elements in new places, found by doing the same to the numbers of the elements. */
    private static Value moves(String function, Callable plain, Value[] a) {
        int first = function.equals("cat") ? 1 : 0;
        int last = JOINS.contains(function) || first == 1 ? a.length : function.equals("subsasgn") ? 2 : 1;
        Value[] numbered = primals(a);
        int n = 0;
        for (int k = first; k < last; k++) n += a[k].numel();
        Precise[] all = new Precise[n];
        n = 0;
        for (int k = first; k < last; k++) {
            PreciseArray p = of(a[k]);
            double[] numbers = new double[p.x.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = FIRST + n;
                all[n++] = p.x[i];
            }
            numbered[k] = new Real(numbers, p.dims);
        }
        Real y = (Real) plain.call(numbered, 1)[0];
        Precise[] r = new Precise[y.numel()];
        for (int i = 0; i < r.length; i++) r[i] = y.re(i) >= FIRST ? all[(int) (y.re(i) - FIRST)] : Precise.of(y.re(i));
        return new PreciseArray(r, y.dims());
    }

    // ---- as a value ----------------------------------------------------------------------------------------------

    @Override
    public int[] dims() {
        return dims;
    }

    @Override
    public String className() {
        return "double";
    }

    @Override
    public boolean isTrue() {
        return primal().isTrue();
    }
}
