package nabla.optim;

import java.util.Map;

/**
 * A rate that drops every so many steps: ηₖ = η·factor^⌊k/every⌋.
 *
 * @param eta the first rate η &gt; 0
 */
public record StepDecay(double eta, double factor, int every) implements Rate {
    public StepDecay {
        Numbers.positive("η", eta);
        Numbers.positive("factor", factor);
        Numbers.positive("every", every);
    }

    @Override
    public double at(int k) {
        return eta * Math.pow(factor, k / every);
    }

    @Override
    public String name() {
        return "stepdecay";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", eta, "factor", factor, "every", every);
    }
}
