package nabla.optim;

/**
 * A gradient compared with one that is right.
 *
 * @param at where
 * @param worst the component that differs most, from 0
 * @param wrong how many differ by more than rounding explains
 * @param difference the greatest difference relative to the largest component
 */
public record GradientCheck(double[] at, double[] given, double[] right, int worst, int wrong, double difference) {
    private static final double TOLERANCE = 1e-5;

    public static GradientCheck of(double[] at, double[] given, double[] right) {
        double largest = Double.MIN_NORMAL;
        for (double v : right) largest = Math.max(largest, Math.abs(v));
        int worst = 0;
        int wrong = 0;
        double difference = 0;
        for (int i = 0; i < given.length; i++) {
            double d = Math.abs(given[i] - right[i]);
            if (!(d <= TOLERANCE * (Math.abs(given[i]) + Math.abs(right[i])) + 1e-2 * TOLERANCE * largest + 1e-8)) wrong++;
            if (d <= difference) continue;
            difference = d;
            worst = i;
        }
        return new GradientCheck(at, given, right, worst, wrong, difference / Math.max(largest, 1e-8));
    }

    public boolean agrees() {
        return wrong == 0;
    }
}
