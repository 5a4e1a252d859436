package nabla.entropy;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters by their letters, in order. */
final class Parameters {
    private Parameters() {}

    static Map<String, Double> of(String letter, double value) {
        return Map.of(letter, value);
    }

    static Map<String, Double> of(String first, double x, String second, double y) {
        Map<String, Double> m = new LinkedHashMap<>();
        m.put(first, x);
        m.put(second, y);
        return m;
    }
}
