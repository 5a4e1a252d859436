package nabla.library;

import java.util.Arrays;
import java.util.Set;
import nabla.value.Bool;
import nabla.value.Char;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** The sizes and the class that {@code zeros(2, 3, 'int8')} and its kin are given. */
public final class Shape {
    private static final Set<String> OTHERS = Set.of("double", "single", "logical");

    public final int[] dims;
    /** The class asked for, null when none was. */
    public final String type;

    private Shape(int[] dims, String type) {
        this.dims = dims;
        this.type = type;
    }

    /** Reads {@code (n)}, {@code (m, n, …)}, {@code ([m n …])}, then perhaps a class's name or {@code 'like', v}. */
    public static Shape of(String function, Value... a) {
        int n = a.length;
        String type = null;
        if (n >= 2 && a[n - 2] instanceof Char c && c.text().equals("like")) {
            type = a[n - 1].className();
            n -= 2;
        } else if (n >= 1 && a[n - 1] instanceof Char c) {
            type = c.text();
            n--;
        }
        if (type != null && IntType.named(type) == null && !OTHERS.contains(type)) {
            throw Failure.of("%s: there are no numbers of class '%s'", "%s: чисел класса «%s» не бывает", function, type);
        }
        return new Shape(dims(function, Arrays.copyOf(a, n)), type);
    }

    /** The sizes that the arguments give: none 1×1, one scalar square, one vector its elements. */
    public static int[] dims(String function, Value... a) {
        if (a.length == 0) return new int[] {1, 1};
        if (a.length == 1) {
            Numeric v = number(function, a[0]);
            if (v.numel() == 1) return Dims.normal(size(function, v.re(0)), size(function, v.re(0)));
            if (v.numel() == 0 && v.rows() == v.columns() || v.rows() > 1 && v.columns() > 1) {
                throw Failure.of("%s (A): sizes are scalars or one vector; for A's size use %s (size (A))",
                        "%s(A): размеры — числа или один вектор; размер A даёт %s(size(A))", function, function);
            }
            int[] d = new int[v.numel()];
            for (int k = 0; k < d.length; k++) d[k] = size(function, v.re(k));
            return d.length == 0 ? new int[] {0, 0} : Dims.normal(d);
        }
        int[] d = new int[a.length];
        for (int k = 0; k < d.length; k++) {
            Numeric v = number(function, a[k]);
            if (v.numel() > 1) {
                throw Failure.of(
                        "%s: dimensions must be scalar integers", "%s: каждый размер должен быть одним целым числом", function);
            }
            d[k] = v.isEmpty() ? 0 : size(function, v.re(0));
        }
        return Dims.normal(d);
    }

    private static Numeric number(String function, Value v) {
        if (v instanceof Numeric n) return n;
        throw Failure.of(
                "%s: dimensions must be integers, not a %s", "%s: размеры должны быть целыми числами, а не %s", function, v.className());
    }

    private static int size(String function, double x) {
        if (x != x) {
            throw Failure.of("%s: a dimension must not be NaN", "%s: размер не может быть NaN", function);
        }
        if (x != Math.rint(x)) {
            throw Failure.of("%s: conversion of %s to a size failed: sizes are whole numbers", "%s: %s — не размер: размеры целые", function, nabla.value.Decimal.general(x, 5, false));
        }
        if (x > Integer.MAX_VALUE) {
            throw Failure.of("out of memory or dimension too large for the index type", "размер слишком велик: не хватит памяти")
                    .id("Octave:bad-alloc");
        }
        return (int) Math.max(x, 0);
    }

    /** An array of these sizes and this class, each element x. */
    public Value filled(double x) {
        IntType t = type == null ? null : IntType.named(type);
        int n = Dims.count(dims);
        if (t != null) {
            long[] r = new long[n];
            Arrays.fill(r, t.saturate(x));
            return new Ints(t, r, dims);
        }
        if ("logical".equals(type)) {
            boolean[] r = new boolean[n];
            if (x != 0) Arrays.fill(r, true);
            return new Bool(r, dims);
        }
        Real r = new Real("single".equals(type), Real.zeros(dims).data(), dims);
        if (x != 0) Arrays.fill(r.data(), r.isSingle() ? (float) x : x);
        return r;
    }
}
