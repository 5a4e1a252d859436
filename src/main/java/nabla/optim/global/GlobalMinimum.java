package nabla.optim.global;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import nabla.optim.Method;
import nabla.optim.Minimizer;
import nabla.optim.Outcome;
import nabla.optim.Reason;
import nabla.optim.Reason.Kind;
import nabla.optim.Run;

/**
 * A search for the global minimum that chooses by itself. Methods of different kinds run side by side, each for a while at a time:
 * {@link MultiLevel} for few wide basins, hops from the best point for funnels, {@link Restarts} of CMA-ES for ill-conditioned and rugged
 * functions, {@link DifferentialEvolution}, searches along one variable for separable functions, and in two variables minima over one
 * within the search over the other for kinked valleys. Whoever lowered the best value lately gets more of the evaluations. Ends when the
 * best value has long been the same, measured by the number of variables and by how long it took to find, or when all evaluations are spent.
 *
 * @param evaluations the greatest number; the run's limit where that is lower
 */
public record GlobalMinimum(int evaluations) implements Method {
    /** A run goes on for this many evaluations a variable after the last news, */
    private static final int PATIENCE = 1000;
    /** and for this many times the evaluations which that news took. */
    private static final int DOUBT = 4;
    /** A lower value counts as news when it is lower by this part of itself, or of the way down to it. */
    private static final double NEWS = 1e-9;
    /** What a track that brought news is given on top of its share, until it fades. */
    private static final double REWARD = 0.5;
    /** Credit halves while this part of the evaluations is spent. */
    private static final double FADING = 0.05;

    /** Ten thousand evaluations a variable. */
    public static GlobalMinimum of(int n) {
        return new GlobalMinimum(10000 * n);
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
        private final List<Track> tracks = new ArrayList<>();
        private final Minimizer quiet;
        private final MultiLevel.Search levels;
        private final Restarts.Schedule restarts;
        private DifferentialEvolution.Population population;
        private double[] best;
        private double value;
        private double descended = Double.NaN;
        private int coordinate;

        Search(Run run, int total) {
            this.run = run;
            this.total = total;
            cube = new Cube(run);
            quiet = new Minimizer().steps(Integer.MAX_VALUE).trace(false).tolerance(run.limits().tolerance());
            levels = new MultiLevel.Search(cube, run, 2 + 2 * cube.n);
            restarts = new Restarts.Schedule(new Restarts(0, 0.2, Integer.MAX_VALUE, true), run);
            tracks.add(new Track(2, 0, levels::next));
            tracks.add(new Track(1, 0, this::hop));
            tracks.add(new Track(1, 20 * cube.n, this::coordinate));
            tracks.add(new Track(6, 50 * cube.n, this::generation));
            tracks.add(new Track(2, 100 * cube.n, this::evolve));
            if (cube.n == 2) tracks.add(new Track(1, 0.02 * total, this::nested));
        }

        Reason run() {
            best = cube.start();
            value = cube.value(best);
            double first = value;
            int news = 0;
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
                if (!(before - value <= NEWS * Math.max(Math.abs(before), first - before))) {
                    next.credit += REWARD;
                    news = run.evaluations();
                }
                run.iterate(cube.x(best), value);
                int since = run.evaluations() - news;
                if (since > PATIENCE * cube.n && since > DOUBT * news) return Reason.of(Kind.VALUE_FLAT, since, total);
            }
            return Reason.of(Kind.EVALUATIONS_DONE, total, total);
        }

        private void noted() {
            if (!(run.best() < value)) return;
            value = run.best();
            best = cube.of(run.bestAt());
        }

        /** A local search from the best point when it is new, otherwise from a random point at a random distance of it. */
        private void hop() {
            noted();
            double[] u = best.clone();
            if (descended == value) {
                double width = 0.5 * Math.pow(10, -3 * run.random().nextDouble());
                boolean one = run.random().nextInt(4) == 0;
                int only = run.random().nextInt(cube.n);
                for (int i = 0; i < cube.n; i++) {
                    if (!one || i == only) u[i] = cube.mirrored(i, u[i] + width * run.random().nextGaussian());
                }
            }
            run.part(new BoxQuasiNewton(1e-12, run.best()), cube.x(u), quiet);
            noted();
            descended = value;
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
            GoldenSections.Found found = GoldenSections.lowest(f, new GoldenSections.Found(u[i], known), 0, 1, points, phase);
            u[i] = found.t();
            return found;
        }

        private void nested() {
            int outer = coordinate++ % 2;
            int inner = 1 - outer;
            double[] u = best.clone();
            DoubleUnaryOperator g = t -> {
                u[outer] = t;
                return along(u, inner, cube.value(u), 8, 0.5).value();
            };
            GoldenSections.lowest(g, new GoldenSections.Found(best[outer], value), 0, 1, 8, 0.5);
        }
    }
}
