package nabla.value;

/**
 * How numbers print: significant digits, notation, and whether blank lines are left out. The command {@code format} chooses it.
 *
 * @param precision significant digits of a double; a single shows at most eight
 */
public record Format(int precision, Style style, boolean compact) {
    /** The notation of numbers that are not integers of an integer class. */
    public enum Style {
        /** A fixed point while the column stays narrow, an exponent otherwise. */
        FIXED,
        /** The shorter of a fixed point and an exponent, element by element. */
        GENERAL,
        /** Always an exponent. */
        EXPONENT,
        /** For a number alone an exponent divisible by three, for a matrix any. */
        ENGINEERING,
        /** The bits in hexadecimal digits. */
        HEXADECIMAL,
        /** Plus, minus or a blank. */
        SIGNS,
        /** Two decimals. */
        BANK,
        /** Fractions. */
        RATIONAL
    }

    private static final int SINGLE_DIGITS = 8;

    /** What the console starts with: five significant digits. */
    public static Format initial() {
        return new Format(5, Style.FIXED, false);
    }

    public static Format ofLong() {
        return new Format(16, Style.FIXED, false);
    }

    public Format with(Style s) {
        return new Format(precision, s, compact);
    }

    public Format withPrecision(int digits) {
        return new Format(digits, style, compact);
    }

    public Format withCompact(boolean c) {
        return new Format(precision, style, c);
    }

    /** Significant digits of an element. */
    int digits(boolean single) {
        return single ? Math.min(precision, SINGLE_DIGITS) : precision;
    }

    /** The widest fixed-point field, sign included; wider ones turn to an exponent. */
    int widest(boolean single) {
        int p = digits(single);
        return Math.min((3 * p + 4) / 2, (single ? SINGLE_DIGITS : 16) + 2);
    }
}
