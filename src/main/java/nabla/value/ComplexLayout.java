package nabla.value;

/** Complex numbers: two blanks, the real part's field, the sign, the imaginary part's field one narrower. */
final class ComplexLayout extends Layout {
    private final Complex a;
    private final Field field;
    private final int imaginaryWidth;
    private final boolean bank;

    ComplexLayout(Complex a, Format f) {
        this.a = a;
        Span re = Span.of(a.reData());
        Span im = Span.of(a.imData());
        boolean special = re.special || im.special;
        int upper = Math.max(re.upper(), im.upper());
        int lower = a.isScalar() ? Math.min(re.upper(), im.upper()) : Math.max(re.lower(), im.lower());
        bank = f.style() == Format.Style.BANK;
        if (bank) upper = re.upper();
        field = Field.of(f, a, re.countable(a.isScalar()) && im.countable(a.isScalar()), special, upper, lower);
        boolean even = f.style() == Format.Style.GENERAL || f.style() == Format.Style.RATIONAL;
        imaginaryWidth = even ? field.width() : field.width() - 1;
    }

    /** One more than what a column takes where the line is broken, except in fractions. */
    @Override
    int columnWidth() {
        int between = field.notation() == Field.Notation.RATIONAL ? 2 : 7;
        return bank ? field.width() + 2 : field.width() + imaginaryWidth + between;
    }

    @Override
    void column(StringBuilder out, int i) {
        out.append("  ");
        number(out, i, field.width(), imaginaryWidth);
    }

    private void number(StringBuilder out, int i, int realWidth, int imagWidth) {
        Decimal.pad(out, field.text(a.re(i)), realWidth);
        if (bank) return;
        double y = a.im(i);
        boolean minus = y < 0 || y == 0 && 1 / y < 0;
        out.append(minus ? " - " : " + ");
        Decimal.pad(out, field.text(minus ? -y : y), imagWidth);
        out.append('i');
    }

    @Override
    String scalar() {
        StringBuilder out = new StringBuilder();
        if (field.notation() == Field.Notation.RATIONAL) {
            double y = a.im(0);
            out.append(Fraction.text(a.re(0), 10)).append(y < 0 ? " - " : " + ");
            return out.append(Fraction.text(Math.abs(y), 10)).append('i').toString();
        }
        number(out, 0, field.width(), imaginaryWidth);
        return out.toString();
    }
}
