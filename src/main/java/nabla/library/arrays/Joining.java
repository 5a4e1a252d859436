package nabla.library.arrays;

import java.util.Arrays;
import nabla.library.Function;
import nabla.library.Result;
import nabla.value.Array;
import nabla.value.Concat;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Value;

/** Arrays put together along a dimension: cat and its kin. */
public final class Joining {
    private Joining() {}

    @Function(call = "A = cat(dim, a, b, ...)", en = "The arrays one after another along the dimension.", ru = "Массивы один за другим по указанному измерению.",
            examples = {"size(cat(3, 1, 2))  % 1 1 2"})
    public static Value cat(int dim, Value... parts) {
        if (dim < 1) throw Failure.of("cat: DIM must be a valid dimension", "cat: номер измерения должен быть положительным");
        return joined(dim - 1, parts);
    }

    @Function(call = "A = horzcat(a, b, ...)", en = "[a, b, ...]: the arrays side by side.", ru = "[a, b, ...]: массивы друг рядом с другом.", examples = {"horzcat([1 2], 3)  % 1 2 3"})
    public static Value horzcat(Value... parts) {
        return joined(1, parts);
    }

    @Function(call = "A = vertcat(a, b, ...)", en = "[a; b; ...]: the arrays one under another.", ru = "[a; b; ...]: массивы друг под другом.", examples = {"vertcat(1, 2)'  % 1 2"})
    public static Value vertcat(Value... parts) {
        return joined(0, parts);
    }

    private static Value joined(int dim, Value[] parts) {
        if (parts.length == 0) return Real.empty();
        Value[] used = dim < 2 ? parts : Arrays.stream(parts).filter(v -> !nothing(v)).toArray(Value[]::new);
        if (used.length == 0) return nothings(dim, parts.length);
        return used.length == 1 ? Result.same(used[0]) : Concat.along(dim, used);
    }

    /** Whether it is [], which joins with anything. */
    private static boolean nothing(Value v) {
        return v instanceof Real && v.ndims() == 2 && v.rows() == 0 && v.columns() == 0;
    }

    private static Real nothings(int dim, int count) {
        int[] d = new int[dim + 1];
        Arrays.fill(d, 2, dim, 1);
        d[dim] = count;
        return Real.zeros(Dims.normal(d));
    }

    /** Two arrays one under another. */
    static Array below(Array a, Array b) {
        return (Array) Concat.vertical(new Value[] {a, b});
    }
}
