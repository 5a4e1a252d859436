package nabla.value;

/** The class that joined values have in common, and each of them as that class. */
final class ConcatClass {
    private ConcatClass() {}

    /** The values as arrays of one class; sizes stay, but for a cell's neighbours, each wrapped as one cell unless []. */
    static Array[] unify(Value[] parts) {
        boolean cell = false;
        boolean struct = false;
        for (Value v : parts) {
            if (struct && !cell && v instanceof Cell && !v.isEmpty()) throw refused(parts, indexOf(parts, v));
            cell |= v instanceof Cell;
            struct |= v instanceof Struct;
        }
        Array[] r = new Array[parts.length];
        for (int i = 0; i < r.length; i++) {
            if (cell) r[i] = asCell(parts[i]);
            else if (struct) r[i] = asStruct(parts[i]);
            else if (parts[i] instanceof Numeric n) r[i] = n;
            else throw refused(parts, i);
        }
        if (struct && !cell) return sameFields(r);
        return cell ? r : numbers(r);
    }

    private static int indexOf(Value[] parts, Value v) {
        int i = 0;
        while (parts[i] != v) i++;
        return i;
    }

    private static Failure refused(Value[] parts, int i) {
        return Failure.of(
                "concatenation operator not implemented for '%s' by '%s' operations: use a cell, { }",
                "'%s' и '%s' не соединить в массив: возьмите ячейки, { }",
                Types.operand(parts[0]),
                Types.operand(parts[i == 0 && parts.length > 1 ? 1 : i]));
    }

    private static Cell asCell(Value v) {
        if (v instanceof Cell c) return c;
        return v.isEmpty() ? new Cell(new Value[0], 0, 0) : new Cell(new Value[] {v}, 1, 1);
    }

    private static Struct asStruct(Value v) {
        if (v instanceof Struct s) return s;
        if (v instanceof Numeric && v.isEmpty()) return null;
        throw Failure.of(
                "concatenation operator not implemented for 'struct' by '%s' operations",
                "структуру и '%s' не соединить в массив",
                Types.operand(v));
    }

    private static Array[] sameFields(Array[] parts) {
        Struct model = null;
        for (Array a : parts) if (model == null && a != null) model = (Struct) a;
        Array[] r = new Array[parts.length];
        for (int i = 0; i < r.length; i++) {
            Struct s = parts[i] == null ? model.blank(0, 0) : (Struct) parts[i];
            if (!s.names().equals(model.names())) {
                throw Failure.of(
                        "cat: field names mismatch in concatenating structs",
                        "соединить можно лишь структуры с одинаковыми полями");
            }
            r[i] = s;
        }
        return r;
    }

    private static Array[] numbers(Array[] parts) {
        boolean text = false;
        boolean quoted = false;
        boolean single = false;
        boolean complex = false;
        boolean truth = true;
        IntType type = null;
        for (Array a : parts) {
            Numeric n = (Numeric) a;
            text |= n instanceof Char;
            quoted |= n instanceof Char c && c.doubleQuoted();
            single |= n.isSingle();
            complex |= n.isComplex();
            truth &= n instanceof Bool;
            if (type == null && n instanceof Ints i) type = i.type();
        }
        Array[] r = new Array[parts.length];
        for (int i = 0; i < r.length; i++) {
            Numeric n = (Numeric) parts[i];
            if (text) r[i] = character(n, quoted);
            else if (type != null) r[i] = Convert.toInts(type, n);
            else if (complex) r[i] = complex(n, single);
            else if (truth) r[i] = n;
            else r[i] = single ? Convert.toSingle(n) : Convert.toReal(n);
        }
        return r;
    }

    private static Char character(Numeric n, boolean quoted) {
        Char c = Convert.toChar(n);
        return c.doubleQuoted() == quoted ? c : new Char(c.data(), quoted, c.dims());
    }

    private static Complex complex(Numeric n, boolean single) {
        Numeric f = single ? Convert.toSingle(n) : n;
        if (f instanceof Complex z) return z;
        return new Complex(single, f.toDoubles(), new double[f.numel()], f.dims());
    }
}
