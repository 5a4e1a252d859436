package nabla.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.engine.AdjointMeaning.*;
import nabla.language.Tree;
import nabla.value.Bool;
import nabla.value.Callable;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/**
 * Gradients of programs that compute with scalars and arrays, by reverse-mode source transformation: from the tree of a
 * function, for the kinds of its arguments, a second program is generated that computes the value and the gradient by the first argument
 * at a small multiple of the function's cost; differentiated forward once more, it gives Hessians. Griewank and Walther, Evaluating
 * Derivatives, 2008.
 */
public final class Adjoint {
    /** A stack of one element would be a scalar. */
    private static final double LEAST_ROOM = 16;


    /** The generated function; null when the program uses what is not differentiated this way. */
    private final UserFunction code;
    private double room = LEAST_ROOM;
    /** How often it may still fail before it is given up; once it has worked, for ever. */
    private int chances = 4;

    private Adjoint(UserFunction code) {
        this.code = code;
    }

    /**
     * The value of f and its gradient by its first argument, or null when f is not differentiated this way or fails.
     *
     * @param arguments the first is a real double scalar or matrix; the others, and what f captured, count as constants
     */
    public static Value[] of(Engine engine, FunctionHandle f, Value... arguments) {
        Leaves leaves = new Leaves();
        for (Value a : arguments) leaves.add(a);
        leaves.add(f);
        if (leaves.kinds.get(0) == Kind.OTHER) return null;
        return engine.adjoints.computeIfAbsent(leaves.kinds(engine, false), k -> generate(engine, f, arguments, leaves.largest, false)).run(leaves.values, 3);
    }

    /**
     * The gradient of f by its first argument, the derivative of that gradient along v, the Hessian times v, and the value; or null when
     * f is not differentiated this way or fails.
     */
    public static Value[] along(Engine engine, FunctionHandle f, Value v, Value... arguments) {
        Leaves leaves = new Leaves();
        for (Value a : arguments) leaves.add(a);
        leaves.add(f);
        if (leaves.kinds.get(0) == Kind.OTHER) return null;
        Adjoint code = engine.adjoints.computeIfAbsent(leaves.kinds(engine, true), k -> generate(engine, f, arguments, leaves.largest, true));
        leaves.values.add(v);
        return code.run(leaves.values, 4);
    }

    private Value[] run(List<Value> values, int results) {
        if (code == null || chances == 0) return null;
        Value[] given = values.toArray(new Value[values.size() + 1]);
        given[values.size()] = Real.of(room);
        try {
            Value[] r = code.call(given, results);
            chances = Integer.MAX_VALUE;
            room = Math.max(room, ((Real) r[2]).re(0));
            boolean real = r[0] instanceof Real && r[1] instanceof Real;
            return !real ? null : results == 3 ? new Value[] {r[0], r[1]} : new Value[] {r[0], r[1], r[3]};
        } catch (Failure f) {
            chances--;
            return null;
        }
    }

    // ---- kinds ---------------------------------------------------------------------------------------------------

    /** The numbers and arrays that a call depends on, those that functions captured among them, in a fixed order; and their kinds. */
    private static final class Leaves {
        final List<Value> values = new ArrayList<>();
        private final List<Object> kinds = new ArrayList<>();
        /** The elements of the largest array. */
        int largest;

        void add(Value v) {
            Kind k = Kind.of(v);
            kinds.add(kinds.isEmpty() && k == Kind.WHOLE ? Kind.SCALAR : k);
            if (k != Kind.OTHER) values.add(v);
            if (k.isArray()) largest = Math.max(largest, v.numel());
            if (isStructure(v)) {
                Struct s = (Struct) v;
                kinds.add(List.copyOf(s.names()));
                for (String field : s.names()) add(s.get(field));
            }
            if (!(v instanceof FunctionHandle f)) return;
            kinds.add(f.target() instanceof Closure c ? c.site : f.target());
            if (f.target() instanceof Closure c) for (Value captured : c.captured) add(captured);
        }

        /** @param second whether the Hessian is meant */
        List<Object> kinds(Engine engine, boolean second) {
            kinds.add(engine.functions.stamp());
            kinds.add(second);
            kinds.add(AdjointArrays.isTiny(largest));
            return kinds;
        }
    }

    /** Whether the value is one structure. */
    private static boolean isStructure(Value v) {
        return v instanceof Struct s && s.numel() == 1;
    }

    private enum Kind {
        WHOLE, SCALAR, ROW, COLUMN, MATRIX, OTHER;

        static Kind of(Value v) {
            if (v instanceof Bool b) return b.numel() == 1 ? WHOLE : OTHER;
            if (!(v instanceof Real r) || r.isSingle() || r.ndims() > 2) return OTHER;
            if (r.numel() != 1) return r.rows() == 1 ? ROW : r.columns() == 1 ? COLUMN : MATRIX;
            double d = r.re(0);
            return d == Math.rint(d) && !Double.isInfinite(d) ? WHOLE : SCALAR;
        }

