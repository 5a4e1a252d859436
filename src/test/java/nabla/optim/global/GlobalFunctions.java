package nabla.optim.global;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

import java.util.Arrays;
import java.util.List;
import nabla.optim.Objective;

/**
 * Functions for global optimization with their boxes and minima: Jamil and Yang, A literature survey of benchmark functions for global
 * optimization problems (2013), with the values SciPy's benchmark of global optimizers states; Bird, El-Attar, Michalewicz, Schaffer 2 to
 * all digits.
 */
final class GlobalFunctions {
    /** @param optimum the lowest value in the box, {@code at} where it is taken */
    record Case(String name, double[] low, double[] high, double optimum, double[] at, Objective f) {
        int n() {
            return low.length;
        }
    }

    private static final double[][] SHEKEL = {
        {4, 4, 4, 4}, {1, 1, 1, 1}, {8, 8, 8, 8}, {6, 6, 6, 6}, {3, 7, 3, 7}, {2, 9, 2, 9}, {5, 5, 3, 3}
    };
    private static final double[] DEPTH = {0.1, 0.2, 0.2, 0.4, 0.4, 0.6, 0.3};

    private GlobalFunctions() {}

    static final List<Case> ALL = List.of(
            of("Adjiman", -1, 2, -1, 1, -2.0218067833597874, x -> cos(x[0]) * sin(x[1]) - x[0] / (x[1] * x[1] + 1), 2, 0.10578),
            of("Beale", 4.5, 0, x -> sq(1.5 - x[0] + x[0] * x[1]) + sq(2.25 - x[0] + x[0] * x[1] * x[1])
                    + sq(2.625 - x[0] + x[0] * x[1] * x[1] * x[1]), 3, 0.5),
            of("Bird", 2 * PI, -106.76453674926468, x -> sin(x[0]) * exp(sq(1 - cos(x[1]))) + cos(x[1]) * exp(sq(1 - sin(x[0]))) + sq(x[0] - x[1]),
                    4.70105575198106, 3.15294601960139),
            of("Bukin06", -15, -5, -3, 3, 0, x -> 100 * sqrt(abs(x[1] - 0.01 * x[0] * x[0])) + 0.01 * abs(x[0] + 10), -10, 1),
            of("CarromTable", 10, -24.15681551650653, x -> -sq(cos(x[0]) * cos(x[1]) * exp(abs(1 - hypot(x) / PI))) / 30,
                    9.64615726634888, 9.64613428649717),
            of("CrossInTray", 10, -2.062611870822739, x -> -1e-4 * pow(abs(sin(x[0]) * sin(x[1]) * exp(abs(100 - hypot(x) / PI))) + 1, 0.1),
                    1.34940668535334, 1.34940660860208),
            of("DeflectedCorrugatedSpring", 0, 10, 0, 10, -1, x -> 0.1 * (sq(x[0] - 5) + sq(x[1] - 5)) - cos(5 * sqrt(sq(x[0] - 5) + sq(x[1] - 5))), 5, 5),
            of("EggHolder", -512.1, 512, -512.1, 512, -959.640662710, x -> -(x[1] + 47) * sin(sqrt(abs(x[1] + x[0] / 2 + 47)))
                    - x[0] * sin(sqrt(abs(x[0] - (x[1] + 47)))), 512, 404.2319),
            of("ElAttarVidyasagarDutta", 100, 1.712780354862198, x -> sq(x[0] * x[0] + x[1] - 10) + sq(x[0] + x[1] * x[1] - 7)
                    + sq(x[0] * x[0] + pow(x[1], 3) - 1), 3.40918683, -2.17143304),
            of("FreudensteinRoth", 10, 0, x -> sq(x[0] - 13 + ((5 - x[1]) * x[1] - 2) * x[1]) + sq(x[0] - 29 + ((x[1] + 1) * x[1] - 14) * x[1]), 5, 4),
            of("GoldsteinPrice", 2, 3, GlobalFunctions::goldstein, 0, -1),
            of("HimmelBlau", 5, 0, x -> sq(x[0] * x[0] + x[1] - 11) + sq(x[0] + x[1] * x[1] - 7), 3, 2),
            of("Hosaki", 0, 5, 0, 6, -2.345811576101292, x -> (1 + x[0] * (-8 + x[0] * (7 + x[0] * (-7.0 / 3 + x[0] / 4)))) * x[1] * x[1] * exp(-x[1]), 4, 2),
            of("Keane", 0, 10, 0, 10, 0, x -> sq(sin(x[0] - x[1])) * sq(sin(x[0] + x[1])) / hypot(x), 7.85396153, 7.85396135),
            of("Leon", 1.2, 0, x -> 100 * sq(x[1] - pow(x[0], 3)) + sq(1 - x[0]), 1, 1),
            of("Levy03", 10, 0, GlobalFunctions::levy, 1, 1),
            of("Michalewicz", 0, PI, 0, PI, -1.8013034100985537, x -> -sin(x[0]) * pow(sin(x[0] * x[0] / PI), 20) - sin(x[1]) * pow(sin(2 * x[1] * x[1] / PI), 20),
                    2.20290555, 1.570796),
            new Case("Powell", fill(4, -4), fill(4, 5), 0, fill(4, 0), x -> sq(x[0] + 10 * x[1]) + 5 * sq(x[2] - x[3]) + pow(x[1] - 2 * x[2], 4)
                    + 10 * pow(x[0] - x[3], 4)),
            of("Price04", 50, 0, x -> sq(2 * pow(x[0], 3) * x[1] - pow(x[1], 3)) + sq(6 * x[0] - x[1] * x[1] + x[1]), 2, 4),
            of("Rosenbrock", 30, 0, x -> 100 * sq(x[1] - x[0] * x[0]) + sq(1 - x[0]), 1, 1),
            of("Schaffer01", 100, 0, x -> 0.5 + (sq(sin(x[0] * x[0] + x[1] * x[1])) - 0.5) / sq(1 + 0.001 * (x[0] * x[0] + x[1] * x[1])), 0, 0),
            of("Schaffer02", 100, 0, x -> 0.5 + (sq(sin(x[0] * x[0] - x[1] * x[1])) - 0.5) / sq(1 + 0.001 * (x[0] * x[0] + x[1] * x[1])), 0, 0),
            new Case("Shekel05", fill(4, 0), fill(4, 10), -10.153199679058, new double[] {4.00003715092, 4.00013327435, 4.00003714871, 4.0001332742},
                    x -> shekel(5, x)),
            new Case("Shekel07", fill(4, 0), fill(4, 10), -10.402940566819, new double[] {4.00057291078, 4.0006893679, 3.99948971076, 3.99960615785},
                    x -> shekel(7, x)),
            of("TestTubeHolder", 10, -10.872299901558, x -> -4 * abs(exp(abs(cos((x[0] * x[0] + x[1] * x[1]) / 200))) * sin(x[0]) * cos(x[1])), -PI / 2, 0),
            of("Vincent", 0.25, 10, 0.25, 10, -2, x -> -sin(10 * log(x[0])) - sin(10 * log(x[1])), 7.70628098, 7.70628098),
            of("Whitley", 10.24, 0, GlobalFunctions::whitley, 1, 1),
            of("XinSheYang02", 2 * PI, 0, x -> (abs(x[0]) + abs(x[1])) * exp(-sin(x[0] * x[0]) - sin(x[1] * x[1])), 0, 0),
            of("ZeroSum", 10, 0, x -> abs(x[0] + x[1]) < 3e-16 ? 0 : 1 + sqrt(1e4 * abs(x[0] + x[1])), 3, -3),
            of("Zettl", -5, 10, -5, 10, -0.003791237220468656, x -> x[0] / 4 + sq(x[0] * x[0] - 2 * x[0] + x[1] * x[1]), -0.0298959776028529, 0));

