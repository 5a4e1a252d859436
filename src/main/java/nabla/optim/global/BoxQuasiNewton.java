package nabla.optim.global;

import java.util.Arrays;
import nabla.optim.Method;
import nabla.optim.Point;
import nabla.optim.Reason;
import nabla.optim.Reason.Kind;
import nabla.optim.Run;

/**
 * BFGS within a box, the local search of the global methods: variables that sit on a bound and want beyond it rest, the others move
 * by d = −H·g along the projected path P(x + t·d) until Armijo's condition holds (Bertsekas 1982). A gradient of the function's own comes
 * with each value; without one it takes one-sided differences as long as they lead down, then central ones. Every point stays in the
 * box. A descent that leads to a known minimum, or to one that lies above the lowest known, ends as soon as that can be foreseen.
 *
 * @param tolerance ends the descent when its model promises less than this, relative to f where |f| > 1 and to what it came down so far;
 *     0: as low as rounding allows
 * @param known the lowest value known, ∞ when none is
 * @param basins the minima known, and where the minimum is noted
 */
record BoxQuasiNewton(double tolerance, double known, Basins basins) implements Method {
    /** The tolerance of the global methods. */
    static final double ACCURACY = 1e-12;

    /** The first step is no longer than this, in widths of the box, */
    private static final double FIRST = 0.05;
    /** nor shorter than this, however small the gradient is. */
    private static final double SHORTEST = 1e-3;
    /** Where f curves downward, the next step goes so many steps farther. */
    private static final double LONGER = 3;

    private static final double EPS = Math.ulp(1.0);
    /** A step that promises less than this part of f changes no digit. */
    private static final double UNSEEN = EPS / 10;

    private static final double DECREASE = 1e-4;
    /** Steps that lower f by less than this part of what it is above the value known lead nowhere. */
    private static final double HOPELESS = 0.01;
    /** The model foresees a minimum that is too high when it promises no more than this part of the way to the value known, */
    private static final double SHORT = 0.2;
    /** when a step has changed what it foresees by no more than this part, */
    private static final double STEADY = 0.05;
    /** and when what would be left is more than this part of all the way down. */
    private static final double CLEAR = 1e-3;
    /** So many steps on end that each lower f by less than this part of itself, and of what it came down, mean a kink. */
    private static final int CREEPING = 30;
    private static final double CREEP = 1e-6;
    /** No smooth function resists a gradient of this part of the steepest one met, */
    private static final double STEEP = 1e-6;
    /** or has a curvature this many times as large. */
    private static final double SHARP = 1e7;

    /** On its own: no minima are known. */
    BoxQuasiNewton(double known) {
        this(ACCURACY, known, new Basins());
    }

    @Override
    public String name() {
        return "bfgs in a box";
    }

    @Override
    public Reason run(Run run) {
        return new Descent(run).descend();
    }

    private final class Descent {
        private final Run run;
        private final Cube cube;
        private final int n;
        private final double[] h;
        private final boolean exact;
        private boolean central;
        private boolean scaled;
        private double[] u;
        private double fu;
        private double[] g;
        private int updates;
        private double first;
        private double steepest;
        private double highest;

        Descent(Run run) {
            this.run = run;
            cube = new Cube(run);
            n = cube.n;
            h = new double[n * n];
            exact = run.problem().f().hasGradient();
            central = exact;
            reset();
        }

        private void reset() {
            Arrays.fill(h, 0);
            for (int i = 0; i < n; i++) h[i * (n + 1)] = 1;
            scaled = false;
            updates = 0;
        }

