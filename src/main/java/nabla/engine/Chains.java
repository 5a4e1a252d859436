package nabla.engine;

import static nabla.engine.Descriptors.*;

import static org.objectweb.asm.Opcodes.*;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;
import nabla.value.Value;
import org.objectweb.asm.Label;

/**
 * Compiles calls and chains of indices: {@code f(x)}, {@code c{2}(end).name}.
 *
 * <p>A variable in a cell (global, persistent, or of nested functions) can be written by other code while its value is in use here. So its
 * value, or a part that it still holds, is marked as shared where it is used as a whole: not where it is only indexed further, nor where a
 * function only looks at its shape, so that a loop that writes elements copies nothing.
 */
final class Chains {
    /** Library functions that look at an argument's shape, class or names and keep nothing of it. */
    private static final Set<String> LOOKS = Set.of(
            "numel", "length", "rows", "columns", "ndims", "size", "isempty", "isfield", "isKey", "class", "isa", "iscell", "isstruct", "ischar",
            "isnumeric", "islogical", "isfloat", "isreal", "isscalar", "isvector", "isrow", "iscolumn", "issquare", "is_function_handle");

    private final Compiler unit;
    private final Expressions expressions;
    private final Emit emit;
    /** The arguments compiled now, when they go to a function that only looks at them. */
    private List<Expression> looked = List.of();

    Chains(Compiler unit, Expressions expressions) {
        this.unit = unit;
        this.expressions = expressions;
        this.emit = unit.emit;
    }

    /** Pushes the one value of a chain. */
    void one(Expression e) {
        walk(e, null);
        if (isHeld(e)) emit.ops("held", "(" + V + ")" + V);
    }

    /** Pushes the array of a chain's values. */
    void all(Expression e, Runnable nargout) {
        if (!(e instanceof Name || e instanceof Paren p && p.target() instanceof Name)) unit.takeTargets();
        walk(e, nargout);
        if (isHeld(e)) emit.ops("held", "(" + ARRAY + ")" + ARRAY);
    }

    /** Whether the chain's value is still held by a cell that other code can write. */
    private boolean isHeld(Expression e) {
        if (unit.cells.isEmpty() || e instanceof Paren || looked.stream().anyMatch(a -> a == e)) return false;
        Expression base = e;
        while (base != null && !(base instanceof Name)) base = target(base);
        return base instanceof Name n && unit.cells.containsKey(n.id());
    }

    private static Expression target(Expression e) {
        if (e instanceof Paren p) return p.target();
        if (e instanceof Brace b) return b.target();
        if (e instanceof Field f) return f.target();
        if (e instanceof DynamicField f) return f.target();
        return e instanceof Group g ? g.inner() : null;
    }

