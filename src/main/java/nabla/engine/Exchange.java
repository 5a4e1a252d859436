package nabla.engine;

import static nabla.engine.Descriptors.*;
import static org.objectweb.asm.Opcodes.*;

import java.util.Map;
import java.util.Set;

/** Compiles the exchange of a unit's variables with the workspace, where they are seen by name. */
final class Exchange {
    private final Compiler unit;
    private final Emit emit;
    /** The variables that the unit may set. */
    private Set<String> written = Set.of();

    Exchange(Compiler unit) {
        this.unit = unit;
        this.emit = unit.emit;
    }

    /** Only these variables are written. */
    void write(Set<String> variables) {
        written = variables;
    }

    /** For a block of the unit of the other exchange. */
    void as(Exchange other) {
        written = other.written;
    }

    /** Writes the variables to the workspace. */
    void spill() {
        if (unit.atHome()) {
            String[] names = names();
            for (int k = 0; k < names.length; k++) if (!written.contains(names[k])) names[k] = null;
            home("spill", names);
            return;
        }
        for (String n : written) {
            Operand.Pair p = unit.variables.get(n);
            if (p == null) continue;
            emit.frame();
            emit.var(DLOAD, p.d());
            emit.var(ALOAD, p.r());
            emit.text(n);
            emit.virtual("nabla/engine/Frame", "store", "(D" + V + "Ljava/lang/String;)V");
        }
    }

    /** Reads the variables from the workspace. */
    void reload() {
        if (unit.atHome()) {
            home("reload", names());
            return;
        }
        for (Map.Entry<String, Operand.Pair> v : unit.variables.entrySet()) {
            emit.frame();
            emit.text(v.getKey());
            emit.virtual("nabla/engine/Frame", "load", "(Ljava/lang/String;)" + V);
            emit.unbox(v.getValue());
        }
    }

    private void home(String method, String[] names) {
        emit.constant(new Home(names), Home.class);
        emit.frame();
        emit.pushHome();
        emit.virtual("nabla/engine/Home", method, "(" + F + "[D" + ARRAY + ")V");
    }

    private String[] names() {
        return unit.variables.keySet().toArray(new String[0]);
    }
}
