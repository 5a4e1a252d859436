package nabla.optim;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import nabla.optim.Reason.Kind;

/**
 * L-BFGS within bounds, by two metrics (Bertsekas 1982; Schmidt, Kim and Sra 2012): variables at a bound that the gradient presses
 * against go along −∇f, the free ones along the direction of the last m steps' curvature, and the whole step is projected into the
 * box: x ← P(x + t·d). The measure of optimality is ‖x − P(x − ∇f)‖.
 *
 * @param memory m
 */
public record BoundedMemory(int memory) implements Method {
    private static final double DECREASE = 1e-4;
    /** Where f has fallen by more than this part of what the slope promises, a longer step may gain more, */
    private static final double STRAIGHT = 0.9;
    /** which is this factor longer. */
    private static final double EXPANSION = 5;

    public BoundedMemory {
        Numbers.positive("memory", memory);
    }

    public BoundedMemory() {
        this(10);
    }

    @Override
    public String name() {
        return "lbfgsb";
    }

    @Override
    public Reason run(Run run) {
        return new Descending(run).descend();
    }

    /** A step s and the change y of the gradient over it. */
    private record Pair(double[] s, double[] y) {}

    private final class Descending {
        private final Run run;
        private final Problem box;
        private final int n;
        private final ArrayDeque<Pair> pairs = new ArrayDeque<>();
        private final boolean[] pressed;
        private Point at;

        Descending(Run run) {
            this.run = run;
            box = run.problem();
            n = run.n();
            pressed = new boolean[n];
        }

        Reason descend() {
            at = run.point(box.inside(run.start()));
            while (true) {
                double optimality = box.optimality(at);
                run.iterate(at, optimality);
                if (search()) continue;
                if (pairs.isEmpty()) return Reason.of(Kind.NO_DESCENT, optimality, run.limits().tolerance());
                pairs.clear();
                if (!search()) return Reason.of(Kind.NO_DESCENT, optimality, run.limits().tolerance());
            }
        }

        private boolean search() {
            double near = Math.min(1e-6, box.optimality(at));
            for (int i = 0; i < n; i++) {
                double g = at.gradient()[i];
                pressed[i] = g > 0 ? at.x()[i] <= box.lower()[i] + near : at.x()[i] >= box.upper()[i] - near;
            }
            double[] d = direction();
            double t = pairs.isEmpty() ? Math.min(1, 1 / Numbers.norm(at.gradient())) : 1;
            for (int k = 0; k < 60; k++) {
                double[] x = box.inside(Numbers.moved(at.x(), t, d));
                double slope = Numbers.dot(at.gradient(), Numbers.minus(x, at.x()));
                if (!(slope < 0)) return false;
                double value = run.value(x);
                if (value <= at.value() + DECREASE * slope) {
                    if (value - at.value() > STRAIGHT * slope || k > 0) return accept(new Point(x, value, run.gradient(x)));
                    return accept(farther(new Point(x, value, null), d, t));
                }
                double parabola = -slope / (2 * (value - at.value() - slope));
                t *= parabola >= 0.1 && parabola <= 0.5 ? parabola : parabola > 0.5 ? 0.5 : 0.1;
            }
            return false;
        }

        /** From a point that f fell to as straight as its slope: ever longer steps along d for as long as it goes on like that. */
        private Point farther(Point to, double[] d, double t) {
            Point far = to;
            for (double s = EXPANSION * t; far.value() >= Run.LOW; s *= EXPANSION) {
                double[] x = box.inside(Numbers.moved(at.x(), s, d));
                if (Arrays.equals(x, far.x())) break;
                double slope = Numbers.dot(at.gradient(), Numbers.minus(x, at.x()));
                double value = run.value(x);
                if (!(value < far.value())) break;
                far = new Point(x, value, null);
                if (value - at.value() > STRAIGHT * slope) break;
            }
            return new Point(far.x(), far.value(), run.gradient(far.x()));
        }

        private boolean accept(Point to) {
            pairs.addLast(new Pair(Numbers.minus(to.x(), at.x()), Numbers.minus(to.gradient(), at.gradient())));
            at = to;
            if (pairs.size() > memory) pairs.removeFirst();
            return true;
        }

        // ---- the direction: Nocedal's two loops over the free variables ------------------------------------------

        private double[] direction() {
            double[] d = Numbers.negated(at.gradient());
            double[] alpha = new double[pairs.size()];
            double size = 0;
            int k = alpha.length;
            for (Iterator<Pair> i = pairs.descendingIterator(); i.hasNext(); ) {
                Pair p = i.next();
                k--;
                double curvature = free(p.s(), p.y());
                if (!bends(p, curvature)) continue;
                if (size == 0) size = curvature / free(p.y(), p.y());
                alpha[k] = free(p.s(), d) / curvature;
                add(d, -alpha[k], p.y());
            }
            if (size == 0) return d;
            for (int i = 0; i < n; i++) if (!pressed[i]) d[i] *= size;
            for (Pair p : pairs) {
                double curvature = free(p.s(), p.y());
                if (bends(p, curvature)) add(d, alpha[k] - free(p.y(), d) / curvature, p.s());
                k++;
            }
            return d;
        }

        private boolean bends(Pair p, double curvature) {
            return curvature > 1e-12 * Math.sqrt(free(p.s(), p.s()) * free(p.y(), p.y()));
        }

        private double free(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < n; i++) if (!pressed[i]) sum += a[i] * b[i];
            return sum;
        }

        private void add(double[] d, double t, double[] v) {
            for (int i = 0; i < n; i++) if (!pressed[i]) d[i] += t * v[i];
        }
    }
}
