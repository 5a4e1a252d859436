package nabla.library.optimization;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntFunction;
import nabla.engine.Ahead;
import nabla.engine.Refused;
import nabla.engine.Session;
import nabla.library.Options;
import nabla.value.Char;
import nabla.value.FunctionHandle;
import nabla.value.Lang;
import nabla.value.Value;

/** Values of a function at points that will be asked for, taken by other processors meanwhile where the function allows that. */
final class Foreseen {
    /** f(x) as f gave it. */
    private record Answer(double[] x, Value value) {}

    private final String caller;
    private final Session session;
    private final Function<double[], Value[]> arguments;
    /** Whether the user asked for it, and wants to know what hinders it. */
    private final boolean wanted;
    /** Null where the user does without. */
    private final Ahead<Answer> ahead;

    /** @param arguments what f gets for a point; called by any thread */
    Foreseen(String caller, Session session, FunctionHandle f, Options options, Function<double[], Value[]> arguments) {
        this.caller = caller;
        this.session = session;
        this.arguments = arguments;
        wanted = options.flag("UseParallel", false);
        ahead = options.flag("UseParallel", true) ? session.ahead(f) : null;
    }

    /** The next n values will be asked for at these points; with n = 0 none. */
    void points(int n, IntFunction<double[]> points) {
        if (ahead == null) return;
        if (n == 0) ahead.close();
        else ahead.begin(n, (fork, f, k) -> answer(fork, f[0], points.apply(k)));
    }

    private Answer answer(Session fork, FunctionHandle f, double[] x) {
        Value[] r = Ahead.call(fork, f, arguments.apply(x), 1);
        return r.length == 0 || r[0] == null ? null : new Answer(x, r[0]);
    }

    /** f(x) if it is known, else null. */
    Value at(double[] x) {
        Answer a = ahead == null ? null : ahead.next();
        if (a == null || Arrays.equals(a.x, x)) return a == null ? null : a.value;
        ahead.forget();
        return null;
    }

    /** What else the function gets has changed. */
    void forget() {
        if (ahead != null) ahead.forget();
    }

    /** Tells who asked for parallel evaluation what hindered it. */
    void conclude() {
        Refused refused = wanted ? ahead.refused() : null;
        if (refused == null) return;
        String said = String.format(Lang.say(
                "%s: UseParallel: one point was evaluated after another, since the function needs %s",
                "%s: UseParallel: точки вычислялись по одной, потому что функции нужно следующее: %s"), caller, refused.what());
        session.standard("warning").call(new Value[] {Char.of("nabla:not-parallel"), Char.of("%s"), Char.of(said)}, 0);
    }
}
