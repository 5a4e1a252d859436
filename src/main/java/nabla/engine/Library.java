package nabla.engine;

import java.lang.reflect.Method;
import java.util.Set;
import nabla.value.Callable;
import nabla.value.Real;

/** The functions that come with Nabla, as the engine sees them. */
public interface Library {
    /** The function written in Java of this name, or null. */
    Callable find(String name, Session session);

    /** Every name, of functions in Java and in the language. */
    Set<String> names();

    /** The public static method on doubles that computes the function for scalar arguments, or null. */
    Method scalar(String name, int arity);

    /** The product of two real matrices of class double that fit, either of them transposed first. */
    Real product(Real a, boolean transposedA, Real b, boolean transposedB);

    /** Whether {@link #scalar} answers NaN where the language gives a complex number. */
    boolean mayBeComplex(String name);

    /** The text of a function written in the language, or null. */
    String source(String name);

    /** The parameters that take texts, where all others refuse them; null where any value is taken. Of a function by its {@link #source}. */
    Set<String> texts(String name, String source);

    /** The function written in the language so that it draws on axes whose handle comes first, if its {@link #source} says so. */
    Callable onAxes(String source, Callable f, Session session);

    /** The line of the table of derivatives for this function, such as {@code y = sin(x) -> g.*cos(x)}, or null. */
    String derivative(String name);
}
