package nabla.optim;

import static java.lang.Math.PI;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Problems of W. Hock and K. Schittkowski, Test Examples for Nonlinear Programming Codes (1981), under their numbers, with the
 * minima published there; for 106 and 112 those of later, more exact calculations.
 */
final class HockSchittkowski {
    /** @param minima the global minimum and local ones near the start */
    record Example(int number, Problem problem, double... minima) {
        @Override
        public String toString() {
            return "HS" + number;
        }
    }

    private static final UnaryOperator<double[]> NONE = x -> new double[0];
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final List<Example> ALL = new ArrayList<>();

    private HockSchittkowski() {}

    static List<Example> all() {
        return ALL;
    }

    /** Here the inequalities are ≥ 0, as the book writes them. */
    private static void add(int number, Objective f, double[] x0, double[] low, double[] high, UnaryOperator<double[]> g, UnaryOperator<double[]> h,
            double... minima) {
        Constraints.Curved c = x -> {
            double[] v = g.apply(x);
            for (int i = 0; i < v.length; i++) v[i] = -v[i];
            return new Constraints.Values(v, h.apply(x));
        };
        Problem box = new Problem(f, x0);
        Problem p = new Problem(f, x0, low == null ? box.lower() : low, high == null ? box.upper() : high, new Constraints(c));
        ALL.add(new Example(number, p, minima));
    }

    private static double[] v(double... v) {
        return v;
    }

    private static double[] all(int n, double v) {
        double[] d = new double[n];
        Arrays.fill(d, v);
        return d;
    }

    private static double sq(double x) {
        return x * x;
    }

    private static double rosenbrock(double[] x) {
        return 100 * sq(x[1] - sq(x[0])) + sq(1 - x[0]);
    }

    static {
        small();
        three();
        four();
        five();
        large();
    }

