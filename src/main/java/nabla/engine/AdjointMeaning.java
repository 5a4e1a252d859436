package nabla.engine;

import java.util.Map;
import nabla.language.Tree;

/** What a name means inside a function that is being put into the form that is differentiated. */
sealed interface AdjointMeaning {
    /** A variable, under the name it has there. */
    record Variable(String name) implements AdjointMeaning {}

    record Literal(double value) implements AdjointMeaning {}

    /** A function of the program. */
    record Own(UserFunction function) implements AdjointMeaning {}

    /** An anonymous function, with what its captured names mean. */
    record Lambda(Tree.Anonymous tree, Map<String, AdjointMeaning> captured, Functions.Scope scope) implements AdjointMeaning {}

    /** A function of the library. */
    record Standard(String name) implements AdjointMeaning {}

    /** A structure, by what its fields mean. */
    record Structure(Map<String, AdjointMeaning> fields) implements AdjointMeaning {}

    /** A value of a kind that is not differentiated. */
    record Opaque() implements AdjointMeaning {}

    /** Thrown where a program leaves what this method differentiates. */
    final class Outside extends RuntimeException {
        private static final long serialVersionUID = 1;

        Outside(String what) {
            super(what, null, false, false);
        }
    }
}
