package nabla.optim;

import java.util.ArrayDeque;
import nabla.optim.LinearProgram.Solution;
import nabla.optim.Reason.Kind;

/**
 * A linear program some of whose variables must be integers, by branching and bounding (Land and Doig 1960): where the program's
 * minimum has a fraction in such a variable, the variable is kept below it in one branch and above it in the other; a branch whose
 * minimum is no better than the best integer point is cut off.
 */
public record IntegerProgram(LinearProgram relaxed, boolean[] integer) {
    private static final double WHOLE = 1e-6;

    /** A part of the box, and a value that no point of it goes below. */
    private record Branch(double[] lower, double[] upper, double bound) {}

    /**
     * Where the search ended.
     *
     * @param solution the best integer point; the reason is no success when the search was cut off
     * @param nodes the linear programs solved
     * @param feasible how many integer points were found, each better than the last
     * @param bound no integer point is lower
     */
    public record Found(Solution solution, int nodes, int feasible, double bound) {}

    /** @param nodes the greatest number of linear programs */
    public Solution solve(int nodes) {
        return search(nodes, Double.POSITIVE_INFINITY).solution();
    }

    /**
     * The same within some time, told in full.
     *
     * @param nodes the greatest number of linear programs
     */
    public Found search(int nodes, double seconds) {
        long begun = System.nanoTime();
        ArrayDeque<Branch> open = new ArrayDeque<>();
        open.push(new Branch(relaxed.lower(), relaxed.upper(), Double.NEGATIVE_INFINITY));
        Solution best = null;
        int solved = 0;
        int feasible = 0;
        double elapsed = 0;
        while (!open.isEmpty() && solved < nodes && elapsed <= seconds) {
            Branch b = open.pop();
            Solution s = new LinearProgram(relaxed.c(), relaxed.rows(), b.lower(), b.upper()).solve(100_000);
            solved++;
            elapsed = (System.nanoTime() - begun) / 1e9;
            if (s.reason().kind() == Kind.UNBOUNDED || solved == 1 && !s.reason().success()) return new Found(s, solved, 0, s.value());
            if (!s.reason().success() || best != null && s.value() >= best.value() - 1e-9 * (1 + Math.abs(best.value()))) continue;
            int j = fractional(s.x());
            if (j < 0) {
                best = rounded(s);
                feasible++;
            } else branch(open, b, j, s);
        }
        Reason cut = elapsed > seconds ? Reason.of(Kind.TIME_OVER, elapsed, seconds) : Reason.of(Kind.STEPS_DONE, solved, nodes);
        double bound = best == null ? Double.NaN : best.value();
        for (Branch b : open) bound = Math.min(bound, b.bound());
        if (best == null) {
            Reason none = open.isEmpty() ? Reason.of(Kind.INFEASIBLE, 1, Double.NaN) : cut;
            return new Found(new Solution(relaxed.c().clone(), Double.NaN, null, solved, none), solved, 0, bound);
        }
        return new Found(new Solution(best.x(), best.value(), null, solved, open.isEmpty() ? best.reason() : cut), solved, feasible, bound);
    }

    /** The integer variable farthest from an integer, −1 when there is none. */
    private int fractional(double[] x) {
        int most = -1;
        double farthest = WHOLE;
        for (int j = 0; j < x.length; j++) {
            double distance = Math.abs(x[j] - Math.rint(x[j]));
            if (!integer[j] || distance <= farthest) continue;
            farthest = distance;
            most = j;
        }
        return most;
    }

    /** The nearer side is looked at first. */
    private static void branch(ArrayDeque<Branch> open, Branch b, int j, Solution s) {
        double v = s.x()[j];
        double[] upper = b.upper().clone();
        double[] lower = b.lower().clone();
        upper[j] = Math.floor(v);
        lower[j] = Math.ceil(v);
        Branch below = new Branch(b.lower(), upper, s.value());
        Branch above = new Branch(lower, b.upper(), s.value());
        boolean down = v - Math.floor(v) <= 0.5;
        open.push(down ? above : below);
        open.push(down ? below : above);
    }

    private Solution rounded(Solution s) {
        double[] x = s.x().clone();
        for (int j = 0; j < x.length; j++) if (integer[j]) x[j] = Math.rint(x[j]);
        return new Solution(x, Numbers.dot(relaxed.c(), x), null, s.iterations(), s.reason());
    }
}
