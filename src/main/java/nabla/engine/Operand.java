package nabla.engine;

import java.lang.reflect.Method;
import java.util.List;

/**
 * An evaluated or still pure part of an expression. Everything with an effect has been evaluated into pairs of locals; what
 * remains are numbers, pairs and arithmetic on them, which the compiler emits on doubles, with a {@link Fusion} for the case that some pair
 * holds no scalar.
 */
sealed interface Operand {
    /** The operands it is computed from. */
    default List<Operand> parts() {
        return List.of();
    }

    record Constant(double value) implements Operand {}

    /**
     * A double and a reference that is null while the double holds.
     *
     * @param kind what is known to hold
     * @param name the variable it is, whose value may be undefined, with the place of its use (see {@link Unknown#use}); null
     *     for a temporary
     * @param borrowed the value is still held by a cell or structure
     */
    record Pair(int d, int r, Kind kind, String name, boolean borrowed) implements Operand {
        /** The double holds. */
        boolean scalar() {
            return kind == Kind.SCALAR;
        }

        /** The double, or a real double array. */
        boolean real() {
            return kind != Kind.ANY;
        }

        /** This variable where it is used. */
        Pair use(nabla.language.Tree.Position at) {
            return scalar() ? this : new Pair(d, r, kind, Unknown.use(name, at), borrowed);
        }
    }

    enum Kind {
        ANY, REAL, SCALAR
    }

    /** Arithmetic on doubles: + - * / on two, negation on one. */
    record Arithmetic(String operator, Operand a, Operand b) implements Operand {
        @Override
        public List<Operand> parts() {
            return b == null ? List.of(a) : List.of(a, b);
        }
    }

    /** A power with a small integer exponent: repeated multiplication. */
    record Power(Operand base, int exponent, String operator) implements Operand {
        @Override
        public List<Operand> parts() {
            return List.of(base);
        }
    }

    /** A library function of doubles that is never complex. */
    record Intrinsic(Method method, Call call, nabla.language.Tree.Position at, Operand a, Operand b) implements Operand {
        @Override
        public List<Operand> parts() {
            return b == null ? List.of(a) : List.of(a, b);
        }
    }
}
