package nabla.library;

import nabla.value.Array;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Arrays put together along a dimension: cat and its kin. */
public final class Joining {
    private Joining() {}

    @Function(call = "A = cat(dim, a, b, ...)", en = "The arrays one after another along the dimension.", ru = "Массивы один за другим по указанному измерению.",
            examples = {"size(cat(3, 1, 2))  % 1 1 2"})
    public static Value cat(int dim, Value... parts) {
        if (dim < 1) throw Failure.of("cat: DIM must be a valid dimension", "cat: номер измерения должен быть положительным");
        return joined(dim == 1 ? "vertcat" : dim == 2 ? "horzcat" : "cat", dim - 1, parts);
    }

    @Function(call = "A = horzcat(a, b, ...)", en = "[a, b, ...]: the arrays side by side.", ru = "[a, b, ...]: массивы друг рядом с другом.", examples = {"horzcat([1 2], 3)  % 1 2 3"})
    public static Value horzcat(Value... parts) {
        return joined("horzcat", 1, parts);
    }

    @Function(call = "A = vertcat(a, b, ...)", en = "[a; b; ...]: the arrays one under another.", ru = "[a; b; ...]: массивы друг под другом.", examples = {"vertcat(1, 2)'  % 1 2"})
    public static Value vertcat(Value... parts) {
        return joined("vertcat", 0, parts);
    }

    private static Value joined(String name, int dim, Value[] parts) {
        if (parts.length == 0) return Real.empty();
        Array[] a = new Array[parts.length];
        for (int k = 0; k < a.length; k++) {
            if (parts[k] instanceof Array x) a[k] = x;
            else if (parts.length == 1) return Result.same(parts[k]);
            else throw Failure.of("%s: a %s cannot be an element of an array", "%s: %s не может быть частью массива", name, parts[k].className());
        }
        if (a.length == 1) return Result.same(a[0]);
        return join(name, dim, a);
    }

    /** The arrays along the dimension (from 0); 0×0 ones are passed over. */
    static Array join(String name, int dim, Array... parts) {
        Array[] a = alike(name, parts);
        Array first = null;
        int n = 0;
        int used = 0;
        for (Array x : a) {
            if (skipped(x)) continue;
            if (first == null) first = x;
            check(name, dim, first, x);
            n += Dims.at(x.dims(), dim);
            used++;
        }
        if (first == null) return a[0];
        if (used == 1 && a.length == 1) return first;
        int[] to = java.util.Arrays.copyOf(first.dims(), Math.max(first.ndims(), dim + 1));
        for (int k = first.ndims(); k < to.length; k++) to[k] = 1;
        to[dim] = n;
        Array r = first.blank(to);
        Along out = new Along(to, dim);
        int offset = 0;
        for (Array x : a) {
            if (skipped(x)) continue;
            Along in = new Along(x.dims(), dim);
            for (int k = 0; k < in.lines; k++) {
                int p = in.start(k);
                int q = out.start(k) + offset * out.stride;
                for (int i = 0; i < in.length; i++, p += in.stride, q += out.stride) r.set(q, x, p);
            }
            offset += in.length;
        }
        return r;
    }

    private static boolean skipped(Array x) {
        return x.ndims() == 2 && x.rows() == 0 && x.columns() == 0;
    }

    private static void check(String name, int dim, Array a, Array b) {
        for (int k = 0; k < Math.max(a.ndims(), b.ndims()); k++) {
            if (k != dim && Dims.at(a.dims(), k) != Dims.at(b.dims(), k)) {
                if (dim < 2) {
                    throw Failure.of(
                            dim == 0 ? "vertical dimensions mismatch (%s vs %s)" : "horizontal dimensions mismatch (%s vs %s)",
                            dim == 0 ? "число столбцов не совпадает (%s и %s)" : "число строк не совпадает (%s и %s)",
                            Dims.text(a.dims()), Dims.text(b.dims()));
                }
                throw Failure.of(
                        "%s: dimension mismatch: %s vs %s", "%s: размеры %s и %s не сочетаются", name, Dims.text(a.dims()), Dims.text(b.dims()));
            }
        }
    }

    /** The arrays in the one class that holds them all. */
    private static Array[] alike(String name, Array[] a) {
        boolean cell = false;
        boolean struct = false;
        boolean text = false;
        boolean single = false;
        boolean complex = false;
        boolean all = true;
        IntType type = null;
        for (Array x : a) {
            cell |= x instanceof Cell;
            struct |= x instanceof Struct;
            text |= x instanceof Char;
            all &= x instanceof Bool;
            if (x instanceof Numeric n) {
                single |= n.isSingle();
                complex |= n.isComplex();
            }
            if (x instanceof Ints i && type == null) type = i.type();
        }
        Array[] r = new Array[a.length];
        for (int k = 0; k < a.length; k++) {
            Array x = a[k];
            if (cell) r[k] = x instanceof Cell ? x : skipped(x) ? new Cell(new Value[0], 0, 0) : new Cell(new Value[] {x}, 1, 1);
            else if (struct) r[k] = structure(name, x);
            else if (all) r[k] = x;
            else r[k] = number((Numeric) x, text ? "char" : type != null ? type.label : single ? "single" : "double", complex && !text && type == null);
        }
        return r;
    }

    private static Array structure(String name, Array x) {
        if (x instanceof Struct) return x;
        if (skipped(x)) return Struct.array(0, 0);
        throw Failure.of("%s: a structure cannot be joined with a %s", "%s: структуру нельзя соединить со значением класса %s", name, x.className());
    }

    private static Array number(Numeric x, String type, boolean complex) {
        Numeric r = (Numeric) Casts.convert(x, type);
        if (!complex || r.isComplex()) return r;
        return new Complex(r.isSingle(), r.toDoubles(), new double[r.numel()], r.dims());
    }
}
