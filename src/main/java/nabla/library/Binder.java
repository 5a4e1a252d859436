package nabla.library;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nabla.engine.Refused;
import nabla.engine.Session;
import nabla.value.Bool;
import nabla.value.Callable;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.FunctionHandle;
import nabla.value.Indexed;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/**
 * Makes a {@link Callable} of an annotated method: converts arguments by the types of its parameters, and words every
 * argument error once.
 *
 * <table>
 * <tr><td>{@code Session}</td><td>takes no argument: the session that calls</td></tr>
 * <tr><td>{@code @Nargout int}</td><td>takes no argument: how many results are wanted</td></tr>
 * <tr><td>{@code double}, {@code int}, {@code boolean}</td><td>a real scalar; an integer; a scalar that is true or false</td></tr>
 * <tr><td>{@code String}</td><td>a character row</td></tr>
 * <tr><td>{@code double[]}</td><td>the elements of a real array</td></tr>
 * <tr><td>{@code Real}</td><td>a real array as doubles (logical, char and integers are converted; single stays single)</td></tr>
 * <tr><td>{@code Numeric}, {@code Array}, {@code Value}, {@code Char}, {@code Cell}, {@code Struct}, {@code Bool}</td><td>as they are</td></tr>
 * <tr><td>{@code FunctionHandle}</td><td>a handle, or a character row naming a function</td></tr>
 * <tr><td>{@code Value...} last</td><td>the remaining arguments, any number</td></tr>
 * </table>
 *
 * A method of an object comes before the function of its name: {@code mean(d)} is {@code d.mean}. A parameter with {@link Default} may be
 * left out; a problem structure may stand for all. Results: {@code Value} and its kinds, {@code double}, {@code int}, {@code boolean},
 * {@code String}, {@code double[]} (a row), {@code Value[]} (several results), {@link Verdict}, {@code void}.
 */
public final class Binder {
    private static final Value[] NONE = {};
    private static final String LIBRARY = Binder.class.getPackageName();
    /** So many calls from where an argument did not fit may lie outside the library, in the methods of values. */
    private static final int DEEP = 4;

    private Binder() {}

    /** The function as something scripts call. */
    static Callable bind(Entry e, Session session) {
        Method m = e.find();
        m.setAccessible(true);
        return e.isElementwise() ? new Lifted(e, m) : new Bound(e, session, m);
    }

    /** The name that the first form of the call gives: what stands before the parenthesis, after the equals sign. */
    static String name(Function f) {
        String first = f.call().lines().findFirst().orElse("").strip();
        int from = first.indexOf('=') + 1;
        while (from < first.length() && first.charAt(from) == ' ') from++;
        int to = from;
        while (to < first.length() && (Character.isJavaIdentifierPart(first.charAt(to)) || first.charAt(to) == '.')) to++;
        return first.substring(from, to);
    }

    /** The error of a call with a wrong number of arguments. */
    static Failure misuse(String name, Method m) {
        return Failure.of("Invalid call to %s.  Correct usage is: %s", "Неверный вызов %s. Правильно так: %s", name, usage(m))
                .id("Octave:invalid-fun-call");
    }

    private static String usage(Method m) {
        return m.getAnnotation(Function.class).call().replace("\n", "; ");
    }

    /** What a value is called in messages about its class. */
    public static String kind(Value v) {
        if (v instanceof Complex) return say("complex ", "комплексный ") + v.className();
        if (v instanceof FunctionHandle) return say("function handle", "функция");
        return v.className();
    }

    static String say(String en, String ru) {
        return nabla.value.Lang.say(en, ru);
    }