    private static void small() {
        Objective rosenbrock = HockSchittkowski::rosenbrock;
        add(1, rosenbrock, v(-2, 1), v(-INF, -1.5), null, NONE, NONE, 0);
        add(2, rosenbrock, v(-2, 1), v(-INF, 1.5), null, NONE, NONE, 0.0504261879, 4.94122932);
        add(3, x -> x[1] + 1e-5 * sq(x[1] - x[0]), v(10, 1), v(-INF, 0), null, NONE, NONE, 0);
        add(4, x -> pow(x[0] + 1, 3) / 3 + x[1], v(1.125, 0.125), v(1, 0), null, NONE, NONE, 8.0 / 3);
        add(5, x -> sin(x[0] + x[1]) + sq(x[0] - x[1]) - 1.5 * x[0] + 2.5 * x[1] + 1, v(0, 0), v(-1.5, -3), v(4, 3), NONE, NONE,
                -sqrt(3) / 2 - PI / 3);
        add(6, x -> sq(1 - x[0]), v(-1.2, 1), null, null, NONE, x -> v(10 * (x[1] - sq(x[0]))), 0);
        add(7, x -> log(1 + sq(x[0])) - x[1], v(2, 2), null, null, NONE, x -> v(sq(1 + sq(x[0])) + sq(x[1]) - 4), -sqrt(3));
        add(8, x -> -1, v(2, 1), null, null, NONE, x -> v(sq(x[0]) + sq(x[1]) - 25, x[0] * x[1] - 9), -1);
        add(9, x -> sin(PI * x[0] / 12) * cos(PI * x[1] / 16), v(0, 0), null, null, NONE, x -> v(4 * x[0] - 3 * x[1]), -0.5);
        add(10, x -> x[0] - x[1], v(-10, 10), null, null, x -> v(-3 * sq(x[0]) + 2 * x[0] * x[1] - sq(x[1]) + 1), NONE, -1);
        add(11, x -> sq(x[0] - 5) + sq(x[1]) - 25, v(4.9, 0.1), null, null, x -> v(x[1] - sq(x[0])), NONE, -8.498464223);
        add(12, x -> sq(x[0]) / 2 + sq(x[1]) - x[0] * x[1] - 7 * x[0] - 7 * x[1], v(0, 0), null, null,
                x -> v(25 - 4 * sq(x[0]) - sq(x[1])), NONE, -30);
        add(13, x -> sq(x[0] - 2) + sq(x[1]), v(-2, -2), v(0, 0), null, x -> v(pow(1 - x[0], 3) - x[1]), NONE, 1);
        add(14, x -> sq(x[0] - 2) + sq(x[1] - 1), v(2, 2), null, null, x -> v(1 - sq(x[0]) / 4 - sq(x[1])), x -> v(x[0] - 2 * x[1] + 1),
                9 - 2.875 * sqrt(7));
        add(15, rosenbrock, v(-2, 1), null, v(0.5, INF), x -> v(x[0] * x[1] - 1, x[0] + sq(x[1])), NONE, 306.5, 360.379767);
        add(16, rosenbrock, v(-2, 1), v(-0.5, -INF), v(0.5, 1), x -> v(x[0] + sq(x[1]), sq(x[0]) + x[1]), NONE, 0.25, 23.1446610);
        add(17, rosenbrock, v(-2, 1), v(-0.5, -INF), v(0.5, 1), x -> v(sq(x[1]) - x[0], sq(x[0]) - x[1]), NONE, 1);
        add(18, x -> 0.01 * sq(x[0]) + sq(x[1]), v(2, 2), v(2, 0), v(50, 50), x -> v(x[0] * x[1] - 25, sq(x[0]) + sq(x[1]) - 25), NONE, 5);
        add(19, x -> pow(x[0] - 10, 3) + pow(x[1] - 20, 3), v(20.1, 5.84), v(13, 0), v(100, 100),
                x -> v(sq(x[0] - 5) + sq(x[1] - 5) - 100, 82.81 - sq(x[1] - 5) - sq(x[0] - 6)), NONE, -6961.81381);
        add(20, rosenbrock, v(-2, 1), v(-0.5, -INF), v(0.5, INF), x -> v(x[0] + sq(x[1]), sq(x[0]) + x[1], sq(x[0]) + sq(x[1]) - 1), NONE,
                81.5 - 25 * sqrt(3), 40.1987298);
        add(21, x -> 0.01 * sq(x[0]) + sq(x[1]) - 100, v(-1, -1), v(2, -50), v(50, 50), x -> v(10 * x[0] - x[1] - 10), NONE, -99.96);
        add(22, x -> sq(x[0] - 2) + sq(x[1] - 1), v(2, 2), null, null, x -> v(2 - x[0] - x[1], x[1] - sq(x[0])), NONE, 1);
        add(23, x -> sq(x[0]) + sq(x[1]), v(3, 1), v(-50, -50), v(50, 50),
                x -> v(x[0] + x[1] - 1, sq(x[0]) + sq(x[1]) - 1, 9 * sq(x[0]) + sq(x[1]) - 9, sq(x[0]) - x[1], sq(x[1]) - x[0]), NONE, 2);
        add(24, x -> (sq(x[0] - 3) - 9) * pow(x[1], 3) / (27 * sqrt(3)), v(1, 0.5), v(0, 0), null,
                x -> v(x[0] / sqrt(3) - x[1], x[0] + sqrt(3) * x[1], 6 - x[0] - sqrt(3) * x[1]), NONE, -1);
    }

