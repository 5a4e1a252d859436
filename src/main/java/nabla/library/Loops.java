package nabla.library;

import static org.objectweb.asm.Opcodes.*;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes the {@link Loop} of a static method on doubles. */
final class Loops {
    private static final String LOOP = "nabla/library/Loop";

    private Loops() {}

    /** The loop over f, of one or two parameters of type double. */
    static Loop of(Method f) {
        ClassWriter c = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        c.visit(V11, ACC_FINAL | ACC_SUPER, "nabla/library/Loop_" + f.getName(), null, LOOP, null);
        MethodVisitor m = c.visitMethod(0, "<init>", "()V", null, null);
        m.visitCode();
        m.visitVarInsn(ALOAD, 0);
        m.visitMethodInsn(INVOKESPECIAL, LOOP, "<init>", "()V", false);
        m.visitInsn(RETURN);
        m.visitMaxs(0, 0);
        m.visitEnd();
        if (f.getParameterCount() == 1) unary(c, f);
        else binary(c, f);
        c.visitEnd();
        try {
            MethodHandles.Lookup made = MethodHandles.lookup().defineHiddenClass(c.toByteArray(), true);
            return (Loop) made.lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void call(MethodVisitor m, Method f) {
        String owner = Type.getInternalName(f.getDeclaringClass());
        m.visitMethodInsn(INVOKESTATIC, owner, f.getName(), Type.getMethodDescriptor(f), false);
        if (f.getReturnType() == boolean.class) m.visitInsn(I2D);
    }

    private static void unary(ClassWriter c, Method f) {
        int x = 1, r = 2, i = 3, to = 4;
        MethodVisitor m = c.visitMethod(ACC_PUBLIC, "unary", "([D[DII)V", null, null);
        m.visitCode();
        Label head = new Label();
        Label end = new Label();
        m.visitLabel(head);
        m.visitFrame(F_SAME, 0, null, 0, null);
        m.visitVarInsn(ILOAD, i);
        m.visitVarInsn(ILOAD, to);
        m.visitJumpInsn(IF_ICMPGE, end);
        m.visitVarInsn(ALOAD, r);
        m.visitVarInsn(ILOAD, i);
        m.visitVarInsn(ALOAD, x);
        m.visitVarInsn(ILOAD, i);
        m.visitInsn(DALOAD);
        call(m, f);
        m.visitInsn(DASTORE);
        m.visitIincInsn(i, 1);
        m.visitJumpInsn(GOTO, head);
        m.visitLabel(end);
        m.visitFrame(F_SAME, 0, null, 0, null);
        m.visitInsn(RETURN);
        m.visitMaxs(0, 0);
        m.visitEnd();
    }

    private static void binary(ClassWriter c, Method f) {
        int x = 1, x0 = 2, dx = 3, y = 4, y0 = 5, dy = 6, r = 7, r0 = 8, n = 9;
        MethodVisitor m = c.visitMethod(ACC_PUBLIC, "binary", "([DII[DII[DII)V", null, null);
        m.visitCode();
        Label head = new Label();
        Label end = new Label();
        m.visitLabel(head);
        m.visitFrame(F_SAME, 0, null, 0, null);
        m.visitVarInsn(ILOAD, n);
        m.visitJumpInsn(IFLE, end);
        m.visitVarInsn(ALOAD, r);
        m.visitVarInsn(ILOAD, r0);
        m.visitVarInsn(ALOAD, x);
        m.visitVarInsn(ILOAD, x0);
        m.visitInsn(DALOAD);
        m.visitVarInsn(ALOAD, y);
        m.visitVarInsn(ILOAD, y0);
        m.visitInsn(DALOAD);
        call(m, f);
        m.visitInsn(DASTORE);
        advance(m, x0, dx);
        advance(m, y0, dy);
        m.visitIincInsn(r0, 1);
        m.visitIincInsn(n, -1);
        m.visitJumpInsn(GOTO, head);
        m.visitLabel(end);
        m.visitFrame(F_SAME, 0, null, 0, null);
        m.visitInsn(RETURN);
        m.visitMaxs(0, 0);
        m.visitEnd();
    }

    private static void advance(MethodVisitor m, int at, int by) {
        m.visitVarInsn(ILOAD, at);
        m.visitVarInsn(ILOAD, by);
        m.visitInsn(IADD);
        m.visitVarInsn(ISTORE, at);
    }
}
