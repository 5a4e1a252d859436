package nabla.linalg;

/** Complex square roots and logarithms of pairs of numbers. */
final class Roots {
    private Roots() {}

    /** The square root with real part 0 or more. */
    static double[] sqrt(double re, double im) {
        double size = Math.hypot(re, im);
        if (size == 0) return new double[] {0, 0};
        double t = Math.sqrt((size + Math.abs(re)) / 2);
        return re >= 0 ? new double[] {t, im / (2 * t)} : new double[] {Math.abs(im) / (2 * t), Math.copySign(t, im)};
    }
}
