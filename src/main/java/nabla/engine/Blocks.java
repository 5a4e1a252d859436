package nabla.engine;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nabla.language.Tree.*;
import org.objectweb.asm.Label;

/**
 * Puts parts of a large unit into methods of their own, so that HotSpot compiles each: variables travel in two arrays, and the
 * method's number says how it ended.
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

    /** Statements in groups, each small enough for a method, or one that must be split inside. */
    static List<List<Statement>> groups(List<Statement> list) {
        List<List<Statement>> groups = new ArrayList<>();
        List<Statement> group = new ArrayList<>();
        int size = 0;
        for (Statement s : list) {
            int n = Size.of(s);
            if (size > 0 && size + n > Size.METHOD) {
                groups.add(group);
                group = new ArrayList<>();
                size = 0;
            }
            group.add(s);
            size += n;
        }
        if (!group.isEmpty()) groups.add(group);
        return groups;
    }

    /** Compiles the statements as a method and calls it here. */
    void call(List<Statement> body, Statements statements) {
        Names names = Names.of(body);
        List<Operand.Pair> used = new ArrayList<>();
        boolean all = unit.byName();
        for (String n : unit.variables.keySet()) {
            if (all || names.used.contains(n) || names.assigned.contains(n)) used.add(unit.variables.get(n));
        }
        String method = unit.emit.owner.block();
        write(method, body, used);
        int signal = invoke(method, used);
        dispatch(signal, statements);
    }

    private int invoke(String method, List<Operand.Pair> used) {
        int doubles = emit.newReference();
        int references = emit.newReference();
        int signal = emit.newReference();
        emit.integer(used.size());
        emit.m.visitIntInsn(NEWARRAY, T_DOUBLE);
        emit.var(ASTORE, doubles);
        emit.integer(used.size());
        emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        emit.var(ASTORE, references);
        pack(emit, used, doubles, references);
        Label start = new Label();
        Label end = new Label();
        Label caught = new Label();
        Label done = new Label();
        emit.label(start);
        emit.var(ALOAD, 0);
        emit.frame();
        emit.var(ALOAD, doubles);
        emit.var(ALOAD, references);
        emit.virtual(emit.owner.name, method, DESCRIPTOR);
        emit.var(ISTORE, signal);
        emit.label(end);
        unpack(emit, used, doubles, references);
        emit.jump(GOTO, done);
        emit.label(caught);
        int error = emit.newReference();
        emit.var(ASTORE, error);
        unpack(emit, used, doubles, references);
        emit.var(ALOAD, error);
        emit.op(ATHROW);
        emit.label(done);
        emit.m.visitTryCatchBlock(start, end, caught, null);
        return signal;
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
        if (statements.insideLoop()) {
            Label notBreak = new Label();
            emit.var(ILOAD, signal);
            emit.integer(BROKE);
            emit.jump(IF_ICMPNE, notBreak);
            statements.jump(true);
            emit.label(notBreak);
            statements.jump(false);
        }
        emit.label(on);
    }

    private void write(String method, List<Statement> body, List<Operand.Pair> used) {
        Compiler block = new Compiler(unit, new Emit(emit.owner, method, DESCRIPTOR, 4), names(used), Names.of(body));
        Emit e = block.emit;
        List<Operand.Pair> mine = new ArrayList<>(block.variables.values());
        unpack(e, mine, 2, 3);
        Label start = new Label();
        Label end = new Label();
        Label caught = new Label();
        int signal = e.newReference();
        block.signal = signal;
        e.integer(ENDED);
        e.var(ISTORE, signal);
        e.label(start);
        e.op(NOP);
        block.statements.all(body);
        e.op(NOP);
        e.label(end);
        e.label(block.leave);
        pack(e, mine, 2, 3);
        e.var(ILOAD, signal);
        e.op(IRETURN);
        e.label(caught);
        int error = e.newReference();
        e.var(ASTORE, error);
        pack(e, mine, 2, 3);
        e.var(ALOAD, error);
        e.op(ATHROW);
        e.m.visitTryCatchBlock(start, end, caught, null);
        e.m.visitMaxs(0, 0);
        e.m.visitEnd();
    }

    private static Set<String> names(List<Operand.Pair> pairs) {
        Set<String> names = new LinkedHashSet<>();
        for (Operand.Pair p : pairs) names.add(p.name());
        return names;
    }

    private static void pack(Emit e, List<Operand.Pair> pairs, int doubles, int references) {
        for (int k = 0; k < pairs.size(); k++) {
            e.var(ALOAD, doubles);
            e.integer(k);
            e.var(DLOAD, pairs.get(k).d());
            e.op(DASTORE);
            e.var(ALOAD, references);
            e.integer(k);
            e.var(ALOAD, pairs.get(k).r());
            e.op(AASTORE);
        }
    }

    private static void unpack(Emit e, List<Operand.Pair> pairs, int doubles, int references) {
        for (int k = 0; k < pairs.size(); k++) {
            e.var(ALOAD, doubles);
            e.integer(k);
            e.op(DALOAD);
            e.var(DSTORE, pairs.get(k).d());
            e.var(ALOAD, references);
            e.integer(k);
            e.op(AALOAD);
            e.var(ASTORE, pairs.get(k).r());
        }
    }
}
