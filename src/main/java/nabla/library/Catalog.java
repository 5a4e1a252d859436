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
import java.util.function.Predicate;
import nabla.engine.Library;
import nabla.engine.Session;
import nabla.gradient.Derivatives;
import nabla.linalg.Product;
import nabla.value.Callable;
import nabla.value.Real;

/** All functions that come with Nabla, by name. Reads the build's index; loads a function's class when it is first called. */
public final class Catalog implements Library {
    static final String PACKAGE = "nabla.library.";

    private record Entry(String owner, String method, String kind) {
        /** Whether the kind has this letter; a pairwise method's name is none. */
        boolean is(char letter) {
            return kind.indexOf('=') < 0 && kind.indexOf(letter) >= 0;
        }
    }

    private final Map<String, Entry> entries = new HashMap<>(2048);

    public Catalog() {
        String index = resource("/nabla/library/functions.index");
        if (index == null) throw new IllegalStateException("the index of functions is missing: build with mvn package");
        for (int from = 0; from < index.length(); ) {
            int end = index.indexOf('\n', from);
            add(index, from, end);
            from = end + 1;
        }
    }

    /** The session's table of library functions. */
    public static Catalog of(Session session) {
        return session.state(Catalog.class, Catalog::new);
    }

    private void add(String index, int from, int end) {
        int a = index.indexOf('\t', from);
        if (a < 0 || a > end) {
            entries.put(index.substring(from, end).strip(), null);
            return;
        }
        int b = index.indexOf('\t', a + 1);
        int c = index.indexOf('\t', b + 1);
        String owner = index.substring(a + 1, b);
        entries.put(index.substring(from, a), new Entry(owner, index.substring(b + 1, c), index.substring(c + 1, end).strip()));
    }

    @Override
    public Callable find(String name, Session s) {
        Method m = method(name);
        return m == null ? null : Binder.bind(name, s, m);
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    @Override
    public Method scalar(String name, int arity) {
        Entry e = entries.get(name);
        if (e == null || e.kind.isEmpty() || e.kind.charAt(0) != '0' + arity || e.is('l')) return null;
        if (!e.kind.startsWith("2=")) return method(name);
        return method(e, m -> m.getName().equals(e.kind.substring(2)));
    }

    @Override
    public Real product(Real a, boolean transposedA, Real b, boolean transposedB) {
        return Product.of(a, transposedA, b, transposedB);
    }

    @Override
    public boolean mayBeComplex(String name) {
        Entry e = entries.get(name);
        return e != null && e.is('c');
    }

    @Override
    public String source(String name) {
        if (name.startsWith(Derivatives.PROGRAMS)) return Derivatives.standard().program(name);
        return entries.containsKey(name) && entries.get(name) == null ? resource("/nabla/lib/" + name + ".opt") : null;
    }

    @Override
    public String derivative(String name) {
        Derivatives.Row row = Derivatives.standard().row(name);
        return row == null ? null : row.text();
    }

    /** What help shows of the function, or null when there is none of this name. */
    public Help help(String name) {
        Method m = method(name);
        if (m != null) {
            Function f = m.getAnnotation(Function.class);
            return new Help(name, List.of(f.call().split("\n")), f.en(), f.ru(), List.of(f.examples()));
        }
        String source = source(name);
        return source == null ? null : Help.of(name, source);
    }

    private Method method(String name) {
        Entry e = entries.get(name);
        return e == null ? null : method(e, m -> m.getName().equals(e.method) && m.isAnnotationPresent(Function.class));
    }

    private static Method method(Entry e, Predicate<Method> which) {
        try {
            for (Method m : Class.forName(PACKAGE + e.owner).getDeclaredMethods()) if (which.test(m)) return m;
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
        return null;
    }

    private static String resource(String path) {
        try (InputStream in = Catalog.class.getResourceAsStream(path)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
