package nabla.engine;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;
import nabla.language.Unparser;
import org.objectweb.asm.Label;

/**
 * Puts parts of a large unit into methods of their own, so that HotSpot compiles each. The unit's variables are at home in two
 * arrays that all its methods share; a method without parts keeps those it uses in locals meanwhile. The method's number says how
 * it ended.
 */
final class Blocks {
    private static final String DESCRIPTOR = "(Lnabla/engine/Frame;[D[Lnabla/value/Value;)I";
    static final int ENDED = 0;
    static final int RETURNED = 1;
    static final int BROKE = 2;
    static final int CONTINUED = 3;
    /** None of the block's choices was right. */
    private static final int UNMATCHED = 4;
    /** No more blocks than these are called one after another. */
    static final int MOST_CALLS = 64;

    private final Compiler unit;
    private final Emit emit;

    Blocks(Compiler unit) {
        this.unit = unit;
        this.emit = unit.emit;
    }

    /** Parts of a program in groups, each small enough for a method, or one alone that must be split inside. */
    static <T> List<List<T>> groups(List<T> list, int most, ToIntFunction<T> sizeOf) {
        List<List<T>> groups = new ArrayList<>();
        int from = 0;
        int size = 0;
        for (int k = 0; k < list.size(); k++) {
            int n = sizeOf.applyAsInt(list.get(k));
            if (k > from && size + n > most) {
                groups.add(list.subList(from, k));
                from = k;
                size = 0;
            }
            size += n;
        }
        if (from < list.size()) groups.add(list.subList(from, list.size()));
        return groups;
    }

    /** Compiles the statements as a method and calls it here. */
    void call(List<Statement> body, Statements statements) {
        String method = unit.emit.owner.block();
        write(method, DESCRIPTOR, body, ENDED, block -> block.statements.all(body));
        dispatch(invoke(method, DESCRIPTOR, -1), statements);
    }

    /** Compiles the choices of an if in methods, some in each, and asks these in order; goes to {@code done} after the right one, on when there is none. */
    void branches(If choices, Statements statements, Label done) {
        for (List<Branch> some : groups(choices.branches(), each(choices), b -> 1 + unit.size.of(b.condition()) + unit.size.of(b.body()))) {
            If part = new If(choices.at(), some, List.of());
            choose(part, -1, statements, done, block -> block.statements.branches(part, block.leave));
        }
    }

    /** The same for the cases of a switch, its subject being in this local. */
    void cases(Switch choices, int subject, Statements statements, Label done) {
        for (List<Case> some : groups(choices.cases(), each(choices), c -> 2 + unit.size.of(c.label()) + unit.size.of(c.body()))) {
            Switch part = new Switch(choices.at(), new Number(choices.at(), 0, false), some, List.of());
            choose(part, subject, statements, done, block -> block.statements.cases(part, 4, block.leave));
        }
    }

    /** How much goes into each method of the choices: the calls of these methods must fit into one. */
    private int each(Statement choices) {
        return Math.max(Size.METHOD, unit.size.of(choices) / MOST_CALLS);
    }

    private void choose(Statement part, int subject, Statements statements, Label done, Consumer<Compiler> code) {
        int mark = emit.mark();
        String method = unit.emit.owner.block();
        String descriptor = subject < 0 ? DESCRIPTOR : DESCRIPTOR.replace(")", "Lnabla/value/Value;)");
        write(method, descriptor, List.of(part), UNMATCHED, code);
        int signal = invoke(method, descriptor, subject);
        Label next = new Label();
        emit.var(ILOAD, signal);
        emit.integer(UNMATCHED);
        emit.jump(IF_ICMPEQ, next);
        dispatch(signal, statements);
        emit.jump(GOTO, done);
        emit.label(next);
        emit.release(mark);
    }

    /** Calls a block, with the value in this local where there is one; returns the local of how it ended. */
    private int invoke(String method, String descriptor, int value) {
        int signal = emit.newReference();
        emit.var(ALOAD, 0);
        emit.frame();
        emit.pushHome();
        if (value >= 0) emit.var(ALOAD, value);
        emit.virtual(emit.owner.name, method, descriptor);
        emit.var(ISTORE, signal);
        unit.views.refreshAll();
        return signal;
    }

    /** Compiles the expression as a method and calls it here: pushes its value. */
    void push(Expression e) {
        part(Descriptors.V, List.of(e), null, block -> block.expressions.value(e));
    }

    /** Compiles some of a call's arguments as a method and calls it here: pushes their array. */
    void arguments(List<Expression> some) {
        part("[Lnabla/value/Value;", some, null, block -> block.expressions.arguments(some, null));
    }

