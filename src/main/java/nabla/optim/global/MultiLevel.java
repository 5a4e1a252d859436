package nabla.optim.global;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nabla.optim.Method;
import nabla.optim.Minimizer;
import nabla.optim.Outcome;
import nabla.optim.Reason;
import nabla.optim.Reason.Kind;
import nabla.optim.Run;
import nabla.optim.Sobol;

/**
 * Multi-level single linkage (Rinnooy Kan and Timmer 1987) on Sobol's points (Kucherenko and Sytsko 2005): a local search starts from a
 * sampled point only when no lower one lies within the critical distance r = (σ·ln N / (c_n·N))^(1/n), so that each basin is
 * descended into about once. Ends when the minima found leave little room for others (Boender and Rinnooy Kan 1987), or with the run.
 *
 * @param sample the points added between local searches
 */
public record MultiLevel(int sample) implements Method {
    /** Rinnooy Kan and Timmer's σ: 4 makes the expected number of local searches finite. */
    private static final double SIGMA = 4;
    /** Local searches start from the lowest of the sampled points: this many are remembered. */
    private static final int KEPT = 500;

    public MultiLevel {
        if (sample < 1) throw new IllegalArgumentException("the sample must have a point at least");
    }

    @Override
    public String name() {
        return "mlsl";
    }

    @Override
    public Reason run(Run run) {
        Search s = new Search(new Cube(run), run, sample);
        s.descendFrom(run.start());
        do {
            s.next();
            run.iterate(s.best(), run.best());
        } while (!s.exhausted());
        return Reason.of(Kind.VALUE_FLAT, run.evaluations(), Double.NaN);
    }

    /** A sampled point; used when a local search began there. */
    private static final class Sampled {
        final double[] u;
        final double value;
        boolean used;

        Sampled(double[] u, double value) {
            this.u = u;
            this.value = value;
        }
    }

    /** The sample and the minima found so far. */
    static final class Search {
        private final Cube cube;
        private final Run run;
        private final int sample;
        private final Sobol sobol;
        private final Minimizer quiet;
        private final List<Sampled> points = new ArrayList<>();
        private final Basins basins = new Basins();
        private int sampled;
        private int descents;
        private int lost;
        private double highest = Double.NEGATIVE_INFINITY;
        private double lowest = Double.POSITIVE_INFINITY;
        private double[] best;

        Search(Cube cube, Run run, int sample) {
            this.cube = cube;
            this.run = run;
            this.sample = sample;
            sobol = new Sobol(cube.n, run.random());
            quiet = new Minimizer().steps(Integer.MAX_VALUE).trace(false).tolerance(run.limits().tolerance());
            best = run.start();
        }

        double[] best() {
            return best;
        }

        /** The lowest value a descent ended with. */
        double lowest() {
            return lowest;
        }

        /** The highest value of the sample. */
        double highest() {
            return highest;
        }

        Basins basins() {
            return basins;
        }

        /** How many descents were given up. */
        int lost() {
            return lost;
        }

        /** Samples more points and descends from the lowest that is the lowest of its neighbourhood; false when there is none. */
        boolean next() {
            double[][] us = new double[sample][];
            for (int k = 0; k < sample; k++) us[k] = sobol.next();
            double[] v = cube.values(us);
            for (int k = 0; k < sample; k++) {
                points.add(new Sampled(us[k], v[k]));
                if (v[k] < Double.POSITIVE_INFINITY) highest = Math.max(highest, v[k]);
            }
            points.sort(Comparator.comparingDouble(p -> p.value));
            sampled += sample;
            if (points.size() > KEPT) points.subList(KEPT, points.size()).clear();
            double r = critical();
            for (int k = 0; k < points.size() && k < Math.max(10, sampled / 5); k++) {
                Sampled p = points.get(k);
                if (p.used || near(p, k, r)) continue;
                p.used = true;
                descendFrom(cube.x(p.u));
                return true;
            }
            return false;
        }

        private double critical() {
            int n = cube.n;
            double ball = Math.pow(Math.PI, n / 2.0) / gammaHalf(n + 2);
            int count = sampled;
            return Math.pow(SIGMA * Math.log(count) / (ball * count), 1.0 / n) / 2;
        }

        /** Γ(k/2). */
        private static double gammaHalf(int k) {
            double g = k % 2 == 0 ? 1 : Math.sqrt(Math.PI);
            for (double z = k % 2 == 0 ? 1 : 0.5; z < k / 2.0; z++) g *= z;
            return g;
        }

        /** Whether a lower point, or a minimum already known, lies within r. */
        private boolean near(Sampled p, int rank, double r) {
            for (Basins.Minimum m : basins.minima()) if (distance(m.u, p.u) < 0.1 * r) return true;
            for (int k = 0; k < rank; k++) if (distance(points.get(k).u, p.u) < r) return true;
            return false;
        }

        private static double distance(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
            return Math.sqrt(sum);
        }

        /** A local search from x. */
        void descendFrom(double[] x) {
            Outcome o = run.part(new BoxQuasiNewton(BoxQuasiNewton.ACCURACY, run.best(), basins), x, quiet);
            descents++;
            if (basins.reached() == null) lost++;
            else basins.reached().count();
            if (o.value() < lowest) {
                lowest = o.value();
                best = o.x();
            }
        }

        /** w·(d − 1)/(d − w − 2) minima are expected from w seen in d descents: enough when that is hardly more than w. */
        boolean exhausted() {
            int w = basins.minima().size() + lost;
            int d = descents;
            return d > w + 2 && d > 10 && w * (d - 1.0) / (d - w - 2) <= w + 0.5;
        }
    }
}
