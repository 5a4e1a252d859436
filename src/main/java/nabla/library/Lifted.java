package nabla.library;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import nabla.kernel.Cores;
import nabla.value.Bool;
import nabla.value.Callable;
import nabla.value.Complex;
import nabla.value.Convert;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/** An {@link Elementwise} function applied to arrays: broadcasting, the classes of results, complex answers. */
public final class Lifted implements Callable {
    private final String name;
    private final Entry how;
    private final int arity;
    private final Method real;
    private final Loop loop;
    private final Method complex;
    private final Method more;
    private final Method exact;

    public Lifted(String name, Method f) {
        this(Entry.of(name, f), f);
    }

    Lifted(Entry how, Method f) {
        this.how = how;
        name = how.name();
        arity = how.arity();
        real = f;
        loop = Loops.of(f);
        complex = how.complex().isEmpty() ? null : complexMethod(f.getDeclaringClass());
        more = how.more();
        exact = how.integers() ? exactMethod(f) : null;
    }

    private static Method exactMethod(Method f) {
        for (Method m : f.getDeclaringClass().getDeclaredMethods()) {
            boolean fits = m.getReturnType() == BigDecimal.class && m.getParameterCount() == f.getParameterCount();
            if (!fits || !m.getName().equals(f.getName())) continue;
            m.setAccessible(true);
            return m;
        }
        return null;
    }

    private Method complexMethod(Class<?> owner) {
        for (Method m : owner.getDeclaredMethods()) {
            if (m.getName().equals(how.complex()) && m.getParameterCount() == 2 * arity) {
                m.setAccessible(true);
                return m;
            }
        }
        throw new IllegalStateException(owner + " has no " + how.complex());
    }

    @Override
    public Value[] call(Value[] arguments, int nargout) {
        return Overloaded.invoke(name, this::plain, arguments, nargout);
    }

    private Value[] plain(Value[] a, int nargout) {
        if (a.length > arity && more != null) return new Value[] {(Value) invoke(more, numeric(a[0]), Arrays.copyOfRange(a, 1, a.length))};
        if (a.length != arity) throw Binder.misuse(name, real);
        return new Value[] {arity == 1 ? one(numeric(a[0])) : two(numeric(a[0]), numeric(a[1]))};
    }

    private Numeric numeric(Value v) {
        if (v instanceof Numeric n) return n;
        throw Failure.of(
                "%s: wrong type argument '%s': a numeric array is needed",
                "%s: аргумент класса %s не подходит: нужен числовой массив",
                name, Binder.kind(v));
    }

    private Value one(Numeric x) {
        if (x.isComplex()) return complexOne(x);
        int n = x.numel();
        if (exact != null && x instanceof Ints i && i.isWide()) {
            long[] r = new long[n];
            for (int k = 0; k < n; k++) r[k] = i.type().saturate(exactly(x.exact(k)));
            return new Ints(i.type(), r, x.dims());
        }
        double[] in = x.toDoubles();
        double[] r = new double[n];
        Cores.each(n, (from, to) -> loop.unary(in, r, from, to));
        if (how.leavesReals()) for (int i = 0; i < n; i++) if (r[i] != r[i] && in[i] == in[i]) return complexOne(x);
        return result(r, x.dims(), x.isSingle(), x instanceof Ints i ? i.type() : null);
    }

    private Value two(Numeric x, Numeric y) {
        Broadcast b = new Broadcast(name, x.dims(), y.dims());
        IntType type = integer(x, y);
        boolean single = x.isSingle() || y.isSingle();
        if (x.isSingle() != y.isSingle() && type == null) return two(Convert.toSingle(x), Convert.toSingle(y));
        if (x.isComplex() || y.isComplex()) return complexTwo(x, y, b, single);
        if (exact != null && (isWide(x) || isWide(y)) && isFinite(x) && isFinite(y)) return exactTwo(x, y, b, type);
        double[] u = x.toDoubles();
        double[] v = y.toDoubles();
        double[] r = new double[nabla.value.Dims.count(b.dims)];
        b.each((x0, dx, y0, dy, r0, n) -> Cores.each(
                n, (from, to) -> loop.binary(u, x0 + from * dx, dx, v, y0 + from * dy, dy, r, r0 + from, to - from)));
        if (how.leavesReals() && hasNew(r, x, y)) return complexTwo(x, y, b, single);
        return result(r, b.dims, single, type);
    }

