package nabla.engine;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import nabla.language.Tree.*;
import org.objectweb.asm.Label;

/** Compiles statements. */
final class Statements {
    private static final String V = "Lnabla/value/Value;";
    private static final String ARRAY = "[Lnabla/value/Value;";

    private final Compiler unit;
    private final Emit emit;
    private final Deque<Loop> loops = new ArrayDeque<>();
    /** Inside a statement too large for a method: its parts go into methods of their own. */
    private boolean crowded;

    /** Where break and continue go, and how many cleanups stood around the loop. */
    private record Loop(Label onBreak, Label onContinue, int cleanups) {}

    Statements(Compiler unit) {
        this.unit = unit;
        this.emit = unit.emit;
    }

    void all(List<Statement> list) {
        if (list == null || list.isEmpty()) return;
        int size = Size.of(list);
        int most = unit.most();
        if (size <= most && !(crowded && size > most / 4)) {
            inline(list);
            return;
        }
        List<List<Statement>> groups = Blocks.groups(list, most);
        for (List<Statement> group : groups) {
            boolean before = crowded;
            crowded |= Size.of(group) > most;
            if (groups.size() == 1 && size > most) inline(group);
            else {
                int mark = emit.mark();
                new Blocks(unit).call(group, this);
                emit.release(mark);
            }
            crowded = before;
        }
    }

    private void inline(List<Statement> list) {
        for (Statement s : list) {
            int mark = emit.mark();
            one(s);
            emit.release(mark);
        }
    }

    private void one(Statement s) {
        if (s instanceof Evaluate e) evaluate(e);
        else if (s instanceof Command c) command(c);
        else if (s instanceof If i) branch(i);
        else if (s instanceof While || s instanceof DoUntil || s instanceof For) {
            List<String> entered = unit.views.enter(s);
            if (s instanceof While w) loop(w);
            else if (s instanceof DoUntil d) loop(d);
            else loop((For) s);
            unit.views.leave(entered);
        }
        else if (s instanceof Switch w) choose(w);
        else if (s instanceof Break) jump(true);
        else if (s instanceof Continue) jump(false);
        else if (s instanceof Return) leave();
        else if (s instanceof Try t) attempt(t);
        else if (s instanceof Unwind u) unwind(u);
        else if (s instanceof Declare d) declare(d);
        else if (s instanceof Define d) define(d);
    }

    // ---- expressions ---------------------------------------------------------------------------------------------

    private void evaluate(Evaluate e) {
        Expression x = e.expression();
        if (x instanceof Assign a) unit.assignments.statement(a, e.printed());
        else if (x instanceof Increment i) unit.assignments.statement(Assignments.step(i), e.printed());
        else if (x instanceof Name n && isSettled(n.id())) {
            emit.frame();
            emit.text(n.id());
            unit.expressions.value(n);
            emit.ops(e.printed() ? "print" : "see", "(Lnabla/engine/Frame;Ljava/lang/String;" + V + ")V");
        } else {
            unit.expressions.all(x, () -> emit.op(ICONST_0));
            answer(e.printed(), x instanceof Name n ? n.id() : null);
        }
    }

    private boolean isSettled(String name) {
        return (unit.variables.containsKey(name) || unit.cells.containsKey(name)) && !unit.maybe.contains(name);
    }

    private void command(Command c) {
        List<Expression> words = new ArrayList<>();
        for (String w : c.words()) words.add(new Text(c.at(), w, false));
        unit.expressions.all(new Paren(c.at(), new Name(c.at(), c.name()), words), () -> emit.op(ICONST_0));
        answer(c.printed(), null);
    }

    /** Pops the values of an expression: the last becomes ans, each is printed when asked. */
    private void answer(boolean printed, String name) {
        Operand.Pair ans = unit.variables.get("ans");
        int values = emit.newReference();
        emit.var(ASTORE, values);
        emit.frame();
        emit.var(ALOAD, values);
        emit.op(printed ? ICONST_1 : ICONST_0);
        emit.text(name);
        emit.ops("answer", "(Lnabla/engine/Frame;" + ARRAY + "ZLjava/lang/String;)" + V);
        if (ans == null) {
            emit.op(POP);
            return;
        }
        Label none = new Label();
        Label done = new Label();
        emit.op(DUP);
        emit.jump(IFNULL, none);
        emit.unbox(ans);
        emit.jump(GOTO, done);
        emit.label(none);
        emit.op(POP);
        emit.label(done);
    }

    // ---- branches and loops --------------------------------------------------------------------------------------

    private void branch(If i) {
        Label done = new Label();
        for (Branch b : i.branches()) {
            Label next = new Label();
            unit.expressions.branch(b.condition(), false, next);
            all(b.body());
            emit.jump(GOTO, done);
            emit.label(next);
        }
        all(i.otherwise());
        emit.label(done);
    }

    private void body(List<Statement> body, Label onBreak, Label onContinue) {
        loops.push(new Loop(onBreak, onContinue, unit.cleanups.size()));
        all(body);
        loops.pop();
    }

