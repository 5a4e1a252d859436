package nabla.engine;

import static nabla.engine.Descriptors.*;
import static org.objectweb.asm.Opcodes.*;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nabla.value.Operator;
import org.objectweb.asm.Label;

/** Turns operands into code: the fast path on doubles where every pair holds one, values otherwise. */
class Operands {
    final Emit emit;
    final Doubles doubles;
    private final Engine engine;

    Operands(Engine engine, Emit emit) {
        this.engine = engine;
        this.emit = emit;
        this.doubles = new Doubles(emit, this::pair);
    }

    /** A new pair of locals. */
    Operand.Pair temporary(boolean borrowed) {
        Operand.Pair p = new Operand.Pair(emit.newDouble(), emit.newReference(), Operand.Kind.ANY, null, borrowed);
        emit.op(DCONST_0);
        emit.var(DSTORE, p.d());
        return p;
    }

    /** Jumps when the pair holds NaN. */
    void nanToSlow(Operand.Pair t, Label slow) {
        emit.var(DLOAD, t.d());
        emit.var(DLOAD, t.d());
        emit.op(DCMPL);
        emit.jump(IFNE, slow);
    }

    /** The operand as a pair: arithmetic is computed now. */
    Operand.Pair settle(Operand o) {
        if (o instanceof Operand.Pair p) return p;
        if (isNumber(o)) {
            number(o);
            return popNumber();
        }
        Operand.Pair t = temporary(false);
        store(o, t);
        return t;
    }

    /** Pops a double into a temporary pair. */
    Operand.Pair popNumber() {
        Operand.Pair t = new Operand.Pair(emit.newDouble(), emit.newReference(), Operand.Kind.SCALAR, null, false);
        emit.storeNumber(t);
        return t;
    }

    /** Whether the operand is known to be a double. */
    boolean isNumber(Operand o) {
        if (o instanceof Operand.Pair p) return p.scalar();
        for (Operand part : o.parts()) if (!isNumber(part)) return false;
        return true;
    }

    /** Computes the operand into a pair. */
    void store(Operand o, Operand.Pair to) {
        if (o instanceof Operand.Pair p) {
            copy(p, to);
            return;
        }
        Label slow = new Label();
        Label done = new Label();
        boolean fallible = unlessNumbers(o, slow);
        number(o);
        emit.storeNumber(to);
        if (!fallible) return;
        emit.jump(GOTO, done);
        emit.label(slow);
        boxed(o);
        emit.unbox(to);
        emit.label(done);
    }

    private void copy(Operand.Pair from, Operand.Pair to) {
        if (from.scalar()) {
            emit.var(DLOAD, from.d());
            emit.storeNumber(to);
            return;
        }
        boolean held = from.name() != null || from.borrowed();
        emit.var(ALOAD, from.r());
        if (held) {
            emit.text(from.name());
            emit.ops("hold", "(" + V + "Ljava/lang/String;)" + V);
        }
        emit.var(ASTORE, to.r());
        emit.var(DLOAD, from.d());
        emit.var(DSTORE, to.d());
    }

    /** Pushes the operand as a value. */
    void push(Operand o) {
        if (o instanceof Operand.Constant || o instanceof Operand.Pair) {
            boxed(o);
            return;
        }
        boxed(settle(o));
    }

    /** Jumps to {@code slow} unless every pair holds a double; false when that is known and no code was needed. */
    boolean unlessNumbers(Operand o, Label slow) {
        Set<Integer> references = new LinkedHashSet<>();
        leaves(o, references);
        for (int r : references) {
            emit.var(ALOAD, r);
            emit.jump(IFNONNULL, slow);
        }
        return !references.isEmpty();
    }

    private void leaves(Operand o, Set<Integer> references) {
        if (o instanceof Operand.Pair p && !p.scalar()) references.add(p.r());
        for (Operand part : o.parts()) leaves(part, references);
    }

    /** Pushes the operand as a double, where every pair holds one. */
    void number(Operand o) {
        doubles.push(o);
    }

    private boolean pair(Operand o) {
        if (o instanceof Operand.Pair p) emit.var(DLOAD, p.d());
        return o instanceof Operand.Pair;
    }

    /** Pops doubles, calls the method and pushes its result. */
    void invoke(Method method) {
        doubles.call(method);
    }

    void boxed(Operand o) {
        if (o instanceof Operand.Constant c) {
            emit.number(c.value());
            emit.m.visitMethodInsn(INVOKESTATIC, "nabla/value/Real", "of", "(D)Lnabla/value/Real;", false);
        } else if (o instanceof Operand.Pair p) {
            emit.var(DLOAD, p.d());
            if (p.scalar()) {
                emit.m.visitMethodInsn(INVOKESTATIC, "nabla/value/Real", "of", "(D)Lnabla/value/Real;", false);
                return;
            }
            emit.var(ALOAD, p.r());
            emit.text(p.name());
            emit.ops("box", "(D" + V + "Ljava/lang/String;)" + V);
        } else fused(o, false);
    }

    /**
     * Pushes the value of arithmetic of which some leaf may be no number.
     *
     * @param mayBeComplex whether a result that is NaN is to be looked at again: the language may give a complex one
     */
    void fused(Operand o, boolean mayBeComplex) {
        Fusion f = new Fusion(engine, o, mayBeComplex);
        function(o);
        emit.constant(f, Fusion.class);
        emit.frame();
        emit.integer(f.leaves().size());
        emit.m.visitIntInsn(NEWARRAY, T_DOUBLE);
        each(f.leaves(), p -> true, p -> emit.var(DLOAD, p.d()), DASTORE);
        emit.integer(f.leaves().size());
        emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        each(f.leaves(), p -> !p.scalar(), p -> emit.var(ALOAD, p.r()), AASTORE);
        emit.virtual("nabla/engine/Fusion", "apply", "(" + F + "[D" + ARRAY + ")" + V);
    }

    /** Errors point at the last function, where there is one. */
    private void function(Operand o) {
        o.parts().forEach(this::function);
        if (o instanceof Operand.Intrinsic i) emit.at(i.at());
    }

    /** Stores into the array that lies on the stack. */
    private void each(List<Operand.Pair> pairs, Predicate<Operand.Pair> which, Consumer<Operand.Pair> push, int store) {
        for (int k = 0; k < pairs.size(); k++) {
            if (!which.test(pairs.get(k))) continue;
            emit.op(DUP);
            emit.integer(k);
            push.accept(pairs.get(k));
            emit.op(store);
        }
    }

    /** Pushes the result of a binary operation on values. */
    void binaryCall(Operand a, Operand b, String operator) {
        emit.frame();
        boxed(a);
        boxed(b);
        emit.constant(Operators.binary(operator), Operator.class);
        emit.ops("binary", "(" + F + V + V + "Lnabla/value/Operator;)" + V);
    }

    /** Pushes an array of the operands as values. */
    void boxedArray(List<? extends Operand> operands) {
        emit.integer(operands.size());
        emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        for (int k = 0; k < operands.size(); k++) {
            emit.op(DUP);
            emit.integer(k);
            boxed(operands.get(k));
            emit.op(AASTORE);
        }
    }
}
