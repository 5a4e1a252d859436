package nabla.optim.global;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nabla.optim.Method;
import nabla.optim.Reason;
import nabla.optim.Reason.Kind;
import nabla.optim.Run;

/**
 * BIPOP-CMA-ES (Hansen 2009): {@link CovarianceAdaptation} again and again in two regimes that share the evaluations: a population that
 * grows each time, from random points of the box, and small ones of random size with small steps, which here leave from the best point as
 * often as from random ones and get the greater share. It ends when several descents from random points have come to the lowest value, with
 * the run's limits, or after as many growing restarts as given.
 *
 * @param population the first λ; 0: 4 + ⌊3 ln n⌋
 * @param sigma the first σ in widths of the box
 * @param restarts the greatest number of restarts with a grown population
 * @param small whether the regime of small populations takes part; otherwise it is IPOP-CMA-ES (Auger and Hansen 2005)
 * @param tolX a descent ends when its distribution is this narrow, in widths of the box
 * @param tolFun so it does when its values of late all lie this close together
 */
public record Restarts(int population, double sigma, int restarts, boolean small, double tolX, double tolFun) implements Method {
    /** Both tolerances unless told: pycma's. */
    static final double TOLERANCE = 1e-11;
    /** So many descents, each from a point of its own, must have come to the lowest value, and one more for each that is alone with its own. */
    private static final int MEETINGS = 2;
    /** Values that differ by this part of themselves, or of the way down to them, are one. */
    private static final double SAME = 1e-8;

    /** The factor on λ from one large descent to the next. */
    private static final double GROWTH = 3;
    /** The small regime's share of the evaluations, the large one's being 1. */
    private static final double SMALL = 2;
    /** How many of the small descents leave from the best point known, the rest from random ones. */
    private static final double FROM_BEST = 0.6;

    public Restarts(int population, double sigma, int restarts, boolean small) {
        this(population, sigma, restarts, small, TOLERANCE, TOLERANCE);
    }

    @Override
    public String name() {
        return small ? "bipop-cmaes" : "ipop-cmaes";
    }

    @Override
    public Reason run(Run run) {
        Schedule s = new Schedule(this, run);
        Reason last = null;
        List<Double> ends = new ArrayList<>();
        double highest = Double.NEGATIVE_INFINITY;
        int descents = 0;
        while (s.grown <= restarts || last == null) {
            last = s.generation();
            if (last == null) continue;
            descents++;
            highest = Math.max(highest, s.highest);
            double same = Math.max(tolFun, SAME * Math.max(Math.abs(s.lowest), highest - s.lowest));
            if (s.afresh) ends.add(s.lowest);
            int meetings = met(ends, run.best(), same);
            if (meetings >= MEETINGS + alone(ends, run.best(), same)) return Reason.of(Kind.SETTLED, descents, meetings);
        }
        return last;
    }

    /** How many ends are at a value. */
    private static int met(List<Double> ends, double value, double same) {
        return (int) ends.stream().filter(e -> Math.abs(e - value) <= same).count();
    }

    /** How many ends above the lowest value are at one that no other is at: as many minima at least are still unknown (Good 1953). */
    private static int alone(List<Double> ends, double value, double same) {
        return (int) ends.stream().filter(e -> e - value > same && met(ends, e, same) == 1).count();
    }

    /** The restarts, a generation at a time. */
    static final class Schedule {
        private final Restarts of;
        private final Run run;
        private final Cube cube;
        private final int first;
        private CovarianceAdaptation.Distribution d;
        private boolean large;
        /** The lowest value of the latest descent, and whether that left from a point of its own. */
        private double lowest;

        /** The lowest of its first generation. */
        private double highest;

        private boolean afresh;
        private int grown;
        private long spentLarge;
        private long spentSmall;
        private long spent;
        private long lastLarge;
        private long most;

        Schedule(Restarts of, Run run) {
            this.of = of;
            this.run = run;
            cube = new Cube(run);
            first = of.population() > 0 ? of.population() : CovarianceAdaptation.population(cube.n);
        }

        /** The next generation; why its descent ends there, or null. */
        Reason generation() {
            if (d == null) start();
            int before = run.evaluations();
            d.generation();
            boolean begins = lowest == Double.POSITIVE_INFINITY;
            for (double v : d.values) if (v < lowest) lowest = v;
            if (begins) highest = lowest;
            spent += run.evaluations() - before;
            cube.generation(d.inside, d.values);
            Reason end = d.end(run.best(), of.tolX(), of.tolFun());
            if (end == null && spent >= most) end = Reason.of(Kind.EVALUATIONS_DONE, spent, most);
            if (end != null) finish();
            return end;
        }

        private void finish() {
            if (large) spentLarge += spent;
            else spentSmall += spent;
            if (large) lastLarge = spent;
            d = null;
        }

        /** The next descent: from the problem's start the first time. */
        private void start() {
            SplittableRandom random = run.random();
            double[] from = grown == 0 ? cube.start() : cube.random(random);
            large = !of.small() || grown == 0 || spentSmall >= SMALL * spentLarge;
            int lambda = (int) Math.min(1 << 20, first * Math.pow(GROWTH, large ? grown++ : grown - 1.0));
            double sigma = of.sigma();
            afresh = true;
            lowest = Double.POSITIVE_INFINITY;
            if (large) {
                most = Long.MAX_VALUE;
            } else {
                double u = random.nextDouble();
                lambda = (int) (first * Math.pow(Math.max(1, 0.5 * lambda / first), u * u));
                afresh = random.nextDouble() >= FROM_BEST;
                if (!afresh) from = cube.of(run.bestAt());
                sigma *= Math.pow(10, -2 * random.nextDouble());
                most = Math.max(lambda, lastLarge / 2);
            }
            spent = 0;
            d = new CovarianceAdaptation.Distribution(cube, from, lambda, sigma, random);
        }
    }
}
