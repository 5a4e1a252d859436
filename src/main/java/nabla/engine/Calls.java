package nabla.engine;

import nabla.value.Cell;
import nabla.value.Value;

/** What calls of user functions share. */
final class Calls {
    private Calls() {}

    /** varargin: the arguments from {@code first} on. */
    static Cell rest(Value[] arguments, int first) {
        int n = Math.max(0, arguments.length - first);
        Value[] rest = new Value[n];
        for (int i = 0; i < n; i++) rest[i] = arguments[first + i];
        return new Cell(rest, n == 0 ? 0 : 1, n);
    }
}
