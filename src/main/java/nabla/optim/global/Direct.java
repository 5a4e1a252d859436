package nabla.optim.global;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nabla.optim.Method;
import nabla.optim.Reason;
import nabla.optim.Reason.Kind;
import nabla.optim.Run;

/**
 * DIRECT-L (Jones, Perttunen, Stuckman 1993; locally biased: Gablonsky and Kelley 2001): the box is trisected again and again,
 * each time in those rectangles that could hold the lowest value for some rate of change of f: the lower right hull of (size, value at
 * the centre). Takes no chance; needs finite bounds.
 *
 * @param epsilon a rectangle is worth dividing when it may lower f by this part of |f|
 */
public record Direct(double epsilon) implements Method {
    /** @param trisected how often each side was divided by three */
    private record Rectangle(double[] centre, double value, int[] trisected, int born) {
        int least() {
            int m = Integer.MAX_VALUE;
            for (int t : trisected) m = Math.min(m, t);
            return m;
        }
    }

    /** A side and the lower of the two values it leads to. */
    private record Side(int i, double[] left, double[] right, double fLeft, double fRight) {}

    @Override
    public String name() {
        return "direct-l";
    }

    @Override
    public Reason run(Run run) {
        return new Division(run).divide();
    }

    private final class Division {
        private final Run run;
        private final Cube cube;
        /** By the times the longest side was divided: the greatest rectangles come first. */
        private final TreeMap<Integer, PriorityQueue<Rectangle>> levels = new TreeMap<>();

        private int born;

        Division(Run run) {
            this.run = run;
            cube = new Cube(run);
            double[] centre = new double[cube.n];
            java.util.Arrays.fill(centre, 0.5);
            add(new Rectangle(centre, cube.value(centre), new int[cube.n], born++));
        }

        private void add(Rectangle r) {
            levels.computeIfAbsent(r.least(), k -> new PriorityQueue<>(Comparator.comparingDouble(Rectangle::value).thenComparingInt(Rectangle::born)))
                    .add(r);
        }

        Reason divide() {
            while (true) {
                run.iterate(run.bestAt(), run.best());
                List<Rectangle> chosen = promising();
                if (chosen.isEmpty()) return Reason.of(Kind.STEP_SMALL, 0, 0);
                for (Rectangle r : chosen) {
                    PriorityQueue<Rectangle> level = levels.get(r.least());
                    level.remove(r);
                    if (level.isEmpty()) levels.remove(r.least());
                }
                double[][] at = chosen.stream().flatMap(r -> beside(r).stream()).toArray(double[][]::new);
                double[] values = cube.values(at);
                int k = 0;
                for (Rectangle r : chosen) k = trisect(r, at, values, k);
            }
        }

        /** The lowest rectangle of each size on the hull, from the smallest size up, that may lower f enough. */
        private List<Rectangle> promising() {
            List<Rectangle> hull = new ArrayList<>();
            for (PriorityQueue<Rectangle> level : levels.values()) {
                Rectangle r = level.peek();
                if (r.least() > 33) continue;
                while (!hull.isEmpty() && !below(hull, r)) hull.remove(hull.size() - 1);
                if (hull.isEmpty() || r.value() < hull.get(hull.size() - 1).value()) hull.add(r);
            }
            double aim = run.best() - epsilon * Math.abs(run.best());
            List<Rectangle> chosen = new ArrayList<>();
            for (int k = 0; k < hull.size(); k++) {
                Rectangle r = hull.get(k);
                double slope = k == 0 ? Double.POSITIVE_INFINITY : slope(r, hull.get(k - 1));
                if (k == 0 || r.value() - slope * size(r) <= aim) chosen.add(r);
            }
            return chosen;
        }

        /** Whether the hull stays convex with r after its last: the slopes to ever smaller rectangles must fall. */
        private boolean below(List<Rectangle> hull, Rectangle r) {
            if (hull.size() < 2) return true;
            Rectangle last = hull.get(hull.size() - 1);
            return slope(last, hull.get(hull.size() - 2)) >= slope(r, last) || r.value() >= last.value();
        }

        private static double size(Rectangle r) {
            return Math.pow(3, -r.least()) / 2;
        }

        private static double slope(Rectangle small, Rectangle great) {
            return (great.value() - small.value()) / (size(great) - size(small));
        }

        /** The sides of r that are to be divided: its longest. */
        private int[] longest(Rectangle r) {
            return IntStream.range(0, cube.n).filter(i -> r.trisected()[i] == r.least() && cube.width(i) > 0).toArray();
        }

        /** The centres of the outer thirds of r along its longest sides. */
        private List<double[]> beside(Rectangle r) {
            double third = Math.pow(3, -r.least() - 1.0);
            List<double[]> centres = new ArrayList<>();
            for (int i : longest(r)) {
                for (int side = -1; side <= 1; side += 2) {
                    double[] centre = r.centre().clone();
                    centre[i] += side * third;
                    centres.add(centre);
                }
            }
            return centres;
        }

        /** Divides r with the values from the k-th on at the centres beside its own; which comes after them. */
        private int trisect(Rectangle r, double[][] at, double[] f, int k) {
            int least = r.least();
            List<Side> sides = new ArrayList<>();
            for (int i : longest(r)) {
                sides.add(new Side(i, at[k], at[k + 1], f[k], f[k + 1]));
                k += 2;
            }
            sides.sort(Comparator.comparingDouble(s -> Math.min(s.fLeft(), s.fRight())));
            int[] trisected = r.trisected().clone();
            for (int i = 0; i < cube.n; i++) if (cube.width(i) == 0) trisected[i] = least + 1;
            for (Side s : sides) {
                trisected[s.i()]++;
                add(new Rectangle(s.left(), s.fLeft(), trisected.clone(), born++));
                add(new Rectangle(s.right(), s.fRight(), trisected.clone(), born++));
            }
            add(new Rectangle(r.centre(), r.value(), trisected, born++));
            return k;
        }
    }
}