        Reason descend() {
            u = cube.clipped(cube.start());
            Tried start = new Tried(u);
            fu = start.value;
            basins.begins();
            if (Double.isInfinite(fu)) return Reason.of(Kind.START_NOT_FINITE, fu, Double.NaN);
            g = start.gradient();
            first = fu;
            steepest = basins.steepest(slope());
            if (slope() == 0) return Reason.of(Kind.NO_DESCENT, Double.NaN, Double.NaN);
            highest = basins.highest(fu);
            double end = Double.NaN;
            int flat = 0;
            int idle = 0;
            int creeping = 0;
            while (true) {
                run.iterate(cube.x(u), fu);
                double gain = gain();
                if (basins.leads(u, fu, g)) return Reason.of(Kind.VALUE_FLAT, run.evaluations(), fu);
                if (tooHigh(gain, end)) return rest();
                if (done(gain)) {
                    if (central || fu > known) return rest();
                    precise();
                    continue;
                }
                end = fu - gain;
                double before = fu;
                boolean down = step();
                idle = before - fu <= HOPELESS * (fu - known) ? idle + 1 : 0;
                if (idle > 1) return Reason.of(Kind.VALUE_FLAT, run.evaluations(), known);
                if (!down) {
                    if (central) return resisted();
                    precise();
                    continue;
                }
                double least = Math.max(tolerance, 2 * EPS) * Math.abs(fu) + EPS * (highest - fu) + Double.MIN_NORMAL;
                flat = central && before - fu <= least ? flat + 1 : 0;
                if (flat > 1) return rest();
                creeping = before - fu <= CREEP * Math.min(first - fu, Math.abs(fu)) ? creeping + 1 : 0;
                if (creeping > CREEPING) return resisted();
                if (before - fu <= 1e3 * least && !central) precise();
            }
        }

        private boolean done(double gain) {
            return updates > 0 && gain <= tolerance * Math.min(Math.max(1, Math.abs(fu)), first - fu);
        }

        /** Whether the minimum foreseen lies above the value known, a step before as well as now. */
        private boolean tooHigh(double gain, double before) {
            double foreseen = fu - gain;
            double above = foreseen - known;
            return updates >= n && gain <= SHORT * above && Math.abs(foreseen - before) <= STEADY * above && above >= CLEAR * (first - known);
        }

        private Reason rest() {
            double slope = slope();
            rest(slope * slope > SHARP * steepest * 2 * gain());
            return Reason.of(Kind.VALUE_FLAT, run.evaluations(), known);
        }

        /** No point along the gradient is lower. */
        private Reason resisted() {
            rest(slope() > STEEP * steepest);
            return Reason.of(Kind.NO_DESCENT, Double.NaN, Double.NaN);
        }

        private void rest(boolean kinked) {
            double[] v = direction();
            boolean[] rests = new boolean[n];
            for (int i = 0; i < n; i++) {
                v[i] += u[i];
                rests[i] = rests(i);
            }
            basins.rested(v, fu - gain(), h, rests, kinked);
        }

        /** The greatest slope along a variable that moves. */
        private double slope() {
            double most = 0;
            for (int i = 0; i < n; i++) if (!rests(i)) most = Math.max(most, Math.abs(g[i]));
            return most;
        }

        /** What the quadratic model promises below f(u): ½·gᵀ·H·g over the variables that move. */
        private double gain() {
            double[] d = direction();
            double sum = 0;
            for (int i = 0; i < n; i++) sum -= 0.5 * d[i] * g[i];
            return sum;
        }

        /** One-sided differences end too early where curvatures differ by many powers of ten. */
        private void precise() {
            central = true;
            g = differences(u, fu);
        }

        /** A point that was tried; where f has a gradient of its own, with that: it came with the value. */
        private final class Tried {
            final double[] u;
            final double value;
            private final double[] own;

            Tried(double[] u) {
                this.u = u;
                Point p = exact ? run.point(cube.x(u)) : null;
                value = exact ? Cube.number(p.value()) : cube.value(u);
                own = exact ? p.gradient() : null;
            }

            double[] gradient() {
                if (!exact) return differences(u, value);
                if (own == null) return new double[n];
                double[] d = new double[n];
                for (int i = 0; i < n; i++) d[i] = Double.isFinite(own[i]) ? own[i] * cube.width(i) : 0;
                return d;
            }
        }

        /** ∂f/∂uᵢ with a step that balances truncation and rounding; where a bound is near, away from it. */
        private double[] differences(double[] at, double value) {
            double[] d = new double[n];
            double[] x = cube.x(at);
            double[] v = at.clone();
            for (int i = 0; i < n; i++) {
                double w = cube.width(i);
                if (w == 0) continue;
                double step = (central ? Math.cbrt(EPS) : Math.sqrt(EPS)) * Math.max(Math.abs(x[i]) / w, 0.01);
                boolean left = cube.above(i, at[i] + step);
                v[i] = at[i] + (left ? -step : step);
                double one = cube.value(v);
                if (central) {
                    double other = left ? at[i] - 2 * step : at[i] - step;
                    boolean edge = left || cube.below(i, other);
                    if (edge) other = left ? other : at[i] + 2 * step;
                    double here = v[i] - at[i];
                    v[i] = other;
                    double two = cube.value(v);
                    d[i] = edge ? (4 * one - two - 3 * value) / (2 * here) : (one - two) / (2 * here);
                } else {
                    d[i] = (one - value) / (v[i] - at[i]);
                }
                if (!Double.isFinite(d[i])) d[i] = 0;
                v[i] = at[i];
            }
            return d;
        }

