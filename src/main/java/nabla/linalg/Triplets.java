package nabla.linalg;

import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/** Elements by row and column (from 0), in any order, from which a sparse matrix is made; those at the same place are added up. */
public final class Triplets {
    private int[] rows = new int[16];
    private int[] columns = new int[16];
    private double[] values = new double[16];
    private int count;

    public void add(int row, int column, double value) {
        if (count == rows.length) {
            int room = Math.addExact(count, count);
            rows = Arrays.copyOf(rows, room);
            columns = Arrays.copyOf(columns, room);
            values = Arrays.copyOf(values, room);
        }
        rows[count] = row;
        columns[count] = column;
        values[count++] = value;
    }

    /** The matrix of that size; sums that are 0 are left out. */
    public SparseMatrix matrix(int height, int width) {
        // sorted by rows, then, in that order, by columns
        int[] byRow = order(rows, identity(), height);
        int[] order = order(columns, byRow, width);
        DMatrixSparseCSC r = new DMatrixSparseCSC(height, width, count);
        int k = 0;
        for (int j = 0; j < width; j++) {
            r.col_idx[j] = r.nz_length;
            while (k < count && columns[order[k]] == j) {
                int row = rows[order[k]];
                double sum = 0;
                for (; k < count && columns[order[k]] == j && rows[order[k]] == row; k++) sum += values[order[k]];
                if (sum == 0) continue;
                r.nz_rows[r.nz_length] = row;
                r.nz_values[r.nz_length++] = sum;
            }
        }
        r.col_idx[width] = r.nz_length;
        r.indicesSorted = true;
        return new SparseMatrix(r);
    }

    private int[] identity() {
        int[] r = new int[count];
        for (int k = 0; k < count; k++) r[k] = k;
        return r;
    }

    /** The elements in the order of their keys below the limit, those of the same key as they stood. */
    private int[] order(int[] keys, int[] given, int limit) {
        int[] start = new int[limit + 1];
        for (int k = 0; k < count; k++) start[keys[k] + 1]++;
        for (int k = 0; k < limit; k++) start[k + 1] += start[k];
        int[] r = new int[count];
        for (int k : given) r[start[keys[k]]++] = k;
        return r;
    }
}
