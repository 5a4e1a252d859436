package nabla.entropy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A distribution given by a table: finitely many numbers, whole or not, and their probabilities. */
public final class DiscreteTable implements Discrete {
    /** The numbers that can occur, rising. */
    private final double[] values;
    private final double[] probabilities;

    /** @throws Fault when a value is not finite, a probability is negative or NaN, or they do not sum to 1; equal values are taken together */
    public DiscreteTable(double[] values, double[] probabilities) {
        if (values.length != probabilities.length) throw new Fault(Fault.Kind.LENGTHS, values.length, probabilities.length);
        Entropy.checked(probabilities);
        TreeMap<Double, Double> table = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            Parameters.finite("x", values[i]);
            if (probabilities[i] > 0) table.merge(values[i] + 0.0, probabilities[i], Double::sum);
        }
        this.values = table.keySet().stream().mapToDouble(v -> v).toArray();
        this.probabilities = table.values().stream().mapToDouble(v -> v).toArray();
    }

    @Override
    public String name() {
        return "discrete";
    }

    /** The probabilities under their values: P(1), P(2.5), … */
    @Override
    public Map<String, Double> parameters() {
        Map<String, Double> m = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) m.put("P(" + (values[i] == Math.rint(values[i]) && Math.abs(values[i]) < 1e15 ? "" + (long) values[i] : "" + values[i]) + ")", probabilities[i]);
        return m;
    }

    @Override
    public double low() {
        return values[0];
    }

    @Override
    public double high() {
        return values[values.length - 1];
    }

    @Override
    public double[] support() {
        return values.clone();
    }

    @Override
    public double log(double x) {
        int i = Arrays.binarySearch(values, x + 0.0);
        return i < 0 ? Double.NEGATIVE_INFINITY : Math.log(probabilities[i]);
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) sum += values[i] * probabilities[i];
        return sum;
    }

    @Override
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < values.length; i++) sum += (values[i] - mean) * (values[i] - mean) * probabilities[i];
        return sum;
    }

    @Override
    public double below(double x) {
        double sum = 0;
        for (int i = 0; i < values.length && values[i] <= x; i++) sum += probabilities[i];
        return sum;
    }

    @Override
    public double above(double x) {
        double sum = 0;
        for (int i = values.length - 1; i >= 0 && values[i] > x; i--) sum += probabilities[i];
        return sum;
    }

    @Override
    public double inverse(double u) {
        int i = 0;
        while (i < values.length - 1 && !Quantile.reaches(this, values[i], u)) i++;
        return values[i];
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof DiscreteTable t && Arrays.equals(values, t.values) && Arrays.equals(probabilities, t.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) * 31 + Arrays.hashCode(probabilities);
    }
}
