package nabla.linalg;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.sparse.csc.CommonOps_DSCC;

/**
 * A real matrix of which only the elements that are not 0 are kept, column after column ("compressed sparse column"). Immutable; rows and
 * columns count from 0.
 */
public final class SparseMatrix {
    /** What is done with an element. */
    public interface Visitor {
        void element(int row, int column, double value);
    }

    private final DMatrixSparseCSC data;

    /** Takes a matrix over whose rows are sorted in each column and that keeps no zeros. */
    SparseMatrix(DMatrixSparseCSC data) {
        this.data = data;
    }

    /** The matrix of zeros. */
    public static SparseMatrix zeros(int rows, int columns) {
        return new SparseMatrix(new DMatrixSparseCSC(rows, columns, 0));
    }

    /** The elements of a full matrix by columns that are not 0. */
    public static SparseMatrix of(double[] full, int rows, int columns) {
        Triplets t = new Triplets();
        for (int j = 0, k = 0; j < columns; j++) for (int i = 0; i < rows; i++, k++) if (full[k] != 0) t.add(i, j, full[k]);
        return t.matrix(rows, columns);
    }

    public int rows() {
        return data.numRows;
    }

    public int columns() {
        return data.numCols;
    }

    /** How many elements are kept. */
    public int count() {
        return data.nz_length;
    }

    DMatrixSparseCSC data() {
        return data;
    }

    public double get(int row, int column) {
        int k = Arrays.binarySearch(data.nz_rows, data.col_idx[column], data.col_idx[column + 1], row);
        return k < 0 ? 0 : data.nz_values[k];
    }

    /** Visits the elements that are not 0, column after column. */
    public void each(Visitor visitor) {
        for (int j = 0; j < data.numCols; j++) column(j, visitor);
    }

    /** Visits the elements of a column that are not 0, downwards. */
    public void column(int j, Visitor visitor) {
        for (int k = data.col_idx[j]; k < data.col_idx[j + 1]; k++) visitor.element(data.nz_rows[k], j, data.nz_values[k]);
    }

    /** The elements that are not 0, column after column. */
    public double[] values() {
        return Arrays.copyOf(data.nz_values, data.nz_length);
    }

    /** All elements, column after column. */
    public double[] full() {
        double[] r = new double[Math.multiplyExact(data.numRows, data.numCols)];
        each((i, j, v) -> r[i + j * data.numRows] = v);
        return r;
    }

    public SparseMatrix transpose() {
        DMatrixSparseCSC r = new DMatrixSparseCSC(data.numCols, data.numRows, data.nz_length);
        CommonOps_DSCC.transpose(data, r, null);
        return new SparseMatrix(r);
    }

    /** The function of each element that is kept, as if it gave 0 for 0. */
    public SparseMatrix map(DoubleUnaryOperator f) {
        Triplets t = new Triplets();
        each((i, j, v) -> t.add(i, j, f.applyAsDouble(v)));
        return t.matrix(rows(), columns());
    }

    /** The function of elements at the same place wherever one of both is kept; the sizes are the same, f(0, 0) is 0. */
    public SparseMatrix merge(SparseMatrix other, DoubleBinaryOperator f) {
        Triplets t = new Triplets();
        DMatrixSparseCSC a = data;
        DMatrixSparseCSC b = other.data;
        for (int j = 0; j < a.numCols; j++) {
            int p = a.col_idx[j];
            int q = b.col_idx[j];
            while (p < a.col_idx[j + 1] || q < b.col_idx[j + 1]) {
                int i = p < a.col_idx[j + 1] ? a.nz_rows[p] : Integer.MAX_VALUE;
                int k = q < b.col_idx[j + 1] ? b.nz_rows[q] : Integer.MAX_VALUE;
                int row = Math.min(i, k);
                t.add(row, j, f.applyAsDouble(i == row ? a.nz_values[p++] : 0, k == row ? b.nz_values[q++] : 0));
            }
        }
        return t.matrix(rows(), columns());
    }

    /** The product of two sparse matrices. */
    public SparseMatrix times(SparseMatrix other) {
        DMatrixSparseCSC r = new DMatrixSparseCSC(data.numRows, other.data.numCols, 0);
        CommonOps_DSCC.mult(data, other.data, r, null, null);
        CommonOps_DSCC.removeZeros(r, 0);
        r.sortIndices(null);
        return new SparseMatrix(r);
    }

    /** The product with a full matrix of so many columns on the right; all by columns. */
    public double[] times(double[] right, int count) {
        double[] r = new double[Math.multiplyExact(rows(), count)];
        for (int c = 0; c < count; c++) {
            int to = c * rows();
            int from = c * columns();
            each((i, j, v) -> r[to + i] += v * right[from + j]);
        }
        return r;
    }

    /** The product with a full matrix of so many rows on the left; all by columns. */
    public double[] leftTimes(double[] left, int count) {
        double[] r = new double[Math.multiplyExact(count, columns())];
        each((i, j, v) -> {
            for (int k = 0; k < count; k++) r[k + j * count] += left[k + i * count] * v;
        });
        return r;
    }
}
