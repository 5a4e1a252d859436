package nabla.optim;

import java.util.Map;

/**
 * A rate that falls along half a cosine in n steps and then stays (Loshchilov, Hutter 2017):
 * ηₖ = last + (η − last)·(1 + cos(π·min(k, n)/n))/2.
 *
 * @param eta the first rate η &gt; 0
 * @param last the rate after n steps, 0 or more
 */
public record CosineDecay(double eta, int steps, double last) implements Rate {
    public CosineDecay {
        Numbers.positive("η", eta);
        Numbers.positive("n", steps);
        Numbers.notNegative("last", last);
    }

    @Override
    public double at(int k) {
        return between(eta, last, (double) Math.min(k, steps) / steps);
    }

    /** From a to b along half a cosine, the part s in [0, 1] of the way. */
    static double between(double a, double b, double s) {
        return b + (a - b) * (1 + Math.cos(Math.PI * s)) / 2;
    }

    @Override
    public String name() {
        return "cosinedecay";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", eta, "n", steps, "last", last);
    }
}
