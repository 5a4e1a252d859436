package nabla.value;

import java.util.Arrays;
import java.util.List;

/** An array whose elements are values of any kind. Elements taken in by a constructor or a copy are marked shared. */
public final class Cell extends Array {
    private final Value[] data;

    /** @param data the elements; null stands for {@code []} */
    public Cell(Value[] data, int... dims) {
        super(dims);
        this.data = data;
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

    /** A row of strings. */
    public static Cell strings(List<String> strings) {
        return row(strings.stream().map(Char::of).toList());
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
        return data;
    }

    /** Whether every element is a string or a character array: {@code iscellstr}. */
    public boolean isStrings() {
        return Arrays.stream(data).allMatch(v -> v instanceof Char);
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
        return new Cell(data.clone(), dims);
    }

    @Override
    public Cell copy() {
        return reshape(dims());
    }
}
