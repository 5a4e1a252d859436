package nabla.library;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@link Function} of type {@code double f(double)} or {@code double f(double, double)}: applied to each element, arrays broadcast,
 * class single kept. Compiled code calls the method itself where its arguments are scalars.
 *
 * <p>Where the answer is complex the real method returns NaN for an argument that is not, and {@code complex} names a static method of
 * the same class, {@code double[] f(double re, double im)} giving real and imaginary part, which then serves the whole array.
 *
 * <p>Where an argument is a 64-bit integer that a double would round, a static method of the same name on BigDecimals serves, if the class
 * has one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Elementwise {
    String complex() default "";

    /** A public method of the same class, {@code Value f(Numeric, Value...)}, that serves calls with more arguments; empty when there are none. */
    String more() default "";

    /** Whether a real argument may have a complex answer. */
    boolean leavesReals() default false;

    /** Whether results for integer arguments are rounded back to their class; they are doubles otherwise. */
    boolean integers() default true;

    /** Whether the result is logical: any value but zero is true. */
    boolean logical() default false;
}
