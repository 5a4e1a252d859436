package nabla.optim.global;

import nabla.optim.Method;
import nabla.optim.Minimizer;
import nabla.optim.Outcome;
import nabla.optim.Reason;
import nabla.optim.Reason.Kind;
import nabla.optim.Run;

/**
 * Basin hopping (Wales and Doye 1997): from a local minimum a random step, a local search, and the new minimum is taken when lower, or with
 * probability e^(−Δf/T). The step's width follows the acceptance rate towards one half.
 *
 * @param temperature T ≥ 0 in the units of f; 0 takes lower minima only
 * @param step the first step, in widths of the box
 * @param hops the greatest number of hops
 */
public record BasinHopping(double temperature, double step, int hops) implements Method {
    private static final int PERIOD = 20;
    private static final double FACTOR = 0.9;

    public BasinHopping {
        if (!(temperature >= 0) || !(step > 0)) throw new IllegalArgumentException("the temperature must be 0 or more, the step positive");
    }

    @Override
    public String name() {
        return "basin hopping";
    }

    @Override
    public Reason run(Run run) {
        Cube cube = new Cube(run);
        Minimizer quiet = new Minimizer().steps(Integer.MAX_VALUE).trace(false).tolerance(run.limits().tolerance());
        Outcome here = run.part(new BoxQuasiNewton(Double.POSITIVE_INFINITY), run.start(), quiet);
        run.iterate(here.x(), here.value());
        double width = step;
        int taken = 0;
        for (int k = 1; k <= hops; k++) {
            double[] u = cube.of(here.x());
            for (int i = 0; i < cube.n; i++) u[i] = cube.mirrored(i, u[i] + width * (2 * run.random().nextDouble() - 1));
            Outcome there = run.part(new BoxQuasiNewton(Double.POSITIVE_INFINITY), cube.x(u), quiet);
            if (there.value() < here.value() || run.random().nextDouble() < Math.exp((here.value() - there.value()) / temperature)) {
                here = there;
                taken++;
            }
            if (k % PERIOD == 0) {
                width = Math.min(1, taken > PERIOD / 2 ? width / FACTOR : width * FACTOR);
                taken = 0;
            }
            run.iterate(here.x(), here.value());
        }
        return Reason.of(Kind.STEPS_DONE, hops, Double.NaN);
    }
}
