package nabla.value;

import java.util.Arrays;
import nabla.kernel.Cores;

/** Real numbers, double or single (single ones are doubles rounded to float after each operation). */
public final class Real extends Numeric {
    /** May be longer than numel: spare room for {@code x(end+1) = v}. */
    private double[] data;

    private int numel;
    private final boolean single;

    public Real(double[] data, int... dims) {
        this(false, data, dims);
    }

    public Real(boolean single, double[] data, int... dims) {
        super(dims);
        this.data = data;
        this.numel = data.length;
        this.single = single;
        assert Dims.count(dims) == numel;
    }

    public static Real of(double x) {
        return new Real(new double[] {x}, 1, 1);
    }

    public static Real row(double... x) {
        return new Real(x, 1, x.length);
    }

    public static Real column(double... x) {
        return new Real(x, x.length, 1);
    }

    public static Real zeros(int... dims) {
        return new Real(allocate(dims), dims);
    }

    public static Real empty() {
        return new Real(new double[0], 0, 0);
    }

    static double[] allocate(int[] dims) {
        int n = Dims.count(dims);
        Cores.expect(n);
        try {
            return new double[n];
        } catch (OutOfMemoryError e) {
            throw Dims.tooLarge(dims);
        }
    }

    /** Whether {@link #data} needs no copy. */
    public boolean isExact() {
        return data.length == numel;
    }

    /** Exactly the elements, column by column. The internal array: not to be changed unless this value was just made. */
    public double[] data() {
        if (data.length != numel) data = Arrays.copyOf(data, numel);
        return data;
    }

    @Override
    public double[] toDoubles() {
        return data();
    }

    @Override
    public int numel() {
        return numel;
    }

    @Override
    public double re(int i) {
        return data[i];
    }

    /** The element with this one-based index, for compiled code; only where {@link #has} says so. */
    public double at(double index) {
        return data[(int) index - 1];
    }

    /** Whether the one-based index names an element of a double array. */
    public boolean has(double index) {
        int i = (int) index;
        return i == index && i > 0 && i <= numel && !single;
    }

    /** Whether the one-based row and column name an element of a double matrix. */
    public boolean has(double row, double column) {
        int[] d = dims();
        int i = (int) row;
        int j = (int) column;
        return i == row && j == column && i > 0 && j > 0 && i <= d[0] && j <= d[1] && d.length == 2 && !single;
    }

    /** The element in this one-based row and column, where {@link #has(double, double)} says so. */
    public double at(double row, double column) {
        return data[(int) row - 1 + ((int) column - 1) * dims()[0]];
    }

    /** Writes in place, one-based, where {@link #has(double, double)} says so and nobody shares. */
    public void put(double row, double column, double x) {
        data[(int) row - 1 + ((int) column - 1) * dims()[0]] = x;
    }

    /** Writes in place, one-based, for compiled code; only when not shared and where {@link #has} says so. */
    public void put(double index, double x) {
        data[(int) index - 1] = x;
    }

    /** Appends in place to a double row (or 0×0, 1×1) or a column that nobody shares; amortized constant time. */
    public void append(double x) {
        if (numel == data.length) data = Arrays.copyOf(data, Math.max(8, numel + (numel >> 1)));
        data[numel++] = x;
        setDims(columns() == 1 && numel > 2 ? Dims.of(numel, 1) : Dims.of(1, numel));
    }

    @Override
    public boolean isSingle() {
        return single;
    }

    @Override
    public String className() {
        return single ? "single" : "double";
    }

    @Override
    public Real blank(int... dims) {
        return new Real(single, allocate(dims), dims);
    }

    @Override
    public Real gather(int[] positions, int[] dims) {
        double[] r = new double[positions.length];
        for (int k = 0; k < r.length; k++) r[k] = data[positions[k]];
        return new Real(single, r, dims);
    }

    @Override
    public void set(int at, Array source, int from) {
        data[at] = ((Real) source).data[from];
    }

    /** So many rows and columns of elements from a position (from 0) on, one of them being 1. */
    public Real slice(int from, int rows, int columns) {
        return new Real(single, Arrays.copyOfRange(data, from, from + rows * columns), rows, columns);
    }

    /** The elements at contiguous positions. */
    Real piece(Index at, int[] dims) {
        int from = at.length(numel) == 0 ? 0 : at.at(0);
        return new Real(single, Arrays.copyOfRange(data, from, from + at.length(numel)), dims);
    }

    /** Writes in place: the elements at contiguous positions become those of the source, as many. */
    void setPiece(Index at, Real source) {
        if (source.numel > 0) System.arraycopy(source.data, 0, data, at.at(0), source.numel);
    }

    /** The rows i and columns j of the array seen as a matrix of m rows. */
    Real part(Index i, Index j, int m, int[] lengths) {
        int rows = lengths[0];
        int columns = lengths[1];
        double[] r = new double[Dims.count(lengths)];
        boolean pieces = rows > 0 && i.contiguous(m);
        for (int k = 0; k < columns; k++) {
            int base = j.at(k) * m;
            if (pieces) System.arraycopy(data, base + i.at(0), r, k * rows, rows);
            else for (int l = 0; l < rows; l++) r[k * rows + l] = data[base + i.at(l)];
        }
        return new Real(single, r, rows, columns);
    }

    /** Writes in place: the rows i and columns j of the array seen as a matrix of m rows become the source's elements, as many. */
    void setPart(Index i, Index j, int m, Real source) {
        if (source.numel == 0) return;
        int rows = i.length(m);
        boolean pieces = i.contiguous(m);
        for (int k = 0, from = 0; from < source.numel; k++, from += rows) {
            int base = j.at(k) * m;
            if (pieces) System.arraycopy(source.data, from, data, base + i.at(0), rows);
            else for (int l = 0; l < rows; l++) data[base + i.at(l)] = source.data[from + l];
        }
    }

    @Override
    public Real reshape(int... dims) {
        share();
        Real r = new Real(single, data(), dims);
        r.share();
        return r;
    }

    @Override
    public Real copy() {
        return new Real(single, Arrays.copyOf(data, numel), dims());
    }
}
