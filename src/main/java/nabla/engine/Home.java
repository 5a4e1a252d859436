package nabla.engine;

import nabla.value.Value;

/** The names of variables that are kept in two arrays, for passing them to the workspace and back. */
public final class Home {
    private final String[] names;

    /** @param names by position in the arrays; null for one that stays out of the workspace */
    Home(String[] names) {
        this.names = names;
    }

    // called by generated code

    public void spill(Frame frame, double[] d, Value[] r) {
        for (int k = 0; k < names.length; k++) if (names[k] != null) frame.store(d[k], r[k], names[k]);
    }

    public void reload(Frame frame, double[] d, Value[] r) {
        for (int k = 0; k < names.length; k++) {
            r[k] = frame.load(names[k]);
            if (!Ops.isNumber(r[k])) continue;
            d[k] = Ops.number(r[k]);
            r[k] = null;
        }
    }
}
