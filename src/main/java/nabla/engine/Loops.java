package nabla.engine;

import static nabla.engine.Descriptors.*;
import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import nabla.language.Tree.*;
import org.objectweb.asm.Label;

/**
 * Compiles loops. A loop asks whether it is interrupted once in so many iterations, between the runs of a loop inside that does not:
 * asking each time forbids HotSpot to keep anything in registers. What may take long (calls, operations on arrays) asks for itself.
 */
final class Loops {
    /** How many iterations a run has. */
    private static final int RUN = 1024;

    private final Compiler unit;
    private final Statements statements;
    private final Emit emit;
    private final Deque<Around> around = new ArrayDeque<>();

    /** A loop around what is compiled: where break and continue go, and how many cleanups stood around it. */
    private record Around(Label onBreak, Label onContinue, int cleanups) {}

    /**
     * The locals of a for loop over base + k·step, the last not beyond limit, or over the columns k of an array where the reference is not null, k from 0 to before
     * count.
     */
    private record Steps(int count, int k, int values, int base, int step, int limit) {}

    Loops(Compiler unit, Statements statements) {
        this.unit = unit;
        this.statements = statements;
        this.emit = unit.emit;
    }

    void loop(Statement s) {
        List<String> entered = unit.views.enter(s);
        if (s instanceof While w) loop(w);
        else if (s instanceof DoUntil d) loop(d);
        else loop((For) s);
        unit.views.leave(entered);
    }

    /** Whether break and continue have a meaning here. */
    boolean inside() {
        return !around.isEmpty() || unit.signal >= 0;
    }

    /** Break or continue: in a block outside any loop of its own, that of the caller's loop. */
    void jump(boolean out) {
        Around loop = around.peek();
        if (loop != null) {
            statements.cleanUp(loop.cleanups);
            emit.jump(GOTO, out ? loop.onBreak : loop.onContinue);
            return;
        }
        statements.cleanUp(0);
        if (unit.signal >= 0) {
            emit.integer(out ? Blocks.BROKE : Blocks.CONTINUED);
            emit.var(ISTORE, unit.signal);
        }
        emit.jump(GOTO, unit.leave);
    }

    private void body(List<Statement> body, Label onBreak, Label onContinue) {
        around.push(new Around(onBreak, onContinue, unit.cleanups.size()));
        statements.all(body);
        around.pop();
    }

    private void poll() {
        emit.ops("poll", "()V");
    }

    // ---- while and until -----------------------------------------------------------------------------------------

    private void loop(While w) {
        Label run = new Label();
        Label again = new Label();
        Label next = new Label();
        Label done = new Label();
        int left = countFrom(run, again);
        unit.expressions.branch(w.condition(), false, done);
        body(w.body(), done, next);
        emit.label(next);
        countDown(left, again, run);
        emit.label(done);
    }

    private void loop(DoUntil d) {
        Label run = new Label();
        Label again = new Label();
        Label test = new Label();
        Label done = new Label();
        int left = countFrom(run, again);
        body(d.body(), done, test);
        emit.label(test);
        unit.expressions.branch(d.condition(), true, done);
        countDown(left, again, run);
        emit.label(done);
    }

    /** Begins a run and each of its iterations; returns the local that counts how many are left. */
    private int countFrom(Label run, Label again) {
        int left = emit.newReference();
        emit.label(run);
        emit.integer(RUN);
        emit.var(ISTORE, left);
        emit.label(again);
        return left;
    }

    /** Goes on with the run while iterations are left in it, or polls and starts another. */
    private void countDown(int left, Label again, Label run) {
        emit.m.visitIincInsn(left, -1);
        emit.var(ILOAD, left);
        emit.jump(IFGT, again);
        poll();
        emit.jump(GOTO, run);
    }

    // ---- for -----------------------------------------------------------------------------------------------------

