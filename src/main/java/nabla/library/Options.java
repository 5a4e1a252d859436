package nabla.library;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nabla.value.Bool;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Spelling;
import nabla.value.Struct;
import nabla.value.Value;

/** Options by name after the other arguments, or in a structure as optimset makes it. Names are taken in any case, old and new ones. */
public final class Options {
    private static final Map<String, String> NEW_TO_OLD = Map.ofEntries(
            Map.entry("steptolerance", "tolx"),
            Map.entry("functiontolerance", "tolfun"),
            Map.entry("optimalitytolerance", "tolfun"),
            Map.entry("constrainttolerance", "tolcon"),
            Map.entry("specifyobjectivegradient", "gradobj"),
            Map.entry("specifyconstraintgradient", "gradconstr"),
            Map.entry("maxiterations", "maxiter"),
            Map.entry("maxfunctionevaluations", "maxfunevals"),
            Map.entry("absolutemaxobjectivecount", "minabsmax"),
            Map.entry("equalitygoalcount", "goalsexactachieve"),
            Map.entry("maxsteps", "steps"),
            Map.entry("timelimit", "maxtime"),
            Map.entry("generations", "maxgenerations"),
            Map.entry("stallgenlimit", "maxstallgenerations"),
            Map.entry("initialpopulation", "initialpopulationmatrix"),
            Map.entry("initialswarm", "initialswarmmatrix"),
            Map.entry("tolmesh", "meshtolerance"),
            Map.entry("outputfcns", "outputfcn"),
            Map.entry("plotfcns", "plotfcn"),
            Map.entry("tol", "tolerance"));

    private final String function;
    private final Map<String, Value> values = new TreeMap<>();

    /** @param known the names that are allowed; every name when there are none */
    public Options(String function, Value[] arguments, int from, String... known) {
        this.function = function;
        for (int k = from; k < arguments.length; k++) {
            if (arguments[k] instanceof Struct s) {
                if (s.numel() == 1) for (String name : s.names()) put(name, s.get(name));
            } else if (arguments[k] instanceof Char name && k + 1 < arguments.length) {
                if (known.length > 0 && !contains(known, key(name.text()))) throw unknown(name.text(), known);
                put(name.text(), arguments[++k]);
            } else if (!(arguments[k] instanceof Numeric n && n.isEmpty())) {
                throw Failure.of("%s: options come in pairs, a name and its value", "%s: параметры идут парами: имя и значение", function);
            }
        }
    }

    private void put(String name, Value v) {
        if (!v.isEmpty() || v instanceof Char) values.put(key(name), v);
    }

    private Failure unknown(String name, String[] known) {
        return Failure.of("%s: no option is called '%s': there are %s%s", "%s: параметра '%s' нет; есть %s%s", function, name,
                String.join(", ", known), Spelling.hint(name, List.of(known)));
    }

    private static boolean contains(String[] names, String key) {
        for (String n : names) if (key(n).equals(key)) return true;
        return false;
    }

    public static String key(String name) {
        String k = name.toLowerCase(Locale.ROOT);
        return NEW_TO_OLD.getOrDefault(k, k);
    }

    public Value get(String name) {
        return values.get(key(name));
    }

    public double number(String name, double otherwise) {
        Value v = get(name);
        return v == null ? otherwise : number(function + ": " + name, v);
    }

    public static double number(String what, Value v) {
        if (v instanceof Numeric n && !(v instanceof Char) && n.isScalar() && !n.isComplex()) return n.re(0);
        throw Failure.of("%s must be a number, not a %s", "%s: нужно число, а не %s", what, v.className());
    }

    public int count(String name, int otherwise) {
        double d = number(name, otherwise);
        if (d >= 0 && d == d) return (int) Math.min(d, Integer.MAX_VALUE);
        throw Failure.of("%s: %s must be 0 or more", "%s: %s должно быть не меньше 0", function, name);
    }

    public boolean flag(String name, boolean otherwise) {
        Value v = get(name);
        if (v == null) return otherwise;
        if (v instanceof Char c) return c.text().equalsIgnoreCase("on") || c.text().equalsIgnoreCase("true");
        return v instanceof Bool || v instanceof Numeric ? v.isTrue() : otherwise;
    }

    public String word(String name, String otherwise) {
        return get(name) instanceof Char c ? c.text() : otherwise;
    }

    public FunctionHandle function(String name) {
        Value v = get(name);
        if (v == null || v instanceof FunctionHandle) return (FunctionHandle) v;
        throw Failure.of("%s: %s must be a function", "%s: %s должно быть функцией", function, name);
    }
}
