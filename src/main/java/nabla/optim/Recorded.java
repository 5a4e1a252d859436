package nabla.optim;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Functions whose answers a {@link Journal} gives back while it has some, and records from then on. */
final class Recorded {
    private static final byte VALUE = 1;
    private static final byte GRADIENT = 2;
    private static final byte BOTH = 3;
    private static final byte HESSIAN = 5;
    private static final byte RESIDUALS = 6;
    private static final byte JACOBIAN = 7;
    private static final byte CONSTRAINTS = 8;
    private static final byte SLOPES = 9;

    private Recorded() {}

    static Problem of(Journal journal, Problem p) {
        Objective f = p.f() instanceof Residuals r ? residuals(journal, r) : objective(journal, p.f());
        Constraints c = p.constraints();
        if (c != null && c.curved() != null) c = new Constraints(c.linear(), curved(journal, c.curved()), c.tolerance());
        return new Problem(f, p.start(), p.lower(), p.upper(), c);
    }

    static Objective objective(Journal journal, Objective f) {
        return new Objective() {
            @Override
            public double value(double[] x) {
                return journal.answer(VALUE, x, () -> new double[] {f.value(x)})[0];
            }

            @Override
            public double[] gradient(double[] x) {
                return journal.answer(GRADIENT, x, () -> f.gradient(x));
            }

            @Override
            public Point both(double[] x) {
                double[] r = journal.answer(BOTH, x, () -> {
                    Point p = f.both(x);
                    return p.gradient() == null ? new double[] {p.value()} : joined(new double[] {p.value()}, p.gradient());
                });
                return new Point(x, r[0], r.length == 1 ? null : Arrays.copyOfRange(r, 1, r.length));
            }

            @Override
            public boolean hasGradient() {
                return f.hasGradient();
            }

            @Override
            public double[] hessian(double[] x) {
                return f.hasHessian() ? journal.answer(HESSIAN, x, () -> f.hessian(x)) : Objective.super.hessian(x);
            }

            @Override
            public boolean hasHessian() {
                return f.hasHessian();
            }

            @Override
            public void ahead(int n, IntFunction<double[]> points) {
                if (!journal.replaying()) f.ahead(n, points);
            }
        };
    }

    private static Residuals residuals(Journal journal, Residuals f) {
        return new Residuals() {
            @Override
            public double[] residuals(double[] x) {
                return journal.answer(RESIDUALS, x, () -> f.residuals(x));
            }

            @Override
            public double[] jacobian(double[] x) {
                return journal.answer(JACOBIAN, x, () -> f.jacobian(x));
            }

            @Override
            public boolean hasJacobian() {
                return f.hasJacobian();
            }

            @Override
            public void ahead(int n, IntFunction<double[]> points) {
                if (!journal.replaying()) f.ahead(n, points);
            }
        };
    }

    private static Constraints.Curved curved(Journal journal, Constraints.Curved c) {
        return new Constraints.Curved() {
            @Override
            public Constraints.Values values(double[] x) {
                double[] r = journal.answer(CONSTRAINTS, x, () -> {
                    Constraints.Values v = c.values(x);
                    return joined(new double[] {v.inequalities().length}, v.inequalities(), v.equalities());
                });
                int m = 1 + (int) r[0];
                return new Constraints.Values(Arrays.copyOfRange(r, 1, m), Arrays.copyOfRange(r, m, r.length));
            }

            @Override
            public Constraints.Slopes slopes(double[] x) {
                double[] r = journal.answer(SLOPES, x, () -> {
                    Constraints.Slopes s = c.slopes(x);
                    return joined(new double[] {s.inequalities().length}, joined(s.inequalities()), joined(s.equalities()));
                });
                int m = 1 + (int) r[0] * x.length;
                return new Constraints.Slopes(rows(r, 1, m, x.length), rows(r, m, r.length, x.length));
            }
        };
    }

    private static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[][] rows(double[] r, int from, int to, int n) {
        double[][] rows = new double[(to - from) / n][];
        for (int i = 0; i < rows.length; i++) rows[i] = Arrays.copyOfRange(r, from + i * n, from + (i + 1) * n);
        return rows;
    }
}
