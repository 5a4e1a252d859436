package nabla.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules against lecture_traces.tsv, which PyTorch 1.13 and the lecture's formulas gave. */
class LectureTracesTest {
    private record Surface(Objective f, double... start) {}

    private static final Map<String, Surface> SURFACES = Map.of(
            "quad25", new Surface(Objective.of(x -> (x[0] * x[0] + 25 * x[1] * x[1]) / 2, x -> new double[] {x[0], 25 * x[1]}), 4, 2),
            "rosenbrock", new Surface(Objective.of(x -> 100 * sq(x[1] - x[0] * x[0]) + sq(1 - x[0]), LectureTracesTest::rosenbrock), -1.2, 1),
            "beale", new Surface(Objective.of(LectureTracesTest::beale, LectureTracesTest::bealeGradient), 1, 1.5),
            "himmelblau", new Surface(Objective.of(x -> sq(x[0] * x[0] + x[1] - 11) + sq(x[0] + x[1] * x[1] - 7), LectureTracesTest::himmelblau), 0, 0),
            "peaks", new Surface(new Peaks(), 0, 1.5));

    private static final Map<String, Rule> RULES = Map.of(
            "LECTURE GD eta=1e-3", new GradientDescent(1e-3),
            "LECTURE Momentum eta=1e-3 gamma=.9", new Momentum(1e-3, 0.9),
            "LECTURE RMSProp eta=1e-2 gamma=.99 eps=1e-8 (inside sqrt)", new RmsProp(1e-2, 0.99, 1e-8),
            "LECTURE Adam eta=1e-2 (no bias corr, eps=1e-8 inside sqrt)", new Adam(1e-2));

    @Test
    void rulesFollowTheLecture() throws IOException {
        int rows = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                LectureTracesTest.class.getResourceAsStream("lecture_traces.tsv"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("LECTURE")) continue;
                check(line.split("\t"));
                rows++;
            }
        }
        assertEquals(100, rows);
    }

    private static void check(String[] row) {
        Surface s = SURFACES.get(row[1]);
        int steps = Integer.parseInt(row[2]);
        Outcome o = new Minimizer().steps(steps).tolerance(0).minimize(s.f(), s.start(), RULES.get(row[0]));
        double[] x = o.trace().iterate(steps);
        String name = String.join(" ", row);
        for (int i = 0; i < 2; i++) close(Double.parseDouble(row[3 + i]), x[i], name);
        close(Double.parseDouble(row[5]), o.trace().values()[steps], name);
    }

    private static void close(double expected, double actual, String name) {
        assertTrue(Math.abs(expected - actual) <= 1e-10 * Math.max(1, Math.abs(expected)), name + ": " + actual);
    }

    private static double sq(double x) {
        return x * x;
    }

    private static double[] rosenbrock(double[] x) {
        double r = x[1] - x[0] * x[0];
        return new double[] {-400 * x[0] * r - 2 * (1 - x[0]), 200 * r};
    }

    private static double beale(double[] v) {
        double x = v[0];
        double y = v[1];
        return sq(1.5 - x + x * y) + sq(2.25 - x + x * y * y) + sq(2.625 - x + x * y * y * y);
    }

    private static double[] bealeGradient(double[] v) {
        double x = v[0];
        double y = v[1];
        double a = 1.5 - x + x * y;
        double b = 2.25 - x + x * y * y;
        double c = 2.625 - x + x * y * y * y;
        return new double[] {
            2 * a * (y - 1) + 2 * b * (y * y - 1) + 2 * c * (y * y * y - 1), 2 * a * x + 4 * b * x * y + 6 * c * x * y * y
        };
    }

    private static double[] himmelblau(double[] v) {
        double a = v[0] * v[0] + v[1] - 11;
        double b = v[0] + v[1] * v[1] - 7;
        return new double[] {4 * a * v[0] + 2 * b, 2 * a + 4 * b * v[1]};
    }
}
