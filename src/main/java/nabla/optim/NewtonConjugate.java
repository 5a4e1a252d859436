package nabla.optim;

/**
 * Newton's method by conjugate gradients: H·d = −∇f solved to within min(½, √‖∇f‖)·‖∇f‖ or up to a direction of negative curvature
 * (Dembo and Steihaug 1983; Nocedal and Wright, algorithm 7.1), H only in products with directions, then a line search.
 */
public record NewtonConjugate() implements Method {
    @Override
    public String name() {
        return "newton";
    }

    @Override
    public Scope scope() {
        return Scope.FREE;
    }

    @Override
    public Reason run(Run run) {
        return LineDescent.run(run, new Truncated(run));
    }

    private record Truncated(Run run) implements LineDescent.Directions {
        @Override
        public void forget() {}

        @Override
        public void learn(Point from, Point to) {}

        @Override
        public double firstStep(Point at, double[] d) {
            return 1;
        }

        @Override
        public double[] from(Point at) {
            int n = run.n();
            double[] z = new double[n];
            double[] r = at.gradient().clone();
            double[] d = Numbers.negated(r);
            double rr = Numbers.dot(r, r);
            double enough = Math.min(0.5, Math.sqrt(at.norm())) * at.norm();
            for (int k = 0; k < 2 * n; k++) {
                double[] hd = run.curved(at, d);
                double curvature = Numbers.dot(d, hd);
                if (!(curvature > 1e-15 * Numbers.dot(d, d))) return k == 0 ? d : z;
                double alpha = rr / curvature;
                z = Numbers.moved(z, alpha, d);
                r = Numbers.moved(r, alpha, hd);
                double next = Numbers.dot(r, r);
                if (Math.sqrt(next) <= enough) break;
                d = Numbers.moved(Numbers.negated(r), next / rr, d);
                rr = next;
            }
            return z;
        }
    }
}