    private static void three() {
        add(26, x -> sq(x[0] - x[1]) + pow(x[1] - x[2], 4), v(-2.6, 2, 2), null, null, NONE,
                x -> v((1 + sq(x[1])) * x[0] + pow(x[2], 4) - 3), 0);
        add(27, x -> 0.01 * sq(x[0] - 1) + sq(x[1] - sq(x[0])), v(2, 2, 2), null, null, NONE, x -> v(x[0] + sq(x[2]) + 1), 0.04);
        add(28, x -> sq(x[0] + x[1]) + sq(x[1] + x[2]), v(-4, 1, 1), null, null, NONE, x -> v(x[0] + 2 * x[1] + 3 * x[2] - 1), 0);
        add(29, x -> -x[0] * x[1] * x[2], v(1, 1, 1), null, null, x -> v(48 - sq(x[0]) - 2 * sq(x[1]) - 4 * sq(x[2])), NONE, -16 * sqrt(2));
        add(30, x -> sq(x[0]) + sq(x[1]) + sq(x[2]), v(1, 1, 1), v(1, -10, -10), v(10, 10, 10), x -> v(sq(x[0]) + sq(x[1]) - 1), NONE, 1);
        add(31, x -> 9 * sq(x[0]) + sq(x[1]) + 9 * sq(x[2]), v(1, 1, 1), v(-10, 1, -10), v(10, 10, 1), x -> v(x[0] * x[1] - 1), NONE, 6);
        add(32, x -> sq(x[0] + 3 * x[1] + x[2]) + 4 * sq(x[0] - x[1]), v(0.1, 0.7, 0.2), v(0, 0, 0), null,
                x -> v(6 * x[1] + 4 * x[2] - pow(x[0], 3) - 3), x -> v(1 - x[0] - x[1] - x[2]), 1);
        add(33, x -> (x[0] - 1) * (x[0] - 2) * (x[0] - 3) + x[2], v(0, 0, 3), v(0, 0, 0), v(INF, INF, 5),
                x -> v(sq(x[2]) - sq(x[1]) - sq(x[0]), sq(x[0]) + sq(x[1]) + sq(x[2]) - 4), NONE, sqrt(2) - 6, -4);
        add(34, x -> -x[0], v(0, 1.05, 2.9), v(0, 0, 0), v(100, 100, 10), x -> v(x[1] - exp(x[0]), x[2] - exp(x[1])), NONE, -log(log(10)));
        add(35, x -> 9 - 8 * x[0] - 6 * x[1] - 4 * x[2] + 2 * sq(x[0]) + 2 * sq(x[1]) + sq(x[2]) + 2 * x[0] * x[1] + 2 * x[0] * x[2],
                v(0.5, 0.5, 0.5), v(0, 0, 0), null, x -> v(3 - x[0] - x[1] - 2 * x[2]), NONE, 1.0 / 9);
        add(36, x -> -x[0] * x[1] * x[2], v(10, 10, 10), v(0, 0, 0), v(20, 11, 42), x -> v(72 - x[0] - 2 * x[1] - 2 * x[2]), NONE, -3300);
        add(37, x -> -x[0] * x[1] * x[2], v(10, 10, 10), v(0, 0, 0), v(42, 42, 42),
                x -> v(72 - x[0] - 2 * x[1] - 2 * x[2], x[0] + 2 * x[1] + 2 * x[2]), NONE, -3456);
        add(60, x -> sq(x[0] - 1) + sq(x[0] - x[1]) + pow(x[1] - x[2], 4), v(2, 2, 2), all(3, -10), all(3, 10), NONE,
                x -> v(x[0] * (1 + sq(x[1])) + pow(x[2], 4) - 4 - 3 * sqrt(2)), 0.03256820025);
        add(61, x -> 4 * sq(x[0]) + 2 * sq(x[1]) + 2 * sq(x[2]) - 33 * x[0] + 16 * x[1] - 24 * x[2], v(0, 0, 0), null, null, NONE,
                x -> v(3 * x[0] - 2 * sq(x[1]) - 7, 4 * x[0] - sq(x[2]) - 11), -143.6461422);
        add(62, x -> -32.174 * (255 * log((x[0] + x[1] + x[2] + 0.03) / (0.09 * x[0] + x[1] + x[2] + 0.03))
                        + 280 * log((x[1] + x[2] + 0.03) / (0.07 * x[1] + x[2] + 0.03)) + 290 * log((x[2] + 0.03) / (0.13 * x[2] + 0.03))),
                v(0.7, 0.2, 0.1), all(3, 0), all(3, 1), NONE, x -> v(x[0] + x[1] + x[2] - 1), -26272.51448);
        add(63, x -> 1000 - sq(x[0]) - 2 * sq(x[1]) - sq(x[2]) - x[0] * x[1] - x[0] * x[2], v(2, 2, 2), all(3, 0), null, NONE,
                x -> v(8 * x[0] + 14 * x[1] + 7 * x[2] - 56, sq(x[0]) + sq(x[1]) + sq(x[2]) - 25), 961.7151721);
        add(64, x -> 5 * x[0] + 50000 / x[0] + 20 * x[1] + 72000 / x[1] + 10 * x[2] + 144000 / x[2], v(1, 1, 1), all(3, 1e-5), null,
                x -> v(1 - 4 / x[0] - 32 / x[1] - 120 / x[2]), NONE, 6299.842428);
        add(65, x -> sq(x[0] - x[1]) + sq(x[0] + x[1] - 10) / 9 + sq(x[2] - 5), v(-5, 5, 0), v(-4.5, -4.5, -5), v(4.5, 4.5, 5),
                x -> v(48 - sq(x[0]) - sq(x[1]) - sq(x[2])), NONE, 0.9535288567);
        add(66, x -> 0.2 * x[2] - 0.8 * x[0], v(0, 1.05, 2.9), all(3, 0), v(100, 100, 10), x -> v(x[1] - exp(x[0]), x[2] - exp(x[1])), NONE,
                0.5181632741);
    }

