package nabla.library.plotting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import nabla.engine.Session;
import nabla.plot.Axes;
import nabla.plot.Figure;
import nabla.plot.Figures;
import nabla.plot.Line;
import nabla.plot.Node;
import nabla.plot.Text;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/**
 * The properties with which nodes of each type begin, as the screen (handle 0) keeps them: DefaultLineLineWidth is the LineWidth of new
 * lines.
 */
final class Defaults {
    private static final String PREFIX = "default";
    /** A node of each type whose properties are known before one is drawn. */
    private static final Map<String, Supplier<Node>> SAMPLES = Map.of(
            "axes", Axes::new, "figure", () -> new Figure(1), "line", () -> new Line(new double[0], new double[0], null), "text", () -> new Text(""));

    private final Map<String, Value> values = new LinkedHashMap<>();
    private Figures figures;

    static Defaults of(Session session) {
        return session.state(Defaults.class, Defaults::new);
    }

    /** The figures, whose new nodes get these properties from now on. */
    Figures given(Figures f) {
        figures = f;
        f.whenBorn(this::begin);
        return f;
    }

    private void begin(Node n) {
        String type = PREFIX + n.type().toLowerCase(Locale.ROOT);
        values.forEach((name, v) -> {
            if (name.startsWith(type)) Properties.set(figures, n, name.substring(type.length()), v);
        });
    }

    /** Sets properties of the screen by name and value, or by the fields of a structure; 'remove' takes one back. */
    void set(Value... pairs) {
        if (pairs.length == 1 && pairs[0] instanceof Struct s) {
            for (String name : s.names()) set(name, s.get(name));
            return;
        }
        for (int k = 0; k + 1 < pairs.length; k += 2) set(Drawing.text(pairs[k]), pairs[k + 1]);
    }

    private void set(String name, Value v) {
        String key = name.toLowerCase(Locale.ROOT);
        if (!key.startsWith(PREFIX)) return;
        if (v instanceof Char c && c.text().equals("remove")) {
            values.remove(key);
            return;
        }
        String type = type(key);
        if (type != null) Properties.set(figures, SAMPLES.get(type).get(), key.substring(PREFIX.length() + type.length()), v);
        v.share();
        values.put(key, v);
    }

    /** What {@code get(0, name)} answers for such a name; empty for what the screen doesn't know. */
    Value get(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        if (values.containsKey(key)) return values.get(key);
        String type = key.startsWith(PREFIX) ? type(key) : null;
        if (type == null && key.startsWith(PREFIX)) {
            throw Failure.of("get: there is no default '%s': Axes, Figure, Line or Text stands before the property",
                    "get: значения по умолчанию '%s' нет: перед свойством стоит Axes, Figure, Line или Text", name.substring(PREFIX.length()));
        }
        return type == null ? Real.empty() : Properties.get(SAMPLES.get(type).get(), key.substring(PREFIX.length() + type.length()));
    }

    private static String type(String key) {
        return List.of("axes", "figure", "line", "text").stream().filter(t -> key.startsWith(PREFIX + t)).findFirst().orElse(null);
    }
}