    /**
     * A loop asks whether it is interrupted once in so many iterations, between the runs of a loop inside that does not: asking each
     * time forbids HotSpot to keep anything in registers. What may take long (calls, operations on arrays) asks for itself.
     */
    private static final int RUN = 1024;

    private void poll() {
        emit.ops("poll", "()V");
    }

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

    private void loop(For f) {
        int count = emit.newReference();
        int k = emit.newReference();
        int values = emit.newReference();
        int base = emit.newDouble();
        int step = emit.newDouble();
        boolean range = f.values() instanceof Range;
        boolean numbers = range && rangeOfNumbers((Range) f.values(), count, values, base, step);
        if (!range) {
            unit.expressions.value(f.values());
            emit.var(ASTORE, values);
            columns(count, values, base, step);
        }
        Label done = new Label();
        Spread spread = numbers ? unit.spread(f) : null;
        if (spread != null) spread.call(unit, count, base, step, done);
        emit.op(ICONST_0);
        emit.var(ISTORE, k);
        int counter = numbers ? counter(f, base) : -1;
        int end = emit.newReference();
        Label run = new Label();
        Label test = new Label();
        Label again = new Label();
        Label next = new Label();
        emit.label(run);
        endOfRun(k, count, end);
        emit.jump(GOTO, test);
        emit.label(again);
        element(f, numbers, k, values, base, step);
        if (counter >= 0) count(f, counter, k);
        body(f.body(), done, next);
        emit.label(next);
        emit.m.visitIincInsn(k, 1);
        emit.label(test);
        emit.var(ILOAD, k);
        emit.var(ILOAD, end);
        emit.jump(IF_ICMPLT, again);
        poll();
        emit.var(ILOAD, k);
        emit.var(ILOAD, count);
        emit.jump(IF_ICMPLT, run);
        emit.label(done);
        if (counter >= 0) unit.counters.leave(((Name) f.target()).id());
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
        element(f, true, k, -1, base, step);
        count(f, counter, k);
        all(f.body());
        emit.m.visitIincInsn(k, 1);
        emit.jump(GOTO, again);
        emit.label(done);
        unit.counters.leave(((Name) f.target()).id());
    }

