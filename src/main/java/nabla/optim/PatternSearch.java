package nabla.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nabla.optim.Reason.Kind;

/**
 * Pattern search: polls x ± Δ·eᵢ, takes what is lower and goes on in the direction of its last successes (Hooke and Jeeves 1961);
 * Δ grows after a success and shrinks after a poll without one (Torczon 1997). Every point is moved to the nearest one that the bounds
 * and the constraints allow, where they are curved by {@link Repair}; where that does not help, polls go along the edges near by and
 * into the interior between them (Lewis and Torczon 2000), and then along axes turned at random, which lead on from kinks (as in Audet and
 * Dennis's MADS, 2006). Constraints to which no repair leads are left to an {@link
 * AugmentedLagrangian} around it (2002). Needs no derivatives of f and no smoothness.
 *
 * @param mesh the first Δ
 * @param tolMesh a Δ this small ends the run
 * @param growth the factor on Δ after a success
 * @param shrinkage the factor after a failure
 */
public record PatternSearch(double mesh, double tolMesh, double growth, double shrinkage) implements Method {
    /** On curved constraints a gain below this, relative to 1 + |f|, is none. */
    private static final double NOISE = 1e-10;

    public PatternSearch {
        Numbers.positive("mesh", mesh);
    }

    public PatternSearch(double mesh, double tolMesh) {
        this(mesh, tolMesh, 2, 0.5);
    }

    public PatternSearch() {
        this(1, 1e-9);
    }

    @Override
    public String name() {
        return "patternsearch";
    }

    @Override
    public Scope scope() {
        return Scope.CONSTRAINED;
    }

    @Override
    public Reason run(Run run) {
        Constraints c = run.problem().constraints();
        if (c == null || c.curved() == null) return search(run, new Ground(run, null), run.problem().nearest(run.start(), null));
        Repair repair = new Repair(run);
        double[] start = repair.of(run.start(), null, null);
        Reason end = start == null ? null : search(run, new Ground(run, repair), start);
        return end != null && !repair.fails() ? end : new AugmentedLagrangian(this).run(run);
    }

    /** Where points may lie: moves them to the nearest one that the bounds and constraints allow. */
    private static final class Ground {
        private final Run run;
        private final Repair repair;
        private Constraints.Slopes slopes;

        /** @param repair null where all constraints are linear */
        Ground(Run run, Repair repair) {
            this.run = run;
            this.repair = repair;
        }

        /** Whether v is lower than u, by more than repairs that end here or there can make of it. */
        boolean lower(double v, double u) {
            return repair == null ? v < u : v < u - NOISE * (1 + Math.abs(u));
        }

        /** From now on the search is at x. */
        void at(double[] x) {
            if (repair != null) slopes = run.problem().constraints().slopes(x);
        }

        /** Null where there is no such point. */
        double[] nearest(double[] x) {
            return repair == null ? run.problem().nearest(x, null) : repair.of(x, slopes, null);
        }

        /** The constraints as they are at x if slopes tell. */
        LinearConstraints linear(double[] x) {
            Constraints c = run.problem().constraints();
            if (repair == null) return c.linear();
            Constraints.Values v = run.constraints(x);
            return new LinearConstraints(slopes.inequalities(), right(slopes.inequalities(), v.inequalities(), x), slopes.equalities(),
                    right(slopes.equalities(), v.equalities(), x));
        }

        private static double[] right(double[][] rows, double[] values, double[] x) {
            double[] b = new double[rows.length];
            for (int i = 0; i < b.length; i++) b[i] = Numbers.dot(rows[i], x) - values[i];
            return b;
        }
    }

    private Reason search(Run run, Ground ground, double[] start) {
        double[] x = start;
        if (x == null) return Reason.of(Kind.INFEASIBLE, run.violation(run.problem().inside(run.start())), Double.NaN);
        double fx = run.value(x);
        double delta = mesh;
        boolean kinked = false;
        while (true) {
            run.iterate(x, fx);
            ground.at(x);
            double[] y = x.clone();
            double fy = poll(run, ground, y, fx, delta);
            if (!ground.lower(fy, fx)) fy = poll(run, ground, y, fx, edges(run.problem(), ground, x, delta), delta);
            if (kinked && !ground.lower(fy, fx)) fy = poll(run, ground, y, fx, turned(run, x), delta);
            if (!ground.lower(fy, fx) && delta * shrinkage > tolMesh) {
                delta *= shrinkage;
                run.scale(delta);
                continue;
            }
            if (!ground.lower(fy, fx) && !kinked) {
                // the end may be a kink from which no axis leads down: turned ones may, on some scale
                for (double scale = mesh; !ground.lower(fy, fx) && scale > tolMesh; scale *= shrinkage * shrinkage) {
                    fy = poll(run, ground, y, fx, turned(run, x), scale);
                    if (ground.lower(fy, fx)) delta = scale;
                }
                kinked = ground.lower(fy, fx);
            }
            if (!ground.lower(fy, fx)) {
                delta *= shrinkage;
                run.scale(delta);
                return Reason.of(Kind.STEP_SMALL, delta, tolMesh);
            }
            // the same way once more, as long as that pays
            for (double[] before = x; ; ) {
                double[] z = ground.nearest(Numbers.moved(y, growth, Numbers.minus(y, before)));
                double fz = z == null ? fy : run.value(z);
                // a much shorter way has run into constraints
                if (!ground.lower(fz, fy) || Numbers.distance(z, y) < Numbers.distance(y, before) / 2) break;
                before = y;
                y = z;
                fy = fz;
            }
            x = y;
            fx = fy;
            delta *= growth;
        }
    }

