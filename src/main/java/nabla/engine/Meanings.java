package nabla.engine;

import java.util.Set;
import nabla.value.Callable;

/** What names mean in a unit, where they are none of these variables. */
record Meanings(Engine engine, Functions.Scope scope, Set<String> variables) implements Kinds.Functions {
    /** The same, these being variables. */
    Meanings besides(Set<String> variables) {
        return new Meanings(engine, scope, variables);
    }

    @Override
    public boolean isLibrary(String name) {
        return !variables.contains(name) && engine.functions.isLibrary(name, scope);
    }

    @Override
    public boolean isGenerated() {
        return scope.real;
    }

    @Override
    public boolean mapsScalars(String name) {
        if (!isLibrary(name)) return false;
        if (Constants.has(name)) return true;
        boolean one = engine.library.scalar(name, 1) != null;
        boolean two = engine.library.scalar(name, 2) != null;
        return (one || two) && (scope.real || !engine.library.mayBeComplex(name));
    }

    /** Whether the code looks at variables by name, itself or by what it calls. */
    boolean look(Names names) {
        if (names.byName(variables)) return true;
        for (String n : names.used) if (!variables.contains(n) && looksAtCaller(n)) return true;
        return false;
    }

    /** Whether calling this name may look at or change variables by name. */
    boolean looks(String name) {
        return Names.byName(name) || looksAtCaller(name);
    }

    /** Whether a name calls a program that sees its caller's variables: a script, or a function that asks for them. */
    private boolean looksAtCaller(String name) {
        Callable c = engine.functions.find(name, scope);
        return c instanceof Script || c instanceof UserFunction f && f.looksAtCaller();
    }
}