    /** Sets the number of iterations after which the run ends: k + RUN, or count. */
    private void endOfRun(int k, int count, int end) {
        emit.var(ILOAD, count);
        emit.var(ILOAD, k);
        emit.op(ISUB);
        emit.integer(RUN);
        emit.m.visitMethodInsn(INVOKESTATIC, "java/lang/Math", "min", "(II)I", false);
        emit.var(ILOAD, k);
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

    /** base:step:limit with doubles known to be such: no array is made. */
    private boolean rangeOfNumbers(Range r, int count, int values, int base, int step) {
        Operand b = unit.expressions.lift(r.base());
        Operand s = r.step() == null ? new Operand.Constant(1) : unit.expressions.lift(r.step());
        Operand l = unit.expressions.lift(r.limit());
        Label slow = new Label();
        Label done = new Label();
        boolean fallible = unit.expressions.unlessNumbers(b, slow);
        fallible |= unit.expressions.unlessNumbers(s, slow);
        fallible |= unit.expressions.unlessNumbers(l, slow);
        unit.expressions.number(b);
        emit.var(DSTORE, base);
        unit.expressions.number(s);
        emit.var(DSTORE, step);
        emit.var(DLOAD, base);
        emit.var(DLOAD, step);
        unit.expressions.number(l);
        emit.ops("count", "(DDD)I");
        emit.var(ISTORE, count);
        if (!fallible) return true;
        emit.op(ACONST_NULL);
        emit.var(ASTORE, values);
        emit.jump(GOTO, done);
        emit.label(slow);
        unit.expressions.boxedArray(List.of(unit.expressions.settle(b), unit.expressions.settle(s), unit.expressions.settle(l)));
        emit.ops("range", "(" + ARRAY + ")" + V);
        emit.var(ASTORE, values);
        columns(count, values, base, step);
        emit.label(done);
        return false;
    }

    private void columns(int count, int values, int base, int step) {
        emit.var(ALOAD, values);
        emit.ops("columns", "(" + V + ")I");
        emit.var(ISTORE, count);
        emit.op(DCONST_0);
        emit.var(DSTORE, base);
        emit.op(DCONST_0);
        emit.var(DSTORE, step);
    }

    /** Sets the loop's variable to base + k·step, or to column k. */
    private void element(For f, boolean numbers, int k, int values, int base, int step) {
        Operand.Pair direct = f.target() instanceof Name n ? unit.variables.get(n.id()) : null;
        Operand.Pair t = direct != null ? direct : unit.expressions.temporary(false);
        Label column = new Label();
        Label done = new Label();
        if (!numbers) {
            emit.var(ALOAD, values);
            emit.jump(IFNONNULL, column);
        }
        emit.var(DLOAD, base);
        emit.var(ILOAD, k);
        emit.op(I2D);
        emit.var(DLOAD, step);
        emit.op(DMUL);
        emit.op(DADD);
        emit.storeNumber(t);
        if (!numbers) {
            emit.jump(GOTO, done);
            emit.label(column);
            emit.var(ALOAD, values);
            emit.var(ILOAD, k);
            emit.ops("column", "(" + V + "I)" + V);
            emit.unbox(t);
        }
        emit.label(done);
        if (direct == null) unit.assignments.to(f.target(), t);
    }

    /** Leaves the unit, as return does. */
    void leave() {
        cleanUp(0);
        unit.noteReturn();
        emit.jump(GOTO, unit.leave);
    }

    boolean insideLoop() {
        return !loops.isEmpty() || unit.signal >= 0;
    }

    /** Break or continue: in a block outside any loop of its own, that of the caller's loop. */
    void jump(boolean out) {
        Loop loop = loops.peek();
        if (loop != null) {
            cleanUp(loop.cleanups);
            emit.jump(GOTO, out ? loop.onBreak : loop.onContinue);
            return;
        }
        cleanUp(0);
        if (unit.signal >= 0) {
            emit.integer(out ? Blocks.BROKE : Blocks.CONTINUED);
            emit.var(ISTORE, unit.signal);
        }
        emit.jump(GOTO, unit.leave);
    }

    private void choose(Switch w) {
        Operand.Pair subject = unit.expressions.settle(unit.expressions.lift(w.subject()));
        Label done = new Label();
        for (Case c : w.cases()) {
            Label next = new Label();
            unit.expressions.push(subject);
            unit.expressions.value(c.label());
            emit.ops("matches", "(" + V + V + ")Z");
            emit.jump(IFEQ, next);
            all(c.body());
            emit.jump(GOTO, done);
            emit.label(next);
        }
        all(w.otherwise());
        emit.label(done);
    }

    // ---- errors --------------------------------------------------------------------------------------------------

    private void attempt(Try t) {
        Label start = new Label();
        Label end = new Label();
        Label caught = new Label();
        Label done = new Label();
        emit.label(start);
        emit.op(NOP);
        all(t.body());
        emit.op(NOP);
        emit.label(end);
        emit.jump(GOTO, done);
        emit.label(caught);
        int error = emit.newReference();
        emit.var(ASTORE, error);
        emit.frame();
        emit.var(ALOAD, error);
        emit.ops("caught", "(Lnabla/engine/Frame;Ljava/lang/Throwable;)" + V);
        if (t.error() == null) emit.op(POP);
        else {
            Operand.Pair e = unit.expressions.temporary(false);
            emit.unbox(e);
            unit.assignments.to(new Name(t.at(), t.error()), e);
        }
        all(t.handler());
        emit.label(done);
        emit.m.visitTryCatchBlock(start, end, caught, "java/lang/Throwable");
    }

    private void unwind(Unwind u) {
        Label start = new Label();
        Label end = new Label();
        Label caught = new Label();
        Label done = new Label();
        unit.cleanups.push(u.cleanup());
        emit.label(start);
        emit.op(NOP);
        all(u.body());
        emit.op(NOP);
        emit.label(end);
        unit.cleanups.pop();
        all(u.cleanup());
        emit.jump(GOTO, done);
        emit.label(caught);
        int error = emit.newReference();
        emit.var(ASTORE, error);
        all(u.cleanup());
        emit.var(ALOAD, error);
        emit.op(ATHROW);
        emit.label(done);
        emit.m.visitTryCatchBlock(start, end, caught, "java/lang/Throwable");
    }

    /** Runs the cleanups that a jump leaves behind, innermost first, until {@code remaining} are left. */
    private void cleanUp(int remaining) {
        List<List<Statement>> saved = new ArrayList<>(unit.cleanups);
        while (unit.cleanups.size() > remaining) {
            List<Statement> c = unit.cleanups.pop();
            all(c);
        }
        unit.cleanups.clear();
        unit.cleanups.addAll(saved);
    }

    // ---- declarations --------------------------------------------------------------------------------------------

    private void declare(Declare d) {
        for (Parameter p : d.names()) {
            int cell = unit.cells.get(p.name());
            Label done = new Label();
            emit.var(ALOAD, cell);
            emit.m.visitFieldInsn(GETFIELD, "nabla/engine/Workspace$Global", "value", V);
            emit.jump(IFNONNULL, done);
            emit.var(ALOAD, cell);
            if (p.initial() == null) emit.m.visitMethodInsn(INVOKESTATIC, "nabla/value/Real", "empty", "()Lnabla/value/Real;", false);
            else unit.expressions.value(p.initial());
            emit.m.visitFieldInsn(PUTFIELD, "nabla/engine/Workspace$Global", "value", V);
            emit.label(done);
        }
    }

    private void define(Define d) {
        if (unit.isFunction()) return;
        emit.frame();
        emit.constant(d.function(), Function.class);
        emit.ops("define", "(Lnabla/engine/Frame;Lnabla/language/Tree$Function;)V");
    }
}
