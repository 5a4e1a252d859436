package nabla.library.optimization;

import java.util.Arrays;
import java.util.SplittableRandom;
import nabla.value.Array;
import nabla.value.Cell;
import nabla.value.Failure;
import nabla.value.Value;

/** Data to train with: arrays of as many rows, each row an observation (of row vectors each element), dealt out in shuffled batches. */
final class Observations {
    private final Array[] arrays;
    private final boolean columns;
    private final int count;
    private int[] order;

    /** @param data one array, or cells of arrays */
    Observations(Value data) {
        Value[] parts = data instanceof Cell c ? c.data() : new Value[] {data};
        arrays = new Array[parts.length];
        boolean vectors = true;
        for (int k = 0; k < parts.length; k++) {
            if (!(parts[k] instanceof Array a)) throw wrong();
            arrays[k] = a;
            vectors &= a.ndims() == 2 && a.dims()[0] == 1;
        }
        columns = vectors;
        count = parts.length == 0 ? 0 : arrays[0].dims()[columns ? 1 : 0];
        if (count == 0) throw wrong();
        for (Array a : arrays) {
            int rows = a.dims()[columns ? 1 : 0];
            if (rows != count) {
                throw Failure.of("train: the data have %d and %d observations: their rows must be as many",
                        "train: в данных %d и %d наблюдений: строк должно быть поровну", count, rows);
            }
        }
        order = new int[count];
        for (int i = 0; i < count; i++) order[i] = i;
    }

    private static Failure wrong() {
        return Failure.of("train: the data must be an array, or cells {X, Y} of arrays, with a row for each observation",
                "train: данные — массив или ячейки {X, Y} из массивов, где строка — одно наблюдение");
    }

    int count() {
        return count;
    }

    /** All of the data. */
    Value[] all() {
        return arrays.clone();
    }

    /** Another order (Fisher, Yates). */
    void shuffle(SplittableRandom random) {
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int t = order[i];
            order[i] = order[j];
            order[j] = t;
        }
    }

    /** The observations from place from to place to, exclusive, of the order. */
    Value[] batch(int from, int to) {
        int[] rows = Arrays.copyOfRange(order, from, to);
        Value[] batch = new Value[arrays.length];
        for (int k = 0; k < batch.length; k++) batch[k] = taken(arrays[k], rows);
        return batch;
    }

    private Value taken(Array a, int[] rows) {
        int[] dims = a.dims().clone();
        dims[columns ? 1 : 0] = rows.length;
        if (columns) return a.gather(rows, dims);
        int slices = a.numel() / count;
        int[] positions = new int[rows.length * slices];
        for (int s = 0; s < slices; s++) for (int i = 0; i < rows.length; i++) positions[i + s * rows.length] = rows[i] + s * count;
        return a.gather(positions, dims);
    }
}
