package nabla.value;

/** Real numbers: two blanks, then the field, its sign included. */
final class RealLayout extends Layout {
    private final double[] x;
    private final Field field;
    /** Of a column without the blanks before it. */
    private final int width;
    private final Format format;
    private final boolean range;

    RealLayout(Real a, Format f) {
        x = a.data();
        format = f;
        Span s = Span.of(x);
        range = a.form() != null;
        if (a.form() instanceof Form.Range r) {
            field = Field.of(f, a, r.whole(), s.special, r.upper(), r.lower());
            boolean fraction = field.notation() == Field.Notation.FIXED && f.style() != Format.Style.BANK || field.notation() == Field.Notation.EXPONENT;
            width = fraction ? field.width() + 1 : field.width();
        } else {
            field = Field.of(f, a, s.countable(a.isScalar()), s.special, s.upper(), s.lower());
            width = field.width();
        }
    }

    /** Those of a range are counted without the blanks before them. */
    @Override
    int lineWidth(int indent) {
        return range ? LINE : super.lineWidth(indent);
    }

    @Override
    int columnWidth() {
        return width + 2;
    }

    @Override
    void column(StringBuilder out, int i) {
        out.append("  ");
        Decimal.pad(out, field.text(x[i]), width);
    }

    @Override
    String scalar() {
        StringBuilder out = new StringBuilder();
        if (field.notation() == Field.Notation.RATIONAL) return Fraction.text(x[0], 10);
        int width = switch (format.style()) {
            case GENERAL -> field.decimals();
            case ENGINEERING -> x[0] == 0 ? field.decimals() + 7 : 0;
            case EXPONENT -> x[0] == 0 ? field.width() - 1 : 0;
            case BANK -> x[0] == 0 ? 3 : 0;
            default -> 0;
        };
        Decimal.pad(out, field.text(x[0]), width);
        return out.toString();
    }
}
