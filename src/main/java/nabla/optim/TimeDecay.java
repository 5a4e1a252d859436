package nabla.optim;

import java.util.Map;

/**
 * A rate that falls as Robbins and Monro (1951) ask for: ηₖ = η/(1 + d·k).
 *
 * @param eta the first rate η &gt; 0
 * @param d the fall d ≥ 0: after 1/d steps half is left
 */
public record TimeDecay(double eta, double d) implements Rate {
    public TimeDecay {
        Numbers.positive("η", eta);
        Numbers.notNegative("d", d);
    }

    @Override
    public double at(int k) {
        return eta / (1 + d * k);
    }

    @Override
    public String name() {
        return "timedecay";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", eta, "d", d);
    }
}