    private static void four() {
        add(38, x -> rosenbrock(x) + 90 * sq(x[3] - sq(x[2])) + sq(1 - x[2]) + 10.1 * (sq(x[1] - 1) + sq(x[3] - 1))
                        + 19.8 * (x[1] - 1) * (x[3] - 1),
                v(-3, -1, -3, -1), all(4, -10), all(4, 10), NONE, NONE, 0);
        add(39, x -> -x[0], v(2, 2, 2, 2), null, null, NONE, x -> v(x[1] - pow(x[0], 3) - sq(x[2]), sq(x[0]) - x[1] - sq(x[3])), -1);
        add(40, x -> -x[0] * x[1] * x[2] * x[3], all(4, 0.8), null, null, NONE,
                x -> v(pow(x[0], 3) + sq(x[1]) - 1, sq(x[0]) * x[3] - x[2], sq(x[3]) - x[1]), -0.25);
        add(41, x -> 2 - x[0] * x[1] * x[2], all(4, 2), all(4, 0), v(1, 1, 1, 2), NONE, x -> v(x[0] + 2 * x[1] + 2 * x[2] - x[3]), 52.0 / 27);
        add(42, x -> sq(x[0] - 1) + sq(x[1] - 2) + sq(x[2] - 3) + sq(x[3] - 4), all(4, 1), null, null, NONE,
                x -> v(x[0] - 2, sq(x[2]) + sq(x[3]) - 2), 28 - 10 * sqrt(2));
        add(43, x -> sq(x[0]) + sq(x[1]) + 2 * sq(x[2]) + sq(x[3]) - 5 * x[0] - 5 * x[1] - 21 * x[2] + 7 * x[3], all(4, 0), null, null,
                x -> v(8 - sq(x[0]) - sq(x[1]) - sq(x[2]) - sq(x[3]) - x[0] + x[1] - x[2] + x[3],
                        10 - sq(x[0]) - 2 * sq(x[1]) - sq(x[2]) - 2 * sq(x[3]) + x[0] + x[3],
                        5 - 2 * sq(x[0]) - sq(x[1]) - sq(x[2]) - 2 * x[0] + x[1] + x[3]),
                NONE, -44);
        add(44, x -> x[0] - x[1] - x[2] - x[0] * x[2] + x[0] * x[3] + x[1] * x[2] - x[1] * x[3], all(4, 0), all(4, 0), null,
                x -> v(8 - x[0] - 2 * x[1], 12 - 4 * x[0] - x[1], 12 - 3 * x[0] - 4 * x[1], 8 - 2 * x[2] - x[3], 8 - x[2] - 2 * x[3],
                        5 - x[2] - x[3]),
                NONE, -15, -13);
        add(71, x -> x[0] * x[3] * (x[0] + x[1] + x[2]) + x[2], v(1, 5, 5, 1), all(4, 1), all(4, 5), x -> v(x[0] * x[1] * x[2] * x[3] - 25),
                x -> v(sq(x[0]) + sq(x[1]) + sq(x[2]) + sq(x[3]) - 40), 17.0140173);
        add(72, x -> 1 + x[0] + x[1] + x[2] + x[3], all(4, 1), all(4, 0.001), v(4e5, 3e5, 2e5, 1e5),
                x -> v(0.0401 - 4 / x[0] - 2.25 / x[1] - 1 / x[2] - 0.25 / x[3],
                        0.010085 - 0.16 / x[0] - 0.36 / x[1] - 0.64 / x[2] - 0.64 / x[3]),
                NONE, 727.67937);
        add(73, x -> 24.55 * x[0] + 26.75 * x[1] + 39 * x[2] + 40.5 * x[3], all(4, 1), all(4, 0), null,
                x -> v(2.3 * x[0] + 5.6 * x[1] + 11.1 * x[2] + 1.3 * x[3] - 5,
                        12 * x[0] + 11.9 * x[1] + 41.8 * x[2] + 52.1 * x[3] - 21
                                - 1.645 * sqrt(0.28 * sq(x[0]) + 0.19 * sq(x[1]) + 20.5 * sq(x[2]) + 0.62 * sq(x[3]))),
                x -> v(x[0] + x[1] + x[2] + x[3] - 1), 29.894378);
        power(74, 0.55, 5126.4981);
        power(75, 0.48, 5174.4129);
        add(76, x -> sq(x[0]) + sq(x[1]) / 2 + sq(x[2]) + sq(x[3]) / 2 - x[0] * x[2] + x[2] * x[3] - x[0] - 3 * x[1] + x[2] - x[3],
                all(4, 0.5), all(4, 0), null,
                x -> v(5 - x[0] - 2 * x[1] - x[2] - x[3], 4 - 3 * x[0] - x[1] - 2 * x[2] + x[3], x[1] + 4 * x[2] - 1.5), NONE, -4.681818181);
    }

