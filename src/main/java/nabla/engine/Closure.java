package nabla.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nabla.language.Tree;
import nabla.value.Callable;
import nabla.value.Failure;
import nabla.value.Lang;
import nabla.value.Value;

/** An anonymous function with the values it captured. */
public final class Closure implements Callable {
    /** What every closure made at one place of a program shares: the tree, and its code once compiled. */
    public static final class Site {
        final Tree.Anonymous tree;
        final String text;
        /** The captured variables, in the order of their values. */
        final String[] captured;

        /** Those of them that may be functions after all. */
        final Set<String> uncertain;

        final Functions.Scope scope;
        private final Signature.Table<Unit> units = new Signature.Table<>();
        private NumberCode numberCode;
        private boolean numbersTried;

        Site(Tree.Anonymous tree, String text, String[] captured, Set<String> uncertain, Functions.Scope scope) {
            this.tree = tree;
            this.text = text;
            this.captured = captured;
            this.uncertain = uncertain;
            this.scope = scope;
        }
    }

    private final Engine engine;
    final Site site;
    /** The call that made it, when functions stand inside the calling function. */
    private final Frame maker;
    /** Null where the variable was not defined when the function was made. */
    final Value[] captured;

    /** The frame of calls with numbers, whose code asks nothing of the call. */
    private Frame frame;

    Closure(Frame maker, Site site, Value[] captured) {
        this.engine = maker.engine;
        this.maker = maker.outer != null || maker.function != null ? maker : null;
        this.site = site;
        this.captured = captured;
    }

    /** Whether it shares the variables of a call in which functions stand. */
    boolean nested() {
        return maker != null;
    }

    /** The variables it captured, by name. */
    public Map<String, Value> variables() {
        Map<String, Value> all = new TreeMap<>();
        for (int k = 0; k < captured.length; k++) if (captured[k] != null) all.put(site.captured[k], captured[k]);
        return all;
    }

    /** How many arguments it takes, negative when any number may follow the first. */
    public int nargin() {
        int n = site.tree.parameters().size();
        return n > 0 && site.tree.parameters().get(n - 1).name().equals("varargin") ? -n : n;
    }

    /** The code for a call with n numbers for one result, or null when there is none. */
    NumberCode numbers(int n) {
        if (!site.numbersTried) {
            site.numbersTried = true;
            int takes = nargin();
            boolean fits = takes >= 1 && takes <= NumberCode.MOST;
            site.numberCode = fits ? Compiler.numbers(engine, site) : null;
        }
        return n == nargin() ? site.numberCode : null;
    }

    double run(NumberCode code, double a, double b, double c) {
        if (frame == null) {
            frame = new Frame(engine, null, "@<anonymous>", site.scope, null);
            frame.nargout = 1;
            frame.outer = maker;
        }
        Frame before = engine.enter(frame);
        try {
            return code.run(frame, captured, a, b, c);
        } finally {
            engine.leave(before);
        }
    }

    @Override
    public Value[] call(Value[] arguments, int nargout) {
        int n = site.tree.parameters().size();
        boolean variadic = n > 0 && site.tree.parameters().get(n - 1).name().equals("varargin");
        if (arguments.length > n && !variadic) {
            throw Failure.of(
                            "@<anonymous>: function called with too many inputs (%d, it takes %d): %s",
                            "@<анонимная>: слишком много аргументов (%d, а принимает %d): %s",
                            arguments.length,
                            n,
                            site.text)
                    .caught(Lang.say("@<anonymous>: function called with too many inputs", "@<анонимная>: слишком много аргументов"))
                    .id("Octave:invalid-fun-call");
        }
        Value[] slots = new Value[n + captured.length];
        int fixed = variadic ? n - 1 : n;
        for (int i = 0; i < fixed && i < arguments.length; i++) {
            arguments[i].share();
            slots[i] = arguments[i];
        }
        if (variadic) slots[n - 1] = Calls.rest(arguments, fixed);
        System.arraycopy(captured, 0, slots, n, captured.length);
        Unit unit = site.units.get(Signature.of(slots), signature -> Compiler.anonymous(engine, site, signature));
        Frame frame = new Frame(engine, engine.current(), "@<anonymous>", site.scope, unit.byName() ? new Workspace() : null);
        frame.nargin = arguments.length;
        frame.nargout = nargout;
        frame.outer = maker;
        Frame before = engine.enter(frame);
        Value[] results = null;
        try {
            return results = unit.code().run(frame, slots, nargout);
        } finally {
            engine.leave(before);
            frame.end(results);
        }
    }
}
