package nabla.engine;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import nabla.language.Tree.*;
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
        write(method, body);
        int signal = emit.newReference();
        emit.var(ALOAD, 0);
        emit.frame();
        emit.pushHome();
        emit.virtual(emit.owner.name, method, DESCRIPTOR);
        emit.var(ISTORE, signal);
        unit.views.refreshAll();
        dispatch(signal, statements);
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
        String descriptor = "(Lnabla/engine/Frame;[D[Lnabla/value/Value;" + (array == null ? ")" : "[[Lnabla/value/Value;)") + result;
        String method = unit.emit.owner.block();
        Names names = new Names();
        names.expressions(parts);
        Compiler block = new Compiler(unit, new Emit(emit.owner, method, descriptor, 5), names);
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

    private void write(String method, List<Statement> body) {
        Names names = Names.of(body);
        Compiler block = new Compiler(unit, new Emit(emit.owner, method, DESCRIPTOR, 4), names);
        Emit e = block.emit;
        e.home(2, 3);
        int signal = e.newReference();
        block.signal = signal;
        e.integer(ENDED);
        e.var(ISTORE, signal);
        if (unit.looked() || Size.of(body) > unit.most()) {
            block.statements.all(body);
            e.label(block.leave);
        } else {
            settled(block, body, names);
        }
        e.var(ILOAD, signal);
        e.op(IRETURN);
        e.m.visitMaxs(0, 0);
        e.m.visitEnd();
    }

    /** The statements with their variables in locals, brought home again however they end. */
    private void settled(Compiler block, List<Statement> body, Names names) {
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
        block.statements.all(body);
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
