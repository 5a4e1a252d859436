package nabla.optim;

import nabla.optim.Reason.Kind;

/** What methods with line searches share: x ← x + t·d, d from what the method has learnt, t from the {@link LineSearch}. */
final class LineDescent {
    /** One run's memory of the function's shape. */
    interface Directions {
        /** A direction in which f falls; where it does not, all is forgotten and −∇f taken. */
        double[] from(Point at);

        /** Takes in a step that was made. */
        void learn(Point from, Point to);

        /** Starts afresh. */
        void forget();

        /** The step to try first along d: 1 where d is of Newton's kind, 0 for one that suits a direction of no known length. */
        double firstStep(Point at, double[] d);
    }

    /** After so many steps that change nothing, nothing will. */
    private static final int IDLE = 8;

    /** A step of Newton's kind this short, relative to 1 + ‖x‖, says how far the minimum is. */
    private static final double SHORT = 1e-8;
    /** The gradient, relative to 1 + |f|, below which that is to be believed. */
    private static final double FLAT = 1e-7;

    private LineDescent() {}

    /** Descends until no direction leads lower. */
    static Reason run(Run run, Directions directions) {
        Point at = run.point(run.start());
        run.iterate(at);
        int idle = 0;
        for (boolean fresh = true; ; ) {
            double[] d = directions.from(at);
            double slope = Numbers.dot(d, at.gradient());
            if (!(slope < 0)) {
                directions.forget();
                fresh = true;
                d = Numbers.negated(at.gradient());
                slope = -Numbers.dot(d, d);
            }
            double first = directions.firstStep(at, d);
            double flat = FLAT * (1 + Math.abs(at.value()));
            if (first == 1 && at.norm() <= flat && Numbers.norm(d) <= SHORT * (1 + Numbers.norm(at.x()))) {
                return Reason.of(Kind.GRADIENT_SMALL, at.norm(), flat);
            }
            Point to = LineSearch.along(run, at, d, slope, first > 0 ? first : cautious(at, d));
            if (to == null) {
                if (fresh) return Reason.of(Kind.NO_DESCENT, at.norm(), run.limits().tolerance());
                directions.forget();
                fresh = true;
                continue;
            }
            idle = to.value() < at.value() - 1e-15 * Math.abs(at.value()) ? 0 : idle + 1;
            directions.learn(at, to);
            fresh = false;
            at = to;
            run.iterate(at);
            if (idle == IDLE) return Reason.of(Kind.NO_DESCENT, at.norm(), run.limits().tolerance());
        }
    }

    /** A step along −∇f whose length is a small part of that of x, or of 1. */
    private static double cautious(Point at, double[] d) {
        return Math.min(1, 0.03 * Math.max(1, Numbers.largest(at.x())) / Numbers.largest(d));
    }
}
