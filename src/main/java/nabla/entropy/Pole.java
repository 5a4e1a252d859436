package nabla.entropy;

import java.util.function.DoubleUnaryOperator;

/**
 * A point where a density is infinite: on one side of it at least it grows as a power of the distance.
 *
 * @param height the density a little beside it
 * @param width the distance whose doubling holds the most mass
 */
record Pole(double at, double height, double width) {
    /** A power of this at least from one distance to another, 2^10 times as small, marks a pole: |t|^(−1/20). */
    private static final double GROWTH = Math.sqrt(2);

    /** How many numbers around the highest one are tried for the pole's place. */
    private static final int NEIGHBOURS = 2;

    /** The pole at the highest point found of f between two points this far apart, null when f is finite there. */
    static Pole at(DoubleUnaryOperator f, double highest, double apart) {
        double x = Math.abs(highest) < Math.scalb(apart, -30) ? 0 : highest;
        double h = Math.max(Math.scalb(apart, -30), 64 * Math.ulp(x));
        int side = f.applyAsDouble(x + h) >= f.applyAsDouble(x - h) ? 1 : -1;
        double near = f.applyAsDouble(x + side * h);
        double far = f.applyAsDouble(x + side * 1024 * h);
        if (!(far > 0 && near >= GROWTH * far)) return null;
        double at = place(f, x, side);
        return new Pole(at, near, width(f, at, apart));
    }

    /** The number from which f falls most nearly as a power: where the pole is, f itself may be infinite, 0 or anything. */
    private static double place(DoubleUnaryOperator f, double highest, int side) {
        double best = highest;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= 2 * NEIGHBOURS; k++) {
            double x = highest + (k % 2 == 0 ? -k / 2 : (k + 1) / 2) * Math.ulp(highest);
            double bend = bend(f, x, side * 16 * Math.max(Math.ulp(highest), Double.MIN_NORMAL));
            if (bend < 0.1 * least) {
                least = bend;
                best = x;
            }
        }
        return best;
    }

    /** By how much the exponent of f at about x + u is another than at x + 2·u. */
    private static double bend(DoubleUnaryOperator f, double x, double u) {
        return Math.abs(exponent(f, x, u) - exponent(f, x, 2 * u));
    }

    private static double exponent(DoubleUnaryOperator f, double x, double u) {
        double near = x + u;
        double far = x + 2 * u;
        return Math.log(f.applyAsDouble(far) / f.applyAsDouble(near)) / Math.log((far - x) / (near - x));
    }

    private static double width(DoubleUnaryOperator f, double at, double start) {
        double best = start;
        double most = 0;
        for (int k = -30; k < 60; k++) {
            double w = Math.scalb(start, k);
            double mass = w * (f.applyAsDouble(at + w) + f.applyAsDouble(at - w));
            if (mass > most) {
                most = mass;
                best = w;
            }
        }
        return best;
    }
}
