package nabla.library.sparse;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import nabla.linalg.SparseMatrix;
import nabla.value.Bool;
import nabla.value.Callable;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** What is done with sparse matrices on the elements that are kept alone, by the names of functions and operators. */
final class SparseOperations {
    /** Results for some arguments, of which at least one is sparse; null where the full matrices are needed. */
    interface Operation {
        Value[] apply(Value[] arguments, int nargout);
    }

    /** Asks for the class of a value alone. */
    private static final Set<String> OF_CLASS = Set.of("class", "isa", "isnumeric", "isfloat", "isreal", "iscomplex", "islogical", "isbool",
            "ischar", "iscell", "isstruct", "iscellstr", "is_function_handle", "isinteger", "isobject");

    /** Take a sparse matrix as it is. */
    private static final Set<String> WHOLE = Set.of("disp", "display", "fdisp", "issparse", "sparse", "full", "nzmax", "deal");

    /** Their results stay sparse even if computed in full. */
    private static final Set<String> STAY = Set.of("times", "rdivide", "power", "mpower", "eq", "ne", "lt", "le", "gt", "ge", "and", "or",
            "not", "uminus", "transpose", "ctranspose", "sort", "cumsum", "cumprod", "prod", "sum", "sumsq", "max", "min", "any", "all",
            "inv", "chol", "tril", "triu", "diag", "mean", "horzcat", "vertcat", "reshape", "repmat", "subsref", "delete", "circshift",
            "permute", "cos", "cosh", "sin", "sinh", "tan", "tanh", "asin", "asinh", "acos", "acosh", "atan", "atanh", "exp", "expm1", "log",
            "log1p", "sqrt", "abs", "sign", "floor", "ceil", "round", "fix", "real", "imag", "conj", "isnan", "isinf", "isfinite", "gamma",
            "erf", "mod", "rem", "xor");

    /** Their results are sparse whichever argument is. */
    private static final Set<String> SPARSE_BY_ANY = Set.of("times", "and", "horzcat", "vertcat");

    private static final Map<String, Operation> KNOWN = new HashMap<>();

    static {
        mapped("uminus", x -> -x, false);
        mapped("abs", Math::abs, false);
        mapped("sign", Math::signum, false);
        mapped("sin", StrictMath::sin, false);
        mapped("tan", StrictMath::tan, false);
        mapped("floor", Math::floor, false);
        mapped("ceil", Math::ceil, false);
        mapped("round", x -> Math.copySign(Math.floor(Math.abs(x) + 0.5), x), false);
        mapped("fix", x -> x < 0 ? Math.ceil(x) : Math.floor(x), false);
        mapped("real", x -> x, false);
        mapped("conj", x -> x, false);
        mapped("double", x -> x, false);
        mapped("isnan", x -> Double.isNaN(x) ? 1 : 0, true);
        mapped("isinf", x -> Double.isInfinite(x) ? 1 : 0, true);
        elementwise("plus", Double::sum, false);
        elementwise("minus", (x, y) -> x - y, false);
        elementwise("times", (x, y) -> x * y, false);
        elementwise("rdivide", (x, y) -> x / y, false);
        elementwise("power", Math::pow, false);
        elementwise("eq", (x, y) -> x == y ? 1 : 0, true);
        elementwise("ne", (x, y) -> x != y ? 1 : 0, true);
        elementwise("lt", (x, y) -> x < y ? 1 : 0, true);
        elementwise("le", (x, y) -> x <= y ? 1 : 0, true);
        elementwise("gt", (x, y) -> x > y ? 1 : 0, true);
        elementwise("ge", (x, y) -> x >= y ? 1 : 0, true);
        elementwise("and", (x, y) -> x != 0 && y != 0 ? 1 : 0, true);
        elementwise("or", (x, y) -> x != 0 || y != 0 ? 1 : 0, true);
        SparseAlgebra.define(KNOWN);
        SparseShapes.define(KNOWN);
        SparseParts.define(KNOWN);
    }

    private SparseOperations() {}

    static Value[] apply(String function, Callable plain, Value[] arguments, int nargout) {
        if (OF_CLASS.contains(function) && arguments[0] instanceof Sparse s) {
            Value[] sample = arguments.clone();
            sample[0] = s.logical() ? Bool.TRUE : Real.of(1);
            return plain.call(sample, nargout);
        }
        if (WHOLE.contains(function)) return plain.call(arguments, nargout);
        Operation known = KNOWN.get(function);
        return known == null ? null : known.apply(arguments, nargout);
    }

    static boolean staysSparse(String function, Value[] arguments) {
        return STAY.contains(function) && arguments[0] instanceof Sparse
                || SPARSE_BY_ANY.contains(function);
    }

    static Value[] one(Value v) {
        return new Value[] {v};
    }

    static Value[] sparse(SparseMatrix m, boolean logical) {
        return one(new Sparse(m, logical));
    }

    /** A function that is 0 at 0, of one argument. */
    private static void mapped(String name, DoubleUnaryOperator f, boolean logical) {
        KNOWN.put(name, (a, n) -> a.length == 1 ? sparse(((Sparse) a[0]).matrix().map(f), logical) : null);
    }

    /** Of two sparse matrices of one size, or of one and a number, where the function of the zeros is 0. */
    private static void elementwise(String name, DoubleBinaryOperator f, boolean logical) {
        KNOWN.put(name, (a, n) -> {
            if (a.length != 2) return null;
            if (a[0] instanceof Sparse x && a[1] instanceof Sparse y && sameSize(x, y)) {
                return f.applyAsDouble(0, 0) == 0 ? sparse(x.matrix().merge(y.matrix(), f), logical) : null;
            }
            if (a[0] instanceof Sparse x && isNumber(a[1])) return mapped(x, v -> f.applyAsDouble(v, number(a[1])), logical);
            if (a[1] instanceof Sparse y && isNumber(a[0])) return mapped(y, v -> f.applyAsDouble(number(a[0]), v), logical);
            return null;
        });
    }

    static Value[] mapped(Sparse x, DoubleUnaryOperator f, boolean logical) {
        return f.applyAsDouble(0) == 0 ? sparse(x.matrix().map(f), logical) : null;
    }

    static boolean sameSize(Value x, Value y) {
        return x.rows() == y.rows() && x.columns() == y.columns();
    }

    /** A real number, not a sparse one. */
    static boolean isNumber(Value v) {
        return (v instanceof Real || v instanceof Bool) && v.numel() == 1;
    }

    static double number(Value v) {
        return ((Numeric) v).re(0);
    }

    /** A full real matrix. */
    static boolean isFull(Value v) {
        return (v instanceof Real r && !r.isSingle() || v instanceof Bool) && v.ndims() == 2;
    }
}
