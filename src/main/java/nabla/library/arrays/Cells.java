package nabla.library.arrays;

import java.util.ArrayList;
import java.util.List;
import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.value.Array;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Struct;
import nabla.value.Value;

/** Cells: making them, and cutting arrays into cells and back. */
public final class Cells {
    private Cells() {}

    @Function(call = "c = cell(n)\nc = cell(m, n, ...)\nc = cell([m n ...])", en = "A cell array of empty matrices.",
            ru = "Массив ячеек из пустых матриц.", examples = {"size(cell(2, 3))  %    2   3"})
    public static Cell cell(Value... sizes) {
        if (sizes.length == 0) return new Cell(new Value[0], 0, 0);
        List<Integer> d = new ArrayList<>();
        for (Value v : sizes) {
            if (!(v instanceof Numeric n)) throw Failure.of("cell: dimensions must be numbers", "cell: размеры должны быть числами");
            for (int i = 0; i < n.numel(); i++) d.add((int) Math.max(0, n.re(i)));
        }
        if (d.size() == 1) d.add(d.get(0));
        int[] dims = Dims.normal(d.stream().mapToInt(Integer::intValue).toArray());
        return new Cell(new Value[Dims.count(dims)], dims);
    }

    @Function(call = "tf = iscellstr(c)", en = "Whether c is a cell array that holds strings alone.", ru = "Массив ли это ячеек, в котором одни строки.",
            examples = {"iscellstr({'a', 1})  % 0"})
    public static boolean iscellstr(Value c) {
        return c instanceof Cell x && x.isStrings();
    }

    @Function(call = "tf = iscell(c)", en = "Whether c is a cell array.", ru = "Массив ли это ячеек.", examples = {"iscell({})  % 1"})
    public static boolean iscell(Value c) {
        return c instanceof Cell;
    }

    @Function(call = "c = num2cell(a)\nc = num2cell(a, dims)", en = "Each element of a in a cell; with dims, these dimensions stay together in a cell.",
            ru = "Каждый элемент a — в своей ячейке; измерения из dims остаются внутри ячеек вместе.", examples = {"size(num2cell([1 2; 3 4]))  %    2   2"})
    public static Cell num2cell(Value a, @Default double[] dims) {
        if (!(a instanceof Array x)) return new Cell(new Value[] {a}, 1, 1);
        int[] size = a.dims();
        int[] inner = new int[size.length];
        java.util.Arrays.fill(inner, 1);
        int[] outer = size.clone();
        if (dims != null) {
            for (double d : dims) {
                if (d < 1 || d != Math.rint(d)) throw Failure.of("num2cell: dimension vectors for DIMS must be valid: positive integers", "num2cell: номера измерений — натуральные числа");
                if (d > size.length) continue;
                inner[(int) d - 1] = size[(int) d - 1];
                outer[(int) d - 1] = 1;
            }
        }
        Value[] r = new Value[Dims.count(outer)];
        int[] at = new int[size.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = block(x, at, inner);
            if (x instanceof Cell && dims == null) r[i] = new Cell(new Value[] {((Cell) x).get(i)}, 1, 1);
            for (int k = 0; k < at.length && ++at[k] == outer[k]; k++) at[k] = 0;
        }
        return new Cell(r, Dims.normal(outer));
    }

    /** The part of x that starts at these subscripts (from 0) and has these sizes. */
    static Array block(Array x, int[] start, int[] sizes) {
        int[] positions = new int[Dims.count(sizes)];
        int[] at = new int[sizes.length];
        for (int i = 0; i < positions.length; i++) {
            int p = 0;
            for (int k = sizes.length - 1; k >= 0; k--) p = p * Dims.at(x.dims(), k) + start[k] + at[k];
            positions[i] = p;
            for (int k = 0; k < at.length && ++at[k] == sizes[k]; k++) at[k] = 0;
        }
        return x.gather(positions, Dims.normal(sizes));
    }

