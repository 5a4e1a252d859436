package nabla.library.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import nabla.engine.Session;
import nabla.library.Bytes;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Scalars;
import nabla.library.Texts;
import nabla.library.arrays.Casts;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Numbers in files as bytes. */
final class BinaryFiles {
    /** Names of the classes as C and Fortran have them. */
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("uchar", "uint8"), Map.entry("unsigned char", "uint8"), Map.entry("schar", "int8"), Map.entry("signed char", "int8"),
            Map.entry("integer*1", "int8"), Map.entry("short", "int16"), Map.entry("ushort", "uint16"), Map.entry("integer*2", "int16"),
            Map.entry("int", "int32"), Map.entry("uint", "uint32"), Map.entry("integer*4", "int32"), Map.entry("long", "int64"),
            Map.entry("ulong", "uint64"), Map.entry("integer*8", "int64"), Map.entry("float", "single"), Map.entry("float32", "single"),
            Map.entry("real*4", "single"), Map.entry("float64", "double"), Map.entry("real*8", "double"), Map.entry("char*1", "char"));

    private BinaryFiles() {}

    /** How numbers are written: {@code 3*uint8=>double} is a block of three bytes between skips, given back as doubles. */
    private record Precision(int block, String in, String out) {
        static Precision of(String function, String text) {
            String t = text.replace(" ", "");
            boolean same = t.startsWith("*");
            int star = t.indexOf('*');
            int block = !same && star > 0 && t.substring(0, star).chars().allMatch(Character::isDigit) ? Integer.parseInt(t.substring(0, star)) : 0;
            String rest = same || block > 0 ? t.substring(star + 1) : text.strip();
            int arrow = rest.indexOf("=>");
            String in = known(function, arrow < 0 ? rest : rest.substring(0, arrow));
            return new Precision(Math.max(1, block), in, arrow >= 0 ? known(function, rest.substring(arrow + 2)) : same ? in : "double");
        }

        private static String known(String function, String name) {
            String type = CLASSES.getOrDefault(name.strip(), name.strip());
            if (Bytes.width(type) > 0) return type;
            throw Failure.of("%s: invalid PRECISION specified: '%s' is no class such as uint8, int16, single, double, char",
                    "%s: класса '%s' нет; бывают uint8, int16, single, double, char и другие", function, name);
        }

        /** Whether bytes are read as text. */
        boolean isText() {
            return in.equals("char") || in.equals("uint8") && out.equals("char");
        }

        int width() {
            return Bytes.width(in);
        }
    }

    static ByteOrder order(String function, String name) {
        return switch (name.toLowerCase(java.util.Locale.ROOT)) {
            case "native", "n" -> ByteOrder.nativeOrder();
            case "ieee-le", "l" -> ByteOrder.LITTLE_ENDIAN;
            case "ieee-be", "b" -> ByteOrder.BIG_ENDIAN;
            default -> throw Failure.of("%s: unrecognized architecture '%s': native, ieee-le or ieee-be", "%s: порядок байтов '%s' неизвестен: native, ieee-le или ieee-be", function, name);
        };
    }

    @Function(call = "x = fread(fid)\n[x, count] = fread(fid, size, precision, skip, order)",
            en = "Numbers from the bytes of a file, from its position on: n of them as a column, m-by-n, or all (Inf). Precision: uint8, int16, single, double, char, …; 'int16=>int16' or '*int16' keeps the class, otherwise the result is double; '3*uint8' with skip leaves out so many bytes after each three. '*char' reads text in the file's encoding, n characters of it. The size may be left out: fread(fid, '*char').",
            ru = "Числа из байтов файла, начиная с текущего места: n чисел столбцом, матрица m×n или все (Inf). Точность: uint8, int16, single, double, char, …; 'int16=>int16' или '*int16' сохраняет класс, иначе результат double; '3*uint8' вместе со skip пропускает столько байтов после каждых трёх. '*char' читает текст в кодировке файла, n символов. Размер можно опустить: fread(fid, '*char').",
            examples = {"f = fopen(tempname(), 'w+'); fwrite(f, [1 2], 'int16'); frewind(f); fread(f, [1 2], 'int16')  % 1 2"})
    public static Value[] fread(Session session, Value fid, Value... options) {
        OpenFile f = OpenFiles.of(session).get("fread", fid);
        int at = options.length > 0 && !(options[0] instanceof Char) ? 1 : 0;
        Numeric size = at == 0 ? null : Texts.array("fread", "SIZE", options[0]);
        String precision = at < options.length ? Texts.text(options[at], "fread", "PRECISION") : "uint8";
        double skip = at + 1 < options.length ? Scalars.whole("fread", "SKIP", options[at + 1], 0, 0) : 0;
        String order = at + 2 < options.length ? Texts.text(options[at + 2], "fread", "ARCH") : null;
        if (options.length > at + 3) throw Failure.of("Invalid call to fread: size, precision, skip, order", "fread: аргументы — размер, точность, пропуск, порядок байтов").id("Octave:invalid-fun-call");
        Precision p = Precision.of("fread", precision);
        double rows = size == null || size.isEmpty() ? Double.POSITIVE_INFINITY : size.re(0);
        double columns = size != null && size.numel() > 1 ? size.re(1) : 1;
        if (!(rows >= 0) || !(columns >= 0) || size != null && size.numel() > 1 && Double.isInfinite(rows)) {
            throw Failure.of("fread: invalid SIZE specification: n, [m n], [m Inf] or Inf", "fread: неверный размер: n, [m n], [m Inf] или Inf");
        }
        if (p.isText() && skip == 0) return characters(f, p, rows, columns, size != null && size.numel() > 1);
        ByteBuffer b;
        try {
            b = ByteBuffer.wrap(bytes(f, rows * columns, p, (long) skip)).order(order == null ? f.order : order("fread", order));
        } catch (IOException e) {
            throw OpenFiles.failed("fread", e);
        }
        int count = b.remaining() / p.width();
        int m = (int) Math.min(rows, count);
        int n = size != null && size.numel() > 1 ? m == 0 ? 0 : (count - 1) / m + 1 : 1;
        byte[] whole = Arrays.copyOf(b.array(), m * n * p.width());
        Numeric x = Bytes.values(ByteBuffer.wrap(whole).order(b.order()), p.in.equals("char") ? "uint8" : p.in, count == 0 && rows < Double.POSITIVE_INFINITY ? new int[] {0, 0} : new int[] {m, n});
        return new Value[] {Casts.convert(x, p.out), Real.of(count)};
    }

    /** Text in the file's encoding: so many characters, or their codes. */
    private static Value[] characters(OpenFile f, Precision p, double rows, double columns, boolean matrix) {
        String s;
        try {
            s = f.characters(rows * columns);
        } catch (IOException e) {
            throw OpenFiles.failed("fread", e);
        }
        int count = s.length();
        int m = (int) Math.min(rows, count);
        int n = matrix ? m == 0 ? 0 : (count - 1) / m + 1 : 1;
        Char c = new Char(Arrays.copyOf(s.toCharArray(), m * n), false, count == 0 ? new int[] {0, 0} : new int[] {m, n});
        return new Value[] {Casts.convert(c, p.out), Real.of(count)};
    }

    /** The bytes of at most so many numbers, without those skipped. */
    private static byte[] bytes(OpenFile f, double most, Precision p, long skip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int c = 0;
        for (long k = 0; k < most && c >= 0; k++) {
            for (int i = 0; i < p.width() && (c = f.read()) >= 0; i++) out.write(c);
            if (skip > 0 && (k + 1) % p.block == 0) for (long i = 0; i < skip && f.read() >= 0; i++) {}
        }
        byte[] all = out.toByteArray();
        return Arrays.copyOf(all, all.length / p.width() * p.width());
    }

    @Function(call = "count = fwrite(fid, x)\ncount = fwrite(fid, x, precision, skip, order)",
            en = "Writes the elements as bytes, one column after the other: rounded and saturated as uint8, or as int16, single, double, char, …; skip leaves so many zero bytes before each. A text is written in the file's encoding.",
            ru = "Записывает элементы байтами, столбец за столбцом: округлив до uint8 или как int16, single, double, char, …; skip оставляет перед каждым столько нулевых байтов. Текст записывается в кодировке файла.",
            examples = {"f = fopen(tempname(), 'w+'); fwrite(f, 'abc'); frewind(f); char(fread(f)')  % abc"})
    public static double fwrite(Session session, Value fid, Numeric x, @Default("uint8") String precision, @Default("0") double skip, @Default String order) {
        OpenFile f = OpenFiles.of(session).get("fwrite", fid);
        Precision p = Precision.of("fwrite", precision);
        if (x instanceof Char c && p.width() == 1 && skip == 0) {
            OpenFiles.write("fwrite", f, c.text().getBytes(f.charset));
            return x.numel();
        }
        ByteBuffer b = Bytes.of(x, p.in, order == null ? f.order : order("fwrite", order));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int k = 0; k < x.numel(); k++) {
            if (k % p.block == 0) out.writeBytes(new byte[(int) skip]);
            out.write(b.array(), k * p.width(), p.width());
        }
        OpenFiles.write("fwrite", f, out.toByteArray());
        return x.numel();
    }
}
