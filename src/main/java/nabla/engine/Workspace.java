package nabla.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nabla.value.Value;

/** Variables by name: those of the console, or of a function that looks at its variables by name. */
public final class Workspace {
    private final Map<String, Value> variables = new LinkedHashMap<>();
    /** Names declared global here. */
    private final Map<String, Global> globals = new TreeMap<>();

    /** A variable shared by every workspace that declares it. */
    public static final class Global {
        public Value value;
    }

    /** The value, null when the name is not a variable here. {@link Value#share} it before storing it elsewhere. */
    public Value get(String name) {
        Global g = globals.get(name);
        return g != null ? g.value : variables.get(name);
    }

    /** Defines or replaces a variable. */
    public void set(String name, Value v) {
        Global g = globals.get(name);
        if (g != null) g.value = v;
        else {
            Value old = variables.put(name, v);
            if (old != v) Cleanup.runIn(old, variables.values());
        }
    }

    public void clear(String name) {
        globals.remove(name);
        Cleanup.runIn(variables.remove(name), variables.values());
    }

    public boolean has(String name) {
        return get(name) != null;
    }

    public boolean isGlobal(String name) {
        return globals.containsKey(name);
    }

    /** Makes the name stand for the global variable from now on. */
    public void declare(String name, Global global) {
        variables.remove(name);
        globals.put(name, global);
    }

    /** The names, sorted. */
    public Set<String> names() {
        TreeMap<String, Value> all = new TreeMap<>(variables);
        globals.forEach((n, g) -> all.put(n, g.value));
        return all.keySet();
    }
}