    @Function(call = "c = mat2cell(a, r, c, ...)", en = "a cut into blocks of these heights and widths.", ru = "Матрица a, разрезанная на блоки с такими высотами и ширинами.",
            examples = {"size(mat2cell(ones(4), [2 2], [3 1]))  %    2   2"})
    public static Cell mat2cell(Array a, Value... cuts) {
        int n = Math.max(a.ndims(), cuts.length);
        int[][] sizes = new int[n][];
        int[] outer = new int[n];
        for (int k = 0; k < n; k++) {
            int whole = Dims.at(a.dims(), k);
            sizes[k] = k < cuts.length ? heights(cuts[k], k + 1) : new int[] {whole};
            int sum = 0;
            for (int s : sizes[k]) sum += s;
            if (sum != whole) {
                throw Failure.of(
                        "mat2cell: dimension vectors for dimension %d must sum to %d (instead of %d)",
                        "mat2cell: размеры блоков по измерению %d должны давать в сумме %d, а не %d", k + 1, whole, sum);
            }
            outer[k] = sizes[k].length;
        }
        Value[] r = new Value[Dims.count(outer)];
        int[] at = new int[n];
        for (int i = 0; i < r.length; i++) {
            int[] start = new int[n];
            int[] size = new int[n];
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < at[k]; j++) start[k] += sizes[k][j];
                size[k] = sizes[k][at[k]];
            }
            r[i] = block(a, start, size);
            for (int k = 0; k < n && ++at[k] == outer[k]; k++) at[k] = 0;
        }
        return new Cell(r, Dims.normal(outer));
    }

    /** The sizes of the blocks along dimension k. */
    private static int[] heights(Value v, int k) {
        if (!(v instanceof Numeric x)) throw Failure.of("mat2cell: the sizes along dimension %d must be numbers, not a %s", "mat2cell: размеры по измерению %d — числа, а не %s", k, v.className());
        int[] r = new int[v.numel()];
        for (int i = 0; i < r.length; i++) {
            r[i] = (int) x.re(i);
            if (r[i] != x.re(i) || r[i] < 0) throw Failure.of("mat2cell: the sizes along dimension %d must be whole numbers from 0 on", "mat2cell: размеры по измерению %d — целые неотрицательные числа", k);
        }
        return r;
    }

    @Function(call = "a = cell2mat(c)", en = "The contents of the cells joined as blocks of one matrix.", ru = "Содержимое ячеек, составленное как блоки одной матрицы.",
            examples = {"sum(cell2mat({1, 2; 3, 4})(:))  % 10"})
    public static Value cell2mat(Session session, Value c) {
        if (!(c instanceof Cell x)) throw Failure.of("cell2mat: C must be a cell array", "cell2mat: C должно быть массивом ячеек").id("Octave:invalid-input-type");
        if (x.isEmpty()) return nabla.value.Real.zeros(x.dims());
        for (Value v : x.data()) {
            boolean fits = kind(v) == kind(x.get(0)) && kind(v) > 0;
            if (!fits) {
                throw Failure.of(
                                "cell2mat: wrong type elements or mixed cells, structs, and matrices",
                                "cell2mat: в ячейках должны быть матрицы одного рода")
                        .id("Octave:invalid-input-type");
            }
        }
        if (x.numel() == 1) {
            x.get(0).share();
            return x.get(0);
        }
        Value[] current = x.data().clone();
        int[] dims = x.dims().clone();
        for (int k = dims.length - 1; k >= 0; k--) {
            if (dims[k] == 1) continue;
            current = joined(session, current, dims, k);
            dims[k] = 1;
        }
        return current[0];
    }

    private static int kind(Value v) {
        return v instanceof Char ? 3 : v instanceof Bool ? 2 : v instanceof Numeric || v instanceof Overloaded ? 1 : v instanceof Cell ? 4 : v instanceof Struct ? 5 : 0;
    }

    /** The blocks joined along dimension k. */
    private static Value[] joined(Session session, Value[] blocks, int[] dims, int k) {
        int stride = 1;
        for (int j = 0; j < k; j++) stride *= dims[j];
        int n = dims[k];
        Value[] r = new Value[blocks.length / n];
        for (int i = 0; i < r.length; i++) {
            int first = i % stride + i / stride * stride * n;
            Value[] a = new Value[n + 1];
            a[0] = nabla.value.Real.of(k + 1);
            for (int j = 0; j < n; j++) a[j + 1] = blocks[first + j * stride];
            r[i] = session.standard("cat").call(a, 1)[0];
        }
        return r;
    }
}
