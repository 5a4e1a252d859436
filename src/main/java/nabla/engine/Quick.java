package nabla.engine;

import static nabla.engine.Descriptors.*;
import static org.objectweb.asm.Opcodes.*;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;
import org.objectweb.asm.Label;

/** Compiles the calls and indices that loops are made of, so that numbers are not boxed and ranges of indices make no arrays. */
final class Quick {
    private final Compiler unit;
    private final Expressions expressions;
    private final Emit emit;

    Quick(Compiler unit, Expressions expressions) {
        this.unit = unit;
        this.expressions = expressions;
        this.emit = unit.emit;
    }

    /** A scalar index of a variable, or a library function of scalars, without boxing; null when it is neither. */
    Operand of(Paren p) {
        if (!(p.target() instanceof Name n) || p.arguments().isEmpty() || p.arguments().size() > NumberCode.MOST) return null;
        for (Expression a : p.arguments()) if (!mayBeNumber(a)) return null;
        Operand.Pair variable = unit.variables.get(n.id());
        if (variable != null) return unit.maybe.contains(n.id()) ? null : index(p, variable.use(n.at()));
        if (unit.cells.containsKey(n.id())) return null;
        if (measures(p, n.id())) return size(p, n.id());
        Operand intrinsic = p.arguments().size() > 2 ? null : intrinsic(p, n.id());
        return intrinsic != null || unit.engine.library.names().contains(n.id()) || unit.looksAtVariables(n.id()) ? intrinsic : call(p, n.id());
    }

    /** Pushes a new array of zeros, where a call asks for one by numbers or by the size of a variable known to be real. */
    boolean zeros(String name, List<Expression> arguments) {
        if (!name.equals("zeros") || arguments.isEmpty() || !unit.meanings.isLibrary(name)) return false;
        if (arguments.size() == 1 && arguments.get(0) instanceof Paren p && p.target() instanceof Name size && size.id().equals("size")) {
            boolean real = p.arguments().size() == 1 && p.arguments().get(0) instanceof Name of && unit.variables.containsKey(of.id())
                    && unit.variables.get(of.id()).real() && unit.meanings.isLibrary("size");
            if (real) {
                emit.var(ALOAD, unit.variables.get(((Name) p.arguments().get(0)).id()).r());
                emit.reals("zeros", "(" + V + ")" + V);
            }
            return real;
        }
        if (arguments.size() > 2 || !arguments.stream().allMatch(a -> a instanceof Number || isScalarName(a))) return false;
        emit.frame();
        for (int k = 0; k < 2; k++) expressions.number(expressions.lift(arguments.get(Math.min(k, arguments.size() - 1))));
        emit.reals("zeros", "(" + F + "DD)" + V);
        return true;
    }

    private boolean isScalarName(Expression e) {
        return e instanceof Name n && unit.variables.containsKey(n.id()) && unit.variables.get(n.id()).scalar();
    }

    /** Whether a call asks for the size of a variable known to be real. */
    private boolean measures(Paren p, String name) {
        return p.arguments().get(0) instanceof Name of
                && unit.variables.containsKey(of.id())
                && unit.variables.get(of.id()).real()
                && Kinds.isShape(name, p.arguments().size())
                && unit.meanings.isLibrary(name)
                && (p.arguments().size() == 1 || Constants.integer(p.arguments().get(1)) > 0);
    }

    private Operand size(Paren p, String name) {
        emit.at(p.at());
        emit.var(ALOAD, unit.variables.get(((Name) p.arguments().get(0)).id()).r());
        if (p.arguments().size() == 2) emit.integer(Constants.integer(p.arguments().get(1)));
        emit.reals(name, "(" + V + (p.arguments().size() == 2 ? "I" : "") + ")D");
        return expressions.popNumber();
    }

    private boolean mayBeNumber(Expression e) {
        return !(Chains.isMany(e)
                || e instanceof Colon
                || e instanceof Text
                || e instanceof Matrix
                || e instanceof CellArray
                || e instanceof Anonymous
                || e instanceof Handle
                || e instanceof Range
                || e instanceof Transpose);
    }

    /** A call of the program's own function, without boxing when the arguments are numbers. */
    private Operand call(Paren p, String name) {
        List<Operand.Pair> arguments = new ArrayList<>();
        for (Expression a : p.arguments()) arguments.add(expressions.settle(expressions.lift(a)));
        Operand.Pair t = expressions.temporary(false);
        Label slow = new Label();
        Label done = new Label();
        Call call = new Call(name, p.target().at(), p.arguments());
        boolean fallible = false;
        for (Operand.Pair a : arguments) fallible |= expressions.unlessNumbers(a, slow);
        emit.at(p.at());
        emit.constant(call, Call.class);
        emit.frame();
        doubles(arguments);
        emit.virtual("nabla/engine/Call", "numbers", "(" + F + "DDDI)D");
        takeBack(t);
        if (fallible) {
            emit.jump(GOTO, done);
            emit.label(slow);
            emit.at(p.at());
            emit.constant(call, Call.class);
            emit.frame();
            expressions.boxedArray(arguments);
            emit.virtual("nabla/engine/Call", "one", "(" + F + ARRAY + ")" + V);
            emit.unbox(t);
            emit.label(done);
        }
        return t;
    }

