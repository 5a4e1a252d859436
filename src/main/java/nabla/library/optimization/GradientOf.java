package nabla.library.optimization;

import java.util.Optional;
import nabla.engine.Adjoint;
import nabla.engine.Engine;
import nabla.engine.Session;
import nabla.gradient.Refinement;
import nabla.gradient.Tape;
import nabla.gradient.Variables;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Lang;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/** The derivatives of a scalar function by its first arguments: by code generated for it, or on a tape. */
final class GradientOf {
    private final String who;
    private final Session session;
    private final Taping taping;
    private final FunctionHandle f;
    private final int count;

    /**
     * @param who names the asker in errors and warnings; empty for one that wants no warnings
     * @param count by how many arguments
     */
    GradientOf(String who, Session session, FunctionHandle f, int count) {
        this.who = who;
        this.session = session;
        this.taping = Taping.in(session);
        this.f = f;
        this.count = count;
    }

    /** The value of f and then the derivatives. */
    Value[] at(Value... arguments) {
        if (count > arguments.length) {
            throw Failure.of("%s: %d derivatives wanted of a function with %d arguments",
                    "%s: нужно производных: %d, а аргументов: %d", who, count, arguments.length);
        }
        Value[] quick = count == 1 ? byAdjointCode(arguments) : null;
        if (quick != null) return quick;
        Value[] r = taping.refined(arguments, count, this::taped);
        if (Taping.isPart(arguments) || !taping.tells(who)) return r;
        boolean undefined = Refinement.hasNaN(r) && !Refinement.hasNaN(r[0]) && !Refinement.hasNaN(arguments);
        if (undefined) new Replay(session).of(() -> place(arguments)).ifPresent(taping::tell);
        return r;
    }

    /** By code generated for the function; null where the tape has to do it. */
    private Value[] byAdjointCode(Value[] arguments) {
        if (!(session instanceof Engine engine) || Overloaded.among(arguments) != null) return null;
        Value[] r = Adjoint.of(engine, f, arguments);
        return r == null || !Refinement.isFinite(r) ? null : r;
    }

    /** On a tape; where a derivative is lost, the program runs once more, to the place where that happens. */
    private Value[] taped(Value[] arguments) {
        try (Tape tape = taping.tape()) {
            try {
                Value[] r = on(tape, arguments);
                taping.done(tape);
                return r;
            } catch (Failure e) {
                throw tape.hasLost() ? new Replay(session).of(() -> located(tape, arguments, e)) : e;
            }
        }
    }

    private Value[] on(Tape tape, Value[] arguments) {
        Variables[] x = new Variables[count];
        Value[] a = arguments.clone();
        for (int k = 0; k < count; k++) {
            x[k] = new Variables(tape, a[k]);
            a[k] = x[k].followed();
        }
        Value y = Points.at(f, a);
        if (y.numel() != 1) {
            throw Failure.of("%s: the function must give a scalar, not %s: jacobian gives the derivatives of arrays",
                    "%s: функция должна давать число, а не массив %s: производные массивов даёт jacobian", who, Dims.text(y.dims()));
        }
        y = taping.value(who, f, tape, y);
        Value[] r = new Value[1 + count];
        r[0] = tape.released(y);
        for (int k = 0; k < count; k++) r[1 + k] = x[k].shaped(tape.derivatives(y, Real.of(1), x[k].arrays()));
        return r;
    }

    /** The failure with the place in the program of the step where the tape lost the derivative. */
    private Failure located(Tape tape, Value[] arguments, Failure otherwise) {
        try (Tape again = taping.tape()) {
            again.stopWhere(tape);
            on(again, arguments);
            return otherwise;
        } catch (Failure e) {
            return e;
        }
    }

    /** What is said of the place where a derivative becomes NaN. */
    private Optional<Failure> place(Value[] arguments) {
        try (Tape tape = taping.tape()) {
            tape.watch();
            on(tape, arguments);
            if (!tape.hasLost()) return Optional.empty();
            Failure e = located(tape, arguments, tape.loss());
            if (session instanceof Engine engine) engine.locate(e);
            return Optional.of(Failure.of("%s: the derivative is NaN: %s%s", "%s: производная — NaN: %s%s", who, e.getMessage(), text(e)));
        }
    }

    private static String text(Failure e) {
        if (e.places().isEmpty()) return "";
        Failure.Place p = e.places().get(0);
        return String.format(Lang.say(" (line %d, column %d)", " (строка %d, столбец %d)"), p.line(), p.column());
    }
}
