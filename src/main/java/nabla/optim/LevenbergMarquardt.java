package nabla.optim;

import java.util.Arrays;
import nabla.optim.Reason.Kind;

/**
 * Levenberg and Marquardt's method for the sum of squares of a {@link Residuals}, as Moré's trust region (1978; MINPACK's lmder):
 * the step p minimizes ‖r + J·p‖ within ‖D·p‖ ≤ Δ and the bounds, D the greatest lengths of J's columns so far. A step that the bounds
 * cut off after it was made may gain nothing where the best step within them does: so the bounds are part of its problem.
 *
 * @param tolX a region this small relative to ‖D·x‖ ends the run
 * @param tolF so does a relative decrease of the sum, promised and seen, this small
 */
public record LevenbergMarquardt(double tolX, double tolF) implements Method {
    /** The first region, relative to ‖D·x‖. */
    private static final double FIRST = 1;
    /** Below this cosine r is orthogonal to all that steps can change. */
    private static final double ORTHOGONAL = 1e-14;

    private static final int TRIALS = 100;

    public LevenbergMarquardt() {
        this(1e-12, 1e-15);
    }

    @Override
    public String name() {
        return "lm";
    }

    @Override
    public Reason run(Run run) {
        if (!(run.problem().f() instanceof Residuals)) throw new IllegalArgumentException("lm needs residuals");
        return new Fit(run).descend();
    }

    private final class Fit {
        private final Run run;
        private final int n;
        private final double[] scale;
        /** The measure of differences: |xⱼ|, but a variable that passes 0 does not lose its size at once. */
        private final double[] size;

        private final double[] least;
        private double[] x;
        private double[] r;
        private double[] jacobian;
        private double[] gradient;
        private boolean[] free;
        private double sum;
        private double delta;
        private double lambda;
        private boolean fine;

        Fit(Run run) {
            this.run = run;
            n = run.n();
            scale = new double[n];
            x = run.problem().inside(run.start());
            size = FiniteDifferences.sizes(x);
            least = size.clone();
            for (int j = 0; j < n; j++) least[j] /= 1000;
            r = run.residuals(x);
            sum = Numbers.sumOfSquares(r);
        }

        Reason descend() {
            if (!Double.isFinite(sum)) run.iterate(new Point(x, sum, null));
            linearize();
            delta = FIRST * Numbers.norm(scaled(x));
            if (delta == 0) delta = FIRST;
            tell();
            while (true) {
                Reason done = orthogonal();
                if (done == null) done = step();
                if (done == null) continue;
                if (fine || ((Residuals) run.problem().f()).hasJacobian()) return done;
                // the last digits are those of better differences
                fine = true;
                Arrays.fill(scale, 0);
                linearize();
                delta = Math.max(delta, 1e-3 * Numbers.norm(scaled(x)));
            }
        }

        private void tell() {
            Point p = new Point(x, sum, gradient);
            run.iterate(p, run.problem().optimality(p));
        }

        private void linearize() {
            for (int j = 0; j < n; j++) size[j] = Math.max(Math.abs(x[j]), Math.max(size[j] / 10, least[j]));
            jacobian = run.jacobian(x, fine ? null : r, size);
            int m = r.length;
            gradient = new double[n];
            for (int j = 0; j < n; j++) {
                double square = 0;
                for (int i = 0; i < m; i++) {
                    double v = jacobian[i + j * m];
                    gradient[j] += 2 * v * r[i];
                    square += v * v;
                }
                scale[j] = Math.max(scale[j], Math.sqrt(square));
                if (scale[j] == 0) scale[j] = 1;
            }
            free = new boolean[n];
            for (int j = 0; j < n; j++) {
                boolean down = x[j] <= run.problem().lower()[j] && gradient[j] >= 0;
                boolean up = x[j] >= run.problem().upper()[j] && gradient[j] <= 0;
                free[j] = !down && !up;
            }
        }

        private Reason orthogonal() {
            double cosine = 0;
            for (int j = 0; j < n; j++) {
                if (free[j] && sum > 0) cosine = Math.max(cosine, Math.abs(gradient[j]) / (2 * scale[j] * Math.sqrt(sum)));
            }
            return cosine <= ORTHOGONAL ? Reason.of(Kind.GRADIENT_SMALL, cosine, ORTHOGONAL) : null;
        }

