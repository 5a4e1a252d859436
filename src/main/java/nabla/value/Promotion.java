package nabla.value;

/** The target and the right side of an indexed assignment, brought to one class. */
record Promotion(Array target, Array rhs) {
    /** @param grows whether the assignment makes new elements */
    static Promotion of(Array target, Value rhs, boolean grows) {
        if (target instanceof Cell c) {
            return new Promotion(c, rhs instanceof Cell r ? r : new Cell(new Value[] {rhs}, 1, 1));
        }
        if (!(rhs instanceof Array r)) throw noConversion(target, rhs);
        if (target == null || target.numel() == 0 && target instanceof Real x && !x.isSingle() && !(r instanceof Numeric)) {
            return new Promotion(r.blank(0, 0), r);
        }
        if (target instanceof Struct s) return structures(s, r, grows);
        if (!(target instanceof Numeric t) || !(r instanceof Numeric n)) throw noConversion(target, r);
        return numbers(t, n);
    }

    private static Failure noConversion(Value target, Value rhs) {
        return Failure.of(
                "operator =: no conversion for assignment of '%s' to indexed '%s'",
                "присваивание: '%s' нельзя записать в элемент '%s'",
                Types.describe(rhs),
                target == null ? "matrix" : Types.operand(target));
    }

    /** A right side that is complex makes the target complex; else the target keeps its class but for char holding numbers. */
    private static Promotion numbers(Numeric t, Numeric r) {
        if (t.isComplex() || r.isComplex()) {
            boolean single = t.isSingle();
            return new Promotion(complex(t, single), complex(r, single));
        }
        if (t instanceof Real x) return new Promotion(x, x.isSingle() == r.isSingle() && r instanceof Real ? r : real(r, x.isSingle()));
        if (t instanceof Ints x) return new Promotion(x, Convert.toInts(x.type(), r));
        if (t instanceof Bool x) return new Promotion(x, Convert.toBool(r));
        if (r instanceof Ints || r.isSingle()) return new Promotion(real(t, false), real(r, false));
        return new Promotion(t, Convert.toChar(r));
    }

    private static Real real(Numeric n, boolean single) {
        return (Real) (single ? Convert.toSingle(n) : Convert.toDouble(n));
    }

    private static Complex complex(Numeric n, boolean single) {
        if (n instanceof Complex z && z.isSingle() == single) return z;
        Numeric f = single ? Convert.toSingle(n) : Convert.toDouble(n);
        if (f instanceof Complex z) return z;
        return new Complex(single, f.toDoubles().clone(), new double[f.numel()], f.dims());
    }

    /**
     * Structures take structures of the same fields, in any order. A new element may bring other fields, as {@code s(end+1).f = v}
     * does: what either side lacks is [] there.
     */
    private static Promotion structures(Struct t, Array rhs, boolean grows) {
        if (!(rhs instanceof Struct r)) {
            throw Failure.of("invalid structure assignment", "в массив структур можно записать лишь структуру");
        }
        if (t.names().equals(r.names())) return new Promotion(t, r);
        if (grows || t.names().isEmpty()) return new Promotion(withFields(t, r), withFields(r, t));
        throw Failure.of(
                "incompatible fields in struct assignment",
                "у структур разные поля: сначала добавьте недостающие");
    }

    /** The structure, or its copy with the other's fields added. */
    private static Struct withFields(Struct s, Struct other) {
        if (s.names().containsAll(other.names())) return s;
        Struct r = s.copy();
        for (String name : other.names()) r.addField(name);
        return r;
    }
}
