package nabla.optim;

import java.util.Map;

/**
 * One rise and one fall in n steps, each along half a cosine (Smith, Topin 2019): from η/25 up to η in the first 30 %, then down to
 * η/250 000, where it stays.
 *
 * @param eta the highest rate η &gt; 0
 */
public record OneCycle(double eta, int steps) implements Rate {
    private static final double RISE = 0.3;

    public OneCycle {
        Numbers.positive("η", eta);
        Numbers.positive("n", steps);
    }

    @Override
    public double at(int k) {
        double s = Math.min(1, (double) k / steps);
        return s < RISE
                ? CosineDecay.between(eta / 25, eta, s / RISE)
                : CosineDecay.between(eta, eta / 250_000, (s - RISE) / (1 - RISE));
    }

    @Override
    public String name() {
        return "onecycle";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", eta, "n", steps);
    }
}