    /** Pushes three doubles, zeros after the given ones, and how many are given. */
    private void doubles(List<Operand.Pair> given) {
        for (int k = 0; k < NumberCode.MOST; k++) {
            if (k < given.size()) emit.var(DLOAD, given.get(k).d());
            else emit.op(DCONST_0);
        }
        emit.integer(given.size());
    }

    /** Pops the double a call with numbers returned, and fetches what else it may have returned. */
    private void takeBack(Operand.Pair t) {
        emit.var(DSTORE, t.d());
        emit.frame();
        emit.ops("takeBack", "(" + F + ")" + V);
        emit.var(ASTORE, t.r());
    }

    private Operand index(Paren p, Operand.Pair variable) {
        List<Operand.Pair> at = indices(p.arguments(), variable);
        if (variable.kind() == Operand.Kind.REAL && at.size() <= 2 && at.stream().allMatch(Operand.Pair::scalar)) {
            return view(p, variable, at);
        }
        Operand.Pair t = expressions.temporary(false);
        Label slow = new Label();
        Label done = new Label();
        for (Operand.Pair i : at) expressions.unlessNumbers(i, slow);
        if (!variable.scalar() && at.size() <= 2) {
            Label other = new Label();
            element(variable, at, other);
            emit.storeNumber(t);
            emit.jump(GOTO, done);
            emit.label(other);
        }
        emit.at(p.at());
        emit.frame();
        expressions.push(variable);
        doubles(at);
        emit.text(((Name) p.target()).id());
        emit.ops("apply", "(" + F + V + "DDDILjava/lang/String;)D");
        takeBack(t);
        emit.jump(GOTO, done);
        emit.label(slow);
        emit.at(p.at());
        emit.frame();
        expressions.push(variable);
        expressions.boxedArray(at);
        emit.text(((Name) p.target()).id());
        emit.ops("paren", "(" + F + V + ARRAY + "Ljava/lang/String;)" + V);
        emit.unbox(t);
        emit.label(done);
        return t;
    }

    /** An element of what is known to be real, by way of a view where there is one. */
    private Operand.Pair view(Paren p, Operand.Pair variable, List<Operand.Pair> at) {
        Views.View view = unit.views.of(((Name) p.target()).id());
        Operand.Pair t = new Operand.Pair(emit.newDouble(), emit.newReference(), Operand.Kind.SCALAR, null, false);
        Label outside = new Label();
        Label done = new Label();
        if (view != null) {
            int position = unit.views.position(view, p.arguments(), at, outside);
            emit.var(ALOAD, view.numbers());
            emit.var(ILOAD, position);
            emit.op(DALOAD);
            emit.var(DSTORE, t.d());
            emit.jump(GOTO, done);
        }
        emit.label(outside);
        element(p, variable, at);
        emit.var(DSTORE, t.d());
        emit.label(done);
        return t;
    }

    /** Pushes the element of what is known to be real, by indices known to be numbers. */
    private void element(Paren p, Operand.Pair variable, List<Operand.Pair> at) {
        emit.at(p.at());
        emit.var(DLOAD, variable.d());
        emit.var(ALOAD, variable.r());
        for (Operand.Pair i : at) emit.var(DLOAD, i.d());
        emit.text(((Name) p.target()).id());
        emit.reals("element", "(D" + V + "D".repeat(at.size()) + "Ljava/lang/String;)D");
    }

    /** Pushes the element of a real array, or jumps. */
    private void element(Operand.Pair variable, List<Operand.Pair> at, Label slow) {
        String doubles = at.size() == 1 ? "(D)" : "(DD)";
        emit.var(ALOAD, variable.r());
        emit.m.visitTypeInsn(INSTANCEOF, "nabla/value/Real");
        emit.jump(IFEQ, slow);
        emit.var(ALOAD, variable.r());
        emit.m.visitTypeInsn(CHECKCAST, "nabla/value/Real");
        for (Operand.Pair i : at) emit.var(DLOAD, i.d());
        emit.virtual("nabla/value/Real", "has", doubles + "Z");
        emit.jump(IFEQ, slow);
        emit.var(ALOAD, variable.r());
        emit.m.visitTypeInsn(CHECKCAST, "nabla/value/Real");
        for (Operand.Pair i : at) emit.var(DLOAD, i.d());
        emit.virtual("nabla/value/Real", "at", doubles + "D");
    }

    /** Evaluates indices, each with {@code end} measuring the variable. */
    List<Operand.Pair> indices(List<Expression> arguments, Operand.Pair variable) {
        List<Operand.Pair> at = new ArrayList<>();
        for (int k = 0; k < arguments.size(); k++) {
            unit.ends.push(new Compiler.EndOf(variable, k, arguments.size()));
            at.add(expressions.settle(expressions.lift(arguments.get(k))));
            unit.ends.pop();
        }
        return at;
    }

