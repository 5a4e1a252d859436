package nabla.engine;

import static org.objectweb.asm.Opcodes.*;

import java.lang.reflect.Method;
import java.util.function.Predicate;

/** Pushes operands as doubles: arithmetic as instructions, small powers as products, functions as calls of their methods. */
final class Doubles {
    /** Beyond this exponent a call of the power is shorter than the products. */
    private static final int MULTIPLIED = 3;

    private final Emit emit;
    private final Predicate<Operand> leaf;

    /** @param leaf pushes a pair, or anything else already computed; false when the operand is neither */
    Doubles(Emit emit, Predicate<Operand> leaf) {
        this.emit = emit;
        this.leaf = leaf;
    }

    void push(Operand o) {
        if (leaf.test(o)) return;
        if (o instanceof Operand.Constant c) emit.number(c.value());
        else if (o instanceof Operand.Power p) multiply(p);
        else if (o instanceof Operand.Arithmetic a) arithmetic(a);
        else if (o instanceof Operand.Intrinsic i) {
            push(i.a());
            if (i.b() != null) push(i.b());
            call(i.method());
        }
    }

    private void arithmetic(Operand.Arithmetic a) {
        if (a.b() == null) {
            push(a.a());
            emit.op(DNEG);
            return;
        }
        String operator = Constants.arithmetic(a.operator());
        boolean reversed = operator.equals("\\");
        push(reversed ? a.b() : a.a());
        push(reversed ? a.a() : a.b());
        emit.op(
                switch (operator) {
                    case "+" -> DADD;
                    case "-" -> DSUB;
                    case "*" -> DMUL;
                    default -> DDIV;
                });
    }

    private void multiply(Operand.Power p) {
        push(p.base());
        if (p.exponent() > MULTIPLIED) {
            emit.number(p.exponent());
            power();
            return;
        }
        int d = emit.newDouble();
        emit.var(DSTORE, d);
        emit.var(DLOAD, d);
        for (int k = 1; k < p.exponent(); k++) {
            emit.var(DLOAD, d);
            emit.op(DMUL);
        }
    }

    /** Pops two doubles and pushes the first to the power of the second. */
    void power() {
        emit.m.visitMethodInsn(INVOKESTATIC, "nabla/kernel/Power", "pow", "(DD)D", false);
    }

    /** Pops a library function's arguments and pushes its result. */
    void call(Method method) {
        emit.m.visitMethodInsn(
                INVOKESTATIC,
                method.getDeclaringClass().getName().replace('.', '/'),
                method.getName(),
                method.getParameterCount() == 1 ? "(D)D" : "(DD)D",
                false);
    }
}
