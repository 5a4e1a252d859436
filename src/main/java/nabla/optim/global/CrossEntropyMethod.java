package nabla.optim.global;

import java.util.Arrays;
import java.util.Comparator;
import nabla.optim.Method;
import nabla.optim.Reason;
import nabla.optim.Reason.Kind;
import nabla.optim.Run;

/**
 * The cross-entropy method (Rubinstein and Kroese 2004; smoothing as in Kroese, Porotsky, Rubinstein 2006): samples independent normal
 * variables and fits them to the lowest part of the sample, which minimizes the cross-entropy to the uniform distribution on f ≤ γ: μ ← αμ̂ + (1 − α)μ,
 * σ ← β_k·σ̂ + (1 − β_k)·σ with β_k = β − β·(1 − 1/k)^q.
 *
 * @param sample points in each sample; 0: 10 (n + 5)
 * @param elite the part of them that is fitted
 * @param smoothing α
 */
public record CrossEntropyMethod(int sample, double elite, double smoothing) implements Method {
    private static final double BETA = 0.8;
    private static final double Q = 5;

    @Override
    public String name() {
        return "cross-entropy";
    }

    @Override
    public Reason run(Run run) {
        Cube cube = new Cube(run);
        int n = cube.n;
        int m = sample > 0 ? Math.max(4, sample) : 10 * (n + 5);
        int best = Math.max(2, (int) Math.round(elite * m));
        double[] mu = cube.start();
        double[] sigma = new double[n];
        Arrays.fill(sigma, 0.5);
        for (int k = 1; ; k++) {
            double[][] us = new double[m][n];
            for (double[] u : us) for (int i = 0; i < n; i++) u[i] = cube.mirrored(i, mu[i] + sigma[i] * run.random().nextGaussian());
            double[] values = cube.values(us);
            cube.generation(us, values);
            Integer[] order = new Integer[m];
            for (int j = 0; j < m; j++) order[j] = j;
            Arrays.sort(order, Comparator.comparingDouble(j -> values[j]));
            double widest = 0;
            double beta = BETA - BETA * Math.pow(1 - 1.0 / k, Q);
            for (int i = 0; i < n; i++) {
                double mean = 0;
                double variance = 0;
                for (int j = 0; j < best; j++) mean += us[order[j]][i] / best;
                for (int j = 0; j < best; j++) variance += Math.pow(us[order[j]][i] - mean, 2) / best;
                mu[i] = smoothing * mean + (1 - smoothing) * mu[i];
                sigma[i] = beta * Math.sqrt(variance) + (1 - beta) * sigma[i];
                widest = Math.max(widest, sigma[i]);
            }
            if (widest < 1e-9) return Reason.of(Kind.STEP_SMALL, widest, 1e-9);
            if (values[order[0]] == values[order[m - 1]]) return Reason.of(Kind.VALUE_FLAT, m, 0);
        }
    }
}
