package nabla.library.optimization;

import java.util.Arrays;
import nabla.optim.LinearConstraints;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** The linear part of a constrained problem as scripts give it: A·x ≤ b, Aeq·x = beq, lb ≤ x ≤ ub, each left out or empty where there is none. */
record Conditions(LinearConstraints linear, double[] lower, double[] upper) {
    static Conditions of(String caller, int n, Value a, Value b, Value aeq, Value beq, Value lb, Value ub) {
        double[][] rows = rows(caller, "A", a, n);
        double[][] equal = rows(caller, "Aeq", aeq, n);
        LinearConstraints linear = new LinearConstraints(
                rows, vector(caller, "b", b, rows.length), equal, vector(caller, "beq", beq, equal.length));
        double[] lower = bound(caller, "lb", lb, n, Double.NEGATIVE_INFINITY);
        double[] upper = bound(caller, "ub", ub, n, Double.POSITIVE_INFINITY);
        return new Conditions(linear, lower, upper);
    }

    /** How many of the arguments from a place on are constraints, at most so many: the options begin where a structure or a name stands. */
    static int given(Value[] arguments, int from, int most) {
        int k = from;
        while (k < arguments.length && k < from + most && !(arguments[k] instanceof Struct) && !(arguments[k] instanceof Char)) k++;
        return k - from;
    }

    /** The first variable whose bounds no number satisfies, counted from 1; 0 when there is none. */
    int contradiction() {
        for (int i = 0; i < lower.length; i++) if (!(lower[i] <= upper[i])) return i + 1;
        return 0;
    }

    /** By how much x violates them at most. */
    double violation(double[] x) {
        double v = 0;
        for (int i = 0; i < x.length; i++) v = Math.max(v, Math.max(lower[i] - x[i], x[i] - upper[i]));
        for (int i = 0; i < linear.b().length; i++) v = Math.max(v, product(linear.a()[i], x) - linear.b()[i]);
        for (int i = 0; i < linear.d().length; i++) v = Math.max(v, Math.abs(product(linear.e()[i], x) - linear.d()[i]));
        return v;
    }

    private static double product(double[] row, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += row[i] * x[i];
        return sum;
    }

    static boolean absent(Value v) {
        return v == null || v.isEmpty();
    }

    static Numeric real(String caller, String name, Value v) {
        if (v instanceof Numeric n && !n.isComplex() && n.ndims() == 2) {
            for (int i = 0; i < n.numel(); i++) if (Double.isNaN(n.re(i))) throw Failure.of("%s: %s holds NaN", "%s: в %s есть NaN", caller, name);
            return n;
        }
        throw Failure.of("%s: %s must be a real matrix", "%s: %s — вещественная матрица", caller, name);
    }

    /** The rows of a matrix with n columns; none for an empty one. */
    static double[][] rows(String caller, String name, Value v, int n) {
        if (absent(v)) return new double[0][];
        Numeric m = real(caller, name, v);
        if (m.columns() != n) {
            throw Failure.of("%s: %s has %d columns, but there are %d variables", "%s: в %s столбцов %d, а переменных %d", caller, name, m.columns(), n);
        }
        double[][] rows = new double[m.rows()][n];
        for (int i = 0; i < rows.length; i++) for (int j = 0; j < n; j++) rows[i][j] = m.re(i + j * rows.length);
        return rows;
    }

    /** A vector with n elements. */
    static double[] vector(String caller, String name, Value v, int n) {
        if (absent(v) && n == 0) return new double[0];
        Numeric m = absent(v) ? Real.empty() : real(caller, name, v);
        if (m.numel() != n) throw Failure.of("%s: %s must have %d elements, not %d", "%s: в %s должно быть чисел: %d, а не %d", caller, name, n, m.numel());
        return m.toDoubles().clone();
    }

    /** One bound for each variable: a scalar stands for all. */
    static double[] bound(String caller, String name, Value v, int n, double otherwise) {
        double[] b = new double[n];
        Arrays.fill(b, absent(v) ? otherwise : v.isScalar() ? real(caller, name, v).re(0) : 0);
        return absent(v) || v.isScalar() ? b : vector(caller, name, v, n);
    }

    /** The rows as a matrix. */
    static Real matrix(double[][] rows) {
        int m = rows.length;
        int n = m == 0 ? 0 : rows[0].length;
        double[] d = new double[m * n];
        for (int i = 0; i < m; i++) for (int j = 0; j < n; j++) d[i + j * m] = rows[i][j];
        return new Real(d, m, n);
    }
}
