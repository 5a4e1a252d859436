package nabla.library.optimization;

import nabla.engine.Closure;
import nabla.engine.UserFunction;
import nabla.value.Callable;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Value;

/** Calls of functions at points: those that take a number for each variable instead of one vector are told so. */
final class Points {
    private Points() {}

    /** The function's result; where it fails since the point has as many numbers as the function has arguments, the error says so. */
    static Value at(FunctionHandle f, Value... arguments) {
        try {
            return f.apply(arguments);
        } catch (Failure e) {
            if (arguments.length != 1 || takes(f.target()) < 2 || arguments[0].numel() != takes(f.target())) throw e;
            Failure told = Failure.of("%s takes %d arguments, not a vector of variables: write %s",
                    "%s принимает %d аргумента, а не вектор переменных: запишите %s", f.text(), takes(f.target()), ofVector(f));
            told.places().addAll(e.places());
            throw told;
        }
    }

    /** How many arguments a function of the program takes, negative when any number may follow; 0 for others. */
    static int takes(Callable f) {
        return f instanceof Closure c ? c.nargin() : f instanceof UserFunction u ? u.nargin() : 0;
    }

    /** The function of a vector as one writes it: {@code @(p) f(p(1), p(2))}. */
    private static String ofVector(FunctionHandle f) {
        StringBuilder s = new StringBuilder("@(p) ").append(f.anonymous() ? "f" : f.text());
        for (int k = 1; k <= takes(f.target()); k++) s.append(k == 1 ? "(" : ", ").append("p(").append(k).append(')');
        return s.append(')').toString();
    }
}
