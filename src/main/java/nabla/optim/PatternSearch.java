package nabla.optim;

import nabla.optim.Reason.Kind;

/**
 * Pattern search: polls x ± Δ·eᵢ, takes what is lower and goes on in the direction of its last successes (Hooke and Jeeves 1961);
 * Δ doubles after a success and halves after a poll without one (Torczon 1997). Knows bounds; needs no derivatives and no smoothness.
 *
 * @param mesh the first Δ
 * @param tolMesh a Δ this small ends the run
 */
public record PatternSearch(double mesh, double tolMesh) implements Method {
    public PatternSearch {
        Numbers.positive("mesh", mesh);
    }

    public PatternSearch() {
        this(1, 1e-9);
    }

    @Override
    public String name() {
        return "patternsearch";
    }

    @Override
    public Reason run(Run run) {
        double[] x = run.problem().inside(run.start());
        double fx = run.value(x);
        double delta = mesh;
        while (true) {
            run.iterate(x, fx);
            double[] y = x.clone();
            double fy = poll(run, y, fx, delta);
            if (!(fy < fx)) {
                delta /= 2;
                if (delta <= tolMesh) return Reason.of(Kind.STEP_SMALL, delta, tolMesh);
                continue;
            }
            // the same way once more, as long as that pays
            for (double[] before = x; ; ) {
                double[] z = run.problem().inside(Numbers.moved(y, 1, Numbers.minus(y, before)));
                double fz = run.value(z);
                if (!(fz < fy)) break;
                before = y;
                y = z;
                fy = fz;
            }
            x = y;
            fx = fy;
            delta *= 2;
        }
    }

    /** Moves y to lower neighbours, coordinate by coordinate; the value there. */
    private static double poll(Run run, double[] y, double fy, double delta) {
        for (int i = 0; i < y.length; i++) {
            double here = y[i];
            double step = delta * Math.max(1, Math.abs(here));
            boolean moved = false;
            for (int side = 1; side >= -1 && !moved; side -= 2) {
                y[i] = Math.min(Math.max(here + side * step, run.problem().lower()[i]), run.problem().upper()[i]);
                if (y[i] == here) continue;
                double v = run.value(y);
                moved = v < fy || fy != fy && v == v;
                if (moved) fy = v;
            }
            if (!moved) y[i] = here;
        }
        return fy;
    }
}
