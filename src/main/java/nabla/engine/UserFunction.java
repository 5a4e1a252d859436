package nabla.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.language.Tree;
import nabla.value.Callable;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Value;

/** A function written in the language: compiled when first called. */
public final class UserFunction implements Callable {
    private final Engine engine;
    final Tree.Function tree;
    final Functions.Scope scope;
    /** Its persistent variables. */
    final Map<String, Workspace.Global> persistent = new HashMap<>();

    private final int parameters;
    private final boolean variadic;
    /** Of a function of the library the parameters that take texts, where all others refuse them; null where any value is taken. */
    Set<String> texts;
    private final boolean looksAtCaller;
    private final Signature.Table<Unit> units = new Signature.Table<>();
    final Nesting nesting;
    private NumberCode numberCode;
    private boolean numbersTried;
    /** The frame of calls with numbers, whose code asks nothing of the call. */
    private Frame shared;

    UserFunction(Engine engine, Tree.Function tree, Functions.Scope scope) {
        this(engine, tree, scope, null);
    }

    /** @param outer the function it stands in, or null */
    UserFunction(Engine engine, Tree.Function tree, Functions.Scope scope, UserFunction outer) {
        this.engine = engine;
        this.tree = tree;
        List<Tree.Parameter> p = tree.parameters();
        this.variadic = !p.isEmpty() && p.get(p.size() - 1).name().equals("varargin");
        Names names = Names.of(tree.body());
        this.looksAtCaller = names.used.contains("evalin") || names.used.contains("assignin");
        this.scope = scope.importing(names.imports);
        this.nesting = new Nesting(engine, this, outer);
        this.parameters = variadic ? p.size() - 1 : p.size();
    }

    /** Whether it sees or changes its caller's variables. */
    boolean looksAtCaller() {
        return looksAtCaller;
    }

    public String name() {
        return tree.name();
    }

    /** How many arguments it takes, negative (−n−1) when any number may follow the first n. */
    public int nargin() {
        return variadic ? -parameters - 1 : parameters;
    }

    /** How many results it gives, in the same manner. */
    public int nargout() {
        int n = tree.results().size();
        return n > 0 && tree.results().get(n - 1).name().equals("varargout") ? -n : n;
    }

    @Override
    public Value[] call(Value[] arguments, int nargout) {
        return call(arguments, nargout, null);
    }

    /** @param outer the call of the function it stands in, null when it stands in none */
    Value[] call(Value[] arguments, int nargout, Frame outer) {
        Call call = engine.takeCalling();
        check(arguments.length, nargout);
        if (texts != null) refuseTexts(arguments);
        Value[] slots = new Value[parameters + (variadic ? 1 : 0)];
        for (int i = 0; i < parameters && i < arguments.length; i++) {
            arguments[i].share();
            slots[i] = arguments[i];
        }
        if (variadic) slots[parameters] = Calls.rest(arguments, parameters);
        Unit unit = units.get(Signature.of(slots), signature -> Compiler.function(engine, this, signature));
        Frame frame = new Frame(engine, engine.current(), tree.name(), scope, unit.byName() ? new Workspace() : null);
        frame.call = call;
        frame.outer = outer;
        if (nesting.matters()) frame.function = this;
        frame.nargin = arguments.length;
        frame.nargout = nargout;
        Frame before = engine.enter(frame);
        Value[] results = null;
        try {
            return results = unit.code().run(frame, slots, nargout);
        } finally {
            engine.leave(before);
            frame.end(results);
        }
    }

    /** The code for a call with n numbers for one result, or null when there is none. */
    NumberCode numbers(int n) {
        if (!numbersTried) {
            numbersTried = true;
            boolean fits = !nesting.matters() && !variadic && parameters >= 1 && parameters <= NumberCode.MOST && !tree.results().isEmpty() && nargout() > 0;
            numberCode = fits ? Compiler.numbers(engine, this) : null;
            shared = new Frame(engine, null, tree.name(), scope, null);
            shared.nargin = parameters;
            shared.nargout = 1;
        }
        return n == parameters ? numberCode : null;
    }

    double run(NumberCode code, double a, double b, double c) {
        Frame before = engine.enter(shared);
        try {
            return code.run(shared, null, a, b, c);
        } finally {
            engine.leave(before);
            shared.end(null);
        }
    }

    private void check(int given, int nargout) {
        if (given > parameters && !variadic) {
            throw Failure.of(
                            "Invalid call to %s: called with too many inputs (%d, it takes %d)",
                            "%s: слишком много аргументов (%d, а принимает %d)",
                            name(),
                            given,
                            parameters)
                    .id("Octave:invalid-fun-call");
        }
        int n = nargout();
        if (n >= 0 && nargout > Math.max(n, 1)) {
            throw Failure.of(
                            "%s: function called with too many outputs (%d, it gives %d)",
                            "%s: запрошено слишком много результатов (%d, а возвращает %d)",
                            name(),
                            nargout,
                            n)
                    .id("Octave:invalid-fun-call");
        }
    }

    /** A text where a number is meant would be taken as its characters' codes. */
    private void refuseTexts(Value[] arguments) {
        for (int k = 0; k < parameters && k < arguments.length; k++) {
            if (!(arguments[k] instanceof Char c) || c.isEmpty() || texts.contains(tree.parameters().get(k).name())) continue;
            throw Failure.of("%s: argument %d must be a number or an array of numbers, not the text '%s'",
                            "%s: аргумент %d — число или массив чисел, а не текст '%s'", name(), k + 1, c.text())
                    .id("Octave:invalid-input-type");
        }
    }
}
