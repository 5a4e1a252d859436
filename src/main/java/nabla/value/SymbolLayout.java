package nabla.value;

/** Numbers by their bits in hexadecimal digits, or by their signs alone. */
final class SymbolLayout extends Layout {
    private final Numeric a;
    private final boolean signs;

    SymbolLayout(Numeric a, Format f) {
        this.a = a;
        signs = f.style() == Format.Style.SIGNS;
    }

    @Override
    int columnWidth() {
        return signs ? 0 : text(0).length() + 2;
    }

    @Override
    void column(StringBuilder out, int i) {
        if (!signs) out.append("  ");
        out.append(text(i));
    }

    @Override
    String scalar() {
        return text(0);
    }

    private String text(int i) {
        if (signs) return a.re(i) > 0 ? "+" : a.re(i) < 0 ? "-" : " ";
        if (a instanceof Ints n) return last(n.data()[i], n.type().bits / 4);
        if (a instanceof Bool) return last((long) a.re(i), 2);
        return a.isComplex() ? bits(a.re(i)) + "  " + bits(a.im(i)) + "i" : bits(a.re(i));
    }

    private String bits(double x) {
        return a.isSingle() ? last(Float.floatToIntBits((float) x), 8) : last(Double.doubleToLongBits(x), 16);
    }

    private static String last(long x, int digits) {
        return String.format("%016x", x).substring(16 - digits);
    }
}