    private Operand intrinsic(Paren p, String name) {
        int n = p.arguments().size();
        if (!unit.engine.library.names().contains(name) || !unit.meanings.isLibrary(name)) return null;
        Method method = unit.engine.library.scalar(name, n);
        if (method == null) return null;
        Operand a = expressions.lift(p.arguments().get(0));
        Operand b = n == 2 ? expressions.lift(p.arguments().get(1)) : null;
        emit.at(p.at());
        Operand.Intrinsic call = new Operand.Intrinsic(method, new Call(name, p.target().at()), p.at(), a, b);
        if (!unit.engine.library.mayBeComplex(name)) return call;
        if (unit.scope.real && expressions.isNumber(call)) {
            expressions.number(call);
            emit.ops("real", "(D)D");
            return expressions.popNumber();
        }
        Operand.Pair x = expressions.settle(a);
        Operand.Pair y = b == null ? null : expressions.settle(b);
        Operand.Pair t = expressions.temporary(false);
        Label slow = new Label();
        Label done = new Label();
        expressions.unlessNumbers(x, slow);
        if (y != null) expressions.unlessNumbers(y, slow);
        emit.var(DLOAD, x.d());
        if (y != null) emit.var(DLOAD, y.d());
        expressions.invoke(method);
        emit.var(DSTORE, t.d());
        expressions.nanToSlow(t, slow);
        emit.op(ACONST_NULL);
        emit.var(ASTORE, t.r());
        emit.jump(GOTO, done);
        emit.label(slow);
        expressions.fused(new Operand.Intrinsic(method, call.call(), p.at(), x, y), true);
        emit.unbox(t);
        emit.label(done);
        return t;
    }

    // ---- slices --------------------------------------------------------------------------------------------------

    /** Pushes the value of x(from:to) for a variable, where the index is such a range; false when it is not. */
    boolean slice(Paren p) {
        Operand.Pair variable = variable(p);
        if (variable == null || variable.scalar() || range(p) == null) return false;
        Label slow = new Label();
        Label done = new Label();
        List<Operand.Pair> bounds = bounds(p, variable);
        for (Operand.Pair b : bounds) expressions.unlessNumbers(b, slow);
        emit.var(ALOAD, variable.r());
        for (Operand.Pair b : bounds) emit.var(DLOAD, b.d());
        emit.reals("slice", "(" + V + "DD)" + V);
        emit.op(DUP);
        emit.jump(IFNONNULL, done);
        emit.op(POP);
        emit.label(slow);
        emit.at(p.at());
        emit.frame();
        expressions.push(variable);
        expressions.boxedArray(bounds);
        emit.ops("range", "(" + ARRAY + ")" + V);
        emit.ops("array", "(" + V + ")" + ARRAY);
        emit.text(((Name) p.target()).id());
        emit.ops("paren", "(" + F + V + ARRAY + "Ljava/lang/String;)" + V);
        emit.label(done);
        return true;
    }

    /** Writes x(from:to) = value in place and jumps, where that can be done; computing the bounds again has no effect. */
    void fill(Paren p, Operand.Pair variable, Operand.Pair value, Label done) {
        Range range = range(p);
        if (variable.scalar() || range == null || !isPure(range.base()) || !isPure(range.limit())) return;
        Label slow = new Label();
        List<Operand.Pair> bounds = bounds(p, variable);
        for (Operand.Pair b : bounds) expressions.unlessNumbers(b, slow);
        emit.var(ALOAD, variable.r());
        for (Operand.Pair b : bounds) emit.var(DLOAD, b.d());
        emit.var(DLOAD, value.d());
        if (value.scalar()) emit.op(ACONST_NULL);
        else emit.var(ALOAD, value.r());
        emit.reals("fill", "(" + V + "DDD" + V + ")Z");
        emit.jump(IFNE, done);
        emit.label(slow);
    }

    private Operand.Pair variable(Paren p) {
        return p.target() instanceof Name n && !unit.maybe.contains(n.id()) && unit.variables.containsKey(n.id())
                ? unit.variables.get(n.id()).use(n.at())
                : null;
    }

    /** The one index, when it is a range of step 1. */
    private static Range range(Paren p) {
        return p.arguments().size() == 1 && p.arguments().get(0) instanceof Range r && r.step() == null ? r : null;
    }

    private List<Operand.Pair> bounds(Paren p, Operand.Pair variable) {
        Range r = range(p);
        List<Operand.Pair> bounds = new ArrayList<>();
        for (Expression e : List.of(r.base(), r.limit())) {
            unit.ends.push(new Compiler.EndOf(variable, 0, 1));
            bounds.add(expressions.settle(expressions.lift(e)));
            unit.ends.pop();
        }
        return bounds;
    }

    /** Numbers, variables and arithmetic on them. */
    private boolean isPure(Expression e) {
        if (e instanceof Name n) return unit.variables.containsKey(n.id());
        if (e instanceof Binary || e instanceof Group || e instanceof Prefix) return Children.of(e).stream().allMatch(this::isPure);
        return e instanceof Number || e instanceof End;
    }
}
