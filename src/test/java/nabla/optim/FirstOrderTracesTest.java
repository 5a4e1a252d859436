package nabla.optim;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules against first_order_traces.tsv, which PyTorch 1.13 and the lecture's formulas gave, under the options that make the conventions one. */
class FirstOrderTracesTest {
    private record Surface(Objective f, double... start) {}

    private static final Map<String, Surface> SURFACES = Map.of(
            "quad25", new Surface(Objective.of(x -> (x[0] * x[0] + 25 * x[1] * x[1]) / 2, x -> new double[] {x[0], 25 * x[1]}), 4, 2),
            "rosenbrock", new Surface(Objective.of(x -> 100 * sq(x[1] - x[0] * x[0]) + sq(1 - x[0]), FirstOrderTracesTest::rosenbrock), -1.2, 1),
            "beale", new Surface(Objective.of(FirstOrderTracesTest::beale, FirstOrderTracesTest::bealeGradient), 1, 1.5),
            "himmelblau", new Surface(Objective.of(x -> sq(x[0] * x[0] + x[1] - 11) + sq(x[0] + x[1] * x[1] - 7), FirstOrderTracesTest::himmelblau), 0, 0),
            "peaks", new Surface(new Peaks(), 0, 1.5));

    private static final Rate E3 = Rate.of(1e-3);
    private static final Rate E2 = Rate.of(1e-2);

    private static final Map<String, Rule> RULES = Map.ofEntries(
            entry("LECTURE GD eta=1e-3", new GradientDescent(1e-3)),
            entry("LECTURE Momentum eta=1e-3 gamma=.9", new Momentum(1e-3, 0.9)),
            entry("LECTURE RMSProp eta=1e-2 gamma=.99 eps=1e-8 (inside sqrt)", new RmsProp(1e-2, 0.99, 1e-8)),
            entry("LECTURE Adam eta=1e-2 (no bias corr, eps=1e-8 inside sqrt)", new Adam(1e-2)),
            entry("SGD lr=1e-3", new GradientDescent(1e-3)),
            entry("SGD lr=1e-3 momentum=0.9", new Momentum(E3, 0.9)),
            entry("SGD lr=1e-3 momentum=0.9 nesterov", new Nesterov(E3, 0.9)),
            entry("Adagrad lr=1e-2", new AdaGrad(E2, 1e-10, true)),
            entry("Adadelta (lr=1,rho=.9,eps=1e-6)", new AdaDelta()),
            entry("RMSprop lr=1e-2 alpha=.99 eps=1e-8", new RmsProp(E2, 0.99, 1e-8, 0, false, true)),
            entry("RMSprop centered", new RmsProp(E2, 0.99, 1e-8, 0, true, true)),
            entry("RMSprop momentum=.9", new RmsProp(E2, 0.99, 1e-8, 0.9, false, true)),
            entry("Adam lr=1e-2", new Adam(E2, 0.9, 0.999, 1e-8, true, true, false)),
            entry("Adam bias-corrected, eps=1e-8 inside sqrt", new Adam(E2, 0.9, 0.999, 1e-8, true, false, false)),
            entry("Adam amsgrad lr=1e-2", new Adam(E2, 0.9, 0.999, 1e-8, true, true, true)),
            entry("AdamW lr=1e-2 wd=1e-2", new AdamW(new Adam(E2, 0.9, 0.999, 1e-8, true, true, false), 1e-2)),
            entry("Adamax lr=1e-2", new AdaMax(1e-2)),
            entry("NAdam lr=1e-2", new NAdam(E2, 0.9, 0.999, 1e-8, 0.004, true)),
            entry("RAdam lr=1e-2", new RAdam(1e-2)),
            entry("Rprop lr=1e-2", new Rprop(1e-2)));

    @Test
    void rulesFollowTheirPublishedIterates() throws IOException {
        int rows = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                FirstOrderTracesTest.class.getResourceAsStream("first_order_traces.tsv"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#") || line.startsWith("optimizer")) continue;
                check(line.split("\t"));
                rows++;
            }
        }
        assertEquals(500, rows);
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