        /** Shrinks the region until a step lowers the sum; the reason when none does, or what it gains is nothing. */
        private Reason step() {
            Problem box = run.problem();
            LeastSquaresStep model = new LeastSquaresStep(jacobian, r, scale, Numbers.minus(box.lower(), x), Numbers.minus(box.upper(), x));
            for (int trial = 0; ; trial++) {
                double[] y = moved(model, within(model));
                double[] p = Numbers.minus(y, x);
                double length = Numbers.norm(scaled(p));
                double promised = -(Numbers.dot(gradient, p) + Numbers.sumOfSquares(change(p))) / sum;
                double[] ry = run.residuals(y);
                double sumY = Numbers.sumOfSquares(ry);
                double gained = Double.isFinite(sumY) ? (sum - sumY) / sum : Double.NEGATIVE_INFINITY;
                double ratio = gained / promised;
                if (!(ratio > 0.25)) {
                    double factor = gained >= 0 ? 0.5 : Math.max(0.1, Math.min(0.5, promised / (2 * (promised - gained))));
                    delta = (gained == Double.NEGATIVE_INFINITY ? 0.1 : factor) * Math.min(delta, 10 * length);
                    lambda /= factor;
                } else if (lambda == 0 || ratio >= 0.75) {
                    delta = 2 * length;
                    lambda /= 2;
                }
                boolean better = ratio >= 1e-4 && gained > 0;
                double far = Numbers.norm(scaled(x));
                if (better) accept(y, ry, sumY);
                if (sum == 0) return Reason.of(Kind.GRADIENT_SMALL, 0, 0);
                if (Math.abs(gained) <= tolF && promised <= tolF) return Reason.of(Kind.GAIN_SMALL, promised, tolF);
                if (delta <= tolX * far) return Reason.of(Kind.STEP_SMALL, delta, tolX * far);
                if (better) return null;
                if (!(length > 1e-16 * far) || trial == TRIALS) return Reason.of(Kind.NO_DESCENT, Numbers.norm(gradient), 0);
            }
        }

        /** x + p, exactly on the bounds that hold it. */
        private double[] moved(LeastSquaresStep model, double[] p) {
            double[] y = run.problem().inside(Numbers.moved(x, 1, p));
            for (int j = 0; j < n; j++) {
                if (!model.isFree(j) && p[j] != 0) y[j] = p[j] < 0 ? run.problem().lower()[j] : run.problem().upper()[j];
            }
            return y;
        }

        private void accept(double[] y, double[] ry, double sumY) {
            x = y;
            r = ry;
            sum = sumY;
            linearize();
            tell();
        }

        /** p(λ) with λ such that ‖D·p‖ is Δ to a tenth, 0 if the whole step is within. */
        private double[] within(LeastSquaresStep model) {
            double[] p = model.at(0);
            double excess = p == null ? Double.POSITIVE_INFINITY : Numbers.norm(scaled(p)) - delta;
            if (excess <= 0.1 * delta) {
                lambda = 0;
                return p;
            }
            // variables that reach their bounds make the length fall faster than the slope at 0 tells
            double low = p == null || model.holds() ? 0 : excess / delta / model.inverseSquare(direction(model, p));
            double high = 0;
            for (int j = 0; j < n; j++) if (free[j]) high = Math.hypot(high, gradient[j] / 2 / scale[j]);
            high = Math.max(high / delta, Double.MIN_NORMAL);
            lambda = Math.min(Math.max(lambda, low), high);
            for (int k = 0; k < 12; k++) {
                if (lambda == 0) lambda = Math.max(Double.MIN_NORMAL, 0.001 * high);
                double[] q = model.at(lambda);
                if (q == null) {
                    lambda = Math.max(10 * lambda, 1e-12 * high);
                    continue;
                }
                p = q;
                excess = Numbers.norm(scaled(p)) - delta;
                if (Math.abs(excess) <= 0.1 * delta) break;
                if (excess > 0) low = Math.max(low, lambda);
                else high = Math.min(high, lambda);
                double next = Math.max(low, lambda + excess / delta / model.inverseSquare(direction(model, p)));
                lambda = next <= high ? next : Math.sqrt(Math.max(low, 0.001 * high) * high);
            }
            return p;
        }

        /** D²·p / ‖D·p‖ of the variables that no bound holds. */
        private double[] direction(LeastSquaresStep model, double[] p) {
            double[] v = scaled(scaled(p));
            double length = Numbers.norm(scaled(p));
            for (int j = 0; j < n; j++) v[j] /= length;
            return model.freeOf(v);
        }

        private double[] scaled(double[] v) {
            double[] d = v.clone();
            for (int j = 0; j < n; j++) d[j] *= scale[j];
            return d;
        }

        /** J·p. */
        private double[] change(double[] p) {
            double[] v = new double[r.length];
            for (int j = 0; j < n; j++) if (p[j] != 0) for (int i = 0; i < v.length; i++) v[i] += jacobian[i + j * v.length] * p[j];
            return v;
        }
    }
}
