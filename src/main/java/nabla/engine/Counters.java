package nabla.engine;

import static org.objectweb.asm.Opcodes.*;

import java.util.HashMap;
import java.util.Map;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;

/**
 * Loop variables that go in whole steps, each with an int beside its double: indices made of them need no conversion. The int of a
 * range that does not start at a whole number is out of every array's bounds, so that the double decides.
 */
final class Counters {
    private static final int FAR = 1_000_000;

    private final Emit emit;
    private final Map<String, Integer> locals = new HashMap<>();

    Counters(Emit emit) {
        this.emit = emit;
    }

    void enter(String variable, int local) {
        locals.put(variable, local);
    }

    void leave(String variable) {
        locals.remove(variable);
    }

    /** Whether the step of a range is a literal that an int can follow. */
    static boolean isWholeStep(Range r) {
        return r.step() == null || isSmall(r.step());
    }

    static int step(Range r) {
        return r.step() == null ? 1 : small(r.step());
    }

    private static boolean isSmall(Expression e) {
        if (e instanceof Prefix p && p.operator().equals("-")) return isSmall(p.operand());
        return e instanceof Number n && !n.imaginary() && n.value() == (int) n.value() && Math.abs(n.value()) < FAR;
    }

    private static int small(Expression e) {
        return e instanceof Prefix p ? -small(p.operand()) : (int) ((Number) e).value();
    }

    /** Whether an index is a counter, a literal, or a counter and a literal added. */
    boolean isWhole(Expression e) {
        if (e instanceof Group g) return isWhole(g.inner());
        if (e instanceof Name n) return locals.containsKey(n.id());
        if (e instanceof Binary b && (b.operator().equals("+") || b.operator().equals("-"))) return isWhole(b.left()) && isSmall(b.right());
        return isSmall(e);
    }

    /** Pushes such an index as an int. */
    void push(Expression e) {
        if (e instanceof Group g) push(g.inner());
        else if (e instanceof Name n) emit.var(ILOAD, locals.get(n.id()));
        else if (e instanceof Binary b) {
            push(b.left());
            push(b.right());
            emit.op(b.operator().equals("+") ? IADD : ISUB);
        } else emit.integer(small(e));
    }
}
