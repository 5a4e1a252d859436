package nabla.library.files;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import nabla.engine.Session;
import nabla.library.Decoded;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Texts;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Files by number, as C has them. */
public final class Files {
    private static final Real MINUS_ONE = Real.of(-1);

    private Files() {}

    static byte[] bytes(String s) {
        return s.getBytes(StandardCharsets.UTF_8);
    }

    @Function(
            call = "fid = fopen(name)\n[fid, message] = fopen(name, mode, order, encoding)\n[name, mode, order, encoding] = fopen(fid)\nfids = fopen('all')",
            en = "Opens a file and returns its number, -1 when it cannot. Mode: r read, w write anew, a append, + both. Order of the bytes of numbers: ieee-le (the least first) or ieee-be, 'n' the machine's. "
                    + "The encoding of its text is UTF-8 unless given: windows-1251, KOI8-R, ISO-8859-1, ... 'all' gives the numbers of the open files.",
            ru = "Открывает файл и возвращает его номер, -1 при неудаче. Режим: r чтение, w запись заново, a дописать, + то и другое. Порядок байтов чисел: ieee-le (сначала младший) или ieee-be, 'n' — как у машины. "
                    + "Кодировка текста — UTF-8, если не задана: windows-1251, KOI8-R, ISO-8859-1, … 'all' даёт номера открытых файлов.",
            examples = {"fopen('no such file')  % -1"})
    public static Value[] fopen(Session session, Value name, @Default("r") String mode, @Default("native") String order, @Default("UTF-8") String encoding) {
        OpenFiles files = OpenFiles.of(session);
        if (!(name instanceof Char)) return opened(files.get("fopen", name));
        if (Texts.option(name, "all")) {
            double[] all = files.numbers();
            return new Value[] {all.length == 0 ? Real.empty() : Real.row(all)};
        }
        String m = mode.replace("b", "").replace("t", "");
        if (!m.matches("[rwa]\\+?")) {
            throw Failure.of("fopen: invalid mode '%s': r, w, a, r+, w+ or a+", "fopen: неверный режим '%s': r, w, a, r+, w+ или a+", mode);
        }
        ByteOrder bytes = BinaryFiles.order("fopen", order);
        Charset charset = Decoded.named("fopen", encoding);
        try {
            int id = files.open(Folders.resolve(session, Texts.text(name, "fopen", "NAME")), m, bytes, charset);
            return new Value[] {Real.of(id), Char.of("")};
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return new Value[] {MINUS_ONE.copy(), Char.of(String.valueOf(e.getMessage()))};
        }
    }

    private static Value[] opened(OpenFile f) {
        String order = f.order == ByteOrder.LITTLE_ENDIAN ? "ieee-le" : "ieee-be";
        return new Value[] {Char.of(f.path.toString()), Char.of(f.mode), Char.of(order), Char.of(f.charset.name().toLowerCase(java.util.Locale.ROOT))};
    }

    @Function(
            call = "[fid, message] = tmpfile()",
            en = "The number of a new file, open to be written and read, that goes with the program; -1 when there can be none.",
            ru = "Номер нового файла, открытого для записи и чтения; исчезает вместе с программой; -1, если создать его нельзя.",
            examples = {"f = tmpfile(); fputs(f, 'abc'); frewind(f); fgetl(f)  % abc"})
    public static Value[] tmpfile(Session session) {
        try {
            java.nio.file.Path p = java.nio.file.Files.createTempFile("nabla", null);
            p.toFile().deleteOnExit();
            return new Value[] {Real.of(OpenFiles.of(session).open(p, "w+", ByteOrder.nativeOrder(), StandardCharsets.UTF_8)), Char.of("")};
        } catch (IOException e) {
            return new Value[] {MINUS_ONE.copy(), Char.of(String.valueOf(e.getMessage()))};
        }
    }

    @Function(
            call = "status = fclose(fid)\nfclose('all')",
            en = "Closes an open file, or all of them.",
            ru = "Закрывает открытый файл или все.",
            examples = {"fclose('all');"})
    public static Value[] fclose(Session session, @Nargout int nargout, Value fid) {
        OpenFiles files = OpenFiles.of(session);
        try {
            Texts.known("fclose", new Value[] {fid}, "all");
            if (fid instanceof Char) files.closeAll();
            else {
                int id = fid instanceof Numeric n && n.isScalar() ? (int) n.re(0) : -1;
                if ((id < 0 || id > OpenFiles.ERR) && !files.close(id)) files.get("fclose", fid);
            }
        } catch (IOException e) {
            throw OpenFiles.failed("fclose", e);
        }
        return status(nargout);
    }

    private static Value[] status(int nargout) {
        return nargout == 0 ? new Value[0] : new Value[] {Real.of(0)};
    }

    @Function(
            call = "line = fgetl(fid)\nline = fgetl(fid, n)",
            en = "The next line of the file without its newline, -1 at the end.",
            ru = "Следующая строка файла без знака конца строки, -1 в конце файла.",
            examples = {"f = fopen(tempname(), 'w+'); fputs(f, \"one\\ntwo\\n\"); frewind(f); fgetl(f)  % one"})
    public static Value fgetl(Session session, Value fid, @Default("Inf") double most) {
        String s = line(session, "fgetl", fid, most);
        if (s == null) return MINUS_ONE.copy();
        return Char.of(s.endsWith("\n") ? s.substring(0, s.length() - 1) : s);
    }

