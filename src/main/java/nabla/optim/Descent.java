package nabla.optim;

import java.util.function.DoubleUnaryOperator;

/**
 * Follows a {@link Rule}: x ← P(x + Δx), the rule turning each gradient into Δx and P moving a point to the nearest one within the
 * bounds (the projected gradient, Goldstein 1964), for as long as the run lets it.
 *
 * @param dial what becomes of the rule's learning rate at each step: the identity, or the rate somebody has turned it to
 */
public record Descent(Rule rule, DoubleUnaryOperator dial) implements Method {
    public Descent(Rule rule) {
        this(rule, DoubleUnaryOperator.identity());
    }

    @Override
    public String name() {
        return rule.text();
    }

    @Override
    public Reason run(Run run) {
        Problem box = run.problem();
        boolean bounded = box.bounded();
        double[] x = box.inside(run.start());
        Rule.Step step = rule.start(x.length);
        Walk walk = new Walk(run.random(), dial);
        while (true) {
            Point p = run.point(x);
            double[] answer = step.answer(x);
            run.iterate(answer == x ? p : new Point(answer, run.value(answer), p.gradient()), bounded ? box.optimality(p) : p.norm());
            double[] d = step.next(p.gradient(), walk.at(x));
            x = x.clone();
            for (int i = 0; i < x.length; i++) x[i] += d[i];
            if (bounded) x = box.inside(x);
        }
    }
}
