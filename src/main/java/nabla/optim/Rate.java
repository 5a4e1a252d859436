package nabla.optim;

import java.util.Map;

/** A learning rate: a number that stays, or a schedule by which it changes from step to step. */
public interface Rate extends Named {
    /** η of step k, 0 the first. */
    double at(int k);

    /** The same η in every step. */
    static Rate of(double eta) {
        return new Constant(Numbers.positive("η", eta));
    }

    /** A rate that stays. */
    record Constant(double eta) implements Rate {
        @Override
        public double at(int k) {
            return eta;
        }

        @Override
        public String name() {
            return "constant";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("η", eta);
        }

        @Override
        public String text() {
            return Numbers.shortest(eta);
        }
    }
}
