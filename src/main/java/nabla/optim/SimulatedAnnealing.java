package nabla.optim;

import java.util.SplittableRandom;
import nabla.optim.Reason.Kind;

/**
 * Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983): from x a random trial x′; taken when lower, and with probability
 * e^(−Δf/T) when higher, so that it climbs out of local minima while T is high. T = T₀·coolingᵏ. The trials' spread follows the
 * acceptance rate, variable by variable box widths being the unit.
 */
public final class SimulatedAnnealing implements Search {
    private final SplittableRandom random;
    private final double[] low;
    private final double[] high;
    private final double cooling;
    private double temperature;
    private double spread = 0.25;
    private double[] x;
    private double fx = Double.NaN;
    private double[] trial;
    private boolean started;
    private double best = Double.POSITIVE_INFINITY;
    private int idle;

    /**
     * @param low the box's lower corner; infinite bounds leave a variable free, with unit 1 + |x0|
     * @param temperature T₀ &gt; 0, in the units of f
     * @param cooling the factor on T after each evaluation, just below 1
     * @param seed the same seed gives the same run
     */
    public SimulatedAnnealing(double[] x0, double[] low, double[] high, double temperature, double cooling, long seed) {
        this.random = new SplittableRandom(seed);
        this.low = low.clone();
        this.high = high.clone();
        this.temperature = Numbers.positive("T", temperature);
        this.cooling = Numbers.positive("cooling", cooling);
        this.x = x0.clone();
        for (int i = 0; i < x.length; i++) x[i] = Math.min(Math.max(x[i], low[i]), high[i]);
        this.trial = x;
    }

    @Override
    public double[] ask() {
        if (!started) return x.clone();
        trial = x.clone();
        int only = random.nextInt(x.length);
        for (int i = 0; i < x.length; i++) {
            if (i != only && random.nextBoolean()) continue;
            double width = high[i] - low[i];
            if (Double.isInfinite(width)) width = 1 + Math.abs(x[i]);
            trial[i] = reflected(x[i] + spread * width * gaussian(), low[i], high[i]);
        }
        return trial.clone();
    }

    private double gaussian() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static double reflected(double v, double low, double high) {
        if (v < low) v = Math.min(2 * low - v, high);
        return v > high ? Math.max(2 * high - v, low) : v;
    }

    @Override
    public void tell(double value) {
        if (!started) {
            started = true;
            fx = value;
            return;
        }
        boolean taken = value <= fx || fx != fx || random.nextDouble() < Math.exp((fx - value) / temperature);
        if (taken && value == value) {
            x = trial;
            fx = value;
        }
        // towards accepting about two trials in five: the ratio of the two factors' logarithms fixes that rate
        spread = Math.min(1, Math.max(1e-9, spread * (taken ? 1.03 : 0.98)));
        temperature = Math.max(temperature * cooling, Double.MIN_NORMAL);
        idle = fx < best - 1e-12 * Math.abs(best) || best == Double.POSITIVE_INFINITY ? 0 : idle + 1;
        best = Math.min(best, fx);
    }

    @Override
    public Reason reason() {
        int patience = 500 * x.length + 500;
        return idle > patience ? Reason.of(Kind.VALUE_FLAT, idle, patience) : null;
    }
}
