package nabla.optim.global;

import java.util.SplittableRandom;
import nabla.optim.Method;
import nabla.optim.Minimizer;
import nabla.optim.Outcome;
import nabla.optim.Reason;
import nabla.optim.Reason.Kind;
import nabla.optim.Run;

/**
 * Generalized simulated annealing (Tsallis and Stariolo 1996; Xiang, Sun, Fan, Gong 1997) with local searches: trials at distances of
 * Tsallis's heavy-tailed distribution, which narrows as T(k) = T₀·(2^(q−1) − 1)/((1 + k)^(q−1) − 1), taken when lower or with
 * probability (1 − (1 − a)·Δf/T)^(1/(1−a)). A local search follows each new best point; when T is low it starts anew.
 *
 * @param temperature T₀
 * @param visiting q in (1, 3): the greater the longer the jumps
 * @param accepting a &lt; 1: the smaller the fewer climbs
 */
public record DualAnnealing(double temperature, double visiting, double accepting) implements Method {
    private static final double RESTART = 2e-5;
    private static final double TAIL = 1e8;

    public DualAnnealing() {
        this(5230, 2.62, -5);
    }

    public DualAnnealing {
        if (!(temperature > 0) || !(visiting > 1 && visiting < 3) || !(accepting < 1)) {
            throw new IllegalArgumentException("the temperature must be positive, visiting in (1, 3), accepting below 1");
        }
    }

    @Override
    public String name() {
        return "dual annealing";
    }

    @Override
    public Reason run(Run run) {
        Walk w = new Walk(run);
        while (true) {
            w.anneal();
            w.u = w.cube.random(run.random());
            w.fu = w.cube.value(w.u);
        }
    }

    private final class Walk {
        private final Run run;
        private final Cube cube;
        private final SplittableRandom random;
        private final Minimizer quiet;
        private double[] u;
        private double fu;

        Walk(Run run) {
            this.run = run;
            cube = new Cube(run);
            random = run.random();
            quiet = new Minimizer().steps(Integer.MAX_VALUE).trace(false).tolerance(run.limits().tolerance());
            u = cube.start();
            fu = cube.value(u);
        }

        /** One cooling: in each step 2n trials, first of all variables together, then of each alone. */
        void anneal() {
            double t1 = Math.pow(2, visiting - 1) - 1;
            run.iterate(cube.x(u), fu);
            for (int k = 0; ; k++) {
                double t = temperature * t1 / (Math.pow(2.0 + k, visiting - 1) - 1);
                if (t < temperature * RESTART) return;
                double best = run.best();
                for (int j = 0; j < 2 * cube.n; j++) trial(j, t, t / (k + 1));
                if (run.best() < best || k % 100 == 99) descend();
                run.iterate(cube.x(u), fu);
            }
        }

        private void trial(int j, double t, double acceptance) {
            double[] v = u.clone();
            for (int i = 0; i < cube.n; i++) {
                if (j < cube.n || i == j - cube.n) v[i] = wrapped(i, v[i] + visit(t));
            }
            double fv = cube.value(v);
            double chance = 1 - (1 - accepting) * (fv - fu) / acceptance;
            if (fv <= fu || chance > 0 && random.nextDouble() <= Math.pow(chance, 1 / (1 - accepting))) {
                u = v;
                fu = fv;
            }
        }

        private double wrapped(int i, double v) {
            return cube.below(i, v) || cube.above(i, v) ? v - Math.floor(v) : v;
        }

        /** A jump of Tsallis's distribution at temperature t: x/|y|^((q−1)/(3−q)), x and y normal. */
        private double visit(double t) {
            double q = visiting;
            double f1 = Math.exp(Math.log(t) / (q - 1));
            double f2 = Math.exp((4 - q) * Math.log(q - 1));
            double f3 = Math.exp((2 - q) * Math.log(2) / (q - 1));
            double f4 = Math.sqrt(Math.PI) * f1 * f2 / (f3 * (3 - q));
            double f5 = 1 / (q - 1) - 0.5;
            double f6 = Math.PI * (1 - f5) / Math.sin(Math.PI * (1 - f5)) / gamma(2 - f5);
            double sigma = Math.exp(-(q - 1) * Math.log(f6 / f4) / (3 - q));
            double y = Math.exp((q - 1) * Math.log(Math.abs(random.nextGaussian())) / (3 - q));
            double jump = sigma * random.nextGaussian() / y;
            return Math.abs(jump) > TAIL ? Math.copySign(TAIL * random.nextDouble(), jump) : jump;
        }

        private void descend() {
            Outcome o = run.part(new BoxQuasiNewton(run.best()), run.bestAt(), quiet);
            if (!(o.value() < fu)) return;
            u = cube.of(o.x());
            fu = o.value();
        }
    }

    /** Γ by Lanczos's approximation (g = 7). */
    private static double gamma(double z) {
        double[] c = {
            0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
            -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
        };
        if (z < 0.5) return Math.PI / (Math.sin(Math.PI * z) * gamma(1 - z));
        double sum = c[0];
        for (int k = 1; k < 9; k++) sum += c[k] / (z - 1 + k);
        double t = z + 6.5;
        return Math.sqrt(2 * Math.PI) * Math.pow(t, z - 0.5) * Math.exp(-t) * sum;
    }
}
