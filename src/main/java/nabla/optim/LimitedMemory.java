package nabla.optim;

/**
 * L-BFGS: the direction −H·∇f of BFGS from the last m steps alone, by Nocedal's two loops (1980; Liu and Nocedal 1989). Time and
 * memory of a step are m·n: for any number of variables.
 *
 * @param memory m
 */
public record LimitedMemory(int memory) implements Method {
    public LimitedMemory {
        Numbers.positive("memory", memory);
    }

    public LimitedMemory() {
        this(10);
    }

    @Override
    public String name() {
        return "lbfgs";
    }

    @Override
    public Reason run(Run run) {
        return LineDescent.run(run, new Steps(memory));
    }

    private static final class Steps implements LineDescent.Directions {
        private final int m;
        private final double[][] s;
        private final double[][] y;
        private final double[] rho;
        private int count;

        Steps(int m) {
            this.m = m;
            s = new double[m][];
            y = new double[m][];
            rho = new double[m];
        }

        @Override
        public void forget() {
            count = 0;
        }

        @Override
        public double[] from(Point at) {
            double[] d = Numbers.negated(at.gradient());
            if (count == 0) return d;
            int oldest = Math.max(0, count - m);
            double[] alpha = new double[m];
            for (int k = count - 1; k >= oldest; k--) {
                alpha[k % m] = rho[k % m] * Numbers.dot(s[k % m], d);
                add(d, -alpha[k % m], y[k % m]);
            }
            int latest = (count - 1) % m;
            double size = 1 / (rho[latest] * Numbers.dot(y[latest], y[latest]));
            for (int i = 0; i < d.length; i++) d[i] *= size;
            for (int k = oldest; k < count; k++) {
                double beta = rho[k % m] * Numbers.dot(y[k % m], d);
                add(d, alpha[k % m] - beta, s[k % m]);
            }
            return d;
        }

        /** a − b, in the memory of the step that is forgotten for it. */
        private static double[] difference(double[] a, double[] b, double[] old) {
            if (old == null) return Numbers.minus(a, b);
            for (int i = 0; i < old.length; i++) old[i] = a[i] - b[i];
            return old;
        }

        private static void add(double[] d, double t, double[] v) {
            for (int i = 0; i < d.length; i++) d[i] += t * v[i];
        }

        @Override
        public double firstStep(Point at, double[] d) {
            return count == 0 ? 0 : 1;
        }

        @Override
        public void learn(Point from, Point to) {
            double ss = 0;
            double yy = 0;
            double sy = 0;
            for (int i = 0; i < to.x().length; i++) {
                double step = to.x()[i] - from.x()[i];
                double change = to.gradient()[i] - from.gradient()[i];
                ss += step * step;
                yy += change * change;
                sy += step * change;
            }
            if (!(sy > 1e-14 * Math.sqrt(ss) * Math.sqrt(yy))) return;
            s[count % m] = difference(to.x(), from.x(), s[count % m]);
            y[count % m] = difference(to.gradient(), from.gradient(), y[count % m]);
            rho[count % m] = 1 / sy;
            count++;
        }
    }
}