    private static void power(int number, double a, double minimum) {
        add(number, x -> 3 * x[0] + 1e-6 * pow(x[0], 3) + 2 * x[1] + 2e-6 / 3 * pow(x[1], 3), all(4, 0), v(0, 0, -a, -a), v(1200, 1200, a, a),
                x -> v(x[3] - x[2] + a, x[2] - x[3] + a),
                x -> v(1000 * sin(-x[2] - 0.25) + 1000 * sin(-x[3] - 0.25) + 894.8 - x[0],
                        1000 * sin(x[2] - 0.25) + 1000 * sin(x[2] - x[3] - 0.25) + 894.8 - x[1],
                        1000 * sin(x[3] - 0.25) + 1000 * sin(x[3] - x[2] - 0.25) + 1294.8),
                minimum);
    }

    private static double product(double[] x) {
        double p = 1;
        for (double e : x) p *= e;
        return p;
    }

    private static void five() {
        add(45, x -> 2 - product(x) / 120, all(5, 2), all(5, 0), v(1, 2, 3, 4, 5), NONE, NONE, 1);
        add(46, x -> sq(x[0] - x[1]) + sq(x[2] - 1) + pow(x[3] - 1, 4) + pow(x[4] - 1, 6), v(sqrt(2) / 2, 1.75, 0.5, 2, 2), null, null, NONE,
                x -> v(sq(x[0]) * x[3] + sin(x[3] - x[4]) - 1, x[1] + pow(x[2], 4) * sq(x[3]) - 2), 0);
        add(48, x -> sq(x[0] - 1) + sq(x[1] - x[2]) + sq(x[3] - x[4]), v(3, 5, -3, 2, -2), null, null, NONE,
                x -> v(x[0] + x[1] + x[2] + x[3] + x[4] - 5, x[2] - 2 * (x[3] + x[4]) + 3), 0);
        add(49, x -> sq(x[0] - x[1]) + sq(x[2] - 1) + pow(x[3] - 1, 4) + pow(x[4] - 1, 6), v(10, 7, 2, -3, 0.8), null, null, NONE,
                x -> v(x[0] + x[1] + x[2] + 4 * x[3] - 7, x[2] + 5 * x[4] - 6), 0);
        add(50, x -> sq(x[0] - x[1]) + sq(x[1] - x[2]) + pow(x[2] - x[3], 4) + sq(x[3] - x[4]), v(35, -31, 11, 5, -5), null, null, NONE,
                x -> v(x[0] + 2 * x[1] + 3 * x[2] - 6, x[1] + 2 * x[2] + 3 * x[3] - 6, x[2] + 2 * x[3] + 3 * x[4] - 6), 0);
        add(51, x -> sq(x[0] - x[1]) + sq(x[1] + x[2] - 2) + sq(x[3] - 1) + sq(x[4] - 1), v(2.5, 0.5, 2, -1, 0.5), null, null, NONE,
                x -> v(x[0] + 3 * x[1] - 4, x[2] + x[3] - 2 * x[4], x[1] - x[4]), 0);
        add(52, x -> sq(4 * x[0] - x[1]) + sq(x[1] + x[2] - 2) + sq(x[3] - 1) + sq(x[4] - 1), all(5, 2), null, null, NONE,
                x -> v(x[0] + 3 * x[1], x[2] + x[3] - 2 * x[4], x[1] - x[4]), 1859.0 / 349);
        add(53, x -> sq(x[0] - x[1]) + sq(x[1] + x[2] - 2) + sq(x[3] - 1) + sq(x[4] - 1), all(5, 2), all(5, -10), all(5, 10), NONE,
                x -> v(x[0] + 3 * x[1], x[2] + x[3] - 2 * x[4], x[1] - x[4]), 176.0 / 43);
        add(77, x -> sq(x[0] - 1) + sq(x[0] - x[1]) + sq(x[2] - 1) + pow(x[3] - 1, 4) + pow(x[4] - 1, 6), all(5, 2), null, null, NONE,
                x -> v(sq(x[0]) * x[3] + sin(x[3] - x[4]) - 2 * sqrt(2), x[1] + pow(x[2], 4) * sq(x[3]) - 8 - sqrt(2)), 0.24150513);
        UnaryOperator<double[]> three = x -> v(sq(Numbers.norm(x)) - 10, x[1] * x[2] - 5 * x[3] * x[4], pow(x[0], 3) + pow(x[1], 3) + 1);
        add(78, HockSchittkowski::product, v(-2, 1.5, 2, -1, -1), null, null, NONE, three, -2.91970041);
        add(79, x -> sq(x[0] - 1) + sq(x[0] - x[1]) + sq(x[1] - x[2]) + pow(x[2] - x[3], 4) + pow(x[3] - x[4], 4), all(5, 2), null, null, NONE,
                x -> v(x[0] + sq(x[1]) + pow(x[2], 3) - 2 - 3 * sqrt(2), x[1] - sq(x[2]) + x[3] + 2 - 2 * sqrt(2), x[0] * x[4] - 2),
                0.0787768209);
        double[] high = v(2.3, 2.3, 3.2, 3.2, 3.2);
        double[] low = v(-2.3, -2.3, -3.2, -3.2, -3.2);
        add(80, x -> exp(product(x)), v(-2, 2, 2, -1, -1), low, high, NONE, three, 0.0539498478);
        add(81, x -> exp(product(x)) - sq(pow(x[0], 3) + pow(x[1], 3) + 1) / 2, v(-2, 2, 2, -1, -1), low, high, NONE, three, 0.0539498478);
    }