    /** Moves y to lower neighbours, coordinate by coordinate; the value there. */
    private static double poll(Run run, Ground ground, double[] y, double fy, double delta) {
        double[] from = y.clone();
        if (run.problem().constraints() == null) run.ahead(2 * y.length, k -> beside(ground, from, along(from, k), delta));
        for (int i = 0; i < y.length; i++) fy = poll(run, ground, y, fy, List.of(along(y, 2 * i), along(y, 2 * i + 1)), delta);
        return fy;
    }

    /** Forth (k even) or back (k odd) along variable k/2, as far as its size. */
    private static double[] along(double[] y, int k) {
        double[] d = new double[y.length];
        d[k / 2] = Math.max(1, Math.abs(y[k / 2])) * (k % 2 == 0 ? 1 : -1);
        return d;
    }

    /** y + Δ·d within bounds and constraints; null where that is nowhere. */
    private static double[] beside(Ground ground, double[] y, double[] d, double delta) {
        return ground.nearest(Numbers.moved(y, delta, d));
    }

    /** Moves y to the first lower one of y + Δ·d; the value there. */
    private static double poll(Run run, Ground ground, double[] y, double fy, List<double[]> directions, double delta) {
        for (double[] d : directions) {
            double[] z = beside(ground, y, d, delta);
            if (z == null || Arrays.equals(z, y)) continue;
            double v = run.value(z);
            if (!(ground.lower(v, fy) || fy != fy && v == v)) continue;
            System.arraycopy(z, 0, y, 0, y.length);
            return v;
        }
        return fy;
    }

    /** The axes turned at random, both ways, each as far as the sizes of the variables: along them f may fall from a kink. */
    private static List<double[]> turned(Run run, double[] x) {
        int n = x.length;
        List<double[]> d = new ArrayList<>();
        double[][] basis = new double[n][n];
        for (int k = 0; n > 1 && k < n; k++) {
            for (int i = 0; i < n; i++) basis[k][i] = run.random().nextGaussian();
            for (int j = 0; j < k; j++) basis[k] = Numbers.moved(basis[k], -Numbers.dot(basis[k], basis[j]), basis[j]);
            double norm = Numbers.norm(basis[k]);
            for (int i = 0; i < n; i++) basis[k][i] /= norm;
            double[] sized = basis[k].clone();
            for (int i = 0; i < n; i++) sized[i] *= Math.max(1, Math.abs(x[i]));
            d.addAll(List.of(sized, Numbers.negated(sized)));
        }
        return d;
    }

    /** Along the constraints within Δ of x, both ways, and away from each of them along the others; none without constraints. */
    private static List<double[]> edges(Problem p, Ground ground, double[] x, double delta) {
        List<double[]> d = new ArrayList<>();
        if (p.constraints() == null) return d;
        HalfSpaces all = HalfSpaces.of(ground.linear(x), p.lower(), p.upper());
        int[] near = IntStream.range(0, all.size()).filter(k -> !all.absent(k) && distance(all, k, x) <= delta).boxed()
                .sorted(Comparator.comparingDouble(k -> distance(all, k, x))).mapToInt(k -> k).toArray();
        int[] chosen = new int[Math.min(x.length, near.length)];
        int q = 0;
        for (int k = 0; k < near.length && q < chosen.length; k++) {
            chosen[q] = near[k];
            if (!new NullSpace(all.normals(), chosen, q + 1).dependent()) q++;
        }
        if (q == 0) return d;
        NullSpace space = new NullSpace(all.normals(), chosen, q);
        for (double[] z : space.complement()) d.addAll(List.of(z, Numbers.negated(z)));
        for (int k = 0; k < q; k++) if (chosen[k] >= all.equalities()) d.add(space.away(k));
        return d;
    }

    private static double distance(HalfSpaces all, int k, double[] x) {
        return k < all.equalities() ? 0 : all.slack(k, x) / Numbers.norm(all.normals()[k]);
    }
}
