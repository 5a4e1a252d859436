package nabla.optim;

/** MATLAB's peaks: three hills and three hollows, the lecture's landscape. */
public final class Peaks implements Objective {
    /** 3(1−x)²e^(−x²−(y+1)²) − 10(x/5 − x³ − y⁵)e^(−x²−y²) − ⅓e^(−(x+1)²−y²). */
    public static double value(double x, double y) {
        return 3 * (1 - x) * (1 - x) * Math.exp(-x * x - (y + 1) * (y + 1))
                - 10 * (x / 5 - x * x * x - Math.pow(y, 5)) * Math.exp(-x * x - y * y)
                - Math.exp(-(x + 1) * (x + 1) - y * y) / 3;
    }

    @Override
    public double value(double[] x) {
        return value(x[0], x[1]);
    }

    @Override
    public double[] gradient(double[] at) {
        double x = at[0];
        double y = at[1];
        double a = Math.exp(-x * x - (y + 1) * (y + 1));
        double b = Math.exp(-x * x - y * y);
        double c = Math.exp(-(x + 1) * (x + 1) - y * y);
        double p = x / 5 - x * x * x - Math.pow(y, 5);
        double q = 3 * (1 - x) * (1 - x);
        double dx = a * (-6 * (1 - x) - 2 * x * q) - 10 * b * (0.2 - 3 * x * x - 2 * x * p) + 2.0 / 3 * (x + 1) * c;
        double dy = -2 * (y + 1) * q * a - 10 * b * (-5 * Math.pow(y, 4) - 2 * y * p) + 2.0 / 3 * y * c;
        return new double[] {dx, dy};
    }

    @Override
    public boolean hasGradient() {
        return true;
    }
}
