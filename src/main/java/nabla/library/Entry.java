package nabla.library;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A function that is a method, as a line of the build's index tells it: what its annotations say, since reading them takes longer than
 * most calls. The line is {@code name TAB owner TAB method TAB kind TAB other TAB problem}, and {@code TAB parameter} for
 * each parameter.
 *
 * @param owner the class, within the library's package
 * @param kind empty unless the function is {@link Elementwise}: then its arity and letters, c when it leaves the reals, i when integers
 *     keep their class, l when it is logical; p when it is {@link Pairwise}
 * @param other of an elementwise function the method for complex arguments, then a comma and that for more arguments where there is one; of a
 *     pairwise function the method for numbers; empty when there is none
 * @param problem the fields of a problem structure, with commas between them; empty when the function takes none
 * @param parameters of each, {@link #NARGOUT} or what follows: {@link #CODES} when it takes {@link Characters} as numbers, then nothing when
 *     it must be given, {@code =} and its {@link Default} otherwise
 */
record Entry(String name, String owner, String method, String kind, String other, String problem, List<String> parameters) {
    static final String NARGOUT = "nargout";
    static final String CODES = "'";

    /** What the annotations say. */
    static Entry of(String name, Method m) {
        List<String> parameters = Arrays.stream(m.getParameters()).map(Entry::parameter).toList();
        Function f = m.getAnnotation(Function.class);
        String problem = f == null ? "" : String.join(",", f.problem());
        String owner = m.getDeclaringClass().getName().substring(Catalog.PACKAGE.length());
        Pairwise p = m.getAnnotation(Pairwise.class);
        if (p != null) return new Entry(name, owner, m.getName(), "p", p.value(), problem, parameters);
        Elementwise e = m.getAnnotation(Elementwise.class);
        String kind = e == null ? "" : m.getParameterCount() + (e.leavesReals() ? "c" : "") + (e.integers() ? "i" : "") + (e.logical() ? "l" : "");
        return new Entry(name, owner, m.getName(), kind, e == null ? "" : e.complex() + (e.more().isEmpty() ? "" : "," + e.more()), problem, parameters);
    }

    private static String parameter(Parameter p) {
        Default d = p.getAnnotation(Default.class);
        if (p.isAnnotationPresent(Nargout.class)) return NARGOUT;
        return (p.isAnnotationPresent(Characters.class) ? CODES : "") + (d == null ? "" : "=" + d.value());
    }

    /** Reads what stands after the name in a line, the tab before it included. */
    static Entry read(String name, String line) {
        List<String> columns = new ArrayList<>();
        for (int from = 0; from >= 0; ) {
            int end = line.indexOf('\t', from + 1);
            columns.add(end < 0 ? line.substring(from + 1) : line.substring(from + 1, end));
            from = end;
        }
        return new Entry(name, columns.get(0), columns.get(1), columns.get(2), columns.get(3), columns.get(4), columns.subList(5, columns.size()));
    }

    String line() {
        StringBuilder b = new StringBuilder(String.join("\t", name, owner, method, kind, other, problem));
        for (String p : parameters) b.append('\t').append(p);
        return b.toString();
    }

    boolean isElementwise() {
        return !kind.isEmpty() && !kind.equals("p");
    }

    int arity() {
        return kind.charAt(0) - '0';
    }

    boolean leavesReals() {
        return kind.indexOf('c') > 0;
    }

    boolean integers() {
        return kind.indexOf('i') > 0;
    }

    boolean logical() {
        return kind.indexOf('l') > 0;
    }

    /** Of an elementwise function the method for complex arguments; empty when there is none. */
    String complex() {
        int comma = other.indexOf(',');
        return comma < 0 ? other : other.substring(0, comma);
    }

    /** Of an elementwise function the method for calls with more arguments, or null. */
    Method more() {
        int comma = other.indexOf(',');
        return comma < 0 ? null : find(other.substring(comma + 1), 2);
    }

    /** The method; its class is loaded. */
    Method find() {
        return find(method, parameters.size());
    }

    /** The method that computes with so many numbers, or null. */
    Method scalar(int numbers) {
        if (isElementwise()) return arity() == numbers && !logical() ? find() : null;
        return kind.equals("p") && numbers == 2 ? find(other, 2) : null;
    }

    private Method find(String method, int parameters) {
        try {
            for (Method m : Class.forName(Catalog.PACKAGE + owner).getDeclaredMethods()) {
                if (Modifier.isPublic(m.getModifiers()) && m.getName().equals(method) && m.getParameterCount() == parameters) return m;
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException(owner + " has no public method " + method);
    }
}
