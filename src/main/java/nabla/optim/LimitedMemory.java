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
    public Scope scope() {
        return Scope.FREE;
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
            double inner = Numbers.dot(s[(count - 1) % m], d);
            for (int k = count - 1; k >= oldest; k--) {
                alpha[k % m] = rho[k % m] * inner;
                inner = combine(d, 1, -alpha[k % m], y[k % m], k > oldest ? s[(k - 1) % m] : y[k % m]);
            }
            int latest = (count - 1) % m;
            double size = 1 / (rho[latest] * Numbers.dot(y[latest], y[latest]));
            inner *= size;
            for (int k = oldest; k < count; k++) {
                double beta = rho[k % m] * inner;
                inner = combine(d, k == oldest ? size : 1, alpha[k % m] - beta, s[k % m], y[Math.min(k + 1, count - 1) % m]);
            }
            return d;
        }

        /** a − b, in the memory of the step that is forgotten for it. */
        private static double[] difference(double[] a, double[] b, double[] old) {
            if (old == null) return Numbers.minus(a, b);
            for (int i = 0; i < old.length; i++) old[i] = a[i] - b[i];
            return old;
        }

        /** d ← c·d + t·v, and w·d of the new d, in one pass through memory. */
        private static double combine(double[] d, double c, double t, double[] v, double[] w) {
            int n = d.length;
            double s0 = 0;
            double s1 = 0;
            int i = 0;
            for (; i + 1 < n; i += 2) {
                double a = c * d[i] + t * v[i];
                double b = c * d[i + 1] + t * v[i + 1];
                d[i] = a;
                d[i + 1] = b;
                s0 += w[i] * a;
                s1 += w[i + 1] * b;
            }
            if (i < n) {
                d[i] = c * d[i] + t * v[i];
                s0 += w[i] * d[i];
            }
            return s0 + s1;
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