    private void loop(For f) {
        Steps s = new Steps(emit.newReference(), emit.newReference(), emit.newReference(), emit.newDouble(), emit.newDouble(), emit.newDouble());
        boolean numbers = f.values() instanceof Range r && steps(r, s);
        if (!(f.values() instanceof Range)) {
            unit.expressions.value(f.values());
            if (f.target() instanceof Matrix) emit.ops("fields", "(" + V + ")" + V);
            emit.var(ASTORE, s.values);
            columns(s);
        }
        Label done = new Label();
        if (!(f.target() instanceof Matrix || Constants.isFilled(f.values()) || unit.scope.real)) empty(f, s, numbers);
        Spread spread = numbers ? unit.spread(f) : null;
        if (spread != null) spread.call(unit, s.count, s.base, s.step, done);
        emit.op(ICONST_0);
        emit.var(ISTORE, s.k);
        int counter = numbers ? counter(f, s.base) : -1;
        runs(f, s, numbers, counter, done);
        if (counter >= 0) unit.counters.leave(((Name) f.target()).id());
    }

    /** Makes the variable of a loop over nothing that: a kind that asks for a number is not asked where it is read after the loop. */
    private void empty(For f, Steps s, boolean numbers) {
        Label filled = new Label();
        emit.var(ILOAD, s.count);
        emit.jump(IFNE, filled);
        if (numbers) emit.op(ACONST_NULL);
        else emit.var(ALOAD, s.values);
        emit.ops("nothing", "(" + V + ")" + V);
        Operand.Pair direct = f.target() instanceof Name n ? unit.variables.get(n.id()) : null;
        Operand.Pair t = direct != null ? direct : unit.expressions.temporary(true);
        emit.var(ASTORE, t.r());
        if (direct == null) unit.assignments.to(f.target(), t);
        emit.label(filled);
    }

    private void runs(For f, Steps s, boolean numbers, int counter, Label done) {
        int end = emit.newReference();
        Label run = new Label();
        Label test = new Label();
        Label again = new Label();
        Label next = new Label();
        emit.label(run);
        endOfRun(s, end);
        emit.jump(GOTO, test);
        emit.label(again);
        element(f, s, numbers);
        if (counter >= 0) count(f, counter, s.k);
        body(f.body(), done, next);
        emit.label(next);
        emit.m.visitIincInsn(s.k, 1);
        emit.label(test);
        emit.var(ILOAD, s.k);
        emit.var(ILOAD, end);
        emit.jump(IF_ICMPLT, again);
        poll();
        emit.var(ILOAD, s.k);
        emit.var(ILOAD, s.count);
        emit.jump(IF_ICMPLT, run);
        emit.label(done);
    }

    /** The iterations from k to before {@code to} of a loop over numbers, all in locals: asking whether they are interrupted is the caller's. */
    void iterations(For f, int base, int step, int k, int to) {
        Label again = new Label();
        Label done = new Label();
        int counter = counter(f, base);
        emit.label(again);
        emit.var(ILOAD, k);
        emit.var(ILOAD, to);
        emit.jump(IF_ICMPGE, done);
        element(f, new Steps(to, k, -1, base, step, -1), true);
        count(f, counter, k);
        statements.all(f.body());
        emit.m.visitIincInsn(k, 1);
        emit.jump(GOTO, again);
        emit.label(done);
        unit.counters.leave(((Name) f.target()).id());
    }

    /** Sets the number of iterations after which the run ends: k + RUN, or count. */
    private void endOfRun(Steps s, int end) {
        emit.var(ILOAD, s.count);
        emit.var(ILOAD, s.k);
        emit.op(ISUB);
        emit.integer(RUN);
        emit.m.visitMethodInsn(INVOKESTATIC, "java/lang/Math", "min", "(II)I", false);
        emit.var(ILOAD, s.k);
        emit.op(IADD);
        emit.var(ISTORE, end);
    }

    /** A local for the loop's variable as an int, after one for the range's base; −1 when it does not go in whole steps. */
    private int counter(For f, int base) {
        boolean fits = f.target() instanceof Name n
                && unit.variables.containsKey(n.id())
                && Counters.isWholeStep((Range) f.values())
                && !Names.of(f.body()).assigned.contains(n.id());
        if (!fits) return -1;
        int first = emit.newReference();
        int counter = emit.newReference();
        emit.var(DLOAD, base);
        emit.ops("counter", "(D)I");
        emit.var(ISTORE, first);
        unit.counters.enter(((Name) f.target()).id(), counter);
        return counter;
    }

