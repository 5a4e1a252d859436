package nabla.optim.global;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import nabla.optim.Constraints;
import nabla.optim.Method;
import nabla.optim.Reason;
import nabla.optim.Reason.Kind;
import nabla.optim.Repair;
import nabla.optim.Run;

/**
 * A genetic algorithm for real and integer variables (MI-LXPM: Deep, Singh, Kansal, Mohan 2009): parents by tournaments, children by
 * Laplace crossover x₁ + β·|x₁ − x₂|, power mutation towards a bound, integers by rounding; the best few survive. Children are moved
 * to the nearest points that linear constraints allow and on by {@link Repair}, the integers kept; where constraints are violated all the
 * same, less violation beats more, and none any (Deb 2000), violations up to ε counting as none, while ε falls to 0 in the first
 * generations (Takahama and Sakai 2006).
 *
 * @param population the points of a generation; 0: 50, 200 above five variables
 * @param elite how many survive; 0: a twentieth
 * @param crossover the part of the others that is made by crossover; the rest are mutants
 * @param integer which variables are integers; null: none
 * @param initial points of the first generation, others being random; null: none
 * @param stall ends the run when the best value changed by less than {@code tolerance} (of 1 + |f|) in so many generations
 */
public record GeneticAlgorithm(int population, int elite, double crossover, boolean[] integer, double[][] initial, int stall, double tolerance) implements Method {
    private static final double SPREAD = 0.15;
    private static final double SPREAD_INTEGER = 0.35;
    private static final double POWER = 10;
    private static final double POWER_INTEGER = 4;
    private static final double MUTATED = 0.1;
    /** The generations in which ε falls. */
    private static final int LENIENT = 100;
    /** Of the first generation this part violates constraints by less than the first ε. */
    private static final double LENIENCE = 0.2;

    /** With a random first generation. */
    public GeneticAlgorithm(int population, int elite, double crossover, boolean[] integer, int stall, double tolerance) {
        this(population, elite, crossover, integer, null, stall, tolerance);
    }

    @Override
    public String name() {
        return "ga";
    }

    @Override
    public Scope scope() {
        return Scope.CONSTRAINED;
    }

    @Override
    public Reason run(Run run) {
        double[] near = run.problem().nearest(run.start(), null);
        if (near == null) return Reason.of(Kind.INFEASIBLE, run.violation(run.problem().inside(run.start())), Double.NaN);
        Generation g = new Generation(run);
        double[] lowest = new double[stall];
        for (int k = 0; ; k++) {
            g.cube.generation(g.us, g.values, 0);
            double best = g.violations[0] == 0 ? g.values[0] : Double.POSITIVE_INFINITY;
            double before = lowest[k % stall];
            lowest[k % stall] = best;
            if (k >= stall && before - best <= tolerance * (1 + Math.abs(best))) {
                return Reason.of(Kind.VALUE_FLAT, (double) stall * g.us.length, tolerance);
            }
            g.next(k);
        }
    }

    private final class Generation {
        private final Run run;
        private final Cube cube;
        private final SplittableRandom random;
        /** Null where there are no curved constraints. */
        private final Repair repair;

        private double[][] us;
        private double[] values;
        private double[] violations;
        private double lenience;
        private double epsilon;
        private final int elites;

        Generation(Run run) {
            this.run = run;
            cube = new Cube(run);
            Constraints c = run.problem().constraints();
            repair = c == null || c.curved() == null ? null : new Repair(run);
            random = run.random();
            int m = population > 0 ? Math.max(4, population) : cube.n <= 5 ? 50 : 200;
            elites = elite > 0 ? Math.min(elite, m - 1) : Math.max(1, m / 20);
            us = new double[m][];
            for (int k = 0; k < m; k++) us[k] = placed(initial != null && k < initial.length ? cube.of(initial[k]) : cube.random(random));
            violations = new double[m];
            values = values(us, 0);
            double[] sorted = violations.clone();
            Arrays.sort(sorted);
            epsilon = lenience = sorted[(int) (LENIENCE * m)];
            sort();
        }