    /** Pushes the value of e, or, when nargout is given, the array of its values. */
    private void walk(Expression e, Runnable nargout) {
        if (e instanceof Group g) walk(g.inner(), nargout);
        else if (e instanceof Name n) name(n, List.of(), nargout, false);
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
            fieldOf(nargout);
        } else throw new AssertionError(e);
    }

    /** The variable that a chain of indices begins with, for errors; null when it begins with something else. */
    private String label(Expression e) {
        if (e instanceof Name n) return unit.variables.containsKey(n.id()) || unit.cells.containsKey(n.id()) ? n.id() : null;
        if (e instanceof Paren p) return label(p.target());
        if (e instanceof Brace b) return label(b.target());
        return e instanceof Field f ? label(f.target()) : null;
    }

    /** Pushes the value a further index applies to. */
    private void start(Expression e) {
        if (e instanceof Name n && isVariable(n.id())) variable(n);
        else if (expressions.isChain(e)) walk(e, null);
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
        emit.ops("defined", "(" + V + "Ljava/lang/String;)" + V);
    }

    private void field(Field f, Runnable nargout) {
        if (isPackage(f)) {
            call(f.at(), path(f), List.of(), nargout, List.of());
            return;
        }
        start(f.target());
        emit.at(f.at());
        emit.text(f.name());
        fieldOf(nargout);
    }

    /** Pops a value and a name; pushes the field's value, or all values when nargout is given. */
    private void fieldOf(Runnable nargout) {
        emit.frame();
        emit.ops(nargout == null ? "field" : "fieldAll", "(" + V + "Ljava/lang/String;" + F + ")" + (nargout == null ? V : ARRAY));
    }

    private boolean isPackage(Field f) {
        String path = path(f);
        return path != null && unit.engine.functions.find(path, unit.scope) != null;
    }

    /** {@code a.b.c} where a is no variable; null for what cannot be a package's function. */
    private String path(Field f) {
        String before = f.target() instanceof Field inner ? path(inner) : f.target() instanceof Name n && !isVariable(n.id()) ? n.id() : null;
        return before == null ? null : before + "." + f.name();
    }

    private void paren(Paren p, Runnable nargout) {
        if (p.target() instanceof Name n && !isVariable(n.id())) {
            name(n, p.arguments(), nargout, true);
            return;
        }
        if (p.target() instanceof Field f) {
            if (isPackage(f)) {
                call(f.at(), path(f), p.arguments(), nargout, List.of());
                return;
            }
            start(f.target());
            Operand.Pair object = kept();
            emit.frame();
            emit.var(ALOAD, object.r());
            emit.text(f.name());
            emit.var(ALOAD, object.r());
            emit.text(f.name());
            emit.frame();
            emit.ops("member", "(" + V + "Ljava/lang/String;" + F + ")" + V);
            Operand.Pair member = kept();
            arguments(p.arguments(), member);
            emit.var(ALOAD, member.r());
            emit.text(label(f.target()));
            number(nargout);
            emit.at(p.at());
            emit.ops("memberAll", "(" + F + V + "Ljava/lang/String;" + ARRAY + V + "Ljava/lang/String;I)" + ARRAY);
            if (nargout == null) emit.ops("only", "(" + ARRAY + ")" + V);
            return;
        }
        if (nargout == null && expressions.quick.slice(p)) return;
        start(p.target());
        Operand.Pair base = kept();
        emit.frame();
        emit.var(ALOAD, base.r());
        arguments(p.arguments(), base);
        emit.text(label(p.target()));
        if (nargout != null) nargout.run();
        emit.at(p.at());
        if (nargout == null) {
            emit.ops("paren", "(" + F + V + ARRAY + "Ljava/lang/String;)" + V);
        } else {
            emit.ops("parenAll", "(" + F + V + ARRAY + "Ljava/lang/String;I)" + ARRAY);
        }
    }

    private void number(Runnable nargout) {
        if (nargout == null) emit.op(ICONST_1);
        else nargout.run();
    }

    /** A name with arguments that is a call, or, where it may have become a variable by now, an index. */
    private void name(Name n, List<Expression> arguments, Runnable nargout, boolean indexed) {
        String name = n.id();
        List<Expression> targets = unit.takeTargets();
        if (isVariable(name)) {
            variable(n);
            if (nargout != null) emit.ops("array", "(" + V + ")" + ARRAY);
            return;
        }
        Operand.Pair variable = unit.variables.get(name);
        if (variable == null) {
            call(n.at(), name, arguments, nargout, targets);
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
            emit.text(name);
            number(nargout);
            emit.at(n.at());
            emit.ops("parenAll", "(" + F + V + ARRAY + "Ljava/lang/String;I)" + ARRAY);
            if (nargout == null) emit.ops("only", "(" + ARRAY + ")" + V);
        } else {
            expressions.push(variable);
            if (nargout != null) emit.ops("array", "(" + V + ")" + ARRAY);
        }
        emit.jump(GOTO, done);
        emit.label(function);
        call(n.at(), name, arguments, nargout, targets);
        emit.label(done);
    }

    /** Pushes the result of calling a function by name. */
    private void call(Position at, String name, List<Expression> arguments, Runnable nargout, List<Expression> targets) {
        if (nargout == null && expressions.quick.zeros(name, arguments)) return;
        Value wide = Constants.wide(name, arguments);
        if (wide != null && unit.meanings.isLibrary(name)) {
            wide.share();
            emit.constant(wide, Value.class);
            if (nargout != null) emit.ops("array", "(" + V + ")" + ARRAY);
            return;
        }
        boolean looks = unit.looksAtVariables(name);
        int array = emit.newReference();
        List<Expression> before = looked;
        if (LOOKS.contains(name) && unit.meanings.isLibrary(name)) looked = arguments;
        arguments(arguments, null);
        looked = before;
        emit.var(ASTORE, array);
        if (looks) unit.exchange.spill();
        emit.at(at);
        emit.constant(new Call(name, at, arguments, targets), Call.class);
        emit.frame();
        emit.var(ALOAD, array);
        if (nargout != null) nargout.run();
        emit.virtual(
                "nabla/engine/Call",
                nargout == null ? "one" : "all",
                "(" + F + ARRAY + (nargout == null ? ")" + V : "I)" + ARRAY));
        if (looks) unit.exchange.reload();
    }

    // ---- arguments -----------------------------------------------------------------------------------------------

    /** Whether an expression can stand for several arguments: {@code c{:}}, {@code s.a}. */
    static boolean isMany(Expression e) {
        return e instanceof Brace || e instanceof Field || e instanceof DynamicField || e instanceof Paren p && isMany(p.target()) || e instanceof Group g && isMany(g.inner());
    }

    /**
     * Pushes the array of argument values.
     *
     * @param indexed what {@code end} measures and {@code :} spans; null for a call of a function
     */
    void arguments(List<Expression> arguments, Operand.Pair indexed) {
        boolean many = arguments.stream().anyMatch(Chains::isMany);
        boolean large = indexed == null && unit.atHome() && unit.ends.isEmpty() && arguments.size() > 1 && unit.size.ofAll(arguments) > Size.METHOD;
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
            for (List<Expression> group : Blocks.groups(arguments, Size.METHOD / 2, unit.size::of)) {
                new Blocks(unit).arguments(group);
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
