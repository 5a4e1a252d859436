package nabla.kernel;

/** Powers of real numbers. */
public final class Power {
    private Power() {}

    /** C's pow: unlike Java's, 1 to any power is 1, and so is −1 to an infinite one. Squares and cubes multiply. */
    public static double pow(double x, double y) {
        if (y == 2) return x * x;
        if (y == 3) return x * x * x;
        if (x == 1 || x == -1 && Double.isInfinite(y)) return 1;
        return Math.pow(x, y);
    }
}
