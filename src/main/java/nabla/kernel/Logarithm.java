package nabla.kernel;

/** What logarithms lack to their tangents, by series in s = u/(2 + u), for which ln(1 + u) = 2·artanh s. */
public final class Logarithm {
    /** The series are for s within ± this. */
    public static final double NEAR = 0.125;

    private Logarithm() {}

    /**
     * u − ln(1 + u) = s·(u − s²·bend(s²)) ≥ 0, which divergences consist of, to full relative precision.
     *
     * @param log ln(1 + u), known better than from u where u is near −1
     */
    public static double excess(double u, double log) {
        double s = u / (2 + u);
        return Math.abs(s) < NEAR ? s * (u - s * s * bend(s * s)) : u - log;
    }

    /** 2·(artanh s − s)/s³ = 2/3 + 2·s²/5 + 2·s⁴/7 + …, t = s². */
    public static double bend(double t) {
        double t2 = t * t;
        double a = Math.fma(t, 2 / 5.0, 2 / 3.0);
        double b = Math.fma(t, 2 / 9.0, 2 / 7.0);
        double c = Math.fma(t, 2 / 13.0, 2 / 11.0);
        double d = Math.fma(t, 2 / 17.0, 2 / 15.0);
        return Math.fma(t2, Math.fma(t2, Math.fma(t2, d, c), b), a);
    }

    /** ((1−s)·ln(1−s) + (1+s)·ln(1+s))/(2·s²) = 1/2 + s²/12 + s⁴/30 + s⁶/56 + …, t = s². */
    public static double entropic(double t) {
        double t2 = t * t;
        double a = Math.fma(t, 1 / 12.0, 1 / 2.0);
        double b = Math.fma(t, 1 / 56.0, 1 / 30.0);
        double c = Math.fma(t, 1 / 132.0, 1 / 90.0);
        double d = Math.fma(t, 1 / 240.0, 1 / 182.0);
        return Math.fma(t2, Math.fma(t2, Math.fma(t2, d, c), b), a);
    }
}
