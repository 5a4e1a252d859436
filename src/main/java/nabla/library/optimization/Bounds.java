package nabla.library.optimization;

import java.util.Arrays;
import nabla.optim.Objective;
import nabla.optim.Problem;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Value;

/** Bounds as scripts give them: an array with an element for each variable, one number for all, or nothing. */
final class Bounds {
    private Bounds() {}

    /** f's problem in the box from low to high; an error when they do not fit. */
    static Problem problem(String caller, Objective f, double[] start, Value low, Value high) {
        double[] lower = of(caller, low, start.length, Double.NEGATIVE_INFINITY);
        double[] upper = of(caller, high, start.length, Double.POSITIVE_INFINITY);
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] <= upper[i]) continue;
            throw Failure.of("%s: the lower bound of x(%d) exceeds the upper one", "%s: нижняя граница x(%d) больше верхней", caller, i + 1);
        }
        return new Problem(f, start, lower, upper);
    }

    private static double[] of(String caller, Value v, int n, double otherwise) {
        double[] b = new double[n];
        Arrays.fill(b, otherwise);
        if (v == null || v.isEmpty()) return b;
        if (!(v instanceof Numeric x) || x.isComplex() || x.numel() != 1 && x.numel() != n) {
            throw Failure.of("%s: bounds must be one number or %d real ones, as x0 has", "%s: границы — одно число или %d, как в x0", caller, n);
        }
        if (x.numel() == n) return x.toDoubles().clone();
        Arrays.fill(b, x.re(0));
        return b;
    }
}
