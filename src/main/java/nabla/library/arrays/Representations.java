package nabla.library.arrays;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import nabla.library.Bytes;
import nabla.library.Function;
import nabla.library.Result;
import nabla.value.Bool;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Numbers as the bytes and bits that hold them, the lowest first; a complex number is its real part, then its imaginary one. */
public final class Representations {
    private static final String COMPLEX = " complex";

    private Representations() {}

    @Function(call = "y = typecast(x, type)", en = "The bytes of the vector x read as another class: 'single', 'uint8', 'char', 'double complex' ...",
            ru = "Байты вектора x, прочитанные как другой класс: 'single', 'uint8', 'char', 'double complex' ...",
            examples = {"typecast(single(1), 'uint32')  % 1065353216"})
    public static Value typecast(Numeric x, String type) {
        vector("typecast", x);
        return read("typecast", bytes(x), type, x);
    }

    @Function(call = "y = bitpack(bits, type)", en = "The numbers of a class whose bits these are, the lowest first; bits is a logical vector.",
            ru = "Числа класса type, составленные из битов, младший первый; bits — логический вектор.",
            examples = {"bitpack([true false true false false false false false], 'uint8')  % 5"})
    public static Value bitpack(Bool bits, String type) {
        vector("bitpack", bits);
        ByteBuffer b = ByteBuffer.allocate((bits.numel() + 7) / 8).order(ByteOrder.LITTLE_ENDIAN);
        byte[] r = b.array();
        for (int k = 0; k < bits.numel(); k++) if (bits.data()[k]) r[k / 8] |= (byte) (1 << k % 8);
        if (bits.numel() % 8 != 0) throw few("bitpack");
        return read("bitpack", b, type, bits);
    }

    @Function(call = "bits = bitunpack(x)", en = "The bits of the numbers of the vector x, the lowest first, as a logical vector.",
            ru = "Биты чисел вектора x, младший первый, логическим вектором.",
            examples = {"bitunpack(uint8(5))(1:3)  % 1 0 1"})
    public static Value bitunpack(Numeric x) {
        vector("bitunpack", x);
        ByteBuffer b = bytes(x);
        boolean[] r = new boolean[8 * b.remaining()];
        for (int k = 0; k < r.length; k++) r[k] = (b.get(k / 8) >> k % 8 & 1) != 0;
        return new Bool(r, sizes(x, r.length));
    }

    @Function(call = "y = swapbytes(x)", en = "Each number with its bytes in reverse order.", ru = "Каждое число с байтами в обратном порядке.",
            examples = {"swapbytes(uint16(1))  % 256"})
    public static Value swapbytes(Numeric x) {
        if (x.isComplex() || x instanceof Char || x instanceof Bool) {
            throw Failure.of("swapbytes: numbers are needed, not a %s", "swapbytes: нужны числа, а не %s", x.className());
        }
        ByteBuffer b = Bytes.of(x, x.className(), ByteOrder.BIG_ENDIAN).order(ByteOrder.LITTLE_ENDIAN);
        return Bytes.values(b, x.className(), x.dims());
    }

    private static void vector(String function, Numeric x) {
        if (x.isVector() || x.isEmpty()) return;
        throw Failure.of("%s: X must be a vector", "%s: нужен вектор", function);
    }

    private static ByteBuffer bytes(Numeric x) {
        ByteBuffer re = Bytes.of(x, x.className(), ByteOrder.LITTLE_ENDIAN);
        if (!x.isComplex()) return re;
        ByteBuffer im = Bytes.of(new Real(Result.imaginary(x), x.dims()), x.className(), ByteOrder.LITTLE_ENDIAN);
        int width = Bytes.width(x.className());
        ByteBuffer b = ByteBuffer.allocate(2 * re.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < re.remaining(); k += width) b.put(re.array(), k, width).put(im.array(), k, width);
        return b.flip();
    }

    private static Value read(String function, ByteBuffer b, String type, Numeric like) {
        String part = type.endsWith(COMPLEX) ? type.substring(0, type.length() - COMPLEX.length()) : type;
        boolean complex = !part.equals(type);
        boolean text = type.equals("char") || type.equals("logical");
        if (!text && Bytes.width(part) == 0 || complex && !part.equals("single") && !part.equals("double")) {
            throw Failure.of("%s: TYPE name is not recognized: %s", "%s: неизвестный класс %s", function, type);
        }
        int width = Bytes.width(part) * (complex ? 2 : 1);
        if (b.remaining() % width != 0) throw few(function);
        int[] d = sizes(like, b.remaining() / width);
        if (!complex) {
            Numeric r = Bytes.values(b, text ? "uint8" : type, d);
            return text ? Casts.convert(r, type) : r;
        }
        Numeric parts = Bytes.values(b, part, 1, 2 * b.remaining() / width);
        double[] re = new double[parts.numel() / 2];
        double[] im = new double[re.length];
        for (int k = 0; k < re.length; k++) {
            re[k] = parts.re(2 * k);
            im[k] = parts.re(2 * k + 1);
        }
        return Result.complex(part.equals("single"), re, im, d);
    }

    private static Failure few(String function) {
        return Failure.of("%s: incorrect number of input values to make output value", "%s: битов не хватает до целого числа значений", function);
    }

    /** A row or a column as x is one; 0×0 stays so. */
    private static int[] sizes(Numeric x, int count) {
        if (count == 0 && x.rows() == 0 && x.columns() == 0) return new int[] {0, 0};
        return x.rows() == 1 ? new int[] {1, count} : new int[] {count, 1};
    }
}
