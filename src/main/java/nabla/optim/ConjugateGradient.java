package nabla.optim;

/**
 * Nonlinear conjugate gradients with Hager and Zhang's β (SIAM J. Optim. 16, 2005): d ← −g + β·d with
 * β = max((y − 2·d·‖y‖²/dᵀy)ᵀ·g / dᵀy, η), y the gradient's change, η = −1/(‖d‖·min(0.01, ‖g‖)) a floor. Remembers one direction
 * only: for any number of variables.
 */
public record ConjugateGradient() implements Method {
    private static final double FLOOR = 0.01;

    @Override
    public String name() {
        return "cg";
    }

    @Override
    public Scope scope() {
        return Scope.FREE;
    }

    @Override
    public Reason run(Run run) {
        return LineDescent.run(run, new Conjugate());
    }

    private static final class Conjugate implements LineDescent.Directions {
        private double[] d;
        private double beta;
        /** The last step's length in units of its direction, and the slope it began with. */
        private double t;

        private double slope;

        @Override
        public void forget() {
            d = null;
            t = 0;
        }

        @Override
        public double[] from(Point at) {
            double[] next = Numbers.negated(at.gradient());
            if (t > 0) for (int i = 0; i < next.length; i++) next[i] += beta * d[i];
            if (Numbers.dot(next, at.gradient()) >= 0) next = Numbers.negated(at.gradient());
            d = next;
            return d;
        }

        /** The step that would bring the same first-order change as the last one. */
        @Override
        public double firstStep(Point at, double[] d) {
            double now = Numbers.dot(d, at.gradient());
            double first = t == 0 ? 0 : t * slope / now;
            slope = now;
            return first;
        }

        @Override
        public void learn(Point from, Point to) {
            if (d == null) d = Numbers.negated(from.gradient());
            double[] y = Numbers.minus(to.gradient(), from.gradient());
            double dy = Numbers.dot(d, y);
            t = Numbers.norm(Numbers.minus(to.x(), from.x())) / Numbers.norm(d);
            double conjugate = (Numbers.dot(y, to.gradient()) - 2 * Numbers.dot(y, y) / dy * Numbers.dot(d, to.gradient())) / dy;
            double floor = -1 / (Numbers.norm(d) * Math.min(FLOOR, from.norm()));
            beta = dy > 0 ? Math.max(conjugate, floor) : 0;
        }
    }
}
