package nabla.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import nabla.value.Array;
import nabla.value.Callable;
import nabla.value.Cell;
import nabla.value.FunctionHandle;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** The functions of a fork: names mean what they mean in the engine it was forked from, and each function is made again from its tree. */
final class Twins extends Functions {
    private final Engine fork;
    private final Functions origin;
    private final Map<UserFunction, UserFunction> functions = new HashMap<>();
    private final Map<Scope, Scope> scopes = new HashMap<>();
    private final Map<Closure.Site, Closure.Site> sites = new WeakHashMap<>();
    private long stamp = -1;

    Twins(Engine fork, Functions origin) {
        super(fork, fork.library);
        this.fork = fork;
        this.origin = origin;
    }

    @Override
    long stamp() {
        return origin.stamp();
    }

    @Override
    Callable search(String name, Scope scope) {
        return of(name, origin.find(name, scope == null ? null : scope.origin));
    }

    @Override
    synchronized Callable fromLibrary(String name) {
        Callable c = bound.get(name);
        if (c != null) return c;
        c = origin.fromLibrary(name);
        if (c == null) return null;
        c = c instanceof UserFunction f ? of(f) : library.find(name, fork);
        bound.put(name, c);
        return c;
    }

    /** The twin of what a name calls; null when it calls nothing. */
    private Callable of(String name, Callable c) {
        if (c == null) return null;
        if (c == origin.fromLibrary(name)) return fromLibrary(name);
        if (c instanceof UserFunction f) return of(f);
        return (arguments, nargout) -> {
            throw new Refused(name, name);
        };
    }

    private UserFunction of(UserFunction f) {
        if (stamp != stamp()) {
            functions.clear();
            scopes.clear();
            stamp = stamp();
        }
        UserFunction twin = functions.get(f);
        if (twin == null) {
            functions.put(f, twin = new UserFunction(fork, f.tree, of(f.scope)));
            twin.texts = f.texts;
        }
        return twin;
    }

    private Scope of(Scope scope) {
        return scopes.computeIfAbsent(scope, Scope::new);
    }

    private Closure.Site of(Closure.Site s) {
        return sites.computeIfAbsent(s, k -> new Closure.Site(s.tree, s.text, s.captured, s.uncertain, of(s.scope)));
    }

    /** The value as the fork may hold it: arrays are shared, functions are twins, objects that may change are refused. */
    Value of(Value v) {
        if (v == null) return null;
        if (v instanceof FunctionHandle h) return new FunctionHandle(h.text(), h.anonymous(), target(h));
        v.share();
        if (v instanceof Cell c) return of(c);
        if (v instanceof Struct s) return of(s);
        if (v instanceof Real r) r.data();
        if (v instanceof Array || v == Code.UNDEFINED) return v;
        throw new Refused(v.className(), v.className());
    }

    /** Refuses a result that holds a function or an object: it would be the fork's. */
    static void leave(Value v) {
        if (v instanceof Cell c) for (Value e : c.data()) leave(e);
        else if (v instanceof Struct s) for (String name : s.names()) for (int i = 0; i < s.numel(); i++) leave(s.get(name, i));
        else if (!(v instanceof Array)) throw new Refused(v.className(), v.className());
    }

    private Callable target(FunctionHandle h) {
        Callable c = h.target();
        if (c instanceof UserFunction f) return of(f);
        if (c instanceof Closure f && !f.nested()) {
            Value[] captured = new Value[f.captured.length];
            for (int k = 0; k < captured.length; k++) captured[k] = of(f.captured[k]);
            return new Closure(fork.current(), of(f.site), captured);
        }
        if (c == origin.fromLibrary(h.text())) return fromLibrary(h.text());
        throw new Refused(h.text(), h.text());
    }

    private Cell of(Cell c) {
        Value[] twins = new Value[c.numel()];
        for (int i = 0; i < twins.length; i++) twins[i] = of(c.get(i));
        return new Cell(twins, c.dims());
    }

    private Struct of(Struct s) {
        Struct twin = s.copy();
        for (String name : s.names()) for (int i = 0; i < s.numel(); i++) twin.put(name, i, of(s.get(name, i)));
        return twin;
    }
}
