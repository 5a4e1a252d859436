package nabla.library;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method that scripts can call. The method's parameter types say how arguments are converted and checked (see
 * {@link Binder}); signature, help in both languages and examples stand here and nowhere else.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Function {
    /** How it is called, several forms separated by newlines: {@code "H = entropy(p)"}. The first names the function. */
    String call();

    /** Help in English: what it does, then shapes, units, errors and the formula's source. */
    String en();

    /** The same in Russian. */
    String ru();

    /**
     * Each {@code code % result}: run as a test, shown by help. The result is what is printed for the value, {@code error: message}
     * for an error, or absent when only running counts.
     */
    String[] examples() default {};

    /** The fields of a problem structure, which may stand for all arguments, in the arguments' order; none: no structure may. */
    String[] problem() default {};

    /** Other names of the same function. */
    String[] aliases() default {};
}
