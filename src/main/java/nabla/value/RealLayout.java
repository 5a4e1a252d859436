package nabla.value;

/** Real numbers: two blanks, then the field, its sign included. */
final class RealLayout extends Layout {
    private final double[] x;
    private final Field field;
    private final Format format;

    RealLayout(Real a, Format f) {
        x = a.data();
        format = f;
        Span s = Span.of(x);
        field = Field.of(f, a, s.countable(a.isScalar()), s.special, s.upper(), s.lower());
    }

    @Override
    int columnWidth() {
        return field.width() + 2;
    }

    @Override
    void column(StringBuilder out, int i) {
        out.append("  ");
        Decimal.pad(out, field.text(x[i]), field.width());
    }

    @Override
    String scalar() {
        StringBuilder out = new StringBuilder();
        if (field.notation() == Field.Notation.RATIONAL) return Fraction.text(x[0], 10);
        int width = switch (format.style()) {
            case GENERAL -> field.decimals();
            case EXPONENT -> x[0] == 0 ? field.width() - 1 : 0;
            case BANK -> x[0] == 0 ? 3 : 0;
            default -> 0;
        };
        Decimal.pad(out, field.text(x[0]), width);
        return out.toString();
    }
}
