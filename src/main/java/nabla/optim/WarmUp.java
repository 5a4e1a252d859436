package nabla.optim;

import java.util.Map;

/** A rate that is reached in n even steps, η₀·(k+1)/n, and from then on followed. */
public record WarmUp(Rate rate, int steps) implements Rate {
    public WarmUp {
        Numbers.positive("n", steps);
    }

    @Override
    public double at(int k) {
        return k < steps ? rate.at(0) * (k + 1) / steps : rate.at(k + 1 - steps);
    }

    @Override
    public String name() {
        return "warmup";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", rate, "n", steps);
    }
}
