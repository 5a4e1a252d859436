package nabla.library.optimization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import nabla.engine.Session;
import nabla.gradient.Refinement;
import nabla.gradient.Tape;
import nabla.library.Binder;
import nabla.value.Bool;
import nabla.value.Callable;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/** How a session differentiates on tapes: the library's functions and the programs of the table of derivatives, each found once. */
final class Taping {
    static final String NOT_DIFFERENTIABLE = "nabla:not-differentiable";

    /** What needs a tape for each of two derivatives. */
    private static final Set<String> TWICE = Set.of("hessian", "hvp", "dirderiv");

    private final Session session;
    /** Tapes that run, or ran lately. */
    private final List<Tape> open = new ArrayList<>();

    private final Map<String, Callable> found = new HashMap<>();
    /** How many runs on tapes may have lost digits that count. */
    private int doubts;

    private Taping(Session session) {
        this.session = session;
    }

    static Taping in(Session session) {
        return session.memo(Taping.class, () -> new Taping(session));
    }

    Tape tape() {
        Tape t = new Tape(name -> found.computeIfAbsent(name, session::standard));
        open.removeIf(o -> !o.runs());
        open.add(t);
        return t;
    }

    /**
     * The value of f at x, how it changes along one direction of what it depends on, and whether it was decided by jumps.
     *
     * @param whole whether the direction is one of the variables themselves, not of what has been computed from them before
     */
    Value[] slope(FunctionHandle f, Value x, boolean whole) {
        Map<Tape, int[]> before = new HashMap<>();
        for (Tape t : open) before.put(t, new int[] {t.steps(), t.jumps()});
        Value y = f.apply(x);
        Tape t = Tape.following(y);
        int[] then = before.get(t);
        boolean decided = open.stream().anyMatch(o -> o.jumps() > before.get(o)[1]);
        Value d = then != null ? t.along(y, whole ? 0 : then[0]) : decided ? Real.zeros(y.dims()) : Real.empty();
        return new Value[] {y, d, Bool.of(decided)};
    }

    /** Notes what a tape that has done its work doubts of. */
    void done(Tape tape) {
        if (tape.isDoubtful()) doubts++;
    }

    /**
     * The value of a function and derivatives, as the program gives them; once more and more precisely where doubles can't tell them.
     *
     * @param count by how many of the arguments is differentiated
     */
    Value[] refined(Value[] arguments, int count, UnaryOperator<Value[]> program) {
        if (isPart(arguments)) return program.apply(arguments);
        int before = doubts;
        Replay replay = new Replay(session);
        Value[] r = program.apply(arguments);
        if (before == doubts && Refinement.isFinite(r)) return r;
        return Refinement.of(a -> replay.of(() -> program.apply(a)), arguments, count, r);
    }

    /** The derivative by the first argument, refined; a warning where it is NaN even so. */
    Value derivative(String who, Value[] arguments, UnaryOperator<Value[]> program) {
        Value[] r = refined(arguments, 1, program);
        boolean undefined = Refinement.hasNaN(r[1]) && !Refinement.hasNaN(r[0]) && !Refinement.hasNaN(arguments);
        if (undefined && !isPart(arguments) && tells(who)) {
            tell(Failure.of("%s: a derivative is NaN: 0 times infinity on the way", "%s: производная — NaN: на пути к ней 0 умножен на бесконечность",
                    who));
        }
        return r[1];
    }

    /** Whether the arguments are followed already: what is computed is part of another derivative. */
    static boolean isPart(Value[] arguments) {
        return Overloaded.among(arguments) != null || Overloaded.within(arguments) != null;
    }

    /** What the function gave, as a real array, complex numbers without imaginary parts too; an error when it is none. */
    Value value(String who, FunctionHandle f, Tape tape, Value y) {
        Value p = Overloaded.primal(y);
        if (p instanceof Complex z && !z.narrow().isComplex()) return session.standard("real").call(new Value[] {y}, 1)[0];
        if (p instanceof Complex && tape.complexity() != null) throw tape.complexity();
        if (!(p instanceof Real)) {
            throw Failure.of("%s: the function must give real numbers, not a %s", "%s: функция должна давать вещественные числа, а не %s",
                            who, Binder.kind(p))
                    .id(NOT_DIFFERENTIABLE);
        }
        if (tells(who) && !tape.follows(y) && tape.jump() != null) {
            tell(Failure.of("%s: %s depends on its argument by %s alone, constant between jumps: its gradient is 0",
                    "%s: %s зависит от аргумента только через %s, постоянную между скачками: её градиент — 0", who, f.text(), tape.jump()));
        }
        return y;
    }

    /** Whether this asker tells its user what is to be known, no other derivative being taken meanwhile. */
    boolean tells(String who) {
        return !who.isEmpty() && open.stream().filter(Tape::runs).count() <= (TWICE.contains(who) ? 2 : 1);
    }

    /** Says it as a warning. */
    void tell(Failure what) {
        session.standard("warning").call(new Value[] {Char.of(NOT_DIFFERENTIABLE), Char.of("%s"), Char.of(what.getMessage())}, 0);
    }
}
