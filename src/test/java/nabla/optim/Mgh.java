package nabla.optim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A problem of Moré, Garbow, Hillstrom: Testing Unconstrained Optimization Software, ACM TOMS 7 (1981): minimize Σ rᵢ(x)².
 *
 * @param m the number of residuals
 * @param minimum the least value known, the one next to the usual start first
 * @param minima other values that local minima have
 */
record Mgh(String name, int n, int m, double[] start, double startValue, double minimum, double[] minima) implements Residuals {
    /** The 41 instances, from the table in the resources. */
    static List<Mgh> all() {
        List<Mgh> all = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Mgh.class.getResourceAsStream("mgh.tsv"), StandardCharsets.UTF_8))) {
            for (String line; (line = in.readLine()) != null; ) {
                if (line.startsWith("#")) continue;
                String[] c = line.split("\t");
                all.add(new Mgh(c[0], Integer.parseInt(c[1]), Integer.parseInt(c[2]), numbers(c[3], ","), Double.parseDouble(c[4]),
                        Double.parseDouble(c[5]), numbers(c[6], ";")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static double[] numbers(String list, String separator) {
        String[] parts = list.split(separator);
        double[] d = new double[parts.length];
        for (int i = 0; i < d.length; i++) d[i] = Double.parseDouble(parts[i]);
        return d;
    }

    /** Whether f is as low as the least minimum: f − f* ≤ max(1e-4·f*, 1e-10). */
    boolean solved(double f) {
        return near(f, minimum);
    }

    /** Whether f is as low as any of the known minima. */
    boolean atKnownMinimum(double f) {
        for (double v : minima) if (near(f, v)) return true;
        return solved(f);
    }

    private static boolean near(double f, double best) {
        return f - best <= Math.max(1e-4 * best, 1e-10);
    }

    private Dual[] at(double[] x) {
        return MghResiduals.of(name, Dual.variables(x), m);
    }

    @Override
    public double[] residuals(double[] x) {
        Dual[] r = at(x);
        double[] v = new double[r.length];
        for (int i = 0; i < v.length; i++) v[i] = r[i].v();
        return v;
    }

    @Override
    public double[] jacobian(double[] x) {
        Dual[] r = at(x);
        double[] j = new double[m * n];
        for (int i = 0; i < m; i++) for (int k = 0; k < n; k++) j[i + k * m] = r[i].d()[k];
        return j;
    }

    @Override
    public boolean hasJacobian() {
        return true;
    }
}
