package nabla.optim.global;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import nabla.optim.Method;
import nabla.optim.Minimizer;
import nabla.optim.Outcome;
import nabla.optim.Problem;

/**
 * Prints how many of the instances 1 to 5 of the 24 BBOB functions a method solves to 1e-8 within 10⁴·n evaluations, in two and in five
 * variables. After {@code mvn test-compile}:
 *
 * <pre>java -cp target/classes:target/test-classes nabla.optim.global.BbobTable [method] [seed]</pre>
 */
final class BbobTable {
    static final Map<String, Method> METHODS = Map.of(
            "cmaes", new Restarts(0, 0.2, 30, true),
            "globalmin", new GlobalMinimum(Integer.MAX_VALUE));

    private BbobTable() {}

    static boolean solved(Method method, int id, int n, int instance, long seed) {
        Bbob f = new Bbob(id, n, instance);
        double[] low = new double[n];
        Arrays.fill(low, -5);
        double[] high = new double[n];
        Arrays.fill(high, 5);
        Minimizer m = new Minimizer().trace(false).steps(Integer.MAX_VALUE).evaluations(10000 * n).target(f.optimum + 1e-8).seed(seed);
        Outcome o = m.minimize(Problem.in(f, low, high), method);
        return o.value() - f.optimum <= 1e-8;
    }

    public static void main(String[] arguments) {
        Method method = METHODS.get(arguments.length > 0 ? arguments[0] : "cmaes");
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        for (int n : new int[] {2, 5}) {
            int all = 0;
            StringBuilder line = new StringBuilder();
            for (int id = 1; id <= 24; id++) {
                int solved = 0;
                for (int k = 1; k <= 5; k++) if (solved(method, id, n, k, seed)) solved++;
                all += solved;
                line.append(String.format(Locale.ROOT, " f%d:%d", id, solved));
            }
            System.out.printf(Locale.ROOT, "n = %d: %d of 120 %s%n", n, all, line);
        }
    }
}
