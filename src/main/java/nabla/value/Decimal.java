package nabla.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimal text of doubles with as many digits as asked, rounded from the exact binary value (ties to even), as C's printf does. */
public final class Decimal {
    private static final double[] TENS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

    private Decimal() {}

    /** The mark of a missing value, {@code NA}: the NaN with 1954 in its low word, as R has it. */
    public static final double NOT_AVAILABLE = Double.longBitsToDouble(0x7FF00000000007A2L);

    /** {@code Inf}, {@code -Inf}, {@code NaN}, or {@code NA} for the NaN with 1954 in its low word; null for a finite number. */
    public static String special(double x) {
        if (x != x) return (int) Double.doubleToRawLongBits(x) == 1954 ? "NA" : "NaN";
        return x == Double.POSITIVE_INFINITY ? "Inf" : x == Double.NEGATIVE_INFINITY ? "-Inf" : null;
    }

    /** A fixed point and that many decimals: {@code %.3f}. */
    public static String fixed(double x, int decimals) {
        String s = special(x);
        if (s != null) return s;
        if (x == Math.rint(x) && Math.abs(x) < 1e15) {
            StringBuilder b = new StringBuilder();
            if (x < 0 || 1 / x < 0) b.append('-');
            b.append((long) Math.abs(x));
            if (decimals > 0) b.append('.').append("0".repeat(decimals));
            return b.toString();
        }
        String t = new BigDecimal(x).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        return x < 0 && t.charAt(0) != '-' ? "-" + t : t;
    }

    /** One digit, the decimals, an exponent of at least two digits: {@code %.3e}. */
    public static String exponent(double x, int decimals) {
        String s = special(x);
        if (s != null) return s;
        if (x == 0) return (1 / x < 0 ? "-" : "") + point("0".repeat(decimals + 1)) + "e+00";
        BigDecimal b = new BigDecimal(Math.abs(x)).round(new MathContext(decimals + 1, RoundingMode.HALF_EVEN));
        BigInteger digits = b.unscaledValue();
        String d = digits.toString();
        int e = d.length() - 1 - b.scale();
        if (d.length() < decimals + 1) d = d + "0".repeat(decimals + 1 - d.length());
        String power = Integer.toString(Math.abs(e));
        return (x < 0 ? "-" : "") + point(d) + (e < 0 ? "e-" : "e+") + (power.length() < 2 ? "0" : "") + power;
    }

    private static String point(String digits) {
        return digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    }

    /** With an exponent of three digits that is divisible by three, after that many decimals: {@code 12.3457e+003}. */
    static String engineering(double x, int decimals) {
        String s = special(x);
        if (s != null) return s;
        int power = Math.floorDiv(magnitude(Math.abs(x)) - 1, 3) * 3;
        double mantissa = new java.math.BigDecimal(x).scaleByPowerOfTen(-power).doubleValue();
        return fixed(mantissa, decimals) + String.format("e%s%03d", power < 0 ? "-" : "+", Math.abs(power));
    }

    /** The shorter notation for that many significant digits: {@code %.5g}; with {@code zeros}, trailing zeros stay ({@code %#g}). */
    public static String general(double x, int significant, boolean zeros) {
        String s = special(x);
        if (s != null) return s;
        int p = Math.max(significant, 1);
        if (x == 0) return (1 / x < 0 ? "-0" : "0") + (zeros ? "." + "0".repeat(p - 1) : "");
        if (x == Math.rint(x) && Math.abs(x) < TENS[Math.min(p, 15)] && !zeros) return fixed(x, 0);
        String e = exponent(x, p - 1);
        int at = e.indexOf('e');
        int power = Integer.parseInt(e.substring(at + 1));
        if (power < -4 || power >= p) return (zeros ? e.substring(0, at) : trim(e.substring(0, at))) + e.substring(at);
        String f = fixed(x, p - 1 - power);
        return zeros ? f : trim(f);
    }

    private static String trim(String s) {
        if (s.indexOf('.') < 0) return s;
        int end = s.length();
        while (s.charAt(end - 1) == '0') end--;
        return s.substring(0, s.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** Digits before the point of a positive number: 1 for 1…9.99, 0 for 0.1…0.99, negative below; 1 for zero. */
    public static int magnitude(double x) {
        return x == 0 ? 1 : (int) Math.floor(Math.log10(x)) + 1;
    }

    /** Appends the text right-aligned in the width. */
    static void pad(StringBuilder out, String text, int width) {
        for (int k = text.length(); k < width; k++) out.append(' ');
        out.append(text);
    }
}
