package nabla.library.sparse;

import static nabla.library.sparse.SparseOperations.*;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nabla.linalg.SparseMatrix;
import nabla.linalg.Triplets;
import nabla.value.Bool;
import nabla.value.Index;
import nabla.value.Numeric;
import nabla.value.Value;

/** Parts of sparse matrices read, assigned and deleted. */
final class SparseParts {
    private SparseParts() {}

    static void define(Map<String, Operation> known) {
        known.put("subsref", (a, n) -> a[0] instanceof Sparse s ? part(s, Arrays.copyOfRange(a, 1, a.length)) : null);
        known.put("subsasgn", (a, n) -> a[0] instanceof Sparse s ? assigned(s, a[1], Arrays.copyOfRange(a, 2, a.length)) : null);
        known.put("delete", (a, n) -> a[0] instanceof Sparse s ? deleted(s, Arrays.copyOfRange(a, 1, a.length)) : null);
    }

    /** The same elements, column after column, in a matrix of another size. */
    static SparseMatrix reshaped(SparseMatrix m, int rows, int columns) {
        Triplets t = new Triplets();
        m.each((i, j, v) -> {
            long at = i + (long) j * m.rows();
            t.add((int) (at % rows), (int) (at / rows), v);
        });
        return t.matrix(rows, columns);
    }

    // ---- reading -------------------------------------------------------------------------------------------------

    private static Value[] part(Sparse s, Value[] indices) {
        if (indices.length == 1) return elements(s, indices[0]);
        if (indices.length != 2) return null;
        Index rows = Index.of(indices[0], 0, 2, null);
        Index columns = Index.of(indices[1], 1, 2, null);
        rows.within(s.rows(), 0, 2, null, s.dims());
        columns.within(s.columns(), 1, 2, null, s.dims());
        int[] i = rows.isColon() ? null : rows.positions(s.rows());
        int[] j = columns.positions(s.columns());
        return sparse(selected(s.matrix(), i, j), s.logical());
    }

    /** The rows (null for all of them) and columns at these positions, in their order. */
    private static SparseMatrix selected(SparseMatrix m, int[] rows, int[] columns) {
        Triplets t = new Triplets();
        if (rows != null && rows.length == 1) {
            for (int k = 0; k < columns.length; k++) t.add(0, k, m.get(rows[0], columns[k]));
            return t.matrix(1, columns.length);
        }
        // for each row the place where it is first wanted, and for each place the next one of the same row; from 1, 0 for none
        int[] first = new int[m.rows()];
        int[] next = new int[rows == null ? 0 : rows.length];
        for (int k = next.length - 1; k >= 0; k--) {
            next[k] = first[rows[k]];
            first[rows[k]] = k + 1;
        }
        for (int k = 0; k < columns.length; k++) {
            int to = k;
            m.column(columns[k], (i, j, v) -> {
                if (rows == null) t.add(i, to, v);
                else for (int p = first[i]; p > 0; p = next[p - 1]) t.add(p - 1, to, v);
            });
        }
        return t.matrix(rows == null ? m.rows() : rows.length, columns.length);
    }

    /** {@code S(k)} in the order of columns; the shape is the index's, or the row or column that is indexed. */
    private static Value[] elements(Sparse s, Value index) {
        double size = (double) s.rows() * s.columns();
        SparseMatrix m = s.matrix();
        if (Index.isColon(index)) return size > Integer.MAX_VALUE ? null : sparse(reshaped(m, (int) size, 1), s.logical());
        if (index instanceof Sparse mask) return mask.logical() ? masked(s, mask) : null;
        if (!(index instanceof Numeric n) || n instanceof Bool || n.isComplex() || n.ndims() > 2) return null;
        Triplets t = new Triplets();
        boolean along = n.rows() == 1 || n.columns() == 1;
        boolean column = along && (s.columns() == 1 && s.rows() != 1);
        boolean row = along && s.rows() == 1 && s.columns() != 1;
        int height = column ? n.numel() : row ? 1 : n.rows();
        for (int k = 0; k < n.numel(); k++) {
            double at = n.re(k);
            if (!(at >= 1 && at <= size && at == Math.rint(at))) return null;
            long place = (long) at - 1;
            t.add(k % height, k / height, m.get((int) (place % m.rows()), (int) (place / m.rows())));
        }
        return sparse(t.matrix(height, column ? 1 : row ? n.numel() : n.columns()), s.logical());
    }

