package nabla.engine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import nabla.language.Tree;
import nabla.value.Callable;
import nabla.value.Value;

/**
 * Functions inside a function: they share its variables, those apart that are their own arguments and results. A shared variable
 * lives in a cell that the outer function's frame holds.
 */
final class Nesting {
    /** A nested function together with the call of the outer function whose variables it shares. */
    record Bound(UserFunction function, Frame outer) implements Callable {
        @Override
        public Value[] call(Value[] arguments, int nargout) {
            return function.call(arguments, nargout, outer);
        }
    }

    private final UserFunction outer;
    private final Map<String, UserFunction> inner = new LinkedHashMap<>();
    private final Set<String> own = new LinkedHashSet<>();
    private final Set<String> set = new LinkedHashSet<>();
    private final Set<String> signature = new LinkedHashSet<>();

    Nesting(Engine engine, UserFunction function, UserFunction outer) {
        this.outer = outer;
        Tree.Function tree = function.tree;
        tree.parameters().forEach(p -> signature.add(p.name()));
        tree.results().forEach(p -> signature.add(p.name()));
        Names names = Names.of(tree.body());
        set.addAll(signature);
        set.addAll(names.assigned);
        own.addAll(set);
        own.addAll(names.used);
        for (Tree.Statement s : tree.body()) {
            if (!(s instanceof Tree.Define d)) continue;
            inner.put(d.function().name(), new UserFunction(engine, d.function(), function.scope, function));
            function.scope.nested.add(d.function().name());
        }
    }

    /** Whether the function is nested or has functions inside. */
    boolean matters() {
        return outer != null || !inner.isEmpty();
    }

    UserFunction inner(String name) {
        return inner.get(name);
    }

    /** The variables it shares with functions inside or outside. */
    Set<String> shared() {
        Set<String> shared = new LinkedHashSet<>();
        for (UserFunction f : inner.values()) {
            for (String n : f.nesting.free()) {
                if (own.contains(n) && (set.contains(n) || f.nesting.sets(n))) shared.add(n);
            }
        }
        if (outer != null) for (String n : outer.nesting.shared()) if (free().contains(n)) shared.add(n);
        return shared;
    }

    /** Whether this variable of the function is one of the outer function's. */
    boolean inherits(String name) {
        return outer != null && free().contains(name) && outer.nesting.shared().contains(name);
    }

    /** The names here and inside that are not its arguments and results. */
    private Set<String> free() {
        Set<String> free = new LinkedHashSet<>(own);
        for (UserFunction f : inner.values()) free.addAll(f.nesting.free());
        free.removeAll(signature);
        return free;
    }

    private boolean sets(String name) {
        if (set.contains(name)) return true;
        for (UserFunction f : inner.values()) if (f.nesting.sets(name)) return true;
        return false;
    }
}
