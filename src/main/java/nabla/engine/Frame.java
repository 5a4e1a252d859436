package nabla.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.value.Callable;
import nabla.value.Value;

/** One call under way: who runs, with how many arguments, and its variables by name where the code looks at them so. */
public final class Frame {
    public final Engine engine;
    public final Frame caller;
    /** The function's name, empty at the console's top level. */
    public final String name;
    /** The place that called; null when that is no place in a program. */
    public Call call;
    public int nargin;
    public int nargout;
    /** Variables by name: of a script or of a function that uses eval and its kin; null elsewhere. */
    public Workspace workspace;
    /** What the running code belongs to: finds its local functions. */
    public final Functions.Scope scope;

    /** The call of the function in which this one stands, or in which this anonymous function was made; null when there is none. */
    Frame outer;
    /** The call in whose variables this code of a script or a text runs; null for a function. */
    Frame host;
    /** The running function when it is nested or has functions inside. */
    UserFunction function;
    private Map<String, Workspace.Global> shared;
    /** What is to be done when the call ends; null for nothing. */
    private List<Cleanup> cleanups;

    Frame(Engine engine, Frame caller, String name, Functions.Scope scope, Workspace workspace) {
        this.engine = engine;
        this.caller = caller;
        this.name = name;
        this.scope = scope;
        this.workspace = workspace;
    }

    /** The variables by name; an empty table when this frame keeps none. */
    public Workspace variables() {
        if (workspace == null) workspace = new Workspace();
        return workspace;
    }

    /** The function of this name that stands inside the running function or one around it; null when there is none. */
    Callable nested(String name) {
        for (Frame f = this; f != null; f = f.outer) {
            UserFunction g = f.function == null ? null : f.function.nesting.inner(name);
            if (g != null) return new Nesting.Bound(g, f);
        }
        return null;
    }

    /** Whether the caller put ~ in place of result k, from 1. */
    public boolean ignores(int k) {
        return call != null && call.ignores(k);
    }

    /** From now on the end of this call runs the cleanup. */
    public void atEnd(Cleanup c) {
        Frame f = this;
        while (f.host != null) f = f.host;
        if (f.cleanups == null) f.cleanups = new ArrayList<>();
        f.cleanups.add(c);
    }

    /** The call is over: runs its cleanups, save those among the results, which are the caller's from now on; results are null after an error. */
    void end(Value[] results) {
        if (cleanups == null) return;
        for (Cleanup c : cleanups) {
            boolean returned = false;
            if (results != null) for (Value v : results) returned |= c.isIn(v);
            if (returned && caller != null) caller.atEnd(c);
            else c.run();
        }
        cleanups = null;
    }

    // called by generated code

    /** The cell of a variable that nested functions share. */
    public Workspace.Global shared(String variable) {
        if (function.nesting.inherits(variable)) return outer.shared(variable);
        if (shared == null) shared = new HashMap<>();
        return shared.computeIfAbsent(variable, k -> new Workspace.Global());
    }

    public Value load(String variable) {
        Value v = workspace.get(variable);
        return v == null ? Code.UNDEFINED : v;
    }

    public void store(double d, Value r, String variable) {
        if (r == null) workspace.set(variable, nabla.value.Real.of(d));
        else if (r != Code.UNDEFINED) workspace.set(variable, r);
        else if (!workspace.isGlobal(variable)) workspace.clear(variable);
    }
}
