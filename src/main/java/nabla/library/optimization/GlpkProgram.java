package nabla.library.optimization;

import java.util.Arrays;
import nabla.library.mathematics.Constants;
import nabla.optim.IntegerProgram;
import nabla.optim.LinearConstraints;
import nabla.optim.LinearProgram.Solution;
import nabla.optim.LinearProgram;
import nabla.optim.Multipliers;
import nabla.optim.Reason.Kind;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** A linear program in the words of {@code glpk}: rows of five kinds, to be minimized or maximized. */
final class GlpkProgram {
    private final double[] c;
    private final double[][] a;
    private final String kinds;
    private final boolean[] integer;
    private final boolean whole;
    private final int sense;
    /** For each row of the program the row of A that it comes from, and its sign. */
    private final int[] origin;

    private final int[] sign;
    private final LinearProgram program;

    GlpkProgram(Value c, Value a, Value b, Value lb, Value ub, Value ctype, Value vartype, Value sense) {
        this.c = Conditions.real("glpk", "C", c).toDoubles();
        int n = this.c.length;
        this.a = Conditions.rows("glpk", "A", a, n);
        double[] right = Conditions.vector("glpk", "B", b, this.a.length);
        kinds = letters("CTYPE", ctype, this.a.length, 'S', "FUSLD");
        String types = letters("VARTYPE", vartype, n, 'C', "CI");
        integer = new boolean[n];
        for (int j = 0; j < n; j++) integer[j] = types.charAt(j) == 'I';
        whole = types.indexOf('I') >= 0;
        this.sense = Conditions.absent(sense) || Conditions.real("glpk", "SENSE", sense).re(0) >= 0 ? 1 : -1;
        int most = 2 * this.a.length;
        origin = new int[most];
        sign = new int[most];
        double[][] rows = new double[most][];
        double[] bounds = new double[most];
        int inequalities = 0;
        for (int pass = 0, k = 0; pass < 2; pass++) {
            for (int i = 0; i < this.a.length; i++) {
                char kind = kinds.charAt(i);
                for (int side : pass == 0 ? sides(kind) : kind == 'S' ? new int[] {1} : new int[0]) {
                    origin[k] = i;
                    sign[k] = side;
                    rows[k] = this.a[i].clone();
                    for (int j = 0; j < n; j++) rows[k][j] *= side;
                    bounds[k++] = kind == 'D' ? right[i] : side * right[i];
                }
            }
            if (pass == 0) inequalities = k;
            else most = k;
        }
        LinearConstraints all = new LinearConstraints(
                Arrays.copyOf(rows, inequalities), Arrays.copyOf(bounds, inequalities), Arrays.copyOfRange(rows, inequalities, most),
                Arrays.copyOfRange(bounds, inequalities, most));
        double[] costs = this.c.clone();
        for (int j = 0; j < n; j++) costs[j] *= this.sense;
        double[] lower = Conditions.bound("glpk", "LB", lb, n, 0);
        double[] upper = Conditions.bound("glpk", "UB", ub, n, Double.POSITIVE_INFINITY);
        program = new LinearProgram(costs, all, lower, upper);
    }

    /** The signs with which a row becomes one or two rows A·x ≤ b. */
    private static int[] sides(char kind) {
        return switch (kind) {
            case 'U' -> new int[] {1};
            case 'L' -> new int[] {-1};
            case 'D' -> new int[] {1, -1};
            default -> new int[0];
        };
    }

    private static String letters(String name, Value v, int n, char usual, String allowed) {
        if (Conditions.absent(v)) return String.valueOf(usual).repeat(n);
        if (!(v instanceof Char t) || t.numel() != n) {
            throw Failure.of("glpk: %s must be a char valued vector of length %d", "glpk: %s — строка из %d букв", name, n);
        }
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < n; i++) s.append((char) t.re(i));
        for (int i = 0; i < n; i++) {
            if (allowed.indexOf(s.charAt(i)) < 0) {
                throw Failure.of("glpk: %s must contain only %s", "glpk: %s — только буквы %s", name, String.join(", ", allowed.split("")));
            }
        }
        return s.toString();
    }

    Value[] results() {
        Solution s = whole ? new IntegerProgram(program, integer).solve(LinearPrograms.NODES) : program.solve(1_000_000);
        boolean found = s.reason().success();
        Kind kind = s.reason().kind();
        Real missing = (Real) Constants.NA();
        double[] x = found ? s.x() : filled(c.length, missing.re(0));
        double value = missing.re(0);
        if (found) {
            value = 0;
            for (int j = 0; j < c.length; j++) value += c[j] * x[j];
        }
        Struct extra = Struct.scalar();
        if (!whole) duals(extra, found ? s.multipliers() : null, missing.re(0));
        extra.with("time", Real.of(0)).with("status", Real.of(found ? 5 : -1));
        int error = found ? 0 : kind == Kind.INFEASIBLE ? 10 : kind == Kind.UNBOUNDED ? 11 : 8;
        return new Value[] {Real.column(x), Real.of(value), Real.of(error), extra};
    }

    private static double[] filled(int n, double v) {
        double[] d = new double[n];
        Arrays.fill(d, v);
        return d;
    }

    /** c = Aᵀ·lambda + redcosts. */
    private void duals(Struct extra, Multipliers u, double missing) {
        double[] lambda = filled(a.length, u == null ? missing : 0);
        double[] costs = filled(c.length, missing);
        if (u != null) {
            int k = 0;
            for (double l : u.inequalities()) lambda[origin[k]] -= sense * sign[k++] * l;
            for (double l : u.equalities()) lambda[origin[k]] -= sense * sign[k++] * l;
            for (int j = 0; j < c.length; j++) costs[j] = sense * (u.lower()[j] - u.upper()[j]) + 0.0;
        }
        extra.with("lambda", Real.column(lambda)).with("redcosts", Real.column(costs));
    }
}
