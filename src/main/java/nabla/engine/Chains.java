package nabla.engine;

import static org.objectweb.asm.Opcodes.*;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;
import nabla.value.Value;
import org.objectweb.asm.Label;

/** Compiles calls and chains of indices: {@code f(x)}, {@code c{2}(end).name}. */
final class Chains {
    private static final String ARRAY = "[Lnabla/value/Value;";
    private static final String V = "Lnabla/value/Value;";
    private static final String F = "Lnabla/engine/Frame;";

    private final Compiler unit;
    private final Expressions expressions;
    private final Emit emit;

    Chains(Compiler unit, Expressions expressions) {
        this.unit = unit;
        this.expressions = expressions;
        this.emit = unit.emit;
    }

    // ---- quick forms ---------------------------------------------------------------------------------------------

    /** A scalar index of a variable, or a library function of scalars, without boxing; null when it is neither. */
    Operand quick(Paren p) {
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
    private boolean zeros(String name, List<Expression> arguments) {
        if (!name.equals("zeros") || arguments.isEmpty() || !unit.isLibrary(name)) return false;
        if (arguments.size() == 1 && arguments.get(0) instanceof Paren p && p.target() instanceof Name size && size.id().equals("size")) {
            boolean real = p.arguments().size() == 1 && p.arguments().get(0) instanceof Name of && unit.variables.containsKey(of.id())
                    && unit.variables.get(of.id()).real() && unit.isLibrary("size");
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
                && unit.isLibrary(name)
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
        return !(isMany(e)
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
        if (!unit.engine.library.names().contains(name) || !unit.engine.functions.isLibrary(name, unit.scope)) return null;
        Method method = unit.engine.library.scalar(name, n);
        if (method == null) return null;
        Operand a = expressions.lift(p.arguments().get(0));
        Operand b = n == 2 ? expressions.lift(p.arguments().get(1)) : null;
        emit.at(p.at());
        Operand.Intrinsic call = new Operand.Intrinsic(method, new Call(name, p.target().at()), p.at(), a, b);
        if (!unit.engine.library.mayBeComplex(name)) return call;
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
        emit.constant(call.call(), Call.class);
        emit.frame();
        expressions.boxedArray(y == null ? List.of(x) : List.of(x, y));
        emit.virtual("nabla/engine/Call", "one", "(" + F + ARRAY + ")" + V);
        emit.unbox(t);
        emit.label(done);
        return t;
    }

    // ---- chains --------------------------------------------------------------------------------------------------

    /** Pushes the one value of a chain. */
    void one(Expression e) {
        walk(e, null);
    }

    /** Pushes the array of a chain's values. */
    void all(Expression e, Runnable nargout) {
        walk(e, nargout);
    }

    /** Pushes the value of e, or, when nargout is given, the array of its values. */
    private void walk(Expression e, Runnable nargout) {
        if (e instanceof Name n) name(n, List.of(), nargout, false);
        else if (e instanceof Paren p) paren(p, nargout);
        else if (e instanceof Brace b) {
            start(b.target());
            Operand.Pair base = kept();
            emit.var(ALOAD, base.r());
            arguments(b.arguments(), base);
            emit.at(b.at());
            emit.text(label(b.target()));
            emit.ops(nargout == null ? "brace" : "braceAll", "(" + V + ARRAY + "Ljava/lang/String;)" + (nargout == null ? V : ARRAY));
        } else if (e instanceof Field f) field(f, nargout);
        else if (e instanceof DynamicField f) {
            start(f.target());
            expressions.value(f.name());
            emit.at(f.at());
            emit.ops("fieldName", "(" + V + ")Ljava/lang/String;");
            emit.ops(nargout == null ? "field" : "fieldAll", "(" + V + "Ljava/lang/String;)" + (nargout == null ? V : ARRAY));
        } else {
            expressions.value(e);
            if (nargout != null) emit.ops("array", "(" + V + ")" + ARRAY);
        }
    }

    private static String label(Expression e) {
        return e instanceof Name n ? n.id() : null;
    }

    /** Pushes the value a further index applies to. */
    private void start(Expression e) {
        if (e instanceof Name n && isVariable(n.id())) variable(n);
        else if (expressions.isChain(e)) one(e);
        else expressions.value(e);
    }

    private boolean isVariable(String name) {
        return (unit.variables.containsKey(name) || unit.cells.containsKey(name)) && !unit.maybe.contains(name);
    }

    /** Pops a value into a temporary pair whose reference always holds it. */
    private Operand.Pair kept() {
        Operand.Pair p = expressions.temporary(false);
        emit.var(ASTORE, p.r());
        return p;
    }

    private void variable(Name n) {
        Integer cell = unit.cells.get(n.id());
        if (cell == null) {
            expressions.push(unit.variables.get(n.id()).use(n.at()));
            return;
        }
        emit.var(ALOAD, cell);
        emit.m.visitFieldInsn(GETFIELD, "nabla/engine/Workspace$Global", "value", V);
        emit.text(Unknown.use(n.id(), n.at()));
        emit.ops("held", "(" + V + "Ljava/lang/String;)" + V);
    }

    private void field(Field f, Runnable nargout) {
        if (isPackage(f)) {
            call(f.at(), path(f), List.of(), nargout);
            return;
        }
        start(f.target());
        emit.at(f.at());
        emit.text(f.name());
        emit.ops(nargout == null ? "field" : "fieldAll", "(" + V + "Ljava/lang/String;)" + (nargout == null ? V : ARRAY));
    }

    private boolean isPackage(Field f) {
        return f.target() instanceof Name n && !isVariable(n.id()) && unit.engine.library.names().contains(n.id() + "." + f.name());
    }

    private static String path(Field f) {
        return ((Name) f.target()).id() + "." + f.name();
    }

    private void paren(Paren p, Runnable nargout) {
        if (p.target() instanceof Name n && !isVariable(n.id())) {
            name(n, p.arguments(), nargout, true);
            return;
        }
        if (p.target() instanceof Field f) {
            if (isPackage(f)) {
                call(f.at(), path(f), p.arguments(), nargout);
                return;
            }
            start(f.target());
            Operand.Pair object = kept();
            emit.frame();
            emit.var(ALOAD, object.r());
            emit.text(f.name());
            emit.var(ALOAD, object.r());
            emit.text(f.name());
            emit.ops("member", "(" + V + "Ljava/lang/String;)" + V);
            Operand.Pair member = kept();
            arguments(p.arguments(), member);
            emit.var(ALOAD, member.r());
            number(nargout);
            emit.at(p.at());
            emit.ops("memberAll", "(" + F + V + "Ljava/lang/String;" + ARRAY + V + "I)" + ARRAY);
            if (nargout == null) emit.ops("only", "(" + ARRAY + ")" + V);
            return;
        }
        start(p.target());
        Operand.Pair base = kept();
        emit.frame();
        emit.var(ALOAD, base.r());
        arguments(p.arguments(), base);
        if (nargout != null) nargout.run();
        emit.at(p.at());
        if (nargout == null) {
            emit.text(label(p.target()));
            emit.ops("paren", "(" + F + V + ARRAY + "Ljava/lang/String;)" + V);
        } else {
            emit.ops("parenAll", "(" + F + V + ARRAY + "I)" + ARRAY);
        }
    }

    private void number(Runnable nargout) {
        if (nargout == null) emit.op(ICONST_1);
        else nargout.run();
    }

    /** A name with arguments that is a call, or, where it may have become a variable by now, an index. */
    private void name(Name n, List<Expression> arguments, Runnable nargout, boolean indexed) {
        String name = n.id();
        if (isVariable(name)) {
            variable(n);
            if (nargout != null) emit.ops("array", "(" + V + ")" + ARRAY);
            return;
        }
        Operand.Pair variable = unit.variables.get(name);
        if (variable == null) {
            call(n.at(), name, arguments, nargout);
            return;
        }
        Label function = new Label();
        Label done = new Label();
        emit.var(ALOAD, variable.r());
        emit.m.visitFieldInsn(GETSTATIC, Emit.CODE, "UNDEFINED", V);
        emit.jump(IF_ACMPEQ, function);
        if (indexed) {
            emit.frame();
            expressions.push(variable);
            arguments(arguments, variable);
            number(nargout);
            emit.at(n.at());
            emit.ops("parenAll", "(" + F + V + ARRAY + "I)" + ARRAY);
            if (nargout == null) emit.ops("only", "(" + ARRAY + ")" + V);
        } else {
            expressions.push(variable);
            if (nargout != null) emit.ops("array", "(" + V + ")" + ARRAY);
        }
        emit.jump(GOTO, done);
        emit.label(function);
        call(n.at(), name, arguments, nargout);
        emit.label(done);
    }

    /** Pushes the result of calling a function by name. */
    private void call(Position at, String name, List<Expression> arguments, Runnable nargout) {
        if (nargout == null && zeros(name, arguments)) return;
        boolean looks = unit.looksAtVariables(name);
        int array = emit.newReference();
        arguments(arguments, null);
        emit.var(ASTORE, array);
        if (looks) unit.spill();
        emit.at(at);
        emit.constant(new Call(name, at, arguments), Call.class);
        emit.frame();
        emit.var(ALOAD, array);
        if (nargout != null) nargout.run();
        emit.virtual(
                "nabla/engine/Call",
                nargout == null ? "one" : "all",
                "(" + F + ARRAY + (nargout == null ? ")" + V : "I)" + ARRAY));
        if (looks) unit.reload();
    }

    // ---- arguments -----------------------------------------------------------------------------------------------

    /** Whether an expression can stand for several arguments: {@code c{:}}, {@code s.a}. */
    private boolean isMany(Expression e) {
        return e instanceof Brace || e instanceof Field || e instanceof DynamicField || e instanceof Paren p && isMany(p.target());
    }

    /**
     * Pushes the array of argument values.
     *
     * @param indexed what {@code end} measures and {@code :} spans; null for a call of a function
     */
    void arguments(List<Expression> arguments, Operand.Pair indexed) {
        boolean many = arguments.stream().anyMatch(this::isMany);
        boolean large = indexed == null && unit.atHome() && unit.ends.isEmpty() && arguments.size() > 1 && Size.ofAll(arguments) > Size.METHOD;
        if (!many && !large) {
            fixed(arguments, indexed);
            return;
        }
        int list = emit.newReference();
        emit.m.visitTypeInsn(NEW, "nabla/engine/Arguments");
        emit.op(DUP);
        emit.m.visitMethodInsn(INVOKESPECIAL, "nabla/engine/Arguments", "<init>", "()V", false);
        emit.var(ASTORE, list);
        if (large) {
            for (int k = 0; k < arguments.size(); ) {
                int from = k;
                for (int n = 0; k < arguments.size() && n <= Size.METHOD / 2; k++) n += Size.of(arguments.get(k));
                new Blocks(unit).arguments(arguments.subList(from, k));
                emit.var(ALOAD, list);
                emit.op(SWAP);
                emit.virtual("nabla/engine/Arguments", "add", "(" + ARRAY + ")V");
            }
        } else listed(arguments, indexed, list);
        emit.var(ALOAD, list);
        emit.virtual("nabla/engine/Arguments", "toArray", "()" + ARRAY);
    }

    private void listed(List<Expression> arguments, Operand.Pair indexed, int list) {
        for (int k = 0; k < arguments.size(); k++) {
            Expression a = arguments.get(k);
            enter(indexed, k, arguments.size());
            if (isMany(a)) {
                all(a, () -> emit.op(ICONST_1));
            } else {
                argument(a, indexed);
                emit.ops("array", "(" + V + ")" + ARRAY);
            }
            exit(indexed);
            emit.var(ALOAD, list);
            emit.op(SWAP);
            emit.virtual("nabla/engine/Arguments", "add", "(" + ARRAY + ")V");
        }
    }

    private void fixed(List<Expression> arguments, Operand.Pair indexed) {
        int[] locals = new int[arguments.size()];
        for (int k = 0; k < locals.length; k++) {
            enter(indexed, k, locals.length);
            argument(arguments.get(k), indexed);
            exit(indexed);
            locals[k] = emit.newReference();
            emit.var(ASTORE, locals[k]);
        }
        emit.integer(locals.length);
        emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        for (int k = 0; k < locals.length; k++) {
            emit.op(DUP);
            emit.integer(k);
            emit.var(ALOAD, locals[k]);
            emit.op(AASTORE);
        }
    }

    private void enter(Operand.Pair indexed, int k, int count) {
        if (indexed != null) unit.ends.push(new Compiler.EndOf(indexed, k, count));
    }

    private void exit(Operand.Pair indexed) {
        if (indexed != null) unit.ends.pop();
    }

    private void argument(Expression a, Operand.Pair indexed) {
        if (a instanceof Colon && indexed != null) {
            emit.m.visitFieldInsn(GETSTATIC, "nabla/value/Index", "COLON", V);
        } else expressions.value(a);
    }
}
