package nabla.library;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Run by the build: writes which class and method computes each function, so that a start reads one small file and loads no class
 * before its function is called. Two functions of one name, aliases included, end the build.
 *
 * <p>A line is that of an {@link Entry}; a function written in the language has its name alone.
 */
public final class Index {
    private Index() {}

    public static void main(String[] arguments) throws Exception {
        Path classes = Path.of(arguments[0]);
        Files.writeString(classes.resolve("nabla/library/functions.index"), String.join("\n", lines(classes).values()) + "\n");
    }

    /** The index's lines by the functions' names. */
    static Map<String, String> lines(Path classes) throws IOException, ClassNotFoundException {
        Map<String, String> lines = new TreeMap<>();
        for (String name : names(classes.resolve("nabla/library"), ".class")) {
            if (!name.contains("$")) scan(name, lines);
        }
        for (String name : names(classes.resolve("nabla/lib"), ".opt")) add(lines, name, name);
        return lines;
    }

    /** The files below the folder that end so, without that end, folders joined by dots, in alphabetical order. */
    private static List<String> names(Path folder, String suffix) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        List<String> r = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.map(f -> folder.relativize(f).toString().replace(File.separatorChar, '.'))
                    .filter(f -> f.endsWith(suffix))
                    .sorted()
                    .forEach(f -> r.add(f.substring(0, f.length() - suffix.length())));
        }
        return r;
    }

    private static void scan(String owner, Map<String, String> lines) throws ClassNotFoundException {
        Class<?> c = Class.forName(Catalog.PACKAGE + owner, false, Index.class.getClassLoader());
        for (Method m : c.getDeclaredMethods()) {
            Function f = m.getAnnotation(Function.class);
            if (f == null) continue;
            add(lines, Binder.name(f), m);
            for (String alias : f.aliases()) add(lines, alias, m);
        }
    }

    private static void add(Map<String, String> lines, String name, Method m) {
        Entry e = Entry.of(name, m);
        if (!e.find().equals(m)) throw new IllegalStateException("two public methods " + m.getName() + " of " + e.owner() + " take as many parameters");
        add(lines, name, e.line());
    }

    private static void add(Map<String, String> lines, String name, String line) {
        String old = lines.putIfAbsent(name, line);
        if (old != null) throw new IllegalStateException("two functions are called " + name + ": " + old + " and " + line);
    }
}