        boolean isArray() {
            return this == ROW || this == COLUMN || this == MATRIX;
        }
    }

    // ---- generation ----------------------------------------------------------------------------------------------

    private static Adjoint generate(Engine engine, FunctionHandle f, Value[] arguments, int largest, boolean second) {
        try {
            return new Adjoint(new Generation(engine, AdjointArrays.isTiny(largest)).function(f, arguments, second));
        } catch (Outside reason) {
            return new Adjoint(null);
        }
    }

    /** One function on its way to its adjoint code. */
    private static final class Generation {
        private final Engine engine;
        private final Functions.Scope home = Functions.Scope.generated();
        private final AdjointSource source;
        private final boolean tiny;
        private final List<Tree.Parameter> parameters = new ArrayList<>();
        private final Set<String> whole = new HashSet<>();

        Generation(Engine engine, boolean tiny) {
            this.engine = engine;
            this.tiny = tiny;
            this.source = new AdjointSource(engine, home, tiny);
        }

        UserFunction function(FunctionHandle f, Value[] arguments, boolean second) {
            List<AdjointMeaning> given = new ArrayList<>();
            for (Value a : arguments) given.add(meaning(a));
            AdjointMeaning called = meaning(f);
            String input = ((Variable) given.get(0)).name();
            String result = source.call(called, given, 1).get(0);
            if (source.isArray(result)) throw new Outside("an array as result");
            List<AdjointStep> steps = new AdjointFusion(source.arrays, source.growing, source.steps()).fused();
            AdjointActivity activity = new AdjointActivity(source.arrays, steps, input, result, whole, source.growing);
            if (!activity.variables().contains(result) && activity.reads(input)) throw new Outside("the input only decides");
            AdjointRules rules = new AdjointRules(engine.library);
            AdjointPullback pullback = new AdjointPullback(activity, rules);
            differentiate(steps, pullback);
            new AdjointSaving(activity, tiny).decide(steps, result);
            List<Tree.Statement> body = new AdjointSweeps(activity, tiny).write(steps, result);
            String gradient = AdjointPullback.derivative(input);
            if (!activity.variables().contains(input)) {
                body.add(Terms.set(gradient, Terms.of("zeros", Terms.of("size", Terms.name(input)))));
            }
            List<String> wanted = List.of(AdjointSweeps.VALUE, gradient, AdjointSweeps.USED);
            if (second) {
                wanted = List.of(gradient, AdjointTangent.along(gradient), AdjointSweeps.USED, AdjointSweeps.VALUE);
                parameters.add(new Tree.Parameter(Terms.AT, AdjointTangent.along(input), null));
                body = new AdjointTangent(rules, input, source::holdsArray).differentiate(body, gradient);
            }
            parameters.add(new Tree.Parameter(Terms.AT, AdjointSweeps.ROOM, null));
            List<Tree.Parameter> results = new ArrayList<>();
            for (String r : wanted) results.add(new Tree.Parameter(Terms.AT, r, null));
            return new UserFunction(engine, new Tree.Function(Terms.AT, f.text(), parameters, results, body, "", Terms.AT), home);
        }

        private static void differentiate(List<AdjointStep> steps, AdjointPullback pullback) {
            for (AdjointStep s : steps) {
                if (s instanceof AdjointStep.Assign a) pullback.differentiate(a);
                else if (s instanceof AdjointStep.Choice c) {
                    differentiate(c.yes, pullback);
                    differentiate(c.no, pullback);
                } else if (s instanceof AdjointStep.Loop l) differentiate(l.body, pullback);
            }
        }

        /** What a value means to the program; each number or array becomes a parameter, in the order of {@link Leaves}. */
        private AdjointMeaning meaning(Value v) {
            Kind k = Kind.of(v);
            if (k != Kind.OTHER) {
                String p = source.fresh("x", k.isArray());
                if (k.isArray()) source.shapes.note(p, AdjointShapes.Shape.of(v.rows(), v.columns()));
                parameters.add(new Tree.Parameter(Terms.AT, p, null));
                if (k == Kind.WHOLE) whole.add(p);
                return new Variable(p);
            }
            if (isStructure(v)) {
                Map<String, AdjointMeaning> fields = new HashMap<>();
                for (String field : ((Struct) v).names()) fields.put(field, meaning(((Struct) v).get(field)));
                return new Structure(fields);
            }
            if (!(v instanceof FunctionHandle f)) return new Opaque();
            Callable target = f.target();
            if (target instanceof UserFunction u) return new Own(u);
            if (target instanceof Closure c) return lambda(c);
            return engine.functions.isLibrary(f.text(), home) ? new Standard(f.text()) : new Opaque();
        }

        private Lambda lambda(Closure c) {
            Map<String, AdjointMeaning> captured = new HashMap<>();
            for (int k = 0; k < c.captured.length; k++) {
                if (c.captured[k] != null) AdjointFields.put(c.site.captured[k], meaning(c.captured[k]), captured);
            }
            return new Lambda(c.site.tree, captured, c.site.scope);
        }
    }
}