    private static Case of(String name, double half, double optimum, Objective f, double... at) {
        return of(name, -half, half, -half, half, optimum, f, at);
    }

    private static Case of(String name, double low1, double high1, double low2, double high2, double optimum, Objective f, double... at) {
        return new Case(name, new double[] {low1, low2}, new double[] {high1, high2}, optimum, at, f);
    }

    private static double[] fill(int n, double v) {
        double[] d = new double[n];
        Arrays.fill(d, v);
        return d;
    }

    private static double sq(double v) {
        return v * v;
    }

    private static double hypot(double[] x) {
        return sqrt(x[0] * x[0] + x[1] * x[1]);
    }

    private static double goldstein(double[] p) {
        double x = p[0];
        double y = p[1];
        return (1 + sq(x + y + 1) * (19 - 14 * x + 3 * x * x - 14 * y + 6 * x * y + 3 * y * y))
                * (30 + sq(2 * x - 3 * y) * (18 - 32 * x + 12 * x * x + 48 * y - 36 * x * y + 27 * y * y));
    }

    private static double levy(double[] x) {
        double a = 1 + (x[0] - 1) / 4;
        double b = 1 + (x[1] - 1) / 4;
        return sq(sin(PI * a)) + sq(a - 1) * (1 + 10 * sq(sin(PI * b))) + sq(b - 1);
    }

    private static double shekel(int m, double[] x) {
        double sum = 0;
        for (int k = 0; k < m; k++) {
            double d = DEPTH[k];
            for (int i = 0; i < 4; i++) d += sq(x[i] - SHEKEL[k][i]);
            sum -= 1 / d;
        }
        return sum;
    }

    private static double whitley(double[] x) {
        double sum = 0;
        for (double a : x) {
            for (double b : x) {
                double t = 100 * sq(a * a - b) + sq(1 - b);
                sum += t * t / 4000 - cos(t) + 1;
            }
        }
        return sum;
    }
}