        private boolean step() {
            if (search(direction())) return true;
            if (!scaled) return false;
            reset();
            return search(direction());
        }

        private boolean rests(int i) {
            return u[i] <= 0 && g[i] > 0 && cube.below(i, -1) || u[i] >= 1 && g[i] < 0 && cube.above(i, 2) || cube.width(i) == 0;
        }

        private double[] direction() {
            double[] d = new double[n];
            double slope = 0;
            for (int i = 0; i < n; i++) {
                if (rests(i)) continue;
                for (int j = 0; j < n; j++) if (!rests(j)) d[i] -= h[i + j * n] * g[j];
                slope += d[i] * g[i];
            }
            if (slope < 0) return d;
            reset();
            for (int i = 0; i < n; i++) d[i] = rests(i) ? 0 : -g[i];
            return d;
        }

        /** Backtracks along P(u + t·d), by parabolas through the values, to a point low enough. */
        private boolean search(double[] d) {
            double largest = 0;
            for (double v : d) largest = Math.max(largest, Math.abs(v));
            if (largest == 0 || !Double.isFinite(largest)) return false;
            double t = scaled ? Math.min(1, 0.5 / largest) : Math.max(SHORTEST, Math.min(largest, FIRST)) / largest;
            for (int k = 0; k < 25; k++) {
                double[] v = u.clone();
                for (int i = 0; i < n; i++) v[i] += t * d[i];
                v = cube.clipped(v);
                double slope = 0;
                for (int i = 0; i < n; i++) slope += g[i] * (v[i] - u[i]);
                if (Arrays.equals(v, u) || -slope <= UNSEEN * Math.abs(fu)) return false;
                Tried trial = new Tried(v);
                double fv = trial.value;
                if (fv < fu && fv <= fu + DECREASE * slope) {
                    accept(v, fv, trial.gradient());
                    return true;
                }
                double curved = fv - fu - slope;
                double best = curved > 0 && Double.isFinite(curved) ? -slope / (2 * curved) : 0.1;
                t *= Math.min(0.5, Math.max(0.1, best));
            }
            return false;
        }

        /** H ← H + 3·s·sᵀ/|gᵀs|: f curves downward along the step s, so that −H·g goes three steps farther that way. */
        private void lengthen(double[] s) {
            double gs = 0;
            for (int i = 0; i < n; i++) gs -= g[i] * s[i];
            if (!(gs > 0)) return;
            for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) h[i + j * n] += LONGER / gs * s[i] * s[j];
        }

        /** H ← (I − ρ·s·yᵀ)·H·(I − ρ·y·sᵀ) + ρ·s·sᵀ with s the step, y the gradient's change, ρ = 1/yᵀs. */
        private void accept(double[] v, double fv, double[] gv) {
            double[] s = new double[n];
            double[] y = new double[n];
            double ys = 0;
            double yy = 0;
            double ss = 0;
            for (int i = 0; i < n; i++) {
                s[i] = v[i] - u[i];
                y[i] = s[i] == 0 ? 0 : gv[i] - g[i]; // what rests on a bound takes no part in H·y = s
                ys += y[i] * s[i];
                yy += y[i] * y[i];
                ss += s[i] * s[i];
            }
            u = v;
            fu = fv;
            g = gv;
            if (!(ys > 1e-10 * Math.sqrt(yy * ss))) {
                lengthen(s);
                return;
            }
            if (!scaled) for (int i = 0; i < n; i++) h[i * (n + 1)] = ys / yy;
            scaled = true;
            updates++;
            double[] hy = new double[n];
            double yhy = 0;
            for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) hy[i] += h[i + j * n] * y[j];
            for (int i = 0; i < n; i++) yhy += y[i] * hy[i];
            double factor = (1 + yhy / ys) / ys;
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < n; i++) h[i + j * n] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / ys;
            }
        }
    }
}
