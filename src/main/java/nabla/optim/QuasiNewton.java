package nabla.optim;

import java.util.Arrays;

/**
 * BFGS: Newton's method d = −H·∇f with an inverse Hessian H learnt from gradients (Broyden, Fletcher, Goldfarb, Shanno 1970):
 * H ← (I − ρ·s·yᵀ)·H·(I − ρ·y·sᵀ) + ρ·s·sᵀ with s the step, y the gradient's change, ρ = 1/yᵀs. Needs n² numbers: for up to
 * about a thousand variables.
 */
public record QuasiNewton() implements Method {
    @Override
    public String name() {
        return "bfgs";
    }

    @Override
    public Scope scope() {
        return Scope.FREE;
    }

    @Override
    public Reason run(Run run) {
        return LineDescent.run(run, new InverseHessian(run.n()));
    }

    private static final class InverseHessian implements LineDescent.Directions {
        private final int n;
        private final double[] h;
        private boolean learnt;

        InverseHessian(int n) {
            this.n = n;
            h = new double[n * n];
            forget();
        }

        @Override
        public void forget() {
            Arrays.fill(h, 0);
            for (int i = 0; i < n; i++) h[i * (n + 1)] = 1;
            learnt = false;
        }

        @Override
        public double[] from(Point at) {
            double[] d = times(at.gradient());
            for (int i = 0; i < n; i++) d[i] = -d[i];
            return d;
        }

        @Override
        public double firstStep(Point at, double[] d) {
            return learnt ? 1 : 0;
        }

        private double[] times(double[] v) {
            double[] r = new double[n];
            for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) r[i] += h[i + j * n] * v[j];
            return r;
        }

        @Override
        public void learn(Point from, Point to) {
            double[] s = Numbers.minus(to.x(), from.x());
            double[] y = Numbers.minus(to.gradient(), from.gradient());
            double ys = Numbers.dot(y, s);
            if (!(ys > 1e-14 * Numbers.norm(y) * Numbers.norm(s))) return;
            // Shanno and Phua: before the first update the size of H is that of the curvature just seen
            if (!learnt) for (int i = 0; i < n; i++) h[i * (n + 1)] = ys / Numbers.dot(y, y);
            learnt = true;
            double[] hy = times(y);
            double factor = (1 + Numbers.dot(y, hy) / ys) / ys;
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < n; i++) h[i + j * n] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / ys;
            }
        }
    }
}
