package nabla.engine;

import java.util.HashMap;
import java.util.Map;
import nabla.engine.AdjointMeaning.*;
import nabla.language.Tree.*;

/** Structures in programs that are differentiated: each field is a variable of its own, called {@code structure.field}. */
final class AdjointFields {
    private AdjointFields() {}

    /** What a variable or a field is called; null for any other expression. */
    static String name(Expression e) {
        if (e instanceof Name n) return n.id();
        if (!(e instanceof Field f)) return null;
        String of = name(f.target());
        return of == null ? null : of + "." + f.name();
    }

    /** The fields of the structure of this name; null when there is none. */
    static Structure of(String name, Map<String, AdjointMeaning> names) {
        Map<String, AdjointMeaning> fields = new HashMap<>();
        String start = name + ".";
        names.forEach((n, m) -> {
            if (n.startsWith(start)) fields.put(n.substring(start.length()), m);
        });
        return fields.isEmpty() ? null : new Structure(fields);
    }

    /** Notes what a name means, or of a structure what its fields mean. */
    static void put(String name, AdjointMeaning m, Map<String, AdjointMeaning> names) {
        if (m instanceof Structure s) s.fields().forEach((field, of) -> put(name + "." + field, of, names));
        else names.put(name, m);
    }
}
