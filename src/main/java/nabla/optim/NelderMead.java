package nabla.optim;

import java.util.Arrays;
import nabla.optim.Reason.Kind;

/**
 * The simplex of Nelder and Mead (1965), with the coefficients of Gao and Han (2012) for many variables: a search without
 * derivatives. Where the simplex and the spread of its values are within both tolerances, it may as well have collapsed as have
 * found a minimum (McKinnon 1998): a fresh simplex around the best point goes on, until one of them gains nothing. Vertices
 * beyond a bound are moved onto it.
 *
 * @param tolX how close the other vertices are to the best one, in each variable
 * @param tolF how close their values are to the best one's
 */
public record NelderMead(double tolX, double tolF) implements Method {
    /** A fresh simplex that lowers the value by less, relatively, was the last one. */
    private static final double GAIN = 1e-6;

    private static final double EDGE = 0.05;

    /** Tolerances at which what is found is a minimum to about eight digits. */
    public NelderMead() {
        this(1e-8, 1e-12);
    }

    private interface Edge {
        double at(int variable, double x);
    }

    private record Vertex(double[] x, double value) {}

    @Override
    public String name() {
        return "neldermead";
    }

    @Override
    public Reason run(Run run) {
        return new Simplex(run).descend();
    }

    private final class Simplex {
        private final Run run;
        private final int n;
        private final Vertex[] vertices;
        private final double expansion;
        private final double contraction;
        private final double shrinkage;

        Simplex(Run run) {
            this.run = run;
            n = run.n();
            double dimension = Math.max(n, 2);
            expansion = 1 + 2 / dimension;
            contraction = 0.75 - 0.5 / dimension;
            shrinkage = 1 - 1 / dimension;
            vertices = new Vertex[n + 1];
            vertices[0] = at(run.start());
            // five percent away, as MATLAB's fminsearch starts
            spread((k, x) -> x == 0 ? 0.00025 : 0.05 * x);
        }

        /** A fresh simplex around vertex 0, with these edges along the axes. */
        private void spread(Edge edge) {
            for (int k = 1; k <= n; k++) {
                double[] x = vertices[0].x().clone();
                double length = edge.at(k, x[k - 1]);
                double beyond = x[k - 1] + length;
                boolean out = beyond < run.problem().lower()[k - 1] || beyond > run.problem().upper()[k - 1];
                x[k - 1] += out ? -length : length;
                vertices[k] = at(x);
            }
        }

        /** What is no number is worse than any. */
        private Vertex at(double[] beyond) {
            double[] x = run.problem().inside(beyond);
            double v = run.value(x);
            return new Vertex(x, v == v ? v : Double.POSITIVE_INFINITY);
        }

        Reason descend() {
            double before = Double.POSITIVE_INFINITY;
            for (double sign = -1; ; ) {
                Arrays.sort(vertices, (a, b) -> Double.compare(a.value(), b.value()));
                double value = vertices[0].value();
                run.iterate(vertices[0].x(), value);
                Reason small = small();
                if (small == null) {
                    step();
                    continue;
                }
                if (!(before - value > Math.max(tolF, GAIN * Math.abs(value)))) return small;
                before = value;
                // to the other sides than last time, which differ from variable to variable
                double side = sign;
                spread((k, x) -> (k % 2 == 0 ? side : -side) * EDGE * Math.max(Math.abs(x), 0.1));
                sign = -sign;
            }
        }

        private void step() {
            double best = vertices[0].value();
            double second = vertices[Math.max(n - 1, 0)].value();
            double worst = vertices[n].value();
            double[] centre = new double[n];
            for (int k = 0; k < n; k++) for (int i = 0; i < n; i++) centre[i] += vertices[k].x()[i] / n;
            Vertex reflected = along(centre, 1);
            if (reflected.value() < best) {
                Vertex expanded = along(centre, expansion);
                vertices[n] = expanded.value() < reflected.value() ? expanded : reflected;
            } else if (reflected.value() < second || n == 1 && reflected.value() < worst) {
                vertices[n] = reflected;
            } else {
                Vertex contracted = along(centre, reflected.value() < worst ? contraction : -contraction);
                if (contracted.value() < Math.min(reflected.value(), worst)) vertices[n] = contracted;
                else shrink();
            }
        }

        /** The point on the line from the worst vertex through the centre, t = 1 the mirror image. */
        private Vertex along(double[] centre, double t) {
            double[] x = new double[n];
            for (int i = 0; i < n; i++) x[i] = centre[i] + t * (centre[i] - vertices[n].x()[i]);
            return at(x);
        }

        private void shrink() {
            double[] best = vertices[0].x();
            for (int k = 1; k <= n; k++) {
                double[] x = vertices[k].x().clone();
                for (int i = 0; i < n; i++) x[i] = best[i] + shrinkage * (x[i] - best[i]);
                vertices[k] = at(x);
            }
        }

        private Reason small() {
            double size = 0;
            double spread = 0;
            for (int k = 1; k <= n; k++) {
                for (int i = 0; i < n; i++) size = Math.max(size, Math.abs(vertices[k].x()[i] - vertices[0].x()[i]));
                spread = Math.max(spread, Math.abs(vertices[k].value() - vertices[0].value()));
            }
            // where numbers end, no tolerance can be met
            double least = 4 * Math.ulp(Numbers.norm(vertices[0].x()));
            double flat = 4 * Math.ulp(Math.abs(vertices[0].value()));
            return size <= Math.max(tolX, least) && spread <= Math.max(tolF, flat) ? Reason.of(Kind.STEP_SMALL, size, tolX) : null;
        }
    }
}
