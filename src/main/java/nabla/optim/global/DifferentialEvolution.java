package nabla.optim.global;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import nabla.optim.Method;
import nabla.optim.Reason;
import nabla.optim.Reason.Kind;
import nabla.optim.Run;
import nabla.optim.Sobol;

/**
 * L-SHADE (Tanabe and Fukunaga 2014): differential evolution v = x + F·(x_p − x) + F·(x_r − x_s), x_p one of the best, crossed with x by the
 * rate CR; a child replaces its parent when not higher. F and CR are drawn about what succeeded lately, and the population
 * shrinks from {@code population} to 4 as the evaluations are spent.
 *
 * @param population the first number of points; 0: 18 n
 * @param evaluations over which the population shrinks; the run's limit where that is lower
 */
public record DifferentialEvolution(int population, int evaluations) implements Method {
    private static final int MEMORY = 6;
    private static final double GREEDY = 0.11;
    private static final double ARCHIVE = 2.6;

    public DifferentialEvolution {
        if (population < 0 || evaluations < 1) throw new IllegalArgumentException("the population must be 0 or more, the evaluations positive");
    }

    @Override
    public String name() {
        return "l-shade";
    }

    @Override
    public Reason run(Run run) {
        int most = Math.min(run.left(), evaluations);
        Population p = new Population(new Cube(run), population > 0 ? Math.max(population, 5) : Math.max(20, 18 * run.n()), most, run);
        while (true) {
            p.show();
            if (p.settled()) return Reason.of(Kind.VALUE_FLAT, run.evaluations(), Double.NaN);
            if (p.spent() >= most) return Reason.of(Kind.EVALUATIONS_DONE, p.spent(), most);
            p.generation();
        }
    }

    /** The points, what is remembered of good F and CR, and an archive of replaced parents. */
    static final class Population {
        private final Cube cube;
        private final Run run;
        private final SplittableRandom random;
        private final int first;
        private final int most;
        private final int before;
        private final double[] memoryF = new double[MEMORY];
        private final double[] memoryCr = new double[MEMORY];
        private int next;
        private final List<double[]> archive = new ArrayList<>();
        private double[][] us;
        private double[] values;

        Population(Cube cube, int size, int most, Run run) {
            this.cube = cube;
            this.run = run;
            this.most = most;
            random = run.random();
            first = size;
            before = run.evaluations();
            Arrays.fill(memoryF, 0.5);
            Arrays.fill(memoryCr, 0.5);
            us = new double[size][];
            Sobol sobol = new Sobol(cube.n, random);
            for (int k = 0; k < size; k++) us[k] = sobol.next();
            values = cube.values(us);
            sort();
        }

        int spent() {
            return run.evaluations() - before;
        }

        void show() {
            cube.generation(us, values);
        }

        /** All values are one number as far as rounding shows. */
        boolean settled() {
            double span = values[values.length - 1] - values[0];
            return span <= 4 * Math.ulp(values[0]) || values.length > 0 && width() < 1e-15;
        }

        private double width() {
            double widest = 0;
            for (double[] u : us) widest = Math.max(widest, Cube.distance(u, us[0]));
            return widest;
        }

        private void sort() {
            Integer[] order = new Integer[us.length];
            for (int k = 0; k < order.length; k++) order[k] = k;
            Arrays.sort(order, Comparator.comparingDouble(k -> values[k]));
            double[][] sortedUs = new double[us.length][];
            double[] sorted = new double[us.length];
            for (int k = 0; k < order.length; k++) {
                sortedUs[k] = us[order[k]];
                sorted[k] = values[order[k]];
            }
            us = sortedUs;
            values = sorted;
        }

        void generation() {
            int size = us.length;
            double[] f = new double[size];
            double[] cr = new double[size];
            double[][] children = new double[size][];
            for (int k = 0; k < size; k++) {
                int r = random.nextInt(MEMORY);
                cr[k] = memoryCr[r] < 0 ? 0 : Math.min(1, Math.max(0, memoryCr[r] + 0.1 * random.nextGaussian()));
                do f[k] = memoryF[r] + 0.1 * Math.tan(Math.PI * (random.nextDouble() - 0.5));
                while (f[k] <= 0);
                f[k] = Math.min(1, f[k]);
                children[k] = child(k, f[k], cr[k]);
            }
            double[] born = cube.values(children);
            learn(f, cr, born, children);
            shrink();
        }

        private double[] child(int k, double f, double cr) {
            int size = us.length;
            double[] x = us[k];
            double[] p = us[random.nextInt(Math.max(2, (int) Math.round(GREEDY * size)))];
            int r;
            do r = random.nextInt(size);
            while (r == k);
            int s;
            do s = random.nextInt(size + archive.size());
            while (s == k || s == r);
            double[] other = s < size ? us[s] : archive.get(s - size);
            double[] v = x.clone();
            int always = random.nextInt(cube.n);
            for (int i = 0; i < cube.n; i++) {
                if (i != always && random.nextDouble() > cr) continue;
                v[i] = x[i] + f * (p[i] - x[i]) + f * (us[r][i] - other[i]);
                // half way back to the parent, as L-SHADE mends bounds: the bound itself would be met by no point
                if (cube.below(i, v[i])) v[i] = x[i] / 2;
                if (cube.above(i, v[i])) v[i] = (1 + x[i]) / 2;
            }
            return v;
        }

        /** Weighted Lehmer means of what made progress replace the oldest memory. */
        private void learn(double[] f, double[] cr, double[] born, double[][] children) {
            double total = 0;
            double[] sums = new double[4];
            for (int k = 0; k < born.length; k++) {
                if (!(born[k] <= values[k])) continue;
                double gain = Double.isInfinite(values[k]) ? 0 : values[k] - born[k];
                if (born[k] < values[k]) {
                    archive.add(us[k]);
                    total += gain;
                    sums[0] += gain * f[k];
                    sums[1] += gain * f[k] * f[k];
                    sums[2] += gain * cr[k];
                    sums[3] += gain * cr[k] * cr[k];
                }
                us[k] = children[k];
                values[k] = born[k];
            }
            if (total > 0) {
                memoryF[next] = sums[1] / sums[0];
                memoryCr[next] = memoryCr[next] < 0 || sums[2] == 0 ? -1 : sums[3] / sums[2];
                next = (next + 1) % MEMORY;
            }
            sort();
        }

        private void shrink() {
            int size = (int) Math.round(first + (4.0 - first) * Math.min(1, (double) spent() / most));
            if (size < us.length) {
                us = Arrays.copyOf(us, size);
                values = Arrays.copyOf(values, size);
            }
            while (archive.size() > ARCHIVE * us.length) archive.remove(random.nextInt(archive.size()));
        }
    }
}
