package nabla.library;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@link Function} of values: for two real scalars, and for each pair of elements of arrays of one size, it gives what the named
 * method {@code double f(double, double)} of the same class gives, which compiled code calls instead.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Pairwise {
    String value();
}
