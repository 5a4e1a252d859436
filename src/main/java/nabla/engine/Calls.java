package nabla.engine;

import nabla.value.Cell;
import nabla.value.Value;

/** What calls of user functions share. */
final class Calls {
    private Calls() {}

    /** The results without those beyond what was asked for; the first is always there for ans. */
    static Value[] wanted(Value[] results, int nargout) {
        int n = Math.max(1, nargout);
        return results.length <= n ? results : java.util.Arrays.copyOf(results, n);
    }

    /** varargin: the arguments from {@code first} on. */
    static Cell rest(Value[] arguments, int first) {
        int n = Math.max(0, arguments.length - first);
        Value[] rest = new Value[n];
        for (int i = 0; i < n; i++) rest[i] = arguments[first + i];
        return new Cell(rest, n == 0 ? 0 : 1, n);
    }
}
