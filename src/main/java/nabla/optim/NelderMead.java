package nabla.optim;

import java.util.Arrays;
import java.util.Comparator;
import nabla.optim.Reason.Kind;

/**
 * The simplex of Nelder and Mead (1965), with the coefficients of Gao and Han (2012) for many variables: a search without
 * derivatives. Ends when the simplex and the spread of its values are within both tolerances.
 *
 * @param tolX how close the other vertices are to the best one, in each variable
 * @param tolF how close their values are to the best one's
 */
public record NelderMead(double tolX, double tolF) implements Method {
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
            for (int k = 0; k <= n; k++) {
                double[] x = run.start();
                // five percent away, as MATLAB's fminsearch starts
                if (k > 0) x[k - 1] = x[k - 1] == 0 ? 0.00025 : x[k - 1] * 1.05;
                vertices[k] = at(x);
            }
        }

        /** What is no number is worse than any. */
        private Vertex at(double[] x) {
            double v = run.value(x);
            return new Vertex(x, v == v ? v : Double.POSITIVE_INFINITY);
        }

        Reason descend() {
            while (true) {
                Arrays.sort(vertices, Comparator.comparingDouble(Vertex::value));
                run.iterate(vertices[0].x(), vertices[0].value());
                Reason small = small();
                if (small != null) return small;
                step();
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