    @Function(
            call = "line = fgets(fid)\nline = fgets(fid, n)",
            en = "The next line of the file with its newline, -1 at the end.",
            ru = "Следующая строка файла вместе со знаком конца строки, -1 в конце файла.",
            examples = {"f = fopen(tempname(), 'w+'); fputs(f, \"one\\ntwo\\n\"); frewind(f); double(fgets(f)(end))  % 10"})
    public static Value fgets(Session session, Value fid, @Default("Inf") double most) {
        String s = line(session, "fgets", fid, most);
        return s == null ? MINUS_ONE.copy() : Char.of(s);
    }

    private static String line(Session session, String function, Value fid, double most) {
        try {
            return OpenFiles.of(session).get(function, fid).line((long) most);
        } catch (IOException e) {
            throw OpenFiles.failed(function, e);
        }
    }

    @Function(
            call = "t = feof(fid)",
            en = "Whether reading has met the end of the file.",
            ru = "Дошло ли чтение до конца файла.",
            examples = {"f = fopen(tempname(), 'w+'); fputs(f, \"one\\n\"); frewind(f); fgetl(f); fgetl(f); feof(f)  % 1"})
    public static boolean feof(Session session, Value fid) {
        return OpenFiles.of(session).get("feof", fid).ended();
    }

    @Function(
            call = "[message, code] = ferror(fid)",
            en = "The message of the last error on the file; empty when there was none.",
            ru = "Сообщение о последней ошибке файла; пустое, если её не было.",
            examples = {"f = fopen(tempname(), 'w'); isempty(ferror(f))  % 1"})
    public static Value[] ferror(Session session, Value fid) {
        if (!(fid instanceof Numeric n && n.isScalar() && n.re(0) <= OpenFiles.ERR)) OpenFiles.of(session).get("ferror", fid);
        return new Value[] {Char.of(""), Real.of(0)};
    }

    @Function(
            call = "fflush(fid)",
            en = "Writes out what waits in the buffer.",
            ru = "Записывает то, что ждёт в буфере.",
            examples = {"fflush(stdout);"})
    public static Value[] fflush(Session session, @Nargout int nargout, Value fid) {
        try {
            if (fid instanceof Numeric n && n.isScalar() && n.re(0) <= OpenFiles.ERR) session.out().flush();
            else OpenFiles.of(session).get("fflush", fid).flush();
        } catch (IOException e) {
            throw OpenFiles.failed("fflush", e);
        }
        return status(nargout);
    }

    @Function(
            call = "frewind(fid)",
            en = "Goes back to the start of the file.",
            ru = "Возвращает в начало файла.",
            examples = {"f = fopen(tempname(), 'w+'); fputs(f, 'one'); frewind(f); ftell(f)  % 0"})
    public static Value[] frewind(Session session, @Nargout int nargout, Value fid) {
        fseek(session, fid, 0, null);
        return status(nargout);
    }

    @Function(
            call = "status = fseek(fid, offset, origin)",
            en = "Goes to a byte of the file, counted from its start (SEEK_SET, 'bof'), the position (SEEK_CUR, 'cof') or the end"
                    + " (SEEK_END, 'eof'). 0, or -1 when there is no such place.",
            ru = "Переходит к байту файла от начала (SEEK_SET, 'bof'), от текущего места (SEEK_CUR, 'cof') или от конца"
                    + " (SEEK_END, 'eof'). 0, или -1, если такого места нет.",
            examples = {"f = fopen(tempname(), 'w+'); fputs(f, 'abcdef'); fseek(f, 2, 'bof'); fgetl(f)  % cdef"})
    public static double fseek(Session session, Value fid, double offset, @Default Value origin) {
        OpenFile f = OpenFiles.of(session).get("fseek", fid);
        String o = origin == null ? "bof" : origin instanceof Char ? origin.toString() : from((int) ((Numeric) origin).re(0));
        try {
            long to = (long) offset + (o.equals("eof") ? f.length() : o.equals("cof") ? f.position() : 0);
            if (to < 0 || to > f.length()) return -1;
            f.seek(to);
            return 0;
        } catch (IOException e) {
            throw OpenFiles.failed("fseek", e);
        }
    }

    private static String from(int origin) {
        return origin == 2 ? "eof" : origin == 1 ? "cof" : "bof";
    }

    @Function(
            call = "n = ftell(fid)",
            en = "The position in the file, in bytes from its start.",
            ru = "Место в файле, в байтах от начала.",
            examples = {"f = fopen(tempname(), 'w+'); fputs(f, 'abc'); ftell(f)  % 3"})
    public static double ftell(Session session, Value fid) {
        try {
            return OpenFiles.of(session).get("ftell", fid).position();
        } catch (IOException e) {
            throw OpenFiles.failed("ftell", e);
        }
    }

    @Function(call = "fid = stdout()", en = "The number of the console's output, 1.", ru = "Номер вывода консоли, 1.", examples = "stdout  % 1")
    public static double stdout() {
        return OpenFiles.OUT;
    }

    @Function(call = "fid = stderr()", en = "The number of the error stream, 2.", ru = "Номер потока ошибок, 2.", examples = "stderr  % 2")
    public static double stderr() {
        return OpenFiles.ERR;
    }

    @Function(call = "n = SEEK_SET()", en = "For fseek: from the start.", ru = "Для fseek: от начала.", examples = "SEEK_SET  % 0")
    public static double SEEK_SET() {
        return 0;
    }

    @Function(call = "n = SEEK_CUR()", en = "For fseek: from the position.", ru = "Для fseek: от текущего места.", examples = "SEEK_CUR  % 1")
    public static double SEEK_CUR() {
        return 1;
    }

    @Function(call = "n = SEEK_END()", en = "For fseek: from the end.", ru = "Для fseek: от конца.", examples = "SEEK_END  % 2")
    public static double SEEK_END() {
        return 2;
    }
}
