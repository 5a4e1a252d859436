package nabla.library.session;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nabla.engine.Session;
import nabla.engine.Workspace;
import nabla.library.Catalog;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Texts;
import nabla.library.files.Folders;
import nabla.library.files.SearchPath;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Ints;
import nabla.value.Lang;
import nabla.value.Numeric;
import nabla.value.Struct;
import nabla.value.Value;

/** The variables: listing, clearing, asking what a name is. */
public final class Workspaces {
    private Workspaces() {}

    /** A pattern in which * and ? stand for letters. */
    static Pattern glob(String s) {
        StringBuilder b = new StringBuilder();
        for (char c : s.toCharArray()) {
            if (c == '*') b.append(".*");
            else if (c == '?') b.append('.');
            else if (c == '[' || c == ']' || c == '-') b.append(c);
            else b.append(Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(b.toString());
    }

    private static List<String> matching(Set<String> names, Value[] patterns, boolean regular) {
        List<String> r = new ArrayList<>();
        for (String n : new TreeSet<>(names)) {
            boolean fits = patterns.length == 0;
            for (Value p : patterns) {
                String s = Texts.text(p, "who", "pattern");
                fits |= regular ? Pattern.compile(s).matcher(n).find() : glob(s).matcher(n).matches();
            }
            if (fits) r.add(n);
        }
        return r;
    }

    @Function(call = "who\nwho pattern ...\nc = who", en = "The names of the variables; * and ? stand for letters.", ru = "Имена переменных; * и ? заменяют буквы.", examples = {"who"})
    public static Value[] who(Session session, @Nargout int nargout, Value... patterns) {
        List<String> names = matching(session.workspace().names(), patterns, false);
        if (nargout > 0) {
            List<Value> all = new ArrayList<>();
            for (String n : names) all.add(Char.of(n));
            return new Value[] {Cell.column(all)};
        }
        if (names.isEmpty()) return new Value[0];
        PrintStream out = session.out();
        out.println(Lang.say("Variables visible from the current scope:\n", "Видимые здесь переменные:\n"));
        int width = 2 + names.stream().mapToInt(String::length).max().orElse(0);
        int per = Math.max(1, 80 / width);
        int rows = (names.size() + per - 1) / per;
        for (int i = 0; i < rows; i++) {
            StringBuilder b = new StringBuilder();
            for (int k = i; k < names.size(); k += rows) b.append(names.get(k)).append(" ".repeat(width - names.get(k).length()));
            out.println(b);
        }
        out.println();
        return new Value[0];
    }

    @Function(call = "whos\nwhos pattern ...", en = "The variables with sizes, bytes and classes.", ru = "Переменные с размерами, объёмом и классами.", examples = {"whos"})
    public static void whos(Session session, Value... patterns) {
        Workspace w = session.workspace();
        List<String> names = matching(w.names(), patterns, false);
        if (names.isEmpty()) return;
        PrintStream out = session.out();
        int width = Math.max(4, names.stream().mapToInt(String::length).max().orElse(0));
        int front = names.stream().mapToInt(n -> String.valueOf(w.get(n).rows()).length()).max().orElse(1);
        out.println(Lang.say("Variables visible from the current scope:\n", "Видимые здесь переменные:\n"));
        out.println("  Attr   Name" + " ".repeat(width + 4) + "Size                     Bytes  Class");
        out.println("  ====   ====" + " ".repeat(width + 4) + "====                     =====  =====");
        long elements = 0;
        long bytes = 0;
        for (String n : names) {
            Value v = w.get(n);
            String size = Dims.text(v.dims());
            StringBuilder b = new StringBuilder(v instanceof Numeric c && c.isComplex() ? "  c" : w.isGlobal(n) ? "    g" : "");
            pad(b, 9);
            b.append(n);
            pad(b, 9 + width + 8 - (front - 1) + front - String.valueOf(v.rows()).length());
            b.append(size);
            String count = String.valueOf(bytes(v));
            pad(b, 9 + width + 38 - count.length());
            out.println(b.append(count).append("  ").append(v.className()));
            elements += v.numel();
            bytes += bytes(v);
        }
        out.println(Lang.say(
                "\nTotal is " + elements + (elements == 1 ? " element" : " elements") + " using " + bytes + (bytes == 1 ? " byte\n" : " bytes\n"),
                "\nВсего элементов: " + elements + ", байтов: " + bytes + "\n"));
    }

    private static void pad(StringBuilder b, int to) {
        while (b.length() < to) b.append(' ');
    }

    /** The bytes that the elements take in the language's own terms. */
    static long bytes(Value v) {
        if (v instanceof Cell c) {
            long sum = 0;
            for (Value e : c.data()) sum += bytes(e);
            return sum;
        }
        if (v instanceof Struct s) {
            long sum = 0;
            for (String n : s.names()) for (int i = 0; i < s.numel(); i++) sum += bytes(s.get(n, i));
            return sum;
        }
        if (v instanceof Char || v instanceof Bool) return v.numel();
        if (v instanceof Ints i) return (long) v.numel() * i.type().bits / 8;
        if (v instanceof Numeric n) return (long) n.numel() * (n.isSingle() ? 4 : 8) * (n.isComplex() ? 2 : 1);
        return 0;
    }

    @Function(call = "b = sizeof(x)", en = "The bytes that the elements of x take.", ru = "Сколько байтов занимают элементы x.", examples = {"sizeof([1 2 3])  % 24"})
    public static double sizeof(Value x) {
        return bytes(x);
    }

    @Function(call = "clear\nclear name ...\nclear -x name ...\nclear -regexp pattern ...\nclear all",
            en = "Forgets variables: all, those named (* and ? stand for letters), or all but those after -x.",
            ru = "Забывает переменные: все, названные (* и ? заменяют буквы) или все, кроме названных после -x.", examples = {"x = 1; clear x; exist('x')  % 0"}, aliases = {"clearvars"})
    public static void clear(Session session, Value... names) {
        Workspace w = session.workspace();
        boolean except = false;
        boolean regular = false;
        List<Value> patterns = new ArrayList<>();
        for (Value v : names) {
            String s = Texts.text(v, "clear", "name");
            switch (s) {
                case "-x", "-exclusive", "-except" -> except = true;
                case "-r", "-regexp" -> regular = true;
                case "-v", "-variables", "variables", "-all", "-a", "all" -> {}
                case "-f", "-functions", "functions", "classes", "-classes", "-c" -> {
                    session.folder(session.folder());
                    return;
                }
                case "-g", "-global" -> {
                    for (String n : w.names()) if (w.isGlobal(n)) w.clear(n);
                    return;
                }
                default -> patterns.add(v);
            }
        }
        if (patterns.isEmpty()) {
            w.clear();
            return;
        }
        List<String> fit = matching(w.names(), patterns.toArray(new Value[0]), regular);
        for (String n : w.names()) if (fit.contains(n) != except) w.clear(n);
    }

    @Function(call = "k = exist(name)\nk = exist(name, kind)",
            en = "What a name is: 1 a variable, 2 a file, 5 a library function, 7 a folder, 103 a function of the console, 0 nothing. The "
                    + "kind 'var', 'builtin', 'file' or 'dir' asks for that alone.",
            ru = "Что это за имя: 1 — переменная, 2 — файл, 5 — функция библиотеки, 7 — папка, 103 — функция консоли, 0 — ничего. Второй "
                    + "аргумент 'var', 'builtin', 'file' или 'dir' ограничивает поиск этим видом.",
            examples = {"exist('sin')  % 5"})
    public static double exist(Session session, String name, @Default("any") String kind) {
        boolean any = kind.equals("any");
        if (!any && !List.of("var", "builtin", "file", "dir").contains(kind)) {
            throw Failure.of("exist: unrecognized type argument \"%s\"", "exist: нет вида \"%s\"", kind);
        }
        if ((any || kind.equals("var")) && session.workspace().has(name)) return 1;
        if (any || kind.equals("file")) {
            Path p = SearchPath.file(session, name);
            if (p != null) return 2;
        }
        Catalog catalog = Catalog.of(session);
        if (catalog.names().contains(name)) {
            boolean written = catalog.source(name) != null;
            if (any || kind.equals(written ? "file" : "builtin")) return written ? 2 : 5;
        }
        if (any && session.function(name) != null) return 103;
        Path p = Folders.resolve(session, name);
        if (Files.isDirectory(p) && (any || kind.equals("dir") || kind.equals("file"))) return 7;
        return Files.isRegularFile(p) && (any || kind.equals("file")) ? 2 : 0;
    }

    @Function(call = "which name ...\ns = which(name)", en = "Where a name comes from.", ru = "Что стоит за именем: переменная, файл или функция библиотеки.", examples = {"which sin"})
    public static Value[] which(Session session, @Nargout int nargout, Value... names) {
        List<Value> r = new ArrayList<>();
        for (Value v : names) {
            String name = Texts.text(v, "which", "name");
            Path file = SearchPath.file(session, name);
            Catalog catalog = Catalog.of(session);
            String where = "";
            String say = null;
            if (session.workspace().has(name)) {
                where = "variable";
                say = Lang.say("'" + name + "' is a variable", "'" + name + "' — переменная");
            } else if (file != null) {
                where = file.toString();
                say = Lang.say("'" + name + "' is a function from the file " + file, "'" + name + "' — функция из файла " + file);
            } else if (catalog.names().contains(name)) {
                where = catalog.source(name) == null ? "built-in function" : "lib/" + name + ".opt";
                say = catalog.source(name) == null
                        ? Lang.say("'" + name + "' is a built-in function", "'" + name + "' — встроенная функция")
                        : Lang.say("'" + name + "' is a function of the library (edit " + name + ")",
                                "'" + name + "' — функция библиотеки (edit " + name + ")");
            } else if (session.function(name) != null) {
                where = "command-line function";
                say = Lang.say("'" + name + "' is a command-line function", "'" + name + "' — функция, набранная в консоли");
            }
            r.add(Char.of(where));
            if (nargout == 0 && say != null) session.out().println(say);
        }
        if (nargout == 0) return new Value[0];
        return new Value[] {r.size() == 1 ? r.get(0) : Cell.row(r)};
    }
}