        /** The values at points; notes from a place on by how much they violate constraints. */
        private double[] values(double[][] points, int from) {
            if (run.problem().constraints() == null) return cube.values(points);
            double[] v = new double[points.length];
            for (int k = 0; k < v.length; k++) {
                v[k] = cube.value(points[k]);
                violations[from + k] = run.violation(cube.x(points[k]));
            }
            return v;
        }

        private void sort() {
            Integer[] order = new Integer[us.length];
            for (int k = 0; k < order.length; k++) order[k] = k;
            double[] v = values;
            double[] c = violations;
            Arrays.sort(order, Comparator.<Integer>comparingDouble(k -> c[k] <= epsilon ? 0 : c[k]).thenComparingDouble(k -> v[k]));
            double[][] sorted = new double[us.length][];
            values = new double[us.length];
            violations = new double[us.length];
            for (int k = 0; k < order.length; k++) {
                sorted[k] = us[order[k]];
                values[k] = v[order[k]];
                violations[k] = c[order[k]];
            }
            us = sorted;
        }

        /** ε ← ε₀·(1 − k/K)⁵, then children in place of all but the best. */
        void next(int k) {
            epsilon = lenience * Math.pow(Math.max(0, 1 - (double) k / LENIENT), 5);
            breed();
        }

        private void breed() {
            double[][] children = new double[us.length - elites][];
            int crossed = (int) Math.round(crossover * children.length);
            for (int k = 0; k < children.length; k++) {
                double[] child = k < crossed ? crossed(parent(), parent()) : parent().clone();
                mutate(child, k < crossed ? MUTATED / cube.n : 1.0 / cube.n);
                children[k] = placed(child);
            }
            double[] born = values(children, elites);
            System.arraycopy(children, 0, us, elites, children.length);
            System.arraycopy(born, 0, values, elites, born.length);
            sort();
        }

        /** The lower of two random points. */
        private double[] parent() {
            return us[Math.min(random.nextInt(us.length), random.nextInt(us.length))];
        }

        /** x₁ + β·|x₁ − x₂| with β of Laplace's distribution. */
        private double[] crossed(double[] a, double[] b) {
            double[] child = a.clone();
            for (int i = 0; i < cube.n; i++) {
                double beta = (whole(i) ? SPREAD_INTEGER : SPREAD) * Math.log(1 - random.nextDouble());
                if (random.nextBoolean()) beta = -beta;
                child[i] = cube.mirrored(i, (random.nextBoolean() ? a[i] : b[i]) + beta * Math.abs(a[i] - b[i]));
            }
            return child;
        }

        /** Each variable with the given chance, one at least for mutants: a random power of the way to one of the bounds. */
        private void mutate(double[] u, double chance) {
            for (int i = 0; i < cube.n; i++) {
                if (random.nextDouble() >= chance) continue;
                double s = Math.pow(random.nextDouble(), whole(i) ? POWER_INTEGER : POWER);
                u[i] = random.nextDouble() < u[i] ? u[i] - s * Math.abs(u[i]) : u[i] + s * Math.abs(1 - u[i]);
            }
        }

        private boolean whole(int i) {
            return integer != null && integer[i];
        }

        private double[] placed(double[] u) {
            double[] v = straight(u);
            if (repair == null) return v;
            double[] x = repair.of(cube.x(v), null, integer);
            return x == null ? v : cube.of(x);
        }

        /** Integers to one of their two neighbours within the bounds, the others to where linear constraints allow them. */
        private double[] straight(double[] u) {
            if (integer == null && run.problem().constraints() == null) return u;
            double[] x = nearest(cube.x(u), null);
            if (integer == null) return cube.of(x);
            for (int i = 0; i < cube.n; i++) {
                if (!integer[i]) continue;
                double near = x[i] == Math.rint(x[i]) || random.nextBoolean() ? Math.floor(x[i]) : Math.ceil(x[i]);
                x[i] = cube.wholeWithin(i, near);
            }
            return cube.of(nearest(x, integer));
        }

        /** The nearest point that linear constraints allow; x where there is none. */
        private double[] nearest(double[] x, boolean[] kept) {
            double[] y = run.problem().nearest(x, kept);
            return y == null ? x : y;
        }
    }
}
