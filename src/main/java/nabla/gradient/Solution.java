package nabla.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nabla.value.Callable;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Overloaded;
import nabla.value.Value;

/**
 * Roots and minima, and measures of densities: the search for them is not followed, and a program of the table then differentiates what was
 * found by the equation that it solves (the implicit function theorem), or by the integral that it is.
 */
final class Solution {
    private Solution() {}

    /**
     * The results of the function, differentiated.
     *
     * @param program that differentiates them
     */
    static Value[] of(Tape tape, String program, String function, Callable plain, Value[] a, int nargout) {
        Value[] found = found(plain, a, Math.max(1, nargout));
        Value[] given = new Value[a.length + 2];
        given[0] = Char.of(function);
        given[1] = new Cell(found, 1, found.length);
        System.arraycopy(a, 0, given, 2, a.length);
        Value[] r = tape.function(Derivatives.PROGRAMS + program).call(given, found.length);
        return r.length <= Math.max(1, nargout) ? r : Arrays.copyOf(r, Math.max(1, nargout));
    }

    private static void pause(Tape t, List<Tape> paused) {
        if (!t.runs()) return;
        t.pause(true);
        paused.add(t);
    }

    /** The results for ordinary values: the tapes whose values the search meets pause meanwhile. */
    private static Value[] found(Callable plain, Value[] a, int nargout) {
        List<Tape> paused = new ArrayList<>();
        try {
            while (true) {
                try {
                    return plain.call(Overloaded.primals(a), nargout);
                } catch (Overloaded.Met m) {
                    if (m.value() instanceof Shown s) pause(s.tape, paused);
                    for (Value v = m.value(); v instanceof Traced t; v = t.value) pause(t.tape, paused);
                }
            }
        } finally {
            for (Tape t : paused) t.pause(false);
        }
    }
}
