package nabla.optim;

import java.util.Map;

/**
 * Averages the iterates after a rule, whose way it does not change: x̄ stands for x in the trace and the result. With β = 1 the
 * mean of all iterates (Polyak, Juditsky 1992): x̄ₖ = (x₁ + … + xₖ)/k; with β &lt; 1 one that forgets: x̄ ← β·x̄ + (1−β)·x,
 * starting from the first iterate.
 *
 * @param beta the memory β, 0 ≤ β ≤ 1
 */
public record Average(double beta) implements Rule {
    public Average {
        if (beta != 1) Numbers.fraction("β", beta);
    }

    private final class Memory implements Step {
        private double[] mean;
        private int k;

        @Override
        public double[] next(double[] g, Walk walk) {
            return g;
        }

        @Override
        public double[] answer(double[] x) {
            k++;
            double[] before = mean == null ? x : mean;
            mean = new double[x.length];
            double part = beta == 1 ? 1.0 / k : 1 - beta;
            for (int i = 0; i < x.length; i++) mean[i] = before[i] + part * (x[i] - before[i]);
            return mean;
        }
    }

    @Override
    public Step start(int n) {
        return new Memory();
    }

    @Override
    public String name() {
        return "average";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("β", beta);
    }
}
