package nabla.value;

/**
 * One number's field: its width with the sign, the notation and the digits after the point.
 *
 * @param width 0 for no padding
 * @param decimals digits after the point; significant digits of whole (and nearly whole) numbers and of the shorter notation
 */
record Field(int width, int decimals, Notation notation) {
    enum Notation {
        WHOLE,
        FIXED,
        EXPONENT,
        ENGINEERING,
        GENERAL,
        RATIONAL
    }

    /** The width of a fraction in a matrix. */
    static final int FRACTION = 9;

    /** For one number, or a matrix, of magnitudes between lower and upper (see {@link Span}). */
    static Field of(Format f, Numeric a, boolean whole, boolean special, int upper, int lower) {
        boolean single = a.isSingle();
        int p = f.digits(single);
        switch (f.style()) {
            case GENERAL:
                return new Field(p + 6, p, Notation.GENERAL);
            case RATIONAL:
                return new Field(FRACTION, 0, Notation.RATIONAL);
            case EXPONENT:
                return exponent(p, upper);
            case ENGINEERING:
                return new Field(p + 8, Math.max(p - 1, 0), a.isScalar() ? Notation.ENGINEERING : Notation.EXPONENT);
            case BANK:
                return new Field(Math.max(Span.before(upper) + 4, special ? 4 : 0), 2, Notation.FIXED);
            default:
                break;
        }
        if (whole) {
            int digits = Span.before(Math.max(upper, lower));
            if (digits + (a.isScalar() ? 2 : 3) > f.widest(single)) return exponent(p, upper);
            return new Field(Math.max(digits + 1, special ? 4 : 0), digits + 1, Notation.WHOLE);
        }
        int before = Math.max(Span.before(upper), Span.before(lower));
        int after = Math.max(Span.after(upper, p), Span.after(lower, p));
        int width = Math.max(1 + before + 1 + after, special ? 4 : 0);
        return width > f.widest(single) ? exponent(p, upper) : new Field(width, after, Notation.FIXED);
    }

    private static Field exponent(int precision, int upper) {
        return new Field(precision + (upper >= 100 ? 7 : 6), Math.max(precision - 1, 0), Notation.EXPONENT);
    }

    /** The number's text without padding; zero is a lone 0 in every notation. */
    String text(double x) {
        if (notation == Notation.RATIONAL) return fraction(x);
        if (x == 0) return "0";
        return switch (notation) {
            case WHOLE -> Decimal.general(x, decimals, false);
            case FIXED -> Decimal.fixed(x, decimals);
            case EXPONENT -> Decimal.exponent(x, decimals);
            case ENGINEERING -> Decimal.engineering(x, decimals);
            default -> Decimal.general(x, decimals, false);
        };
    }

    /** A fraction that fits in the column, a star when there is none. */
    private String fraction(double x) {
        String t = Fraction.text(x, x < 0 ? FRACTION : FRACTION - 1);
        boolean lost = t.length() > FRACTION || t.equals("0") && x != 0 || Math.abs(x) >= 1e6 && x - x == 0;
        return lost ? "*" : t;
    }
}
