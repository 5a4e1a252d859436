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

    private record Branch(double[] lower, double[] upper) {}

    /** @param nodes the greatest number of linear programs */
    public Solution solve(int nodes) {
        ArrayDeque<Branch> open = new ArrayDeque<>();
        open.push(new Branch(relaxed.lower(), relaxed.upper()));
        Solution best = null;
        int solved = 0;
        while (!open.isEmpty() && solved < nodes) {
            Branch b = open.pop();
            Solution s = new LinearProgram(relaxed.c(), relaxed.rows(), b.lower(), b.upper()).solve(100_000);
            solved++;
            if (s.reason().kind() == Kind.UNBOUNDED || solved == 1 && !s.reason().success()) return s;
            if (!s.reason().success() || best != null && s.value() >= best.value() - 1e-9 * (1 + Math.abs(best.value()))) continue;
            int j = fractional(s.x());
            if (j < 0) best = rounded(s);
            else branch(open, b, j, s.x()[j]);
        }
        if (best == null) {
            Reason none = open.isEmpty() ? Reason.of(Kind.INFEASIBLE, 1, Double.NaN) : Reason.of(Kind.STEPS_DONE, solved, nodes);
            return new Solution(relaxed.c().clone(), Double.NaN, null, solved, none);
        }
        Reason reason = open.isEmpty() ? best.reason() : Reason.of(Kind.STEPS_DONE, solved, nodes);
        return new Solution(best.x(), best.value(), null, solved, reason);
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
    private static void branch(ArrayDeque<Branch> open, Branch b, int j, double v) {
        double[] upper = b.upper().clone();
        double[] lower = b.lower().clone();
        upper[j] = Math.floor(v);
        lower[j] = Math.ceil(v);
        Branch below = new Branch(b.lower(), upper);
        Branch above = new Branch(lower, b.upper());
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
