package nabla.library.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nabla.engine.Session;
import nabla.engine.Workspace;
import nabla.library.Decoded;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Texts;
import nabla.library.files.Delimited;
import nabla.library.files.Folders;
import nabla.library.files.SavedMat;
import nabla.library.files.SavedText;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Struct;
import nabla.value.Value;

/** Variables in files. */
public final class Saving {
    private Saving() {}

    @Function(call = "save file\nsave file name ...\nsave -option file name ...",
            en = "Writes variables (all, or those named; * and ? stand for letters) to a file: in Octave's text format, as plain numbers (-ascii) or as a MAT file (-mat, -v6, -v7). -struct s writes the fields of s, -append adds.",
            ru = "Записывает переменные (все или названные; * и ? заменяют буквы) в файл: в текстовом формате Octave, простыми числами (-ascii) или файлом MAT (-mat, -v6, -v7). -struct s пишет поля s, -append дописывает.",
            examples = {"f = [tempname() '.txt']; a = 1:3; save('-ascii', f, 'a'); b = load(f)  % b = 1 2 3"})
    public static void save(Session session, Value... a) {
        String file = null;
        boolean ascii = false;
        boolean mat = false;
        boolean append = false;
        boolean fields = false;
        List<String> names = new ArrayList<>();
        for (Value v : a) {
            String s = Texts.text(v, "save", "argument");
            switch (s) {
                case "-ascii" -> ascii = true;
                case "-mat", "-v7", "-v6", "-mat7-binary", "-mat-binary", "-7", "-6", "-V7", "-V6" -> mat = true;
                case "-append" -> append = true;
                case "-struct" -> fields = true;
                case "-text", "-binary", "-zip", "-z", "-double" -> {}
                default -> {
                    if (file == null) file = s;
                    else names.add(s);
                }
            }
        }
        if (file == null) throw Failure.of("save: no file name", "save: нет имени файла");
        Map<String, Value> chosen = fields ? fields(session, names) : chosen(session.workspace(), names);
        if (mat || file.endsWith(".mat") && !ascii) {
            SavedMat.write(Folders.resolve(session, file), chosen);
            return;
        }
        String text = ascii ? plain(chosen) : SavedText.write(chosen);
        Delimited.write(session, file, text, append, "save");
    }

    private static Map<String, Value> chosen(Workspace w, List<String> patterns) {
        Map<String, Value> r = new LinkedHashMap<>();
        for (String p : patterns.isEmpty() ? List.of("*") : patterns) {
            Pattern fits = Workspaces.glob(p);
            boolean some = patterns.isEmpty();
            for (String n : w.names()) {
                if (!fits.matcher(n).matches()) continue;
                r.put(n, w.get(n));
                some = true;
            }
            if (!some) throw Failure.of("save: no such variable: '%s'", "save: нет переменной '%s'", p);
        }
        return r;
    }

    private static Map<String, Value> fields(Session session, List<String> names) {
        if (names.isEmpty() || !(session.workspace().get(names.get(0)) instanceof Struct s) || s.numel() != 1) {
            throw Failure.of("save: -struct needs the name of a scalar structure", "save: после -struct нужно имя структуры");
        }
        Map<String, Value> r = new LinkedHashMap<>();
        for (String n : s.names()) if (names.size() == 1 || names.contains(n)) r.put(n, s.get(n, 0));
        return r;
    }

    private static String plain(Map<String, Value> chosen) {
        StringBuilder b = new StringBuilder();
        for (Value v : chosen.values()) {
            if (!(v instanceof Numeric n)) continue;
            for (int i = 0; i < n.rows(); i++) {
                for (int j = 0; j < n.columns(); j++) b.append(String.format(java.util.Locale.ROOT, " %.8e", n.re(i + j * n.rows())));
                b.append('\n');
            }
        }
        return b.toString();
    }

    @Function(call = "load file\nload file name ...\ns = load(file)", en = "Reads variables from a file that save wrote, a MAT file or a table of numbers; as a value, into a structure (or the matrix).",
            ru = "Читает переменные из файла, записанного save, файла MAT или таблицы чисел; как значение — в структуру (или матрицу).",
            examples = {"f = [tempname() '.mat']; a = 1:3; save(f, 'a'); load(f).a  % 1 2 3"})
    public static Value[] load(Session session, @Nargout int nargout, Value... a) {
        String file = null;
        boolean ascii = false;
        List<Pattern> names = new ArrayList<>();
        for (Value v : a) {
            String s = Texts.text(v, "load", "argument");
            if (s.equals("-ascii")) ascii = true;
            else if (s.startsWith("-")) continue;
            else if (file == null) file = s;
            else names.add(Workspaces.glob(s));
        }
        if (file == null) throw Failure.of("load: no file name", "load: нет имени файла");
        Path p = Folders.resolve(session, file);
        if (!Files.exists(p) && Files.exists(Folders.resolve(session, file + ".mat"))) p = Folders.resolve(session, file + ".mat");
        Map<String, Value> all = read(p, file, ascii);
        if (!names.isEmpty()) all.keySet().removeIf(n -> names.stream().noneMatch(f -> n.equals("\0") || f.matcher(n).matches()));
        // a table of numbers is marked by a second entry: as a value it is the matrix itself
        boolean table = all.remove("\0") != null;
        if (nargout == 0) {
            all.forEach((n, v) -> {
                v.share();
                session.workspace().set(n, v);
            });
            return new Value[0];
        }
        if (table) return new Value[] {all.values().iterator().next()};
        Struct s = Struct.scalar();
        all.forEach(s::with);
        return new Value[] {s};
    }

    private static Map<String, Value> read(Path p, String file, boolean ascii) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(p);
        } catch (IOException e) {
            throw Failure.of("load: unable to find file %s", "load: файл %s не найден", file);
        }
        String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        if (head.startsWith("MATLAB 5.0")) return SavedMat.read(p);
        String text = Decoded.utf8(bytes);
        if (!ascii && head.contains("# name:")) return SavedText.read(text);
        Map<String, Value> r = new LinkedHashMap<>();
        StringBuilder kept = new StringBuilder();
        for (String line : text.split("\r?\n")) kept.append(line.replaceFirst("[%#].*", "")).append('\n');
        Value v = Delimited.parse("load", kept.toString(), null, 0, 0, Double.NaN);
        if (v.isEmpty()) throw Failure.of("load: unable to determine file format of '%s'", "load: не понять, что за файл '%s'", file);
        String name = p.getFileName().toString().replaceFirst("\\.[^.]*$", "").replaceAll("[^A-Za-z0-9_]", "_");
        r.put(Character.isDigit(name.charAt(0)) ? "X" + name : name, v);
        r.put("\0", v);
        return r;
    }
}
