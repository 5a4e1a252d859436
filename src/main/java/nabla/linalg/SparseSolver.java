package nabla.linalg;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.interfaces.decomposition.LUSparseDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/**
 * Solves A·x = b for a square sparse A: L·U with partial pivoting after the rows and columns have been brought near the diagonal by
 * Cuthill and McKee's order, backwards (1969; George 1971), so that little fills up.
 */
public final class SparseSolver {
    private final int n;
    private final int[] order;
    private final LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> lu = LinearSolverFactory_DSCC.lu(FillReducing.NONE);

    private SparseSolver(SparseMatrix a) {
        n = a.rows();
        order = order(a);
    }

    /** The solver for a matrix, null when it is singular or nearly so. */
    public static SparseSolver of(SparseMatrix a) {
        SparseSolver s = new SparseSolver(a);
        int[] place = new int[s.n];
        for (int k = 0; k < s.n; k++) place[s.order[k]] = k;
        Triplets t = new Triplets();
        a.each((i, j, v) -> t.add(place[i], place[j], v));
        return s.lu.setA(t.matrix(s.n, s.n).data()) && s.isRegular() ? s : null;
    }

    /** Whether the least of U's pivots isn't lost beside the greatest. */
    private boolean isRegular() {
        LUSparseDecomposition_F64<DMatrixSparseCSC> factors = lu.getDecomposition();
        DMatrixSparseCSC u = factors.getUpper(null);
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (int j = 0; j < n; j++) {
            double pivot = Math.abs(u.get(j, j));
            least = Math.min(least, pivot);
            greatest = Math.max(greatest, pivot);
        }
        return least > Math.ulp(1.0) * greatest;
    }

    /** The solutions for so many right sides, by columns. */
    public double[] solve(double[] right, int count) {
        double[] r = new double[right.length];
        DMatrixRMaj b = new DMatrixRMaj(n, 1);
        DMatrixRMaj x = new DMatrixRMaj(n, 1);
        for (int c = 0; c < count; c++) {
            Patience.poll();
            for (int k = 0; k < n; k++) b.data[k] = right[order[k] + c * n];
            lu.solve(b, x);
            for (int k = 0; k < n; k++) r[order[k] + c * n] = x.data[k];
        }
        return r;
    }

    /** The rows in the order in which they are eliminated, by the graph of A + Aᵀ. */
    private static int[] order(SparseMatrix a) {
        int n = a.rows();
        SparseMatrix graph = a.map(Math::abs).merge(a.transpose().map(Math::abs), Double::sum);
        int[] degree = new int[n];
        graph.each((i, j, v) -> degree[j]++);
        Integer[] byDegree = new Integer[n];
        Arrays.setAll(byDegree, k -> k);
        Arrays.sort(byDegree, (p, q) -> degree[p] - degree[q]);
        boolean[] seen = new boolean[n];
        int[] queue = new int[n];
        int end = 0;
        int at = 0;
        for (int root : byDegree) {
            if (seen[root]) continue;
            seen[root] = true;
            queue[end++] = root;
            for (; at < end; at++) end = neighbours(graph, queue[at], degree, seen, queue, end);
        }
        for (int k = 0; k < n / 2; k++) {
            int t = queue[k];
            queue[k] = queue[n - 1 - k];
            queue[n - 1 - k] = t;
        }
        return queue;
    }

    /** Puts the neighbours of a row that haven't been seen behind the queue's end, those of least degree first; returns its new end. */
    private static int neighbours(SparseMatrix graph, int row, int[] degree, boolean[] seen, int[] queue, int end) {
        DMatrixSparseCSC g = graph.data();
        int first = end;
        for (int k = g.col_idx[row]; k < g.col_idx[row + 1]; k++) {
            int i = g.nz_rows[k];
            if (seen[i]) continue;
            seen[i] = true;
            int to = end++;
            for (; to > first && degree[queue[to - 1]] > degree[i]; to--) queue[to] = queue[to - 1];
            queue[to] = i;
        }
        return end;
    }
}
