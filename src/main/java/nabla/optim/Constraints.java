package nabla.optim;

import java.util.Arrays;

/**
 * Constraints besides the bounds: g(x) ≤ 0 and h(x) = 0. The linear ones come first in both.
 *
 * @param curved what is not linear, or null
 * @param tolerance a point that violates none by more counts as feasible
 */
public record Constraints(LinearConstraints linear, Curved curved, double tolerance) {
    /** g(x) and h(x), or their Jacobians: a row for each constraint. */
    public record Values(double[] inequalities, double[] equalities) {
        /** The greatest violation: the largest of 0, gᵢ and |hᵢ|; NaN when one is no number. */
        public double violation() {
            double v = 0;
            for (double g : inequalities) v = Math.max(v, g);
            for (double h : equalities) v = Math.max(v, Math.abs(h));
            return v;
        }
    }

    /** The gradients of g and h: a row for each constraint. */
    public record Slopes(double[][] inequalities, double[][] equalities) {}

    /** Constraints that are no linear functions. Without a Jacobian of their own they get central differences. */
    @FunctionalInterface
    public interface Curved {
        /** g(x) and h(x), always as many. The array is the caller's: read it, do not keep or change it. */
        Values values(double[] x);

        /** The gradients of all. */
        default Slopes slopes(double[] x) {
            return differences(this, x, Box.free(x.length));
        }
    }

    public Constraints(LinearConstraints linear) {
        this(linear, null, 1e-8);
    }

    public Constraints(Curved curved) {
        this(LinearConstraints.NONE, curved, 1e-8);
    }

    Values values(double[] x) {
        double[] g = linear.inequalities(x);
        double[] h = linear.equalities(x);
        if (curved == null) return new Values(g, h);
        Values c = curved.values(x);
        return new Values(joined(g, c.inequalities()), joined(h, c.equalities()));
    }

    Slopes slopes(double[] x) {
        if (curved == null) return new Slopes(linear.a(), linear.e());
        Slopes c = curved.slopes(x);
        return new Slopes(joined(linear.a(), c.inequalities()), joined(linear.e(), c.equalities()));
    }

    /** The gradients, those of curved constraints by central differences within a box, whatever they know of themselves. */
    Slopes estimated(double[] x, Box box) {
        if (curved == null) return new Slopes(linear.a(), linear.e());
        Slopes c = differences(curved, x, box);
        return new Slopes(joined(linear.a(), c.inequalities()), joined(linear.e(), c.equalities()));
    }

    private static double[] joined(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private static double[][] joined(double[][] a, double[][] b) {
        double[][] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    /** The gradients by central differences whose points lie in a box. */
    public static Slopes differences(Curved c, double[] x, Box box) {
        Values here = c.values(x);
        int m = here.inequalities().length;
        double[][] rows = new double[m + here.equalities().length][];
        double[][] columns = FiniteDifferences.jacobian(
                y -> {
                    Values v = c.values(y);
                    return joined(v.inequalities(), v.equalities());
                },
                x, box);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[x.length];
            for (int k = 0; k < x.length; k++) rows[i][k] = columns[k][i];
        }
        return new Slopes(Arrays.copyOf(rows, m), Arrays.copyOfRange(rows, m, rows.length));
    }
}
