package nabla.optim;

import java.util.Arrays;
import nabla.optim.Reason.Kind;

/**
 * BFGS: Newton's method with an inverse Hessian H learnt from gradients (Broyden, Fletcher, Goldfarb, Shanno 1970), with a line
 * search for the weak Wolfe conditions by bracketing and bisection. A trial that is not finite shortens the step.
 */
public record QuasiNewton() implements Method {
    private static final double DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;

    @Override
    public String name() {
        return "bfgs";
    }

    @Override
    public Reason run(Run run) {
        return new Memory(run).descend();
    }

    private static final class Memory {
        private final Run run;
        private final int n;
        private final double[] h;
        private Point at;
        private boolean scaled;

        Memory(Run run) {
            this.run = run;
            n = run.n();
            h = new double[n * n];
            reset();
        }

        private void reset() {
            Arrays.fill(h, 0);
            for (int i = 0; i < n; i++) h[i * (n + 1)] = 1;
            scaled = false;
        }

        Reason descend() {
            at = run.point(run.start());
            do run.iterate(at);
            while (step());
            return Reason.of(Kind.NO_DESCENT, at.norm(), run.limits().tolerance());
        }

        private boolean step() {
            double[] d = direction();
            double slope = Numbers.dot(d, at.gradient());
            if (!(slope < 0)) {
                reset();
                d = direction();
                slope = Numbers.dot(d, at.gradient());
            }
            if (search(d, slope)) return true;
            reset();
            d = direction();
            return search(d, Numbers.dot(d, at.gradient()));
        }

        private double[] direction() {
            double[] d = new double[n];
            for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) d[i] -= h[i + j * n] * at.gradient()[j];
            return d;
        }

        /** Moves to a point along d that satisfies both conditions, or the best one met; false when none is lower. */
        private boolean search(double[] d, double slope) {
            double low = 0;
            double high = Double.POSITIVE_INFINITY;
            double t = scaled ? 1 : Math.min(1, 1 / at.norm());
            Point best = null;
            for (int k = 0; k < 60; k++) {
                double[] y = at.x().clone();
                for (int i = 0; i < n; i++) y[i] += t * d[i];
                Point p = run.point(y);
                if (!(p.value() <= at.value() + DECREASE * t * slope) || !p.finite()) {
                    high = t;
                } else {
                    if (p.value() < (best == null ? at : best).value()) best = p;
                    if (Numbers.dot(p.gradient(), d) >= CURVATURE * slope) break;
                    low = t;
                }
                t = Double.isInfinite(high) ? 2 * t : (low + high) / 2;
                if (high - low <= 1e-16 * high || t > 1e200) break;
            }
            if (best == null) return false;
            accept(best);
            return true;
        }

        /** H ← (I − ρ·s·yᵀ)·H·(I − ρ·y·sᵀ) + ρ·s·sᵀ with s the step, y the gradient's change, ρ = 1/yᵀs. */
        private void accept(Point to) {
            double[] s = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                s[i] = to.x()[i] - at.x()[i];
                y[i] = to.gradient()[i] - at.gradient()[i];
            }
            at = to;
            double ys = Numbers.dot(y, s);
            if (!(ys > 1e-14 * Numbers.norm(y) * Numbers.norm(s))) return;
            if (!scaled) for (int i = 0; i < n; i++) h[i * (n + 1)] = ys / Numbers.dot(y, y);
            scaled = true;
            double[] hy = new double[n];
            for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) hy[i] += h[i + j * n] * y[j];
            double factor = (1 + Numbers.dot(y, hy) / ys) / ys;
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < n; i++) h[i + j * n] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / ys;
            }
        }
    }
}
