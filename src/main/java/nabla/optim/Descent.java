package nabla.optim;

/** Follows a {@link Rule}: x ← x + Δx, the rule turning each gradient into Δx, for as long as the run lets it. */
public record Descent(Rule rule) implements Method {
    @Override
    public String name() {
        return rule.text();
    }

    @Override
    public Reason run(Run run) {
        double[] x = run.start();
        Rule.Step step = rule.start(x.length);
        while (true) {
            Point p = run.point(x);
            run.iterate(p);
            double[] d = step.next(p.gradient());
            x = x.clone();
            for (int i = 0; i < x.length; i++) x[i] += d[i];
        }
    }
}