    /** What the called method threw, as an unchecked exception. */
    static RuntimeException thrown(InvocationTargetException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) throw error;
        if (cause instanceof RuntimeException r) throw r;
        throw new IllegalStateException(cause);
    }

    /** A bound method: its arguments converted one by one. */
    private static final class Bound implements Callable {
        private static final Object SESSION = new Object();
        private static final Object NARGOUT = new Object();

        private final String name;
        private final String[] problem;
        private final Session session;
        private final Method method;
        /** For each parameter an {@link Argument}, or one of the two marks. */
        private final Object[] parameters;

        private final boolean rest;
        private final int result;
        private final int needed;

        Bound(Entry e, Session session, Method method) {
            name = e.name();
            problem = e.problem().isEmpty() ? new String[0] : e.problem().split(",");
            this.session = session;
            this.method = method;
            rest = method.isVarArgs();
            Parameter[] p = method.getParameters();
            parameters = new Object[p.length - (rest ? 1 : 0)];
            for (int k = 0; k < parameters.length; k++) {
                if (p[k].getType() == Session.class) parameters[k] = SESSION;
                else if (e.parameters().get(k).equals(Entry.NARGOUT)) parameters[k] = NARGOUT;
                else parameters[k] = new Argument(name, p[k], e.parameters().get(k));
            }
            result = RESULTS.indexOf(method.getReturnType());
            needed = (int) Arrays.stream(parameters).filter(a -> a instanceof Argument one && !one.optional).count();
        }

        private static final List<Class<?>> RESULTS = List.of(
                void.class, Value[].class, double.class, int.class, boolean.class, String.class, double[].class, Verdict.class);

        @Override
        public Value[] call(Value[] arguments, int nargout) {
            boolean posed = problem.length > 0 && arguments.length == 1 && arguments[0] instanceof Struct;
            return Overloaded.invoke(name, this::method, posed ? posed((Struct) arguments[0]) : arguments, nargout);
        }

        private Value[] method(Value[] arguments, int nargout) {
            if (arguments.length > 0 && arguments[0] instanceof Foreign f && f.object() instanceof Indexed object) {
                try {
                    Value[] r = object.method(name, Arrays.copyOfRange(arguments, 1, arguments.length), nargout);
                    if (r != null) return r;
                } catch (ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
                    throw misfit(e) ? misfit(arguments) : e;
                }
            }
            return plain(arguments, nargout);
        }

        /** The arguments that a problem structure holds, whatever the case of its fields; [] for those it does not. */
        private Value[] posed(Struct s) {
            Value[] all = new Value[problem.length];
            int last = 0;
            for (int k = 0; k < all.length; k++) {
                String field = problem[k];
                String own = s.names().stream().filter(field::equalsIgnoreCase).findFirst().orElse(null);
                if (own == null && k < needed) {
                    throw Failure.of("%s: the problem structure has no field %s; its fields are %s",
                            "%s: в структуре-задаче нет поля %s; её поля: %s", name, field, String.join(", ", problem));
                }
                all[k] = own == null ? Real.empty() : s.get(own);
                if (own != null) last = k + 1;
            }
            return Arrays.copyOf(all, last);
        }

        private Value[] plain(Value[] arguments, int nargout) {
            Object[] a = new Object[parameters.length + (rest ? 1 : 0)];
            int used = 0;
            for (int k = 0; k < parameters.length; k++) {
                Object p = parameters[k];
                if (p == SESSION) a[k] = session;
                else if (p == NARGOUT) a[k] = nargout;
                else if (used < arguments.length) a[k] = ((Argument) p).of(arguments[used++], session);
                else if (((Argument) p).optional) a[k] = ((Argument) p).otherwise;
                else throw misuse(name, method);
            }
            if (rest) a[parameters.length] = Arrays.copyOfRange(arguments, used, arguments.length);
            else if (used < arguments.length) throw misuse(name, method);
            try {
                Value[] r = results(method.invoke(null, a), nargout);
                return r.length <= Math.max(1, nargout) ? r : Arrays.copyOf(r, Math.max(1, nargout));
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Refused r) throw r.by(name);
                throw misfit(e.getCause()) ? misfit(arguments) : thrown(e);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Whether the method itself took one of its values for a value of another class or size, or missed one. */
        private static boolean misfit(Throwable t) {
            StackTraceElement[] at = t.getStackTrace();
            boolean kind = t instanceof ClassCastException || t instanceof NullPointerException || t instanceof IndexOutOfBoundsException
                    || t instanceof NegativeArraySizeException;
            return kind && (at.length == 0 || Arrays.stream(at).limit(DEEP).anyMatch(e -> e.getClassName().startsWith(LIBRARY)));
        }

        private Failure misfit(Value[] arguments) {
            String classes = Arrays.stream(arguments).map(Binder::kind).collect(Collectors.joining(", "));
            return Failure.of("%s: wrong type argument: it cannot take %s. Correct usage is: %s",
                            "%s: аргументы такого рода не подходят: %s. Правильно так: %s", name, classes, usage(method))
                    .id("Octave:invalid-input-type");
        }

        /** The results; a failure that they tell of is said aloud where its flag is not asked for. */
        private Value[] judged(Verdict v, int nargout) {
            if (v.failure() != null && nargout < v.flag()) {
                String said = name + ": " + v.failure();
                session.standard("warning").call(new Value[] {Char.of("nabla:not-solved"), Char.of("%s"), Char.of(said)}, 0);
            }
            return v.results();
        }

        private Value[] results(Object r, int nargout) {
            return switch (result) {
                case 0 -> NONE;
                case 1 -> (Value[]) r;
                case 2 -> new Value[] {Real.of((double) r)};
                case 3 -> new Value[] {Real.of((int) r)};
                case 4 -> new Value[] {Bool.of((boolean) r)};
                case 5 -> new Value[] {Char.of((String) r)};
                case 6 -> new Value[] {Real.row((double[]) r)};
                case 7 -> judged((Verdict) r, nargout);
                default -> r == null ? NONE : new Value[] {(Value) r};
            };
        }
    }
}
