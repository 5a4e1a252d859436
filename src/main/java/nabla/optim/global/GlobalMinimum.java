package nabla.optim.global;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import nabla.optim.Method;
import nabla.optim.Minimizer;
import nabla.optim.Outcome;
import nabla.optim.Reason;
import nabla.optim.Reason.Kind;
import nabla.optim.Run;

/**
 * A search for the global minimum that chooses by itself. Methods of different kinds run side by side, each for a while at a time:
 * {@link MultiLevel} for few wide basins and hops from the best point for funnels first, then searches along one variable for separable
 * functions, {@link Restarts} of CMA-ES for ill-conditioned and rugged functions, {@link DifferentialEvolution}, and in two variables minima
 * over one within the search over the other for kinked valleys. Whoever lowered the best value lately gets more of the evaluations. Ends
 * when there is enough {@link Evidence} for the best value ({@code SETTLED}), when that has long been the same, measured by the number of
 * variables and by how long it took to find ({@code VALUE_FLAT}), or when all evaluations are spent.
 *
 * <p>The numbers of both rules were chosen on 500 functions made at random ({@code RandomLandscapes} of the tests, none of them named: wells,
 * funnels, waves, bent valleys, kinks, plateaus, steps, products and sums of waves, in one to five variables), two seeds each: every search
 * ran on to 20,000 evaluations (40,000 above two variables), noting at each turn what both rules look at, and rules were then compared on
 * these notes. With the numbers here .969 of the runs end within 10⁻⁶ of the lowest value, at 3060 evaluations a success (.989 do at 20,000);
 * half of them end as settled, of which 2 in 506 were wrong, and the others as flat, of which 1 in 17 were.
 *
 * @param evaluations the greatest number; the run's limit where that is lower
 * @param patience 1; the factor on the evidence that is asked for, and on the wait for something lower
 */
public record GlobalMinimum(int evaluations, double patience) implements Method {
    /** A run waits this many evaluations a variable after the last news, */
    private static final int WAIT = 350;
    /** and this part of the evaluations which that news took. */
    private static final double DOUBT = 0.5;
    /** Where searches seldom led to the lowest value, both are so many times as much. */
    private static final double UNLIKELY = 6;
    /** A lower value is news when it is lower by this part of itself, */
    private static final double NEWS = 1e-7;
    /** or by this part of the way down to it. */
    private static final double ROUNDING = 1e-14;
    /** What a track that brought news is given on top of its share, until it fades. */
    private static final double REWARD = 0.5;
    /** Credit halves while this part of the evaluations is spent. */
    private static final double FADING = 0.05;
    /** Hops begin with this width, in widths of the box, */
    private static final double HOP = 0.1;
    /** get wider by this factor when they lead back, */
    private static final double WIDER = 2;
    /** narrower by this one when they lead to higher minima, */
    private static final double NARROWER = 0.8;
    /** and are searches from elsewhere when they are wider than this. */
    private static final double WIDE = 0.2;
    /** Searches that end at a kink are this near to its value, as a part of the way down. */
    private static final double ROUGH = 1e-6;
    /** What a kinked minimum gives the search for kinked valleys of its handicap. */
    private static final double KINKED = 350;
    /** The search for kinked valleys gives up after so many lines that lead to nothing lower. */
    private static final int FRUITLESS = 12;

    /** The tolerances of CMA-ES here: other methods go on from where it is. */
    private static final double SHARPLY = 1e-12;

    public GlobalMinimum {
        if (!(patience > 0)) throw new IllegalArgumentException("patience must be positive");
    }

    /** Ten thousand evaluations a variable. */
    public static GlobalMinimum of(int n) {
        return new GlobalMinimum(10000 * n);
    }

    public GlobalMinimum(int evaluations) {
        this(evaluations, 1);
    }

    @Override
    public String name() {
        return "globalmin";
    }

    @Override
    public Reason run(Run run) {
        return new Search(run, Math.min(run.left(), evaluations)).run();
    }

    /** A method that runs a while and gives way. */
    private final class Track {
        private final double share;
        private final Runnable turn;
        private double spent;
        private double credit;

        /** @param handicap the evaluations the others have before its first turn, as if it had had as many */
        Track(double share, double handicap, Runnable turn) {
            this.share = share;
            this.turn = turn;
            spent = handicap * share;
        }

        /** What it had, measured by what it deserves: the least is next. */
        double due() {
            return spent / (share + credit);
        }
    }

    private final class Search {
        private final Run run;
        private final Cube cube;
        private final int total;
        /** How many variables may move. */
        private final int free;

        private final List<Track> tracks = new ArrayList<>();
        private final Minimizer quiet;
        private final MultiLevel.Search levels;
        private final Restarts.Schedule restarts;
        private final Evidence evidence = new Evidence(patience);
        private final Track valley;
        private DifferentialEvolution.Population population;
        private double[] best;
        private double value;
        private double first;
        private double rested = Double.NaN;
        private double width = HOP;
        private boolean valleys;
        private int coordinate;

        Search(Run run, int total) {
            this.run = run;
            this.total = total;
            free = (int) IntStream.range(0, run.n()).filter(i -> run.problem().lower()[i] < run.problem().upper()[i]).count();
            cube = new Cube(run);
            quiet = new Minimizer().steps(Integer.MAX_VALUE).trace(false).tolerance(run.limits().tolerance());
            levels = new MultiLevel.Search(cube, run, 2 + 2 * cube.n);
            restarts = new Restarts.Schedule(new Restarts(0, 0.2, Integer.MAX_VALUE, true, SHARPLY, SHARPLY), run);
            tracks.add(new Track(2, 0, this::level));
            tracks.add(new Track(2, 30 * cube.n, this::hop));
            tracks.add(new Track(1, 120 * cube.n, this::coordinate));
            tracks.add(new Track(6, 200 * cube.n, this::generation));
            tracks.add(new Track(2, 400 * cube.n, this::evolve));
            valley = new Track(1, 400, this::nested);
            if (cube.n == 2) tracks.add(valley);
        }

