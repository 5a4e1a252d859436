package nabla.optim;

import java.util.LinkedHashMap;
import java.util.Map;

/** Two rules in a row: the second takes what the first gives for its gradient. */
record Chain(Rule first, Rule second) implements Rule {
    @Override
    public Step start(int n) {
        Step a = first.start(n);
        Step b = second.start(n);
        return new Step() {
            @Override
            public double[] next(double[] g, Walk walk) {
                return b.next(a.next(g, walk), walk);
            }

            @Override
            public double[] answer(double[] x) {
                return b.answer(a.answer(x));
            }
        };
    }

    @Override
    public String name() {
        return first.name() + "." + second.name();
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> all = new LinkedHashMap<>(first.parameters());
        all.putAll(second.parameters());
        return all;
    }

    @Override
    public String text() {
        return first.text() + " → " + second.text();
    }
}
