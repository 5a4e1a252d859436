package nabla.optim;

import nabla.optim.Reason.Kind;

/**
 * Newton's method in a trust region: the step p minimizes ∇fᵀ·p + ½·pᵀ·H·p within ‖p‖ ≤ Δ by conjugate gradients that stop at the
 * region's edge or at negative curvature (Steihaug 1983; Nocedal and Wright, algorithms 4.1 and 7.2). H is the function's own, or
 * taken by differences of gradients, in products alone.
 */
public record TrustRegion() implements Method {
    @Override
    public String name() {
        return "trust";
    }

    @Override
    public Scope scope() {
        return Scope.FREE;
    }

    @Override
    public Reason run(Run run) {
        Point at = run.point(run.start());
        run.iterate(at);
        double delta = Math.max(1, 0.1 * Numbers.norm(at.x()));
        while (true) {
            double[] p = step(run, at, delta);
            double[] hp = run.curved(at, p);
            double promised = -(Numbers.dot(at.gradient(), p) + 0.5 * Numbers.dot(p, hp));
            double length = Numbers.norm(p);
            Point to = run.point(Numbers.moved(at.x(), 1, p));
            double rounding = 1e-15 * Math.abs(at.value());
            double ratio = to.finite() ? (at.value() - to.value() + rounding) / (promised + rounding) : Double.NEGATIVE_INFINITY;
            if (!(ratio >= 0.25)) delta = length / 4;
            else if (ratio > 0.75 && length > 0.99 * delta) delta *= 2;
            double enough = 1e-14 * (1 + Numbers.norm(at.x()));
            if (ratio > 1e-4 && to.norm() <= at.norm() || ratio > 1e-4 && to.value() < at.value()) {
                at = to;
                run.iterate(at);
            }
            if (!(length > enough) || delta <= enough) return Reason.of(Kind.STEP_SMALL, length, enough);
        }
    }

    private static double[] step(Run run, Point at, double delta) {
        double[] z = new double[run.n()];
        double[] r = at.gradient().clone();
        double[] d = Numbers.negated(r);
        double rr = Numbers.dot(r, r);
        double enough = Math.min(0.1, Math.sqrt(at.norm())) * at.norm();
        for (int k = 0; k < 2 * run.n() + 10; k++) {
            run.inner();
            double[] hd = run.curved(at, d);
            double curvature = Numbers.dot(d, hd);
            if (!(curvature > 0)) return toEdge(z, d, delta);
            double alpha = rr / curvature;
            double[] next = Numbers.moved(z, alpha, d);
            if (Numbers.norm(next) >= delta) return toEdge(z, d, delta);
            z = next;
            r = Numbers.moved(r, alpha, hd);
            double square = Numbers.dot(r, r);
            if (Math.sqrt(square) <= enough) break;
            d = Numbers.moved(Numbers.negated(r), square / rr, d);
            rr = square;
        }
        return z;
    }

    /** z + τ·d with τ ≥ 0 such that its length is Δ. */
    private static double[] toEdge(double[] z, double[] d, double delta) {
        double a = Numbers.dot(d, d);
        double b = Numbers.dot(z, d);
        double c = Numbers.dot(z, z) - delta * delta;
        return Numbers.moved(z, (-b + Math.sqrt(Math.max(0, b * b - a * c))) / a, d);
    }
}
