package nabla.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nabla.language.Source;
import nabla.language.Tree;
import nabla.value.Callable;
import nabla.value.Failure;

/**
 * What a name calls: a function of the same file, one defined at the console, one in a file of the current folder or the path,
 * a library function; in that order. Files are read again when they change.
 */
public class Functions {
    /** The functions that stand in one file, or were typed at the console. */
    public static final class Scope {
        final Map<String, UserFunction> local;
        /** Packages' functions that the code calls by their last names: {@code pkg.f}, {@code pkg.*}. */
        final Set<String> imports;
        /** The names of functions inside other functions, which their own frames find. */
        final Set<String> nested;
        final Source source;
        /** The folder whose {@code private} subfolder this code can call; null at the console. */
        final Path folder;
        /** Whether this is the library's own code, whose names mean the library's functions whatever users call theirs. */
        final boolean standard;
        /** Whether the code here fails where a number would be complex: it is generated for derivatives, which have other ways then. */
        final boolean real;
        /** What names were found to call from here, while functions do not change. */
        private final Map<String, Callable> found = new HashMap<>();

        private long foundAt = -1;
        /** In a fork, the scope of the engine it was forked from that this one stands for; null elsewhere. */
        final Scope origin;

        Scope(Source source) {
            this(source, false, false);
        }

        /** For a fork. */
        Scope(Scope origin) {
            local = new HashMap<>();
            nested = new HashSet<>(origin.nested);
            imports = origin.imports;
            source = origin.source;
            standard = origin.standard;
            real = origin.real;
            folder = origin.folder;
            this.origin = origin;
        }

        Scope(Source source, boolean standard) {
            this(source, standard, false);
        }

        /** For generated code, whose names mean the library's functions. */
        static Scope generated() {
            return new Scope(new Source("", null, ""), true, true);
        }

        /** For code that runs in the variables of other code, here as part of its file or in a file of its own. */
        Scope(Source source, Scope around) {
            this.source = source;
            boolean part = source.path() == null;
            local = part ? around.local : new HashMap<>();
            nested = part ? around.nested : new HashSet<>();
            imports = around.imports;
            standard = part && around.standard;
            real = false;
            folder = part ? around.folder : folder(source);
            origin = null;
        }

        /** The same for a function that imports names. */
        Scope importing(Set<String> names) {
            return names.isEmpty() ? this : new Scope(this, names);
        }

        private Scope(Scope file, Set<String> names) {
            source = file.source;
            local = file.local;
            nested = file.nested;
            imports = new LinkedHashSet<>(file.imports);
            imports.addAll(names);
            standard = file.standard;
            real = file.real;
            folder = file.folder;
            origin = null;
        }

        private static Path folder(Source source) {
            return source.path() == null ? null : source.path().toAbsolutePath().getParent();
        }

        private Scope(Source source, boolean standard, boolean real) {
            local = new HashMap<>();
            nested = new HashSet<>();
            imports = new LinkedHashSet<>();
            this.source = source;
            this.standard = standard;
            this.real = real;
            this.folder = folder(source);
            origin = null;
        }
    }

    private record Loaded(Path file, long modified, Callable function) {}

    private static final String[] ENDINGS = {".opt", ".m"};

    private final Engine engine;
    final Library library;
    private final Map<String, UserFunction> session = new HashMap<>();
    private final Map<Path, Loaded> files = new HashMap<>();
    final Map<String, Callable> bound = new HashMap<>();
    private volatile long stamp;

    Functions(Engine engine, Library library) {
        this.engine = engine;
        this.library = library;
    }

    /** Changes whenever a name may have come to mean another function. */
    long stamp() {
        return stamp;
    }

    /** Something changed: the folder, the path, a file, a definition. */
    synchronized void changed() {
        stamp++;
    }

    synchronized void define(UserFunction f) {
        session.put(f.name(), f);
        changed();
    }

