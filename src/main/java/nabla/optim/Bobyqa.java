package nabla.optim;

import nabla.optim.Reason.Kind;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * BOBYQA: a quadratic model through 2n + 1 values, minimized in a trust region within the bounds (Powell, Cambridge report NA06,
 * 2009), by Hipparchus. Needs no derivatives; for two variables and more, a single one goes to {@link Powell}.
 *
 * @param stop the radius at which it ends
 */
public record Bobyqa(double stop) implements Method {
    public Bobyqa {
        Numbers.positive("stop", stop);
    }

    public Bobyqa() {
        this(1e-8);
    }

    @Override
    public String name() {
        return "bobyqa";
    }

    @Override
    public Reason run(Run run) {
        int n = run.n();
        Problem p = run.problem();
        double[] start = p.inside(run.start());
        if (n == 1) return new Powell().run(run);
        double radius = 0.1 * Math.max(1, Numbers.largest(start));
        for (int i = 0; i < n; i++) radius = Math.min(radius, (p.upper()[i] - p.lower()[i]) / 3);
        double best = run.value(start);
        run.iterate(start, best);
        // a model that stopped short of the minimum goes on from where it is
        for (int round = 0; round < 10; round++) {
            double[] lowest = {best};
            try {
                BOBYQAOptimizer optimizer = new BOBYQAOptimizer(2 * n + 1, Math.max(radius, 10 * stop), stop);
                start = optimizer.optimize(new MaxEval(Integer.MAX_VALUE), GoalType.MINIMIZE, new InitialGuess(start), new SimpleBounds(p.lower(), p.upper()),
                        new ObjectiveFunction(x -> observed(run, x, lowest))).getPoint();
            } catch (MathRuntimeException rounding) {
                return Reason.of(Kind.NO_DESCENT, Double.NaN, Double.NaN);
            }
            if (!(best - lowest[0] > 1e-9 * Math.abs(best))) break;
            best = lowest[0];
        }
        return Reason.of(Kind.STEP_SMALL, stop, stop);
    }

    /** f(x), what is no number being high; every new lowest point is an iterate. */
    private static double observed(Run run, double[] x, double[] lowest) {
        double v = run.value(x);
        if (v < lowest[0]) {
            lowest[0] = v;
            run.iterate(x.clone(), v);
        }
        return v == v ? Math.min(v, 1e100) : 1e100;
    }
}