    /** The elements where the mask holds, as a column (a row for a row). */
    private static Value[] masked(Sparse s, Sparse mask) {
        if (!sameSize(s, mask)) return null;
        Triplets t = new Triplets();
        boolean row = s.rows() == 1 && s.columns() != 1;
        int[] k = {0};
        mask.matrix().each((i, j, v) -> {
            t.add(row ? 0 : k[0], row ? k[0] : 0, s.matrix().get(i, j));
            k[0]++;
        });
        return sparse(row ? t.matrix(1, k[0]) : t.matrix(k[0], 1), s.logical());
    }

    // ---- writing -------------------------------------------------------------------------------------------------

    private static Value[] assigned(Sparse s, Value value, Value[] indices) {
        Sparse v = isNumber(value) ? null : Sparse.of(value);
        if (v == null && !isNumber(value)) return null;
        if (v != null && v.numel() == 1) return assigned(s, v.primal(), indices);
        return indices.length == 1 ? assignedElements(s, value, v, indices[0]) : indices.length == 2 ? assignedPart(s, value, v, indices) : null;
    }

    private static Value[] assignedElements(Sparse s, Value value, Sparse v, Value index) {
        double size = (double) s.rows() * s.columns();
        Index at = index instanceof Sparse mask && mask.logical() && sameSize(s, mask) ? null : Index.of(index, 0, 1, null);
        if (at != null && (at.isColon() && size > Integer.MAX_VALUE || at.extent() > size)) return null;
        double[] numbers = v == null ? null : v.matrix().full();
        Map<Long, Double> changes = new HashMap<>();
        if (at == null) {
            int[] k = {0};
            if (numbers != null && numbers.length != ((Sparse) index).matrix().count()) return null;
            ((Sparse) index).matrix().each((i, j, x) -> changes.put(i + (long) j * s.rows(), numbers == null ? number(value) : numbers[k[0]++]));
        } else {
            int[] positions = at.positions((int) size);
            if (numbers != null && numbers.length != positions.length) return null;
            for (int k = 0; k < positions.length; k++) changes.put((long) positions[k], numbers == null ? number(value) : numbers[k]);
        }
        return changed(s, changes, s.rows(), s.columns());
    }

    private static Value[] assignedPart(Sparse s, Value value, Sparse v, Value[] indices) {
        Index rows = Index.of(indices[0], 0, 2, null);
        Index columns = Index.of(indices[1], 1, 2, null);
        int height = rows.grown(s.rows());
        int width = columns.grown(s.columns());
        int[] i = rows.positions(s.rows());
        int[] j = columns.positions(s.columns());
        double[] numbers = v == null ? null : v.matrix().full();
        if (numbers != null && !(v.rows() == i.length && v.columns() == j.length)
                && !(numbers.length == i.length * j.length && (v.rows() == 1 || v.columns() == 1) && (i.length == 1 || j.length == 1))) {
            return null;
        }
        Map<Long, Double> changes = new HashMap<>();
        for (int q = 0; q < j.length; q++) {
            for (int p = 0; p < i.length; p++) {
                changes.put(i[p] + (long) j[q] * height, numbers == null ? number(value) : numbers[p + q * i.length]);
            }
        }
        return changed(s, changes, height, width);
    }

    /** The matrix, perhaps grown, with other elements at some places, counted down the columns of the new one. */
    private static Value[] changed(Sparse s, Map<Long, Double> changes, int rows, int columns) {
        Triplets t = new Triplets();
        s.matrix().each((i, j, x) -> {
            if (!changes.containsKey(i + (long) j * rows)) t.add(i, j, x);
        });
        changes.forEach((at, x) -> t.add((int) (at % rows), (int) (at / rows), s.logical() && x != 0 ? 1 : x));
        return sparse(t.matrix(rows, columns), s.logical());
    }

    /** Without some of the rows or columns. */
    private static Value[] deleted(Sparse s, Value[] indices) {
        if (indices.length != 2 || Index.isColon(indices[0]) == Index.isColon(indices[1])) return null;
        boolean columns = Index.isColon(indices[0]);
        int size = columns ? s.columns() : s.rows();
        boolean[] leaves = new boolean[size];
        Index gone = Index.of(indices[columns ? 1 : 0], columns ? 1 : 0, 2, null);
        if (gone.extent() > size) return null;
        for (int k : gone.positions(size)) leaves[k] = true;
        int[] stay = new int[size];
        int n = 0;
        for (int k = 0; k < size; k++) if (!leaves[k]) stay[n++] = k;
        stay = Arrays.copyOf(stay, n);
        return sparse(selected(s.matrix(), columns ? null : stay, columns ? stay : Index.ALL.positions(s.columns())), s.logical());
    }
}
