package nabla.engine;

import static nabla.engine.Descriptors.*;
import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import nabla.language.Tree.*;
import org.objectweb.asm.Label;

/** Compiles assignments: to names, to parts of variables, to several targets at once. */
final class Assignments {
    private static final String STEP = "Lnabla/engine/Step;";

    private final Compiler unit;
    private final Emit emit;

    Assignments(Compiler unit) {
        this.unit = unit;
        this.emit = unit.emit;
    }

    /** Compiles an assignment statement, printing the targets when asked. */
    void statement(Assign a, boolean printed) {
        assign(a, printed);
    }

    /** Compiles an assignment inside an expression: its value is what the first target that is not ignored was given. */
    Operand expression(Assign a) {
        Operand value = assign(a, false);
        if (value != null) return value;
        for (Expression target : a.targets()) if (!(target instanceof Ignored)) return first(target);
        emit.op(ICONST_0);
        emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        return first();
    }

    /** {@code x++} and its kin; the value is that before, for the postfix forms. */
    Operand increment(Increment i) {
        Operand.Pair before = unit.expressions.temporary(false);
        if (!i.prefix()) unit.expressions.store(unit.expressions.lift(i.target()), before);
        assign(step(i), false);
        return i.prefix() ? unit.expressions.lift(i.target()) : before;
    }

    /** {@code x += 1} for {@code x++}. */
    static Assign step(Increment i) {
        return new Assign(i.at(), List.of(i.target()), false, i.operator().charAt(0) + "=", new nabla.language.Tree.Number(i.at(), 1, false));
    }

    /** Returns what the first target was given; null when that takes any number of values or is ignored. */
    private Operand assign(Assign a, boolean printed) {
        emit.at(a.at());
        if (a.bracketed() && (a.targets().size() > 1 || unit.expressions.isChain(a.value()))) return multiple(a, printed);
        Expression target = a.targets().get(0);
        Expression value = a.operator().equals("=") ? a.value() : combined(a, target);
        boolean deletes = isNothing(value) && a.operator().equals("=") && target instanceof Paren;
        Operand given = Chains.isMany(value) && !(value instanceof Paren) ? first(value) : unit.expressions.lift(value);
        Operand.Pair variable = target instanceof Name n ? unit.variables.get(n.id()) : null;
        if (variable == null) given = unit.expressions.settle(given);
        if (deletes) change(target, null);
        else to(target, given);
        if (printed) print(target);
        return variable == null ? given : variable;
    }

    /** The first of the values of {@code c{:}} or {@code s.x}. */
    private Operand.Pair first(Expression list) {
        unit.expressions.all(list, () -> emit.op(ICONST_1));
        return first();
    }

    /** Pops an array of values into a pair that holds the first. */
    private Operand.Pair first() {
        emit.results("first", "(" + ARRAY + ")" + V);
        Operand.Pair t = unit.expressions.temporary(true);
        emit.unbox(t);
        return t;
    }

    /** {@code []}, {@code ''} or {@code ""} as they stand in the text: what deletes elements. */
    private static boolean isNothing(Expression e) {
        return e instanceof Matrix m && m.rows().isEmpty() || e instanceof Text t && t.value().isEmpty();
    }

    private static Expression combined(Assign a, Expression target) {
        return new Binary(a.at(), a.operator().substring(0, a.operator().length() - 1), target, a.value());
    }

    /** Stores an operand in any target. */
    void to(Expression target, Operand value) {
        if (target instanceof Ignored) return;
        if (!(target instanceof Name n)) {
            change(target, unit.expressions.settle(value));
            return;
        }
        Operand.Pair p = unit.variables.get(n.id());
        if (p != null) {
            if (!(value instanceof Operand.Pair v && v.r() == p.r())) unit.expressions.store(value, p);
            return;
        }
        unit.expressions.push(value);
        emit.text(n.id());
        emit.ops("hold", "(" + V + "Ljava/lang/String;)" + V);
        emit.var(ALOAD, unit.cells.get(n.id()));
        emit.op(SWAP);
        emit.m.visitFieldInsn(PUTFIELD, "nabla/engine/Workspace$Global", "value", V);
    }

