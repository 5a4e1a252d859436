package nabla.value;

import java.util.Arrays;
import java.util.List;

/** An array whose elements are values of any kind. Elements taken in by a constructor or a copy are marked shared. */
public final class Cell extends Array {
    /** May be longer than numel: spare room for {@code c{end+1} = v}. */
    private Value[] data;

    private int numel;

    /** @param data the elements; null stands for {@code []} */
    public Cell(Value[] data, int... dims) {
        super(dims);
        this.data = data;
        this.numel = data.length;
        for (int i = 0; i < data.length; i++) {
            if (data[i] == null) data[i] = Real.empty();
            else data[i].share();
        }
    }

    public static Cell row(List<? extends Value> values) {
        return new Cell(values.toArray(new Value[0]), 1, values.size());
    }

    public static Cell column(List<? extends Value> values) {
        return new Cell(values.toArray(new Value[0]), values.size(), 1);
    }

    /** Element i (from 0). Its holder is this cell: {@link #share} it before storing it elsewhere. */
    public Value get(int i) {
        return data[i];
    }

    /** Writes in place, without marking v shared: for the engine's nested assignment, which hands v over. */
    public void put(int i, Value v) {
        data[i] = v;
    }

    /** The elements; the internal array, not to be changed. */
    public Value[] data() {
        if (data.length != numel) data = Arrays.copyOf(data, numel);
        return data;
    }

    @Override
    public int numel() {
        return numel;
    }

    /** Appends in place to a row (or 0×0, 1×1) or a column of at least two that nobody shares; amortized constant time. */
    void append(Value v) {
        v.share();
        if (numel == data.length) data = Arrays.copyOf(data, Math.max(8, numel + (numel >> 1)));
        data[numel++] = v;
        setDims(columns() == 1 && rows() > 1 ? Dims.of(numel, 1) : Dims.of(1, numel));
    }

    /** Whether every element is a string or a character array: {@code iscellstr}. */
    public boolean isStrings() {
        return Arrays.stream(data()).allMatch(v -> v instanceof Char);
    }

    @Override
    public String className() {
        return "cell";
    }

    @Override
    public boolean isTrue() {
        throw Failure.of("a cell array is neither true nor false: take its elements with { }",
                "массив ячеек не бывает истинным или ложным: возьмите его элементы через { }");
    }

    @Override
    public Cell blank(int... dims) {
        return new Cell(new Value[Dims.count(dims)], dims);
    }

    @Override
    public Cell gather(int[] positions, int[] dims) {
        Value[] r = new Value[positions.length];
        for (int k = 0; k < r.length; k++) r[k] = data[positions[k]];
        return new Cell(r, dims);
    }

    @Override
    public void set(int at, Array source, int from) {
        Value v = ((Cell) source).data[from];
        v.share();
        data[at] = v;
    }

    @Override
    public Cell reshape(int... dims) {
        return new Cell(Arrays.copyOf(data, numel), dims);
    }

    @Override
    public Cell copy() {
        return reshape(dims());
    }
}
