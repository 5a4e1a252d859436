package nabla.engine;

import static nabla.engine.Descriptors.*;
import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import nabla.language.Tree.*;
import org.objectweb.asm.Label;

/** Compiles statements: expressions that stand alone, branches, errors, declarations; {@link Loops} does the loops. */
final class Statements {
    private final Compiler unit;
    private final Emit emit;
    final Loops loops;
    /** Inside a statement too large for a method: its parts go into methods of their own. */
    private boolean crowded;
    /** Inside such a statement: the size up to which one inside it gets a method of its own; 0 elsewhere. */
    private int part;

    Statements(Compiler unit) {
        this.unit = unit;
        this.emit = unit.emit;
        this.loops = new Loops(unit, this);
    }

    void all(List<Statement> list) {
        if (list == null || list.isEmpty()) return;
        int n = unit.size.of(list);
        int most = unit.most();
        if (n <= most && !(crowded && n > most / 4)) {
            inline(list);
            return;
        }
        List<List<Statement>> groups = Blocks.groups(list, Math.max(most, n / Blocks.MOST_CALLS), unit.size::of);
        for (List<Statement> group : groups) {
            boolean before = crowded;
            int partBefore = part;
            int size = unit.size.of(group);
            crowded |= size > most;
            if (groups.size() == 1 && n > most && (part == 0 || n > part)) {
                if (part == 0) part = n - most;
                inline(group);
            } else {
                int mark = emit.mark();
                new Blocks(unit).call(group, this);
                emit.release(mark);
            }
            crowded = before;
            part = partBefore;
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
        else if (s instanceof While || s instanceof DoUntil || s instanceof For) loops.loop(s);
        else if (s instanceof Switch w) choose(w);
        else if (s instanceof Break) loops.jump(true);
        else if (s instanceof Continue) loops.jump(false);
        else if (s instanceof Return) leave();
        else if (s instanceof Try t) attempt(t);
        else if (s instanceof Unwind u) unwind(u);
        else if (s instanceof Declare d) declare(d);
        else if (s instanceof Define d) define(d);
        else throw new AssertionError(s);
    }

    // ---- expressions ---------------------------------------------------------------------------------------------

    private void evaluate(Evaluate e) {
        Expression x = e.expression();
        while (x instanceof Group g) x = g.inner();
        if (x instanceof Assign a) unit.assignments.statement(a, e.printed());
        else if (x instanceof Increment i) unit.assignments.statement(Assignments.step(i), e.printed());
        else if (!(x instanceof Name n)) answer(x, e.printed());
        else if (unit.maybe.contains(n.id())) perhaps(n, e.printed());
        else if (unit.variables.containsKey(n.id()) || unit.cells.containsKey(n.id())) show(n.id(), e.printed(), () -> unit.expressions.value(n));
        else answer(n, e.printed());
    }

    /** A name that may be a variable when the program comes here. */
    private void perhaps(Name n, boolean printed) {
        Operand.Pair variable = unit.variables.get(n.id());
        Label function = new Label();
        Label done = new Label();
        emit.var(ALOAD, variable.r());
        emit.m.visitFieldInsn(GETSTATIC, Emit.CODE, "UNDEFINED", V);
        emit.jump(IF_ACMPEQ, function);
        show(n.id(), printed, () -> unit.expressions.push(variable));
        emit.jump(GOTO, done);
        emit.label(function);
        answer(n, printed);
        emit.label(done);
    }

    /** A variable's value alone is printed under its name, and ans stays what it was. */
    private void show(String name, boolean printed, Runnable value) {
        emit.frame();
        emit.text(name);
        value.run();
        emit.ops(printed ? "print" : "see", "(" + F + "Ljava/lang/String;" + V + ")V");
    }

    private void answer(Expression e, boolean printed) {
        unit.expressions.all(e, () -> emit.op(ICONST_0));
        answer(printed);
    }

    private void command(Command c) {
        List<Expression> words = new ArrayList<>();
        for (String w : c.words()) words.add(new Text(c.at(), w, false));
        answer(new Paren(c.at(), new Name(c.at(), c.name()), words), c.printed());
    }

    /** Pops the values of an expression: the last becomes ans, each is printed when asked. */
    private void answer(boolean printed) {
        Operand.Pair ans = unit.variables.get("ans");
        int values = emit.newReference();
        emit.var(ASTORE, values);
        emit.frame();
        emit.var(ALOAD, values);
        emit.op(printed ? ICONST_1 : ICONST_0);
        emit.ops("answer", "(" + F + ARRAY + "Z)" + V);
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

    // ---- branches ------------------------------------------------------------------------------------------------

    private void branch(If i) {
        Label done = new Label();
        branches(i, done);
        all(i.otherwise());
        emit.label(done);
    }

    /** Leaves the unit, as return does. */
    void leave() {
        cleanUp(0);
        unit.noteReturn();
        emit.jump(GOTO, unit.leave);
    }

    private void choose(Switch w) {
        Operand.Pair subject = unit.expressions.settle(unit.expressions.lift(w.subject()));
        Label done = new Label();
        unit.expressions.push(subject);
        int value = emit.newReference();
        emit.var(ASTORE, value);
        cases(w, value, done);
        all(w.otherwise());
        emit.label(done);
    }

    /** Whether so many choices are too large for a method together. */
    private boolean isLong(Statement s, int choices) {
        return unit.atHome() && choices > 1 && unit.size.of(s) > 4 * unit.most();
    }

    /** Goes to {@code done} after the body of the case that matches the value in the local, on when none does. */
    void cases(Switch w, int value, Label done) {
        if (isLong(w, w.cases().size())) {
            new Blocks(unit).cases(w, value, this, done);
            return;
        }
        for (Case c : w.cases()) {
            Label next = new Label();
            emit.var(ALOAD, value);
            unit.expressions.value(c.label());
            emit.truth("matches", "(" + V + V + ")Z");
            emit.jump(IFEQ, next);
            unit.matched();
            all(c.body());
            emit.jump(GOTO, done);
            emit.label(next);
        }
    }

    /** The same for conditions. */
    void branches(If i, Label done) {
        if (isLong(i, i.branches().size())) {
            new Blocks(unit).branches(i, this, done);
            return;
        }
        for (Branch b : i.branches()) {
            Label next = new Label();
            unit.expressions.branch(b.condition(), false, next);
            unit.matched();
            all(b.body());
            emit.jump(GOTO, done);
            emit.label(next);
        }
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
        emit.ops("caught", "(" + F + "Ljava/lang/Throwable;)" + V);
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
    void cleanUp(int remaining) {
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
        emit.ops("define", "(" + F + "Lnabla/language/Tree$Function;)V");
    }
}
