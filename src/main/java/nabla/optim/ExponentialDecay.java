package nabla.optim;

import java.util.Map;

/**
 * A rate that falls by the same factor each step: ηₖ = η·factorᵏ.
 *
 * @param eta the first rate η &gt; 0
 */
public record ExponentialDecay(double eta, double factor) implements Rate {
    public ExponentialDecay {
        Numbers.positive("η", eta);
        Numbers.positive("factor", factor);
    }

    @Override
    public double at(int k) {
        return eta * Math.pow(factor, k);
    }

    @Override
    public String name() {
        return "expdecay";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", eta, "factor", factor);
    }
}