    private static boolean isWide(Numeric x) {
        return x instanceof Ints i && i.isWide();
    }

    private static boolean isFinite(Numeric x) {
        for (int i = 0; i < x.numel(); i++) if (!Double.isFinite(x.re(i))) return false;
        return true;
    }

    private Ints exactTwo(Numeric x, Numeric y, Broadcast b, IntType type) {
        long[] r = new long[nabla.value.Dims.count(b.dims)];
        b.each((x0, dx, y0, dy, r0, n) -> {
            for (int i = 0; i < n; i++) r[r0 + i] = type.saturate(exactly(x.exact(x0 + i * dx), y.exact(y0 + i * dy)));
        });
        return new Ints(type, r, b.dims);
    }

    private BigDecimal exactly(Object... parts) {
        return (BigDecimal) invoke(exact, parts);
    }

    private static Object invoke(Method f, Object... arguments) {
        try {
            return f.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw Binder.thrown(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the results hold a NaN that no argument explains. */
    private static boolean hasNew(double[] r, Numeric x, Numeric y) {
        for (double z : r) {
            if (z != z) return !hasNaN(x) && !hasNaN(y);
        }
        return false;
    }

    private static boolean hasNaN(Numeric x) {
        for (int i = 0; i < x.numel(); i++) if (Double.isNaN(x.re(i))) return true;
        return false;
    }

    private IntType integer(Numeric x, Numeric y) {
        IntType a = x instanceof Ints i ? i.type() : null;
        IntType b = y instanceof Ints i ? i.type() : null;
        if (a != null && b != null && a != b) {
            throw Failure.of(
                    "%s: cannot combine %s with %s: convert one of them first",
                    "%s: нельзя сочетать %s и %s: сначала преобразуйте один из аргументов",
                    name, x.className(), y.className());
        }
        return a != null ? a : b;
    }

    private Value result(double[] r, int[] dims, boolean single, IntType type) {
        if (how.logical()) {
            boolean[] t = new boolean[r.length];
            for (int i = 0; i < t.length; i++) t[i] = r[i] != 0;
            return new Bool(t, dims);
        }
        if (type != null && how.integers()) {
            long[] t = new long[r.length];
            for (int i = 0; i < t.length; i++) t[i] = type.saturate(r[i]);
            return new Ints(type, t, dims);
        }
        if (single) for (int i = 0; i < r.length; i++) r[i] = (float) r[i];
        return new Real(single, r, dims);
    }

    private Value complexOne(Numeric x) {
        int n = x.numel();
        double[] re = new double[n];
        double[] im = new double[n];
        for (int i = 0; i < n; i++) put(re, im, i, x.isSingle(), x.re(i), x.im(i));
        return complexResult(re, im, x.isSingle(), x.dims());
    }

    private Value complexTwo(Numeric x, Numeric y, Broadcast b, boolean single) {
        int count = nabla.value.Dims.count(b.dims);
        double[] re = new double[count];
        double[] im = new double[count];
        b.each((x0, dx, y0, dy, r0, n) -> {
            for (int i = 0; i < n; i++) {
                int p = x0 + i * dx;
                int q = y0 + i * dy;
                put(re, im, r0 + i, single, x.re(p), x.im(p), y.re(q), y.im(q));
            }
        });
        return complexResult(re, im, single, b.dims);
    }

    private Value complexResult(double[] re, double[] im, boolean single, int[] dims) {
        return how.logical() ? result(re, dims, false, null) : new Complex(single, re, im, dims).narrow();
    }

    private void put(double[] re, double[] im, int at, boolean single, Object... parts) {
        if (complex == null) {
            throw Failure.of(
                    "%s: not defined for complex arguments",
                    "%s: для комплексных аргументов не определена", name);
        }
        double[] z = (double[]) invoke(complex, parts);
        re[at] = single ? (float) z[0] : z[0];
        im[at] = single ? (float) z[1] : z[1];
    }
}
