package nabla.optim;

import nabla.optim.Reason.Kind;

/**
 * The augmented Lagrangian (Hestenes 1969, Powell 1969, Rockafellar 1974): within the bounds minimizes f + Σ(max(0, λᵢ + ρ·gᵢ)² −
 * λᵢ²)/2ρ + Σ(μᵢ + ρ·hᵢ/2)·hᵢ, takes the new multipliers from the brackets, and makes ρ greater where violations have not fallen
 * to a quarter. Slow near the end, but it comes near from afar, where linear models of the constraints mislead.
 *
 * @param inner minimizes in each round; linear constraints are left to it where it keeps to constraints
 */
public record AugmentedLagrangian(Method inner) implements Method {
    public AugmentedLagrangian() {
        this(new BoundedMemory());
    }

    private static final int ROUNDS = 30;
    private static final int FEW = 5;

    @Override
    public String name() {
        return "augmented-lagrangian";
    }

    @Override
    public Scope scope() {
        return Scope.CONSTRAINED;
    }

    @Override
    public Reason run(Run run) {
        return new Rounds(run, inner).approach(ROUNDS, 500);
    }

    /** A point not far from feasible ones, if there are any: where a few rounds from the start lead. */
    static double[] near(Run run) {
        Rounds r = new Rounds(run, new BoundedMemory());
        r.approach(FEW, 50);
        return r.x;
    }

    private static final class Rounds {
        private final Run run;
        private final Problem problem;
        private final Method inner;
        /** What the inner method keeps to by itself, null for nothing. */
        private final Constraints kept;

        private final Constraints constraints;
        private double[] lambda;
        private double[] mu;
        private double rho = 10;
        private double[] x;

        Rounds(Run run, Method inner) {
            this.run = run;
            this.inner = inner;
            problem = run.problem();
            Constraints all = problem.constraints() == null ? new Constraints(LinearConstraints.NONE) : problem.constraints();
            boolean apart = inner.scope() == Scope.CONSTRAINED;
            kept = apart ? new Constraints(all.linear()) : null;
            constraints = apart ? new Constraints(LinearConstraints.NONE, all.curved(), all.tolerance()) : all;
        }

        private final class Augmented implements Objective {
            @Override
            public double value(double[] x) {
                double v = run.value(x);
                Constraints.Values c = constraints.values(x);
                for (int i = 0; i < lambda.length; i++) v += (square(weight(i, c)) - square(lambda[i])) / (2 * rho);
                for (int i = 0; i < mu.length; i++) v += (mu[i] + rho * c.equalities()[i] / 2) * c.equalities()[i];
                return v;
            }

            @Override
            public double[] gradient(double[] x) {
                return slope(run.gradient(x), x, constraints.values(x));
            }

            @Override
            public boolean hasGradient() {
                return true;
            }
        }

        private static double square(double v) {
            return v * v;
        }

        /** max(0, λᵢ + ρ·gᵢ). */
        private double weight(int i, Constraints.Values c) {
            return Math.max(0, lambda[i] + rho * c.inequalities()[i]);
        }

        private double[] slope(double[] g, double[] x, Constraints.Values c) {
            Constraints.Slopes s = constraints.slopes(x);
            for (int k = 0; k < g.length; k++) {
                for (int i = 0; i < lambda.length; i++) g[k] += weight(i, c) * s.inequalities()[i][k];
                for (int i = 0; i < mu.length; i++) g[k] += (mu[i] + rho * c.equalities()[i]) * s.equalities()[i][k];
            }
            return g;
        }

        Reason approach(int rounds, int steps) {
            x = problem.inside(run.start());
            Constraints.Values c = constraints.values(x);
            lambda = new double[c.inequalities().length];
            mu = new double[c.equalities().length];
            double before = Double.POSITIVE_INFINITY;
            double violation = c.violation();
            for (int k = 0; k < rounds; k++) {
                Minimizer limits = new Minimizer().steps(steps).tolerance(Math.max(1e-9, Math.pow(10, -2 - k))).trace(false);
                Outcome o = limits.minimize(new Problem(new Augmented(), x, problem.lower(), problem.upper(), kept), inner);
                x = o.x();
                run.scale(o.scale());
                if (o.reason().kind() == Kind.INFEASIBLE) return o.reason();
                double slope = o.gradientNorm();
                if (slope == slope) run.iterate(new Point(x, run.value(x), run.gradient(x)), Math.max(run.limits().tolerance() * 2, slope));
                else run.iterate(x, run.value(x));
                c = constraints.values(x);
                violation = c.violation();
                for (int i = 0; i < lambda.length; i++) lambda[i] = weight(i, c);
                for (int i = 0; i < mu.length; i++) mu[i] += rho * c.equalities()[i];
                if (violation <= constraints.tolerance() && k > 5) return Reason.of(Kind.STEP_SMALL, violation, constraints.tolerance());
                if (violation > before / 4) rho = Math.min(10 * rho, 1e9);
                before = violation;
            }
            boolean feasible = violation <= constraints.tolerance();
            return feasible ? Reason.of(Kind.STEPS_DONE, rounds, Double.NaN) : Reason.of(Kind.INFEASIBLE, violation, Double.NaN);
        }
    }
}