        Reason run() {
            best = cube.start();
            value = cube.value(best);
            first = value;
            levels.descendFrom(run.start());
            noted();
            int news = run.evaluations();
            while (run.evaluations() < total) {
                Track next = tracks.get(0);
                for (Track t : tracks) if (t.due() < next.due()) next = t;
                double before = value;
                int at = run.evaluations();
                next.turn.run();
                int cost = Math.max(1, run.evaluations() - at);
                next.spent += cost;
                for (Track t : tracks) t.credit *= Math.pow(0.5, cost / (FADING * total));
                noted();
                if (!(before <= value + resolution())) {
                    next.credit += REWARD;
                    news = run.evaluations();
                    evidence.news();
                }
                run.iterate(cube.x(best), value);
                Reason end = end(news);
                if (end != null) return end;
            }
            return Reason.of(Kind.EVALUATIONS_DONE, total, total);
        }

        /** Why nothing lower is to be expected, null when it is; news is when a lower value was found last. */
        private Reason end(int news) {
            List<Basins.Minimum> minima = levels.basins().minima();
            double lowest = value + resolution();
            double rough = value + ROUGH * (levels.highest() - value);
            int met = evidence.enough(minima, levels.lost(), lowest, rough);
            if (met > 0) return Reason.of(Kind.SETTLED, evidence.trials(), met);
            double wait = patience * Math.max(WAIT * free, DOUBT * news);
            int since = run.evaluations() - news;
            boolean over = evidence.searched() && since > wait && (since > UNLIKELY * wait || Evidence.likely(minima, lowest, rough));
            return over ? Reason.of(Kind.VALUE_FLAT, since, total) : null;
        }

        private void noted() {
            if (!(run.best() < value)) return;
            value = run.best();
            best = cube.of(run.bestAt());
        }

        /** Values that differ by less than this are the same. */
        private double resolution() {
            return NEWS * Math.abs(value) + ROUNDING * (Math.max(first, levels.highest()) - value);
        }

        private void level() {
            levels.next();
            evidence.trial();
            if (valleys || !valleys()) return;
            valleys = true;
            valley.spent -= KINKED;
        }

        /** Whether searches have ended at kinks that are no minima, as their values tell: they are many. */
        private boolean valleys() {
            Basins.Minimum m = levels.basins().reached();
            if (m == null || !m.kinked()) return false;
            for (Basins.Minimum o : levels.basins().minima()) {
                if (o.kinked() && Math.abs(o.value - m.value) > ROUGH * (levels.highest() - value)) return true;
            }
            return false;
        }

        /** A local search from the best point when none has been there, otherwise from a random point about it. */
        private void hop() {
            noted();
            double[] u = best.clone();
            double before = value;
            boolean there = rested == value || levels.lowest() == value;
            if (there) {
                boolean one = run.random().nextInt(4) == 0;
                int only = run.random().nextInt(cube.n);
                for (int i = 0; i < cube.n; i++) {
                    if (!one || i == only) u[i] = cube.mirrored(i, u[i] + width * run.random().nextGaussian());
                }
            }
            run.part(new BoxQuasiNewton(BoxQuasiNewton.ACCURACY, run.best(), levels.basins()), cube.x(u), quiet);
            noted();
            rested = value;
            if (there) hopped(levels.basins().reached(), before);
        }

        /** Hops get wide enough to leave the basin, and no wider. */
        private void hopped(Basins.Minimum m, double before) {
            boolean back = m != null && Math.abs(m.value - before) <= resolution() && Cube.distance(m.u, best) < 1e-3;
            width = Math.min(0.4, Math.max(1e-3, width * (back ? WIDER : NARROWER)));
            evidence.hop();
            if (width <= WIDE || m == null) return;
            m.count();
            evidence.trial();
        }

        private void generation() {
            restarts.generation();
        }

        private void evolve() {
            if (population == null || population.settled() || population.spent() > total / 5) {
                population = new DifferentialEvolution.Population(cube, Math.max(20, 12 * cube.n), total / 5, run);
            } else {
                population.generation();
            }
        }

        /** The lowest point along the next variable, through the best point. */
        private void coordinate() {
            noted();
            int i = coordinate++ % cube.n;
            double[] u = best.clone();
            along(u, i, value, 20, run.random().nextDouble());
        }

        private GoldenSections.Found along(double[] u, int i, double known, int points, double phase) {
            DoubleUnaryOperator f = t -> {
                u[i] = t;
                return cube.value(u);
            };
            GoldenSections.Found found = GoldenSections.lowest(f, new GoldenSections.Found(u[i], known), 0, 1, points, phase, 0);
            u[i] = found.t();
            return found;
        }

        private void nested() {
            int outer = coordinate++ % 2;
            int inner = 1 - outer;
            double[] u = best.clone();
            int[] fruitless = new int[1];
            double[] lowest = {value};
            DoubleUnaryOperator g = t -> {
                if (fruitless[0] > FRUITLESS) return Double.POSITIVE_INFINITY;
                u[outer] = t;
                double v = along(u, inner, cube.value(u), 4, 0.5).value();
                fruitless[0] = v < lowest[0] ? 0 : fruitless[0] + 1;
                lowest[0] = Math.min(v, lowest[0]);
                return v;
            };
            GoldenSections.lowest(g, new GoldenSections.Found(best[outer], value), 0, 1, 8, 0.5, 1e-7);
        }
    }
}
