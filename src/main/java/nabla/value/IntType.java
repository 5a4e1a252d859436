package nabla.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The integer classes: results round to nearest (halves away from zero) and saturate. */
public enum IntType {
    INT8(8, true),
    INT16(16, true),
    INT32(32, true),
    INT64(64, true),
    UINT8(8, false),
    UINT16(16, false),
    UINT32(32, false),
    UINT64(64, false);

    public final int bits;
    public final boolean signed;
    public final String label = name().toLowerCase(java.util.Locale.ROOT);

    IntType(int bits, boolean signed) {
        this.bits = bits;
        this.signed = signed;
    }

    /** The class of that name, null when there is none. */
    public static IntType named(String label) {
        for (IntType t : values()) if (t.label.equals(label)) return t;
        return null;
    }

    /** The largest value; for uint64 the unsigned bits, all ones. */
    public long max() {
        return signed ? (1L << (bits - 1)) - 1 : bits == 64 ? -1L : (1L << bits) - 1;
    }

    public long min() {
        return signed ? -1L << (bits - 1) : 0;
    }

    /** The nearest value of this class, NaN to 0; uint64 as unsigned bits. */
    public long saturate(double x) {
        if (x != x) return 0;
        if (this == UINT64) {
            if (x >= 0x1p64) return -1L;
            if (x <= 0) return 0;
            double r = Math.floor(x + 0.5) - x > 0.5 ? Math.floor(x) : Math.floor(x + 0.5);
            return r >= 0x1p63 ? (long) (r - 0x1p63) + Long.MIN_VALUE : (long) r;
        }
        double r = Math.copySign(Math.floor(Math.abs(x) + 0.5), x);
        if (Math.abs(x) < 0.5) r = 0;
        if (Math.abs(x) >= 0x1p52) r = x;
        if (r >= (double) max()) return max();
        if (r <= (double) min()) return min();
        return (long) r;
    }

    /** The nearest value of this class; uint64 as unsigned bits. */
    public long saturate(BigDecimal x) {
        return saturate(x.setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }

    long saturate(BigInteger x) {
        return x.compareTo(exact(max())) > 0 ? max() : x.compareTo(exact(min())) < 0 ? min() : x.longValue();
    }

    /** A stored element as it is. */
    BigInteger exact(long v) {
        BigInteger b = BigInteger.valueOf(v);
        return this == UINT64 && v < 0 ? b.add(BigInteger.ONE.shiftLeft(64)) : b;
    }

    /** A stored element as a double. */
    public double toDouble(long v) {
        return this == UINT64 && v < 0 ? (double) (v >>> 1 | v & 1) * 2 : (double) v;
    }

    /** A stored element in decimal digits. */
    public String text(long v) {
        return this == UINT64 ? Long.toUnsignedString(v) : Long.toString(v);
    }
}
