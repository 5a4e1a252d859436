package nabla.library;

/**
 * Makes a {@link nabla.value.Callable} of an annotated method: converts arguments by the types of its parameters, and words every
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
 * A parameter with {@link Default} may be left out. Results: {@code Value} and its kinds, {@code double}, {@code int}, {@code boolean},
 * {@code String}, {@code double[]} (a row), {@code Value[]} (several results), {@code void}.
 */
public final class Binder {
    private Binder() {}
}