    // ---- parts of variables --------------------------------------------------------------------------------------

    /** Writes a part of a variable; deletes it when the value is null. */
    private void change(Expression target, Operand.Pair value) {
        String name = base(target);
        Operand.Pair variable = unit.variables.get(name);
        Label done = new Label();
        if (value != null && variable != null && target instanceof Paren p && p.target() instanceof Name) {
            unit.expressions.quick.fill(p, variable, value, done);
            if (quick(p, variable, value, done)) {
                emit.label(done);
                return;
            }
        }
        general(target, name, variable, value);
        unit.views.refresh(name);
        emit.label(done);
    }

    /** x(i) = number and x(i,j) = number in place; true when no general form is needed after it. */
    private boolean quick(Paren p, Operand.Pair variable, Operand.Pair value, Label done) {
        int n = p.arguments().size();
        if (n < 1 || n > 2 || variable.scalar()) return false;
        for (Expression a : p.arguments()) if (!isPlain(a)) return false;
        List<Operand.Pair> at = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            unit.ends.push(new Compiler.EndOf(variable, k, n));
            at.add(unit.expressions.settle(unit.expressions.lift(p.arguments().get(k))));
            unit.ends.pop();
        }
        if (variable.real() && value.scalar() && at.stream().allMatch(Operand.Pair::scalar)) {
            element(p, variable, at, value, done);
            return true;
        }
        Label slow = new Label();
        unit.expressions.unlessNumbers(value, slow);
        for (Operand.Pair i : at) unit.expressions.unlessNumbers(i, slow);
        emit.var(ALOAD, variable.r());
        for (Operand.Pair i : at) emit.var(DLOAD, i.d());
        emit.var(DLOAD, value.d());
        emit.ops("put", "(" + V + (n == 1 ? "DD)Z" : "DDD)Z"));
        emit.jump(IFNE, done);
        emit.label(slow);
        emit.at(p.at());
        current(variable);
        unit.expressions.boxedArray(at);
        unit.expressions.push(value);
        emit.text(base(p));
        emit.ops("assign", "(" + V + ARRAY + V + "Ljava/lang/String;)" + V);
        emit.unbox(variable);
        return true;
    }

    /** Writes a number in what is known to be real, by indices known to be numbers; by way of a view where there is one. */
    private void element(Paren p, Operand.Pair variable, List<Operand.Pair> at, Operand.Pair value, Label done) {
        Views.View view = unit.views.of(base(p));
        if (view != null) {
            Label outside = new Label();
            emit.var(ILOAD, view.own());
            emit.jump(IFEQ, outside);
            int position = unit.views.position(view, p.arguments(), at, outside);
            emit.var(ALOAD, view.numbers());
            emit.var(ILOAD, position);
            emit.var(DLOAD, value.d());
            emit.op(DASTORE);
            emit.jump(GOTO, done);
            emit.label(outside);
        }
        emit.at(p.at());
        if (unit.isSpread()) {
            emit.text(base(p));
            emit.reals("outside", "(Ljava/lang/String;)V");
            return;
        }
        emit.var(DLOAD, variable.d());
        emit.var(ALOAD, variable.r());
        for (Operand.Pair i : at) emit.var(DLOAD, i.d());
        emit.var(DLOAD, value.d());
        emit.text(base(p));
        emit.reals("store", "(D" + V + "D".repeat(at.size()) + "DLjava/lang/String;)" + V);
        emit.unbox(variable);
        unit.views.refresh(base(p));
    }

    private boolean isPlain(Expression a) {
        return !(a instanceof Colon || a instanceof Brace || a instanceof Field || a instanceof DynamicField || a instanceof Text)
                && !(a instanceof Paren p && !isPlain(p.target()));
    }

    /** Pushes the variable's value, or null when it has none. */
    private void current(Operand.Pair variable) {
        emit.var(DLOAD, variable.d());
        emit.var(ALOAD, variable.r());
        emit.ops("result", "(D" + V + ")" + V);
    }

    private void general(Expression target, String name, Operand.Pair variable, Operand.Pair value) {
        int base = emit.newReference();
        load(name, variable);
        emit.var(ASTORE, base);
        int steps = steps(target, base);
        emit.at(target.at());
        emit.var(ALOAD, base);
        emit.var(ALOAD, steps);
        if (value == null) emit.op(ACONST_NULL);
        else unit.expressions.push(value);
        emit.text(name);
        emit.m.visitMethodInsn(
                INVOKESTATIC, "nabla/engine/Step", "assign", "(" + V + "[" + STEP + V + "Ljava/lang/String;)" + V, false);
        keep(name, variable);
    }

    /** Evaluates the steps from the variable to the part; returns the local that holds their array. */
    private int steps(Expression target, int base) {
        List<Expression> chain = new ArrayList<>();
        for (Expression e = target; !(e instanceof Name); e = inner(e)) chain.add(0, e);
        int array = emit.newReference();
        emit.integer(chain.size());
        emit.m.visitTypeInsn(ANEWARRAY, "nabla/engine/Step");
        emit.var(ASTORE, array);
        for (int k = 0; k < chain.size(); k++) {
            step(chain.get(k), base, array, k);
            int made = emit.newReference();
            emit.var(ASTORE, made);
            emit.var(ALOAD, array);
            emit.integer(k);
            emit.var(ALOAD, made);
            emit.op(AASTORE);
        }
        return array;
    }

    private void step(Expression e, int base, int array, int k) {
        if (e instanceof Field f) {
            emit.text(f.name());
            emit.frame();
            emit.m.visitMethodInsn(INVOKESTATIC, "nabla/engine/Step", "field", "(Ljava/lang/String;" + F + ")" + STEP, false);
            return;
        }
        if (e instanceof DynamicField f) {
            unit.expressions.value(f.name());
            emit.ops("fieldName", "(" + V + ")Ljava/lang/String;");
            emit.frame();
            emit.m.visitMethodInsn(INVOKESTATIC, "nabla/engine/Step", "field", "(Ljava/lang/String;" + F + ")" + STEP, false);
            return;
        }
        Operand.Pair part = unit.expressions.temporary(false);
        emit.var(ALOAD, base);
        emit.var(ALOAD, array);
        emit.integer(k);
        emit.m.visitMethodInsn(INVOKESTATIC, "nabla/engine/Step", "part", "(" + V + "[" + STEP + "I)" + V, false);
        emit.var(ASTORE, part.r());
        unit.expressions.arguments(e instanceof Paren p ? p.arguments() : ((Brace) e).arguments(), part);
        emit.m.visitMethodInsn(
                INVOKESTATIC, "nabla/engine/Step", e instanceof Paren ? "paren" : "brace", "(" + ARRAY + ")" + STEP, false);
    }

    private static Expression inner(Expression e) {
        if (e instanceof Paren p) return p.target();
        if (e instanceof Brace b) return b.target();
        if (e instanceof Field f) return f.target();
        return ((DynamicField) e).target();
    }

    static String base(Expression e) {
        while (!(e instanceof Name)) e = inner(e);
        return ((Name) e).id();
    }

    // ---- several targets -----------------------------------------------------------------------------------------

    private Operand multiple(Assign a, boolean printed) {
        int n = a.targets().size();
        int counts = counts(a.targets());
        int values = emit.newReference();
        if (!unit.expressions.isChain(a.value())) {
            unit.expressions.value(a.value());
            emit.ops("array", "(" + V + ")" + ARRAY);
        } else {
            if (a.targets().stream().anyMatch(Ignored.class::isInstance)) unit.giveTo(a.targets());
            unit.expressions.all(a.value(), () -> {
                emit.var(ALOAD, counts);
                emit.results("total", "([I)I");
            });
        }
        emit.var(ASTORE, values);
        emit.at(a.at());
        Operand.Pair given = null;
        boolean first = true;
        for (int k = 0; k < n; k++) {
            Expression target = a.targets().get(k);
            if (target instanceof Ignored) continue;
            if (isMany(target)) many(target, values, counts, k);
            else {
                emit.var(ALOAD, values);
                emit.var(ALOAD, counts);
                emit.integer(k);
                emit.results("take", "(" + ARRAY + "[II)" + V);
                Operand.Pair t = unit.expressions.temporary(true);
                emit.unbox(t);
                to(target, t);
                if (first) given = t;
            }
            first = false;
            if (printed) print(target);
        }
        return given;
    }

    /** Stores in a target that takes any number of values: {@code [c{:}] = …}. */
    private void many(Expression target, int values, int counts, int k) {
        String name = base(target);
        Operand.Pair variable = unit.variables.get(name);
        int base = emit.newReference();
        load(name, variable);
        emit.var(ASTORE, base);
        int steps = steps(target, base);
        emit.var(ALOAD, base);
        emit.var(ALOAD, steps);
        emit.var(ALOAD, values);
        emit.var(ALOAD, counts);
        emit.integer(k);
        emit.results("takeMany", "(" + ARRAY + "[II)" + ARRAY);
        emit.text(name);
        emit.m.visitMethodInsn(
                INVOKESTATIC, "nabla/engine/Step", "assignMany", "(" + V + "[" + STEP + ARRAY + "Ljava/lang/String;)" + V, false);
        keep(name, variable);
    }

    /** Pushes a variable's value, null when it has none. */
    private void load(String name, Operand.Pair variable) {
        if (variable != null) current(variable);
        else {
            emit.var(ALOAD, unit.cells.get(name));
            emit.m.visitFieldInsn(GETFIELD, "nabla/engine/Workspace$Global", "value", V);
        }
    }

    /** Pops a variable's new value. */
    private void keep(String name, Operand.Pair variable) {
        if (variable != null) emit.unbox(variable);
        else {
            emit.var(ALOAD, unit.cells.get(name));
            emit.op(SWAP);
            emit.m.visitFieldInsn(PUTFIELD, "nabla/engine/Workspace$Global", "value", V);
        }
    }

    private static boolean isMany(Expression target) {
        return target instanceof Brace || target instanceof Field;
    }

    /** Computes how many values each target takes; returns the local that holds the array. */
    private int counts(List<Expression> targets) {
        int counts = emit.newReference();
        emit.integer(targets.size());
        emit.m.visitIntInsn(NEWARRAY, T_INT);
        emit.var(ASTORE, counts);
        for (int k = 0; k < targets.size(); k++) {
            Expression t = targets.get(k);
            if (isMany(t)) {
                Operand.Pair variable = unit.variables.get(base(t));
                int base = emit.newReference();
                load(base(t), variable);
                emit.var(ASTORE, base);
                int steps = steps(t, base);
                emit.var(ALOAD, base);
                emit.var(ALOAD, steps);
                emit.m.visitMethodInsn(INVOKESTATIC, "nabla/engine/Step", "count", "(" + V + "[" + STEP + ")I", false);
            } else emit.op(ICONST_1);
            int count = emit.newReference();
            emit.var(ISTORE, count);
            emit.var(ALOAD, counts);
            emit.integer(k);
            emit.var(ILOAD, count);
            emit.op(IASTORE);
        }
        return counts;
    }

    /** Prints the variable a target belongs to. */
    private void print(Expression target) {
        if (target instanceof Ignored) return;
        String name = base(target);
        emit.frame();
        emit.text(name);
        unit.expressions.value(new Name(target.at(), name));
        emit.ops("print", "(" + F + "Ljava/lang/String;" + V + ")V");
    }
}
