package nabla.optim;

/**
 * The line search of Hager and Zhang (SIAM J. Optim. 16, 2005; ACM TOMS 32, 2006): on φ(t) = f(x + t·d) a step that satisfies the
 * Wolfe conditions, or near round-off, where differences of f say nothing, the approximate ones, which compare slopes. A trial that
 * is no number shortens the step.
 */
final class LineSearch {
    private static final double DECREASE = 0.1;
    private static final double CURVATURE = 0.9;
    /** How far above f(x), relative to |f(x)|, rounding may lift a point that the approximate conditions accept. */
    private static final double ROUNDING = 1e-10;

    private static final double EXPANSION = 5;
    private static final double SHRINKAGE = 0.66;
    private static final int TRIALS = 60;

    private record Trial(double t, double value, double slope, Point point) {}

    private final Run run;
    private final Point from;
    private final double[] d;
    private final Trial zero;
    private final double highest;
    private Trial best;
    private Trial accepted;
    private int left = TRIALS;

    private LineSearch(Run run, Point from, double[] d, double slope) {
        this.run = run;
        this.from = from;
        this.d = d;
        zero = new Trial(0, from.value(), slope, from);
        best = zero;
        highest = from.value() + ROUNDING * Math.abs(from.value());
    }

    /** From a point along d, where f falls with this slope, trying the step t first; the lowest point met when no trial is accepted, null when none is lower. */
    static Point along(Run run, Point from, double[] d, double slope, double t) {
        LineSearch s = new LineSearch(run, from, d, slope);
        s.search(t);
        Trial end = s.accepted != null ? s.accepted : s.best;
        if (s.accepted == null && !(end.value < from.value())) return null;
        run.along(end.t);
        return end.point;
    }

    private void search(double first) {
        Trial[] ends = bracket(first);
        while (going() && ends != null) {
            double width = ends[1].t - ends[0].t;
            Trial[] next = secants(ends[0], ends[1]);
            if (going() && next[1].t - next[0].t > SHRINKAGE * width) next = update(next[0], next[1], (next[0].t + next[1].t) / 2);
            if (next[0].t == ends[0].t && next[1].t == ends[1].t) return;
            ends = next;
        }
    }

    private boolean going() {
        return accepted == null && left > 0;
    }

    private Trial at(double t) {
        left--;
        Point p = run.point(Numbers.moved(from.x(), t, d));
        Trial trial = new Trial(t, p.value(), p.finite() ? Numbers.dot(p.gradient(), d) : Double.NaN, p);
        if (trial.slope != trial.slope) return trial;
        if (trial.value < best.value) best = trial;
        if (accepted == null && wolfe(trial)) accepted = trial;
        return trial;
    }

    private boolean wolfe(Trial c) {
        if (c.slope < CURVATURE * zero.slope) return false;
        boolean exact = c.value - zero.value <= DECREASE * c.t * zero.slope;
        boolean approximate = c.slope <= (2 * DECREASE - 1) * zero.slope && c.value <= highest;
        return (exact || approximate) && c.t > 0;
    }

    /** Two steps with a minimum between them: φ(a) not above φ(0) and falling, φ rising at b; null when a trial is accepted before. */
    private Trial[] bracket(double first) {
        Trial low = zero;
        for (double t = first; going(); ) {
            Trial c = at(t);
            if (c.slope != c.slope) {
                c = finite(low, t);
                if (c == null) return null;
            }
            if (accepted != null) return null;
            if (c.slope >= 0) return new Trial[] {low, c};
            if (c.value > highest) return bisect(low, c);
            low = c;
            // so low that there is no minimum
            if (c.value < Run.LOW) return null;
            // where the function ended at t, it is not worth going there again
            t = c.t < t ? (c.t + t) / 2 : EXPANSION * c.t;
            if (t == c.t || t > 1e200) return null;
        }
        return null;
    }

    /** The first trial that is a number on the way back from t to low. */
    private Trial finite(Trial low, double t) {
        for (double s = t; going(); ) {
            s = low.t + 0.1 * (s - low.t);
            if (s == low.t) return null;
            Trial c = at(s);
            if (c.slope == c.slope) return c;
        }
        return null;
    }

    /** Between a, low and falling, and b, too high or not a number: halves until φ rises at the far end. */
    private Trial[] bisect(Trial a, Trial b) {
        while (going()) {
            double t = (a.t + b.t) / 2;
            if (t == a.t || t == b.t) break;
            Trial c = at(t);
            if (c.slope >= 0) return new Trial[] {a, c};
            if (c.value <= highest) a = c;
            else b = c;
        }
        return null;
    }

    /** The interval that remains when t is tried. */
    private Trial[] update(Trial a, Trial b, double t) {
        if (!(t > a.t && t < b.t)) return new Trial[] {a, b};
        Trial c = at(t);
        if (c.slope >= 0) return new Trial[] {a, c};
        if (c.value <= highest) return new Trial[] {c, b};
        Trial[] halved = bisect(a, c);
        return halved == null ? new Trial[] {a, c} : halved;
    }

    /** Two secant steps, the second from the end that the first one moved. */
    private Trial[] secants(Trial a, Trial b) {
        double c = secant(a, b);
        Trial[] next = update(a, b, c);
        if (!going()) return next;
        if (c == next[1].t) return update(next[0], next[1], secant(b, next[1]));
        return c == next[0].t ? update(next[0], next[1], secant(a, next[0])) : next;
    }

    private static double secant(Trial a, Trial b) {
        return (a.t * b.slope - b.t * a.slope) / (b.slope - a.slope);
    }
}