    private static void large() {
        add(93, HockSchittkowski::transformer, v(5.54, 4.4, 12.02, 11.82, 0.702, 0.852), all(6, 0), null,
                x -> v(0.001 * product(x) - 2.07, 1 - 0.00062 * x[0] * x[3] * sq(x[4]) * (x[0] + x[1] + x[2])
                        - 0.00058 * x[1] * x[2] * sq(x[5]) * (x[0] + 1.57 * x[1] + x[3])),
                NONE, 135.075961);
        add(100, x -> sq(x[0] - 10) + 5 * sq(x[1] - 12) + pow(x[2], 4) + 3 * sq(x[3] - 11) + 10 * pow(x[4], 6) + 7 * sq(x[5]) + pow(x[6], 4)
                        - 4 * x[5] * x[6] - 10 * x[5] - 8 * x[6],
                v(1, 2, 0, 4, 0, 1, 1), null, null,
                x -> v(127 - 2 * sq(x[0]) - 3 * pow(x[1], 4) - x[2] - 4 * sq(x[3]) - 5 * x[4],
                        282 - 7 * x[0] - 3 * x[1] - 10 * sq(x[2]) - x[3] + x[4], 196 - 23 * x[0] - sq(x[1]) - 6 * sq(x[5]) + 8 * x[6],
                        -4 * sq(x[0]) - sq(x[1]) + 3 * x[0] * x[1] - 2 * sq(x[2]) - 5 * x[5] + 11 * x[6]),
                NONE, 680.6300573);
        add(104, HockSchittkowski::reactor, v(6, 3, 0.4, 0.2, 6, 6, 1, 0.5), all(8, 0.1), all(8, 10),
                x -> v(1 - 0.0588 * x[4] * x[6] - 0.1 * x[0], 1 - 0.0588 * x[5] * x[7] - 0.1 * x[0] - 0.1 * x[1],
                        1 - 4 * x[2] / x[4] - 2 * pow(x[2], -0.71) / x[4] - 0.0588 * pow(x[2], -1.3) * x[6],
                        1 - 4 * x[3] / x[5] - 2 * pow(x[3], -0.71) / x[5] - 0.0588 * pow(x[3], -1.3) * x[7], reactor(x) - 1,
                        4.2 - reactor(x)),
                NONE, 3.9511634396);
        add(106, x -> x[0] + x[1] + x[2], v(5000, 5000, 5000, 200, 350, 150, 225, 425), v(100, 1000, 1000, 10, 10, 10, 10, 10),
                v(1e4, 1e4, 1e4, 1000, 1000, 1000, 1000, 1000),
                x -> v(1 - 0.0025 * (x[3] + x[5]), 1 - 0.0025 * (x[4] + x[6] - x[3]), 1 - 0.01 * (x[7] - x[4]),
                        x[0] * x[5] - 833.33252 * x[3] - 100 * x[0] + 83333.333, x[1] * x[6] - 1250 * x[4] - x[1] * x[3] + 1250 * x[3],
                        x[2] * x[7] - 1250000 - x[2] * x[4] + 2500 * x[4]),
                NONE, 7049.24802);
        add(110, HockSchittkowski::logarithms, all(10, 9), all(10, 2.001), all(10, 9.999), NONE, NONE, -45.77846971);
        add(112, HockSchittkowski::freeEnergy, all(10, 0.1), all(10, 1e-6), null, NONE,
                x -> v(x[0] + 2 * x[1] + 2 * x[2] + x[5] + x[9] - 2, x[3] + 2 * x[4] + x[5] + x[6] - 1, x[2] + x[6] + x[7] + 2 * x[8] + x[9] - 1),
                -47.76109026);
        add(113, x -> sq(x[0]) + sq(x[1]) + x[0] * x[1] - 14 * x[0] - 16 * x[1] + sq(x[2] - 10) + 4 * sq(x[3] - 5) + sq(x[4] - 3)
                        + 2 * sq(x[5] - 1) + 5 * sq(x[6]) + 7 * sq(x[7] - 11) + 2 * sq(x[8] - 10) + sq(x[9] - 7) + 45,
                v(2, 3, 5, 5, 1, 2, 7, 3, 6, 10), null, null,
                x -> v(105 - 4 * x[0] - 5 * x[1] + 3 * x[6] - 9 * x[7], -10 * x[0] + 8 * x[1] + 17 * x[6] - 2 * x[7],
                        8 * x[0] - 2 * x[1] - 5 * x[8] + 2 * x[9] + 12,
                        -3 * sq(x[0] - 2) - 4 * sq(x[1] - 3) - 2 * sq(x[2]) + 7 * x[3] + 120,
                        -5 * sq(x[0]) - 8 * x[1] - sq(x[2] - 6) + 2 * x[3] + 40,
                        -sq(x[0] - 8) / 2 - 2 * sq(x[1] - 4) - 3 * sq(x[4]) + x[5] + 30,
                        -sq(x[0]) - 2 * sq(x[1] - 2) + 2 * x[0] * x[1] - 14 * x[4] + 6 * x[5],
                        3 * x[0] - 6 * x[1] - 12 * sq(x[8] - 8) + 7 * x[9]),
                NONE, 24.3062091);
    }

    private static double transformer(double[] x) {
        double a = x[0] * x[3] * (x[0] + x[1] + x[2]);
        double b = x[1] * x[2] * (x[0] + 1.57 * x[1] + x[3]);
        return 0.0204 * a + 0.0187 * b + 0.0607 * a * sq(x[4]) + 0.0437 * b * sq(x[5]);
    }

    private static double reactor(double[] x) {
        return 0.4 * pow(x[0] / x[6], 0.67) + 0.4 * pow(x[1] / x[7], 0.67) + 10 - x[0] - x[1];
    }

    private static double logarithms(double[] x) {
        double sum = 0;
        for (double e : x) sum += sq(log(e - 2)) + sq(log(10 - e));
        return sum - pow(product(x), 0.2);
    }

    private static double freeEnergy(double[] x) {
        double[] c = {-6.089, -17.164, -34.054, -5.914, -24.721, -14.986, -24.1, -10.708, -26.662, -22.179};
        double all = 0;
        for (double e : x) all += e;
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += x[i] * (c[i] + log(x[i] / all));
        return sum;
    }
}
