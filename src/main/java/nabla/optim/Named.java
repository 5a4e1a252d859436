package nabla.optim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** What has a name in the language and parameters in a formula: a rule, a schedule. */
public interface Named {
    /** The name, as it is called in the language: {@code adam}. */
    String name();

    /** The parameters by name, in the order of the formula: numbers, rates, and true for an option that is on. */
    Map<String, Object> parameters();

    /** The name with its parameters: {@code momentum(η=0.01, γ=0.9)}. */
    default String text() {
        StringJoiner s = new StringJoiner(", ", name() + "(", ")");
        parameters().forEach((k, v) -> s.add(v == Boolean.TRUE ? k : k + "=" + shown(v)));
        return s.toString();
    }

    private static String shown(Object v) {
        return v instanceof Named n ? n.text() : Numbers.shortest(((Number) v).doubleValue());
    }

    /** Names and values in turns; an option that is off is left out. */
    static Map<String, Object> parameters(Object... pairs) {
        Map<String, Object> p = new LinkedHashMap<>();
        for (int k = 0; k < pairs.length; k += 2) if (pairs[k + 1] != Boolean.FALSE) p.put((String) pairs[k], pairs[k + 1]);
        return p;
    }
}
