package nabla.optim;

import java.util.Arrays;
import java.util.Comparator;
import nabla.optim.Reason.Kind;

/**
 * The simplex of Nelder and Mead (1965), with the coefficients of Gao and Han (2012) for many variables: a search without
 * derivatives. Ends when the simplex and the spread of its values are within both tolerances.
 */
public final class NelderMead implements Search {
    private record Vertex(double[] x, double value) {}

    private enum Asking { FIRST, REFLECTED, EXPANDED, CONTRACTED, SHRUNK }

    private final int n;
    private final double tolX;
    private final double tolF;
    private final Vertex[] simplex;
    private final double expansion;
    private final double contraction;
    private final double shrinkage;
    private Asking asking = Asking.FIRST;
    private int filled;
    private double[] trial;
    private Vertex reflected;
    private double[] centre;

    public NelderMead(double[] x0, double tolX, double tolF) {
        n = x0.length;
        this.tolX = tolX;
        this.tolF = tolF;
        double dimension = Math.max(n, 2);
        expansion = 1 + 2 / dimension;
        contraction = 0.75 - 0.5 / dimension;
        shrinkage = 1 - 1 / dimension;
        simplex = new Vertex[n + 1];
        for (int k = 0; k <= n; k++) {
            double[] x = x0.clone();
            // five percent away, as MATLAB's fminsearch starts
            if (k > 0) x[k - 1] = x[k - 1] == 0 ? 0.00025 : x[k - 1] * 1.05;
            simplex[k] = new Vertex(x, Double.NaN);
        }
        trial = simplex[0].x();
    }

    @Override
    public double[] ask() {
        return trial.clone();
    }

    @Override
    public void tell(double told) {
        double value = told == told ? told : Double.POSITIVE_INFINITY;
        switch (asking) {
            case FIRST, SHRUNK -> fill(value);
            case REFLECTED -> reflected(value);
            case EXPANDED -> replace(value < reflected.value() ? new Vertex(trial, value) : reflected);
            default -> contracted(value);
        }
    }

    private void fill(double value) {
        simplex[filled++] = new Vertex(trial, value);
        if (filled <= n) trial = simplex[filled].x();
        else reflect();
    }

    private void reflect() {
        Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
        centre = new double[n];
        for (int k = 0; k < n; k++) for (int i = 0; i < n; i++) centre[i] += simplex[k].x()[i] / n;
        ask(Asking.REFLECTED, 1);
    }

    /** The point on the line from the worst vertex through the centre, t = 1 the mirror image. */
    private void ask(Asking what, double t) {
        asking = what;
        trial = new double[n];
        for (int i = 0; i < n; i++) trial[i] = centre[i] + t * (centre[i] - simplex[n].x()[i]);
    }

    private void reflected(double value) {
        reflected = new Vertex(trial, value);
        if (value < simplex[0].value()) ask(Asking.EXPANDED, expansion);
        else if (value < simplex[n - 1].value() || n == 1 && value < simplex[n].value()) replace(reflected);
        else ask(Asking.CONTRACTED, value < simplex[n].value() ? contraction : -contraction);
    }

    private void contracted(double value) {
        if (value < Math.min(reflected.value(), simplex[n].value())) {
            replace(new Vertex(trial, value));
            return;
        }
        for (int k = 1; k <= n; k++) {
            double[] x = simplex[k].x().clone();
            for (int i = 0; i < n; i++) x[i] = simplex[0].x()[i] + shrinkage * (x[i] - simplex[0].x()[i]);
            simplex[k] = new Vertex(x, Double.NaN);
        }
        filled = 1;
        asking = Asking.SHRUNK;
        trial = simplex[1].x();
    }

    private void replace(Vertex v) {
        simplex[n] = v;
        reflect();
    }

    @Override
    public Reason reason() {
        if (asking != Asking.REFLECTED) return null;
        double size = 0;
        double spread = 0;
        for (int k = 1; k <= n; k++) {
            for (int i = 0; i < n; i++) size = Math.max(size, Math.abs(simplex[k].x()[i] - simplex[0].x()[i]));
            spread = Math.max(spread, Math.abs(simplex[k].value() - simplex[0].value()));
        }
        // where numbers end, no tolerance can be met
        double least = 4 * Math.ulp(Numbers.norm(simplex[0].x()));
        double flat = 4 * Math.ulp(Math.abs(simplex[0].value()));
        return size <= Math.max(tolX, least) && spread <= Math.max(tolF, flat) ? Reason.of(Kind.STEP_SMALL, size, tolX) : null;
    }
}
