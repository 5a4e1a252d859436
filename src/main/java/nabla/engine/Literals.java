package nabla.engine;

import nabla.value.Cell;
import nabla.value.Concat;
import nabla.value.Real;
import nabla.value.Value;

/** Puts together what stands between brackets and braces. */
final class Literals {
    private Literals() {}

    static Value matrix(Value[][] rows) {
        if (rows.length == 0) return Real.empty();
        if (rows.length == 1) return Concat.horizontal(rows[0]);
        Value[] parts = new Value[rows.length];
        for (int i = 0; i < rows.length; i++) parts[i] = Concat.horizontal(rows[i]);
        return Concat.vertical(parts);
    }

    static Value cells(Value[][] rows) {
        if (rows.length == 0) return new Cell(new Value[0], 0, 0);
        if (rows.length == 1) return row(rows[0]);
        Value[] parts = new Value[rows.length];
        for (int i = 0; i < rows.length; i++) parts[i] = row(rows[i]);
        return Concat.vertical(parts);
    }

    private static Cell row(Value[] elements) {
        return new Cell(elements, elements.length == 0 ? 0 : 1, elements.length);
    }
}
