package nabla.optim;

import java.util.SplittableRandom;
import nabla.optim.Reason.Kind;

/**
 * Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983): from x a random trial x′; taken when lower, and with probability
 * e^(−Δf/T) when higher, so that it climbs out of local minima while T is high. T = T₀·coolingᵏ. The trials' spread follows the
 * acceptance rate, variable by variable box widths being the unit; a variable without bounds has the unit 1 + |x|.
 *
 * @param temperature T₀ &gt; 0, in the units of f
 * @param cooling the factor on T after each evaluation, just below 1
 */
public record SimulatedAnnealing(double temperature, double cooling) implements Method {
    public SimulatedAnnealing {
        Numbers.positive("T", temperature);
        Numbers.positive("cooling", cooling);
    }

    @Override
    public String name() {
        return "simulated annealing";
    }

    @Override
    public Reason run(Run run) {
        SplittableRandom random = run.random();
        double[] x = run.problem().inside(run.start());
        double fx = run.value(x);
        run.iterate(x, fx);
        double best = fx;
        double t = temperature;
        double spread = 0.25;
        int patience = 500 * x.length + 500;
        for (int idle = 0; idle <= patience; ) {
            double[] trial = trial(x, spread, run.problem(), random);
            double value = run.value(trial);
            boolean taken = value <= fx || fx != fx || random.nextDouble() < Math.exp((fx - value) / t);
            if (taken && value == value) {
                x = trial;
                fx = value;
            }
            // towards accepting about two trials in five: the ratio of the two factors' logarithms fixes that rate
            spread = Math.min(1, Math.max(1e-9, spread * (taken ? 1.03 : 0.98)));
            t = Math.max(t * cooling, Double.MIN_NORMAL);
            idle = fx < best - 1e-12 * Math.abs(best) ? 0 : idle + 1;
            best = Math.min(best, fx);
            run.scale(t);
            run.iterate(x, fx);
        }
        return Reason.of(Kind.VALUE_FLAT, patience, patience);
    }

    private static double[] trial(double[] x, double spread, Problem box, SplittableRandom random) {
        double[] trial = x.clone();
        int only = random.nextInt(x.length);
        for (int i = 0; i < x.length; i++) {
            if (i != only && random.nextBoolean()) continue;
            double low = box.lower()[i];
            double high = box.upper()[i];
            double width = Double.isInfinite(high - low) ? 1 + Math.abs(x[i]) : high - low;
            trial[i] = reflected(x[i] + spread * width * gaussian(random), low, high);
        }
        return trial;
    }

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static double reflected(double v, double low, double high) {
        if (v < low) v = Math.min(2 * low - v, high);
        return v > high ? Math.max(2 * high - v, low) : v;
    }
}
