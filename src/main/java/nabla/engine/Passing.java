package nabla.engine;

import static nabla.engine.Descriptors.*;
import static org.objectweb.asm.Opcodes.*;

import java.util.List;
import nabla.language.Tree;
import org.objectweb.asm.Label;

/** Compiles how arguments come into a unit's variables, and how results leave them. */
final class Passing {
    /** The local of the array of arguments. */
    private static final int ARGUMENTS = 2;

    /** The local of the first argument of a call with numbers. */
    private static final int FIRST = 3;

    private final Compiler unit;
    private final Emit emit;

    Passing(Compiler unit) {
        this.unit = unit;
        this.emit = unit.emit;
    }

    // ---- arguments -----------------------------------------------------------------------------------------------

    void parameters(List<Tree.Parameter> parameters) {
        for (int k = 0; k < parameters.size(); k++) {
            Operand.Pair p = unit.variables.get(parameters.get(k).name());
            if (p == null) {
                shared(k, parameters.get(k).name());
                continue;
            }
            parameter(k, p);
            if (parameters.get(k).initial() == null) continue;
            Label given = new Label();
            emit.var(ALOAD, p.r());
            emit.m.visitFieldInsn(GETSTATIC, Emit.CODE, "UNDEFINED", V);
            emit.jump(IF_ACMPNE, given);
            unit.expressions.value(parameters.get(k).initial());
            emit.unbox(p);
            emit.label(given);
        }
    }

    /** Stores parameter k in the cell that nested functions see. */
    private void shared(int k, String name) {
        if (!unit.isShared(name)) return;
        emit.var(ALOAD, unit.cells.get(name));
        emit.var(ALOAD, ARGUMENTS);
        emit.integer(k);
        emit.ops("given", "(" + ARRAY + "I)" + V);
        emit.m.visitFieldInsn(PUTFIELD, "nabla/engine/Workspace$Global", "value", V);
    }

    private void parameter(int k, Operand.Pair p) {
        if (!unit.numbers()) {
            value(ARGUMENTS, k, p);
            return;
        }
        emit.var(DLOAD, FIRST + 2 * k);
        emit.storeNumber(p);
    }

    /** Unpacks element k of an array of values into a pair. */
    void value(int array, int k, Operand.Pair p) {
        emit.var(ALOAD, array);
        emit.integer(k);
        emit.ops("argument", "(" + ARRAY + "I)" + V);
        emit.unbox(p);
    }

    // ---- results -------------------------------------------------------------------------------------------------

    /** Returns the pair: as a double, with the engine told when it is another value. */
    void number(Operand.Pair p) {
        if (!p.scalar()) {
            emit.frame();
            emit.var(ALOAD, p.r());
            emit.ops("giveBack", "(" + F + V + ")V");
        }
        emit.var(DLOAD, p.d());
        emit.op(DRETURN);
    }

    /** A result as a pair. */
    Operand.Pair resultOperand(String name) {
        Operand.Pair p = unit.variables.get(name);
        if (p != null) return p;
        Operand.Pair t = unit.expressions.temporary(false);
        result(name);
        emit.ops("orUndefined", "(" + V + ")" + V);
        emit.unbox(t);
        return t;
    }

    /** Returns the results. */
    void results(List<Tree.Parameter> results) {
        int n = results.size();
        boolean variadic = n > 0 && results.get(n - 1).name().equals("varargout");
        int fixed = variadic ? n - 1 : n;
        emit.integer(fixed);
        emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        for (int k = 0; k < fixed; k++) {
            emit.op(DUP);
            emit.integer(k);
            result(results.get(k).name());
            emit.op(AASTORE);
        }
        if (variadic) {
            result("varargout");
            emit.results("varargout", "(" + ARRAY + V + ")" + ARRAY);
        }
        emit.op(ARETURN);
    }

    /** Pushes a result's value or null. */
    private void result(String name) {
        Integer cell = unit.cells.get(name);
        if (cell != null) {
            emit.var(ALOAD, cell);
            emit.m.visitFieldInsn(GETFIELD, "nabla/engine/Workspace$Global", "value", V);
            emit.ops("held", "(" + V + ")" + V);
            return;
        }
        Operand.Pair p = unit.variables.get(name);
        emit.var(DLOAD, p.d());
        emit.var(ALOAD, p.r());
        emit.ops("result", "(D" + V + ")" + V);
    }
}
