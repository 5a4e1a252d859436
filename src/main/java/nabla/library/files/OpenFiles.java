package nabla.library.files;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.TreeMap;
import nabla.engine.Session;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Value;

/** The files that a session has open, by number; 0, 1 and 2 are the standard streams. */
public final class OpenFiles {
    static final int OUT = 1;
    static final int ERR = 2;

    private final TreeMap<Integer, OpenFile> files = new TreeMap<>();

    static OpenFiles of(Session s) {
        return s.state(OpenFiles.class, OpenFiles::new);
    }

    int open(Path path, String mode, ByteOrder order, Charset charset) throws IOException {
        OpenFile f = new OpenFile(path, mode, order, charset);
        int id = 3;
        while (files.containsKey(id)) id++;
        files.put(id, f);
        return id;
    }

    /** The file of that number; an error when none is open under it. */
    OpenFile get(String function, Value id) {
        OpenFile f = id instanceof Numeric n && n.isScalar() ? files.get((int) n.re(0)) : null;
        if (f == null) throw invalid(function);
        return f;
    }

    private static Failure invalid(String function) {
        return Failure.of(
                "%s: invalid stream specified: open the file with fopen first",
                "%s: нет такого открытого файла: сначала откройте его функцией fopen", function);
    }

    /** The numbers of the open files. */
    double[] numbers() {
        return files.keySet().stream().mapToDouble(k -> k).toArray();
    }

    boolean close(int id) throws IOException {
        OpenFile f = files.remove(id);
        if (f != null) f.close();
        return f != null;
    }

    void closeAll() throws IOException {
        while (!files.isEmpty()) close(files.firstKey());
    }

    /** Writes text to a file or a standard stream. */
    void print(Session s, String function, Value id, String text) {
        int n = id instanceof Numeric x && !(id instanceof Char) && x.isScalar() ? (int) x.re(0) : -1;
        if (n == OUT || n == ERR) {
            PrintStream to = n == OUT ? s.out() : System.err;
            to.print(text);
            if (n == ERR) to.flush();
            return;
        }
        OpenFile f = get(function, id);
        write(function, f, text.getBytes(f.charset));
    }

    static void write(String function, OpenFile f, byte[] bytes) {
        if (!f.writable) {
            throw Failure.of("%s: stream not open for writing", "%s: файл открыт не для записи", function);
        }
        try {
            f.write(bytes);
        } catch (IOException e) {
            throw failed(function, e);
        }
    }

    static Failure failed(String function, IOException e) {
        return Failure.of("%s: %s", "%s: ошибка файла: %s", function, e.getMessage());
    }
}
