package nabla.optim.global;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import nabla.optim.Method;
import nabla.optim.Minimizer;
import nabla.optim.Objective;
import nabla.optim.Problem;

/**
 * Prints how often a method comes within 10⁻⁶ (absolute or relative) of the minima of {@link GlobalFunctions} with 20,000 evaluations, 40,000
 * above two variables, and how many evaluations it took: ten seeds in the published boxes, then ten boxes shrunk at random
 * about the minimum. After {@code mvn test-compile}:
 *
 * <pre>java -cp target/classes:target/test-classes nabla.optim.global.GlobalTable [method] [-v]</pre>
 */
final class GlobalTable {
    static final Map<String, Method> METHODS = Map.of(
            "globalmin", new GlobalMinimum(Integer.MAX_VALUE),
            "cmaes", new Restarts(0, 0.2, 30, true),
            "mlsl", new MultiLevel(10),
            "de", new DifferentialEvolution(0, 20000),
            "basinhop", new BasinHopping(1, 0.25, 100000),
            "direct", new Direct(1e-4),
            "dualannealing", new DualAnnealing(),
            "particleswarm", new ParticleSwarm(0, new double[] {0.4, 0.73}, 1.49, 1.49, 40, 1e-10),
            "ga", new GeneticAlgorithm(0, 0, 0.8, null, 50, 1e-9),
            "crossentropymin", new CrossEntropyMethod(0, 0.1, 0.8));

    private GlobalTable() {}

    /** Stands for the function and notes when its minimum was first met. */
    static final class Counted implements Objective {
        private final GlobalFunctions.Case c;
        int evaluations;
        int hit;

        Counted(GlobalFunctions.Case c) {
            this.c = c;
        }

        @Override
        public double value(double[] x) {
            evaluations++;
            double v = c.f().value(x);
            if (hit == 0 && v - c.optimum() <= 1e-6 * Math.max(1, Math.abs(c.optimum()))) hit = evaluations;
            return v;
        }
    }

    /** The box, or a part of it about the minimum, each side moved in by up to 0.9 of the way. */
    static double[][] box(GlobalFunctions.Case c, boolean shrunk, long seed) {
        SplittableRandom random = new SplittableRandom(1000 + seed);
        double[][] box = {c.low().clone(), c.high().clone()};
        for (int i = 0; shrunk && i < c.n(); i++) {
            for (double[] side : box) side[i] += 0.9 * random.nextDouble() * (c.at()[i] - side[i]);
        }
        return box;
    }

    static Counted run(Method method, GlobalFunctions.Case c, boolean shrunk, long seed) {
        Counted f = new Counted(c);
        double[][] box = box(c, shrunk, seed);
        Minimizer m = new Minimizer().trace(false).steps(Integer.MAX_VALUE).evaluations(c.n() > 2 ? 40000 : 20000).seed(seed);
        m.minimize(Problem.in(f, box[0], box[1]), method);
        return f;
    }

    public static void main(String[] arguments) {
        boolean verbose = Arrays.asList(arguments).contains("-v");
        Method method = METHODS.get(arguments.length > 0 && !arguments[0].equals("-v") ? arguments[0] : "globalmin");
        for (boolean shrunk : new boolean[] {false, true}) {
            int all = 0;
            long met = 0;
            long spent = 0;
            for (GlobalFunctions.Case c : GlobalFunctions.ALL) {
                int hits = 0;
                long first = 0;
                long used = 0;
                for (int seed = 1; seed <= 10; seed++) {
                    Counted f = run(method, c, shrunk, seed);
                    if (f.hit > 0) hits++;
                    first += f.hit > 0 ? f.hit : f.evaluations;
                    used += f.evaluations;
                }
                all += hits;
                met += first;
                spent += used;
                if (verbose) System.out.printf(Locale.ROOT, "%-26s %2d  to the minimum %6d  used %6d%n", c.name(), hits, first / 10, used / 10);
            }
            double runs = 10 * GlobalFunctions.ALL.size();
            System.out.printf(Locale.ROOT, "%s: success %.3f, evaluations per success %.0f (until the end of the runs %.0f)%n",
                    shrunk ? "shrunk boxes" : "published boxes", all / runs, (double) met / all, (double) spent / all);
        }
    }
}
