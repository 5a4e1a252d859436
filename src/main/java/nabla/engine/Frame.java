package nabla.engine;

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

    // called by generated code

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
