package nabla.engine;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import nabla.language.Tree;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes the bytecode of one unit: locals, constants, positions, and the calls of {@link Ops} in short. */
final class Emit {
    static final String VALUE = "nabla/value/Value";
    static final String OPS = "nabla/engine/Ops";
    static final String CODE = "nabla/engine/Code";
    private static final String RUN = "(Lnabla/engine/Frame;[Lnabla/value/Value;I)[Lnabla/value/Value;";
    static final String NUMBER_CODE = "nabla/engine/NumberCode";
    private static final String RUN_NUMBERS = "(Lnabla/engine/Frame;[Lnabla/value/Value;DDD)D";
    private static int made;

    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS) {
        @Override
        protected String getCommonSuperClass(String a, String b) {
            return a.startsWith("nabla/value/") && b.startsWith("nabla/value/") ? VALUE : "java/lang/Object";
        }
    };
    private final String name;
    private final List<Object> constants = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<Tree.Position> positions = new ArrayList<>();
    final MethodVisitor m;
    /** 0 is this, then frame, arguments and nargout; or frame, captured values and three doubles. */
    private int locals;

    /** Starts a {@link NumberCode}, or a {@link Code}. */
    Emit(boolean numbers) {
        name = "nabla/code/Unit" + ++made;
        locals = numbers ? 9 : 4;
        String parent = numbers ? NUMBER_CODE : CODE;
        writer.visit(V11, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, name, null, parent, null);
        MethodVisitor init = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        init.visitCode();
        init.visitVarInsn(ALOAD, 0);
        init.visitMethodInsn(INVOKESPECIAL, parent, "<init>", "()V", false);
        init.visitInsn(RETURN);
        init.visitMaxs(0, 0);
        init.visitEnd();
        m = writer.visitMethod(ACC_PUBLIC, "run", numbers ? RUN_NUMBERS : RUN, null, null);
        m.visitCode();
    }

    /** Ends the method, defines the class and registers its positions with the engine. */
    Object finish(Engine engine, String function, String file) {
        m.visitMaxs(0, 0);
        m.visitEnd();
        MethodVisitor init = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
        init.visitCode();
        for (int k = 0; k < constants.size(); k++) {
            String type = types.get(k);
            writer.visitField(ACC_STATIC | ACC_FINAL, "k" + k, "L" + type + ";", null, null).visitEnd();
            init.visitLdcInsn(k);
            init.visitMethodInsn(INVOKESTATIC, CODE, "constant", "(I)Ljava/lang/Object;", false);
            init.visitTypeInsn(CHECKCAST, type);
            init.visitFieldInsn(PUTSTATIC, name, "k" + k, "L" + type + ";");
        }
        init.visitInsn(RETURN);
        init.visitMaxs(0, 0);
        init.visitEnd();
        writer.visitEnd();
        engine.places.register(name.replace('/', '.'), function, file, positions);
        return define();
    }

    private Object define() {
        synchronized (Code.class) {
            Code.constants = constants.toArray();
            try {
                Class<?> c = new Loader().define(name.replace('/', '.'), writer.toByteArray());
                return c.getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            } finally {
                Code.constants = null;
            }
        }
    }

    /** One loader a unit, so that units nobody holds any more are unloaded. */
    private static final class Loader extends ClassLoader {
        Loader() {
            super(Emit.class.getClassLoader());
        }

        Class<?> define(String name, byte[] bytes) {
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    // ---- locals --------------------------------------------------------------------------------------------------

    /** A new pair of locals that holds nothing yet; set before any branch so that every path finds both set. */
    Operand.Pair pair(boolean scalar, String name) {
        return new Operand.Pair(newDouble(), newReference(), scalar, name, false);
    }

    /** Where locals stand now, for {@link #release}. */
    int mark() {
        return locals;
    }

    /** Frees the locals made since the mark: those of a statement that is over. */
    void release(int mark) {
        locals = mark;
    }

    int newDouble() {
        locals += 2;
        return locals - 2;
    }

    int newReference() {
        return locals++;
    }

    // ---- instructions --------------------------------------------------------------------------------------------

    void at(Tree.Position p) {
        if (positions.size() == 65000) return;
        positions.add(p);
        Label here = new Label();
        m.visitLabel(here);
        m.visitLineNumber(positions.size(), here);
    }

    void op(int opcode) {
        m.visitInsn(opcode);
    }

    void var(int opcode, int local) {
        m.visitVarInsn(opcode, local);
    }

    void jump(int opcode, Label to) {
        m.visitJumpInsn(opcode, to);
    }

    void label(Label l) {
        m.visitLabel(l);
    }

    void frame() {
        m.visitVarInsn(ALOAD, 1);
    }

    void number(double x) {
        if (Double.doubleToRawLongBits(x) == 0) m.visitInsn(DCONST_0);
        else if (x == 1) m.visitInsn(DCONST_1);
        else m.visitLdcInsn(x);
    }

    void integer(int i) {
        if (i >= -1 && i <= 5) m.visitInsn(ICONST_0 + i);
        else if (i >= Short.MIN_VALUE && i <= Short.MAX_VALUE) m.visitIntInsn(SIPUSH, i);
        else m.visitLdcInsn(i);
    }

    void text(String s) {
        if (s == null) m.visitInsn(ACONST_NULL);
        else m.visitLdcInsn(s);
    }

    /** Pushes an object that the unit keeps. */
    void constant(Object o, Class<?> type) {
        int k = constants.indexOf(o);
        if (k < 0 || !types.get(k).equals(Type.getInternalName(type))) {
            k = constants.size();
            constants.add(o);
            types.add(Type.getInternalName(type));
        }
        m.visitFieldInsn(GETSTATIC, name, "k" + k, Type.getDescriptor(type));
    }

    void ops(String method, String descriptor) {
        m.visitMethodInsn(INVOKESTATIC, OPS, method, descriptor, false);
    }

    void virtual(String owner, String method, String descriptor) {
        m.visitMethodInsn(INVOKEVIRTUAL, owner, method, descriptor, false);
    }

    /** Pops a value into the pair: as a double when it is a real double scalar. */
    void unbox(Operand.Pair p) {
        Label done = new Label();
        var(ASTORE, p.r());
        var(ALOAD, p.r());
        ops("isNumber", "(Lnabla/value/Value;)Z");
        jump(IFEQ, done);
        var(ALOAD, p.r());
        ops("number", "(Lnabla/value/Value;)D");
        var(DSTORE, p.d());
        op(ACONST_NULL);
        var(ASTORE, p.r());
        label(done);
    }

    /** Pops a double into the pair. */
    void storeNumber(Operand.Pair p) {
        var(DSTORE, p.d());
        op(ACONST_NULL);
        var(ASTORE, p.r());
    }

    /** Sets the pair to hold nothing. */
    void clear(Operand.Pair p) {
        op(DCONST_0);
        var(DSTORE, p.d());
        m.visitFieldInsn(GETSTATIC, CODE, "UNDEFINED", "L" + VALUE + ";");
        var(ASTORE, p.r());
    }
}
