package nabla.optim;

import nabla.optim.Reason.Kind;

/**
 * Powell's directions (1964): minimizes along each of n directions in turn, then puts the way made in place of the direction that
 * brought most, if the directions stay independent (Brent 1973). Needs no derivatives.
 *
 * @param tolX a round that moves x by less, relatively, ends the run
 * @param tolF so does one that gains less, relatively
 */
public record Powell(double tolX, double tolF) implements Method {
    public Powell() {
        this(1e-9, 1e-14);
    }

    @Override
    public String name() {
        return "powell";
    }

    private record Spot(double[] x, double value) {}

    @Override
    public Scope scope() {
        return Scope.FREE;
    }

    @Override
    public Reason run(Run run) {
        int n = run.n();
        double[][] directions = new double[n][n];
        Spot at = new Spot(run.start(), run.value(run.start()));
        for (int i = 0; i < n; i++) directions[i][i] = 0.1 * Math.max(1, Math.abs(at.x[i]));
        run.iterate(at.x, at.value);
        if (at.value != at.value) return Reason.of(Kind.START_NOT_FINITE, at.value, Double.NaN);
        int idle = 0;
        while (true) {
            Spot start = at;
            int most = 0;
            double gain = 0;
            for (int i = 0; i < n; i++) {
                Spot next = along(run, at, directions[i]);
                if (at.value - next.value > gain) {
                    gain = at.value - next.value;
                    most = i;
                }
                at = next;
            }
            double[] way = Numbers.minus(at.x, start.x);
            double length = Numbers.norm(way);
            if (length > 0) {
                double ahead = run.value(Numbers.moved(at.x, 1, way));
                double a = start.value - at.value - gain;
                double b = start.value - ahead;
                if (ahead < start.value && 2 * (start.value - 2 * at.value + ahead) * a * a < gain * b * b) {
                    at = along(run, at, way);
                    directions[most] = directions[n - 1];
                    directions[n - 1] = way;
                }
            }
            run.iterate(at.x, at.value);
            boolean flat = start.value - at.value <= tolF * Math.abs(at.value) || length <= tolX * (1 + Numbers.norm(at.x));
            if (!flat) {
                idle = 0;
                continue;
            }
            if (++idle == 2) return Reason.of(Kind.STEP_SMALL, length, tolX);
            // the directions may have become dependent: once more along the axes
            for (int i = 0; i < n; i++) {
                directions[i] = new double[n];
                directions[i][i] = 1e-3 * Math.max(1, Math.abs(at.x[i]));
            }
        }
    }

    /** The minimum on the line through a spot: bracketed by ever longer steps, then by Brent's method. */
    private static Spot along(Run run, Spot at, double[] d) {
        double[] best = {0, at.value};
        double right = at.value;
        double t = 1;
        double low = -1;
        double high = 1;
        right = tried(run, at, d, t, best);
        if (right < at.value) {
            low = 0;
            for (double before = right; ; before = right) {
                t *= 2;
                right = tried(run, at, d, t, best);
                high = t;
                if (!(right < before) || t > 1e100) break;
                low = t / 2;
            }
        } else {
            double left = tried(run, at, d, -t, best);
            if (left < at.value) {
                high = 0;
                for (double before = left; ; before = left) {
                    t *= 2;
                    left = tried(run, at, d, -t, best);
                    low = -t;
                    if (!(left < before) || t > 1e100) break;
                    high = -t / 2;
                }
            }
        }
        Scalar.minimum(s -> tried(run, at, d, s, best), low, high, 1e-6 * (high - low), 40, Watch.NOTHING);
        return best[0] == 0 ? at : new Spot(Numbers.moved(at.x, best[0], d), best[1]);
    }

    private static double tried(Run run, Spot at, double[] d, double t, double[] best) {
        double v = run.value(Numbers.moved(at.x, t, d));
        if (v < best[1]) {
            best[0] = t;
            best[1] = v;
        }
        return v == v ? v : Double.POSITIVE_INFINITY;
    }
}
