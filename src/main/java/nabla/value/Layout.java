package nabla.value;

/** How the elements of one matrix stand in columns. */
abstract class Layout {
    /** Characters of a line. */
    static final int LINE = 80;

    /** How many of them the columns may take behind so many blanks. */
    int lineWidth(int indent) {
        return LINE - indent;
    }

    /** Blanks and field of one column. */
    abstract int columnWidth();

    /** Appends element i as one column, its leading blanks included. */
    abstract void column(StringBuilder out, int i);

    /** The one element as it stands after {@code x = }. */
    abstract String scalar();

    static Layout of(Numeric a, Format f) {
        if (f.style() == Format.Style.HEXADECIMAL || f.style() == Format.Style.SIGNS) return new SymbolLayout(a, f);
        if (a instanceof Ints || a instanceof Bool) return new IntegerLayout(a, f);
        if (a instanceof Complex c) return new ComplexLayout(c, f);
        return new RealLayout((Real) a, f);
    }
}
