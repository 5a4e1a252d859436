package nabla.library;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import nabla.value.Dims;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;

/** Numbers of every class as bytes, as memory and binary files hold them. */
public final class Bytes {
    private Bytes() {}

    /** How many bytes a number of the class has, characters and logical values one; 0 when there is no such class. */
    public static int width(String type) {
        IntType t = IntType.named(type);
        if (t != null) return t.bits / 8;
        return switch (type) {
            case "double" -> 8;
            case "single" -> 4;
            case "char", "logical" -> 1;
            default -> 0;
        };
    }

    /** The elements converted to the class, rounded and saturated for the integers, one after the other. */
    public static ByteBuffer of(Numeric x, String type, ByteOrder order) {
        IntType t = IntType.named(type);
        ByteBuffer b = ByteBuffer.allocate(x.numel() * width(type)).order(order);
        for (int i = 0; i < x.numel(); i++) {
            if (type.equals("double")) b.putDouble(x.re(i));
            else if (type.equals("single")) b.putFloat((float) x.re(i));
            else if (t == null) b.put((byte) x.re(i));
            else whole(b, x instanceof Ints n && n.type() == t ? n.data()[i] : t.saturate(x.re(i)), t.bits);
        }
        return b.flip();
    }

    private static void whole(ByteBuffer b, long v, int bits) {
        switch (bits) {
            case 8 -> b.put((byte) v);
            case 16 -> b.putShort((short) v);
            case 32 -> b.putInt((int) v);
            default -> b.putLong(v);
        }
    }

    /** Numbers of a numeric class read from the buffer, as many as the sizes say. */
    public static Numeric values(ByteBuffer b, String type, int... dims) {
        IntType t = IntType.named(type);
        int count = Dims.count(dims);
        if (t == null) {
            double[] r = new double[count];
            for (int i = 0; i < count; i++) r[i] = type.equals("double") ? b.getDouble() : b.getFloat();
            return new Real(type.equals("single"), r, dims);
        }
        long[] r = new long[count];
        for (int i = 0; i < count; i++) {
            long v = switch (t.bits) {
                case 8 -> b.get();
                case 16 -> b.getShort();
                case 32 -> b.getInt();
                default -> b.getLong();
            };
            r[i] = t.signed || t.bits == 64 ? v : v & t.max();
        }
        return new Ints(t, r, dims);
    }
}