    /** Compiles some rows as a method and calls it here: it fills the array in this local from {@code first} on. */
    void rows(List<List<Expression>> some, int first, int array) {
        List<Expression> all = new ArrayList<>();
        some.forEach(all::addAll);
        part("V", all, array, block -> block.expressions.rows(some, first, 4));
    }

    /** A method for a part of an expression; it may take an array of rows, in its local 4. */
    private void part(String result, List<Expression> parts, Integer array, Consumer<Compiler> code) {
        if (isWhole(parts)) throw new AssertionError("a method for a part of an expression calls for one for the same part: " + Unparser.text(parts.get(0)));
        String descriptor = "(Lnabla/engine/Frame;[D[Lnabla/value/Value;" + (array == null ? ")" : "[[Lnabla/value/Value;)") + result;
        String method = unit.emit.owner.block();
        Names names = new Names();
        if (!unit.cells.isEmpty()) names.expressions(parts);
        Compiler block = new Compiler(unit, new Emit(emit.owner, method, descriptor, 5), names);
        block.parts = parts;
        block.emit.home(2, 3);
        code.accept(block);
        block.emit.op(result.equals("V") ? RETURN : ARETURN);
        block.emit.m.visitMaxs(0, 0);
        block.emit.m.visitEnd();
        emit.var(ALOAD, 0);
        emit.frame();
        emit.pushHome();
        if (array != null) emit.var(ALOAD, array);
        emit.virtual(emit.owner.name, method, descriptor);
    }

    /** Whether these are all that the method being written is for. */
    private boolean isWhole(List<Expression> parts) {
        boolean same = parts.size() == unit.parts.size();
        for (int k = 0; same && k < parts.size(); k++) same = parts.get(k) == unit.parts.get(k);
        return same;
    }

    /** Does here what the block asked for: return, break or continue. */
    private void dispatch(int signal, Statements statements) {
        Label on = new Label();
        emit.var(ILOAD, signal);
        emit.jump(IFEQ, on);
        Label notReturn = new Label();
        emit.var(ILOAD, signal);
        emit.integer(RETURNED);
        emit.jump(IF_ICMPNE, notReturn);
        statements.leave();
        emit.label(notReturn);
        if (statements.loops.inside()) {
            Label notBreak = new Label();
            emit.var(ILOAD, signal);
            emit.integer(BROKE);
            emit.jump(IF_ICMPNE, notBreak);
            statements.loops.jump(true);
            emit.label(notBreak);
            statements.loops.jump(false);
        }
        emit.label(on);
    }

    /** Writes the method of a block; it begins with this signal. */
    private void write(String method, String descriptor, List<Statement> body, int first, Consumer<Compiler> code) {
        boolean settles = !unit.looked() && unit.size.of(body) <= unit.most();
        // nested large blocks would be searched for names again and again
        Names names = settles || !unit.cells.isEmpty() ? Names.of(body) : new Names();
        Compiler block = new Compiler(unit, new Emit(emit.owner, method, descriptor, descriptor.equals(DESCRIPTOR) ? 4 : 5), names);
        block.choosing = first == UNMATCHED;
        Emit e = block.emit;
        e.home(2, 3);
        int signal = e.newReference();
        block.signal = signal;
        e.integer(first);
        e.var(ISTORE, signal);
        if (settles) settled(block, names, code);
        else {
            code.accept(block);
            e.label(block.leave);
        }
        e.var(ILOAD, signal);
        e.op(IRETURN);
        e.m.visitMaxs(0, 0);
        e.m.visitEnd();
    }

    /** The statements with their variables in locals, brought home again however they end. */
    private void settled(Compiler block, Names names, Consumer<Compiler> code) {
        Emit e = block.emit;
        Set<String> mine = new LinkedHashSet<>(names.used);
        mine.addAll(names.assigned);
        block.settleDown(mine);
        Label start = new Label();
        Label end = new Label();
        Label caught = new Label();
        Label done = new Label();
        e.label(start);
        e.op(NOP);
        code.accept(block);
        e.op(NOP);
        e.label(end);
        e.label(block.leave);
        bringHome(block, names.assigned);
        e.jump(GOTO, done);
        e.label(caught);
        int error = e.newReference();
        e.var(ASTORE, error);
        bringHome(block, names.assigned);
        e.var(ALOAD, error);
        e.op(ATHROW);
        e.label(done);
        e.m.visitTryCatchBlock(start, end, caught, null);
    }

    private void bringHome(Compiler block, Set<String> assigned) {
        for (String n : assigned) {
            Operand.Pair home = unit.variables.get(n);
            if (home != null) block.emit.move(block.variables.get(n), home);
        }
    }
}
