package nabla.engine;

import java.util.Arrays;
import nabla.value.Cell;
import nabla.value.Failure;
import nabla.value.Value;

/** What generated code asks where a call has several results: which of them each target of an assignment takes. */
public final class Results {
    private Results() {}

    /** The results of a function: those it names and the cells of varargout. */
    public static Value[] varargout(Value[] fixed, Value varargout) {
        if (varargout == null) return fixed;
        if (!(varargout instanceof Cell c)) throw Failure.of("varargout must be a cell array", "varargout должен быть массивом ячеек");
        Value[] all = Arrays.copyOf(fixed, fixed.length + c.numel());
        System.arraycopy(c.data(), 0, all, fixed.length, c.numel());
        return all;
    }

    /** The value for the one target of an assignment. */
    public static Value first(Value[] values) {
        if (values.length > 0 && values[0] != null) return values[0];
        throw Failure.of("invalid number of elements on RHS of assignment: there is no value", "справа от присваивания нет ни одного значения");
    }

    /** How many values all targets take. */
    public static int total(int[] counts) {
        int n = 0;
        for (int c : counts) n += c;
        return n;
    }

    /** The value for target k. */
    public static Value take(Value[] values, int[] counts, int k) {
        int at = 0;
        for (int i = 0; i < k; i++) at += counts[i];
        if (at < values.length && values[at] != null) return values[at];
        if (at == 0) {
            throw Failure.of("value on the right hand side of the assignment not defined", "справа от присваивания нет значения")
                    .id("Octave:undefined-function");
        }
        throw Failure.of("element number %d undefined in return list", "результат номер %d не определён", at + 1)
                .id("Octave:undefined-function");
    }

    /** The values for target k, as many as it takes. */
    public static Value[] takeMany(Value[] values, int[] counts, int k) {
        int at = 0;
        for (int i = 0; i < k; i++) at += counts[i];
        if (at + counts[k] > values.length) {
            throw Failure.of("some elements undefined in return list", "не хватает значений для всех целей присваивания");
        }
        return Arrays.copyOfRange(values, at, at + counts[k]);
    }
}
