package nabla.library.session;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nabla.engine.Engine;
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
import nabla.value.Real;
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

    private static List<String> matching(Set<String> names, Value[] patterns) {
        List<String> r = new ArrayList<>();
        for (String n : new TreeSet<>(names)) {
            boolean fits = patterns.length == 0;
            for (Value p : patterns) {
                String s = Texts.text(p, "who", "pattern");
                fits |= glob(s).matcher(n).matches();
            }
            if (fits) r.add(n);
        }
        return r;
    }

    @Function(call = "who\nwho pattern ...\nc = who", en = "The names of the variables; * and ? stand for letters.", ru = "Имена переменных; * и ? заменяют буквы.", examples = {"who"})
    public static Value[] who(Session session, @Nargout int nargout, Value... patterns) {
        List<String> names = matching(session.workspace().names(), patterns);
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

    @Function(call = "whos\nwhos pattern ...\ns = whos(pattern, ...)",
            en = "The variables with sizes, bytes and classes; as a value, a structure for each with name, size, bytes, class, global, sparse, complex, nesting, persistent.",
            ru = "Переменные с размерами, объёмом и классами; как значение — по структуре на переменную: name, size, bytes, class, global, sparse, complex, nesting, persistent.",
            examples = {"whos", "x = 1:3; whos('x').size  % 1 3"})
    public static Value[] whos(Session session, @Nargout int nargout, Value... patterns) {
        Workspace w = session.workspace();
        List<String> names = matching(w.names(), patterns);
        if (nargout > 0) return new Value[] {described(session, w, names)};
        if (!names.isEmpty()) listed(session, w, names);
        return new Value[0];
    }

    private static Struct described(Session session, Workspace w, List<String> names) {
        Struct s = Struct.array(names.size(), 1);
        for (String field : List.of("name", "size", "bytes", "class", "global", "sparse", "complex", "nesting", "persistent")) s.addField(field);
        List<String> calls = ((Engine) session).stack().stream().map(p -> p.function()).filter(f -> !f.isEmpty()).toList();
        for (int i = 0; i < names.size(); i++) {
            Value v = w.get(names.get(i));
            s.put("name", i, Char.of(names.get(i)));
            s.put("size", i, Real.row(Arrays.stream(v.dims()).asDoubleStream().toArray()));
            s.put("bytes", i, Real.of(bytes(v)));
            s.put("class", i, Char.of(v.className()));
            s.put("global", i, Bool.of(w.isGlobal(names.get(i))));
            s.put("sparse", i, Bool.of(false));
            s.put("complex", i, Bool.of(v instanceof Numeric c && c.isComplex()));
            s.put("nesting", i, Struct.scalar().with("function", Char.of(calls.isEmpty() ? "top scope" : calls.get(0))).with("level", Real.of(calls.size() + 1)));
            s.put("persistent", i, Bool.of(false));
        }
        return s;
    }

    private static void listed(Session session, Workspace w, List<String> names) {
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

    @Function(
            call = "clear\nclear name ...\nclear -x name ...\nclear -regexp pattern ...\nclear -variables ...\nclear -functions ...\n"
                    + "clear -global ...\nclear all",
            en = "Forgets all variables, or the variables and functions named (* and ? stand for letters), or, after -x, all variables but "
                    + "those. After -variables, -functions or -global it forgets only such, all of them when no names follow; clear all "
                    + "forgets variables, global variables and functions. The library's functions, and those that a running script defines "
                    + "further on, stay.",
            ru = "Забывает все переменные, либо названные переменные и функции (* и ? заменяют буквы), либо, после -x, все переменные, кроме "
                    + "названных. После -variables, -functions или -global – только такие, а без имён – все такие; clear all забывает и "
                    + "переменные, и глобальные переменные, и функции. Функции библиотеки и те, что выполняемый файл определяет дальше, "
                    + "остаются.",
            examples = {"x = 1; clear x; exist('x')  % 0"})
    public static void clear(Session session, Value... words) {
        Words w = new Words("clear", words);
        Engine engine = (Engine) session;
        boolean all = w.kind.equals("all");
        boolean both = w.kind.isEmpty() && !w.except && !w.regular && !w.patterns.isEmpty();
        if (all || w.kind.isEmpty() || w.kind.equals("variables")) clearVariables(session, all ? n -> true : w::fits);
        if (all || w.kind.equals("global")) engine.clearGlobals(all ? n -> true : w::fits);
        if (all || both || w.kind.equals("functions")) engine.clearFunctions(all ? n -> true : w::fits);
    }

    @Function(
            call = "clearvars\nclearvars name ... -except name ...\nclearvars -regexp pattern ...\nclearvars -global ...",
            en = "Forgets variables: all, or those named (* and ? stand for letters), but none of those after -except.",
            ru = "Забывает переменные: все или названные (* и ? заменяют буквы), кроме тех, что после -except.",
            examples = {"x = 1; clearvars x; exist('x')  % 0"})
    public static void clearvars(Session session, Value... words) {
        int end = 0;
        while (end < words.length && !Texts.option(words[end], "-except")) end++;
        Words those = new Words("clearvars", Arrays.copyOf(words, end));
        Words but = new Words("clearvars", Arrays.copyOfRange(words, end, words.length));
        Predicate<String> names = n -> those.fits(n) && (but.patterns.isEmpty() || but.fits(n));
        if (those.kind.equals("global")) ((Engine) session).clearGlobals(names);
        else clearVariables(session, names);
    }

    private static void clearVariables(Session session, Predicate<String> names) {
        for (String n : session.workspace().names()) if (names.test(n)) session.workspace().clear(n);
    }

    /** What the words after clear ask for: a kind of names, patterns, and whether all but those are meant. */
    private static final class Words {
        String kind = "";
        boolean except;
        boolean regular;
        final List<Pattern> patterns = new ArrayList<>();

        Words(String function, Value... words) {
            for (Value v : words) {
                String s = Texts.text(v, function, "name");
                switch (s) {
                    case "-x", "-exclusive", "-except" -> except = true;
                    case "-r", "-regexp" -> regular = true;
                    case "-v", "-variables", "variables" -> kind = "variables";
                    case "-a", "-all", "all", "-c", "-classes", "classes" -> kind = "all";
                    case "-f", "-functions", "functions" -> kind = "functions";
                    case "-g", "-global", "global" -> kind = "global";
                    default -> patterns.add(regular ? Pattern.compile(".*(" + s + ").*") : glob(s));
                }
            }
        }

        /** Whether a name is among those meant: any, where no patterns are given. */
        boolean fits(String name) {
            if (patterns.isEmpty()) return true;
            return patterns.stream().anyMatch(p -> p.matcher(name).matches()) != except;
        }
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