    /** Forgets what was defined at the console under these names, and reads files of these names anew when they are called again. */
    synchronized void clear(Predicate<String> names) {
        session.keySet().removeIf(names);
        files.keySet().removeIf(file -> names.test(stem(file)));
        changed();
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** What the name calls from there, null when nothing; forks ask as well, from their threads. */
    synchronized Callable find(String name, Scope scope) {
        if (scope == null) return search(name, null);
        if (scope.foundAt != stamp()) {
            scope.found.clear();
            scope.foundAt = stamp();
        }
        Callable c = scope.found.get(name);
        if (c == null && (c = search(name, scope)) != null) scope.found.put(name, c);
        return c;
    }

    Callable search(String name, Scope scope) {
        Callable own = scope == null ? null : ofScope(name, scope);
        if (own != null) return own;
        UserFunction f = session.get(name);
        if (f != null) return f;
        Callable file = fromFiles(name);
        return file != null ? file : fromLibrary(name);
    }

    /** What the name means to code of this scope alone. */
    private Callable ofScope(String name, Scope scope) {
        Callable c = imported(name, scope.imports, false);
        if (c == null) c = scope.local.get(name);
        if (c == null && scope.standard) c = fromLibrary(name);
        if (c == null) c = imported(name, scope.imports, true);
        if (c != null || scope.folder == null) return c;
        c = inFolder(scope.folder.resolve("private"), name);
        return c == null && scope.folder.endsWith("private") ? inFolder(scope.folder, name) : c;
    }

    /** The package's function that this name was imported for, as one of a package's names or by its own. */
    private Callable imported(String name, Set<String> imports, boolean wholePackages) {
        for (String i : imports) {
            String found = i.endsWith(".*") ? i.substring(0, i.length() - 1) + name : i;
            if (i.endsWith(".*") != wholePackages || !found.endsWith("." + name)) continue;
            Callable c = search(found, null);
            if (c != null) return c;
        }
        return null;
    }

    /** Whether a name means the library's function of that name. */
    boolean isLibrary(String name, Scope scope) {
        return library.names().contains(name) && !scope.nested.contains(name) && find(name, scope) == bound.get(name);
    }

    private Callable fromFiles(String name) {
        Callable c = inFolder(engine.folder(), name);
        if (c != null) return c;
        for (Path p : engine.path()) {
            c = inFolder(p, name);
            if (c != null) return c;
        }
        return null;
    }

    private static boolean isIdentifier(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean part = Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
            if (!part && Character.getType(c) != Character.OTHER_NUMBER) return false;
        }
        return !name.isEmpty();
    }

    /** The file on the search path that a name stands for, or null. */
    Path file(String name) {
        List<Path> folders = new ArrayList<>();
        folders.add(engine.folder());
        folders.addAll(engine.path());
        for (Path folder : folders) {
            for (String ending : ENDINGS) {
                Path p = folder.resolve(name + ending);
                if (Files.isRegularFile(p)) return p;
            }
        }
        return null;
    }

    /** What the name stands for in the folder: a file, or one of a package, {@code pkg.f} in {@code +pkg/f.m}. */
    private Callable inFolder(Path folder, String name) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            Path inner = folder.resolve("+" + name.substring(0, dot));
            return Files.isDirectory(inner) ? inFolder(inner, name.substring(dot + 1)) : null;
        }
        if (!isIdentifier(name)) return null;
        for (String ending : ENDINGS) {
            Path p = folder.resolve(name + ending);
            if (Files.isRegularFile(p)) return load(p, name);
        }
        return null;
    }

    private Callable load(Path file, String name) {
        try {
            long modified = Files.getLastModifiedTime(file).toMillis();
            Loaded l = files.get(file);
            if (l == null || l.modified != modified) {
                Source source = new Source(file.getFileName().toString(), file, text(file));
                l = new Loaded(file, modified, read(source, name));
                files.put(file, l);
            }
            return l.function;
        } catch (IOException e) {
            throw Failure.of("%s can't be read: %s", "файл %s не читается: %s", file, e.getMessage());
        }
    }

    /** The text of a file: UTF-8, or Latin-1 where it is not valid UTF-8. */
    static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (byte b : bytes)
            if (b == 0) throw Failure.of("%s is no text, so no program", "%s — не текст, а значит, и не программа", file);
        String s = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        return s.indexOf('\uFFFD') >= 0 ? new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1) : s;
    }

    /** What a file defines; where its text is no program, a function whose calls say so. */
    private Callable read(Source source, String name) {
        try {
            return make(source, name);
        } catch (Failure f) {
            return (arguments, nargout) -> {
                throw f;
            };
        }
    }

    /** The function a file defines (its first, the others are local to it), or the script it is. */
    private Callable make(Source source, String name) {
        Tree.Program program = engine.read(source, n -> false);
        if (!program.isFunctionFile()) return new Script(engine, program);
        Scope scope = new Scope(source, source.path() == null);
        UserFunction first = null;
        for (Tree.Statement s : program.statements()) {
            UserFunction f = new UserFunction(engine, ((Tree.Define) s).function(), scope);
            scope.local.put(f.name(), f);
            if (first == null) first = f;
        }
        scope.local.putIfAbsent(name, first);
        return first;
    }

    synchronized Callable fromLibrary(String name) {
        Callable c = bound.get(name);
        if (c == null) {
            c = library.find(name, engine);
            if (c == null) {
                String text = library.source(name);
                if (text != null) c = make(new Source(name + ".opt", null, text), name);
                if (c instanceof UserFunction f) {
                    f.texts = library.texts(name, text);
                    c = library.onAxes(text, f, engine);
                }
            }
            if (c != null) bound.put(name, c);
        }
        return c;
    }
}
