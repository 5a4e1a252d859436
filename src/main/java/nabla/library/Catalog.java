package nabla.library;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.engine.Library;
import nabla.engine.Session;
import nabla.gradient.Derivatives;
import nabla.linalg.Product;
import nabla.value.Callable;
import nabla.value.Real;

/** All functions that come with Nabla, by name. Reads the build's index; loads a function's class when it is first called. */
public final class Catalog implements Library {
    static final String PACKAGE = "nabla.library.";

    /** What a file's first function says of its parameters: {@code function y = f(x, kind)  % texts: kind; axes}. */
    private static final Pattern TEXTS = Pattern.compile("\\A(?:(?:%.*)?\\n)*function[^%\\n]*% (?:texts: (.*?))?(; axes|axes)?\\n");

    /** Lines of the index by the functions' names, without the name: empty for one written in the language. */
    private final Map<String, String> lines = new HashMap<>(2048);

    private final Map<String, Entry> entries = new HashMap<>();

    public Catalog() {
        String index = resource("/nabla/library/functions.index");
        if (index == null) throw new IllegalStateException("the index of functions is missing: build with mvn package");
        for (int from = 0; from < index.length(); ) {
            int end = index.indexOf('\n', from);
            int name = index.indexOf('\t', from);
            if (name < 0 || name > end) name = end;
            lines.put(index.substring(from, name), index.substring(name, end));
            from = end + 1;
        }
    }

    /** The session's table of library functions. */
    public static Catalog of(Session session) {
        return session.state(Catalog.class, Catalog::new);
    }

    @Override
    public Callable find(String name, Session s) {
        Entry e = entry(name);
        return e == null ? null : Binder.bind(e, s);
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(lines.keySet());
    }

    @Override
    public Method scalar(String name, int arity) {
        Entry e = entry(name);
        return e == null ? null : e.scalar(arity);
    }

    @Override
    public Real product(Real a, boolean transposedA, Real b, boolean transposedB) {
        return Product.of(a, transposedA, b, transposedB);
    }

    @Override
    public boolean mayBeComplex(String name) {
        Entry e = entry(name);
        return e != null && e.leavesReals();
    }

    @Override
    public String source(String name) {
        if (name.startsWith(Derivatives.PROGRAMS)) return Derivatives.standard().program(name);
        return "".equals(lines.get(name)) ? resource("/nabla/lib/" + name + ".opt") : null;
    }

    @Override
    public Set<String> texts(String name, String source) {
        if (name.startsWith(Derivatives.PROGRAMS)) return null;
        Matcher m = TEXTS.matcher(source);
        return m.find() && m.group(1) != null ? Set.of(m.group(1).split(", ")) : Set.of();
    }

    @Override
    public Callable onAxes(String source, Callable f, Session session) {
        Matcher m = TEXTS.matcher(source);
        return m.find() && m.group(2) != null ? new OnAxes(session, f) : f;
    }

    @Override
    public String derivative(String name) {
        Derivatives.Row row = Derivatives.standard().row(name);
        return row == null ? null : row.text();
    }

    /** What help shows of the function, or null when there is none of this name. */
    public Help help(String name) {
        Entry e = entry(name);
        if (e != null) {
            Function f = e.find().getAnnotation(Function.class);
            return new Help(name, List.of(f.call().split("\n")), f.en(), f.ru(), List.of(f.examples()));
        }
        String source = source(name);
        return source == null ? null : Help.of(name, source);
    }

    /** What the index says of a function that is a method; null for another. Forks ask as well, from their threads. */
    private synchronized Entry entry(String name) {
        String line = lines.get(name);
        return line == null || line.isEmpty() ? null : entries.computeIfAbsent(name, n -> Entry.read(n, line));
    }

    private static String resource(String path) {
        try (InputStream in = Catalog.class.getResourceAsStream(path)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