    /** Sets the counter to its base, kept in the local before it, and k steps. */
    private void count(For f, int counter, int k) {
        emit.var(ILOAD, counter - 1);
        emit.var(ILOAD, k);
        emit.integer(Counters.step((Range) f.values()));
        emit.op(IMUL);
        emit.op(IADD);
        emit.var(ISTORE, counter);
    }

    /** base:step:limit without an array, where all three are doubles; true when they are known to be. */
    private boolean steps(Range r, Steps s) {
        Operand b = unit.expressions.lift(r.base());
        Operand d = r.step() == null ? new Operand.Constant(1) : unit.expressions.lift(r.step());
        Operand l = unit.expressions.lift(r.limit());
        Label slow = new Label();
        Label done = new Label();
        boolean fallible = unit.expressions.unlessNumbers(b, slow);
        fallible |= unit.expressions.unlessNumbers(d, slow);
        fallible |= unit.expressions.unlessNumbers(l, slow);
        unit.expressions.number(b);
        emit.var(DSTORE, s.base);
        unit.expressions.number(d);
        emit.var(DSTORE, s.step);
        emit.var(DLOAD, s.base);
        emit.var(DLOAD, s.step);
        unit.expressions.number(l);
        emit.op(DUP2);
        emit.var(DSTORE, s.limit);
        emit.ops("count", "(DDD)I");
        emit.var(ISTORE, s.count);
        if (!fallible) return true;
        emit.op(ACONST_NULL);
        emit.var(ASTORE, s.values);
        emit.jump(GOTO, done);
        emit.label(slow);
        unit.expressions.boxedArray(List.of(unit.expressions.settle(b), unit.expressions.settle(d), unit.expressions.settle(l)));
        emit.ops("range", "(" + ARRAY + ")" + V);
        emit.var(ASTORE, s.values);
        columns(s);
        emit.label(done);
        return false;
    }

    private void columns(Steps s) {
        emit.var(ALOAD, s.values);
        emit.ops("columns", "(" + V + ")I");
        emit.var(ISTORE, s.count);
        for (int local : new int[] {s.base, s.step, s.limit}) {
            emit.op(DCONST_0);
            emit.var(DSTORE, local);
        }
    }

    /** Sets a field's value and its name, which a column of the values has. */
    private void field(Matrix targets, Steps s) {
        for (int j = 0; j < 2; j++) {
            emit.var(ALOAD, s.values);
            emit.var(ILOAD, s.k);
            emit.integer(j);
            emit.ops("field", "(" + V + "II)" + V);
            Operand.Pair t = unit.expressions.temporary(true);
            emit.unbox(t);
            unit.assignments.to(targets.rows().get(0).get(j), t);
        }
    }

    /** Sets the loop's variable to base + k·step, or to column k. */
    private void element(For f, Steps s, boolean numbers) {
        if (f.target() instanceof Matrix targets) {
            field(targets, s);
            return;
        }
        Operand.Pair direct = f.target() instanceof Name n ? unit.variables.get(n.id()) : null;
        Operand.Pair t = direct != null ? direct : unit.expressions.temporary(false);
        Label column = new Label();
        Label done = new Label();
        if (!numbers) {
            emit.var(ALOAD, s.values);
            emit.jump(IFNONNULL, column);
        }
        emit.var(DLOAD, s.base);
        emit.var(ILOAD, s.k);
        emit.op(I2D);
        emit.var(DLOAD, s.step);
        emit.op(DMUL);
        emit.op(DADD);
        if (!(f.values() instanceof Range r && Counters.isWholeStep(r))) {
            emit.var(DLOAD, s.step);
            emit.var(DLOAD, s.limit);
            emit.ops("within", "(DDD)D");
        }
        emit.storeNumber(t);
        if (!numbers) {
            emit.jump(GOTO, done);
            emit.label(column);
            emit.var(ALOAD, s.values);
            emit.var(ILOAD, s.k);
            emit.ops("column", "(" + V + "I)" + V);
            emit.unbox(t);
        }
        emit.label(done);
        if (direct == null) unit.assignments.to(f.target(), t);
    }
}
