package nabla.engine;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nabla.language.Tree;
import nabla.value.Failure;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** The class a unit becomes: its methods share constants and the table of positions. */
final class UnitClass {
    /** So many constants have fields of their own. */
    private static final int FIELDS = 1000;

    private static final String OBJECTS = "[Ljava/lang/Object;";
    private static final AtomicInteger made = new AtomicInteger();

    final String name = "nabla/code/Unit" + made.incrementAndGet();

    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS) {
        @Override
        protected String getCommonSuperClass(String a, String b) {
            return a.startsWith("nabla/value/") && b.startsWith("nabla/value/") ? Emit.VALUE : "java/lang/Object";
        }
    };
    private final List<Object> constants = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    /** Where each constant stands. */
    private final Map<Object, Integer> places = new IdentityHashMap<>();
    private final List<Tree.Position> positions = new ArrayList<>();
    private int blocks;

    UnitClass(String parent) {
        writer.setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE);
        writer.visit(V11, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, name, null, parent, null);
        MethodVisitor init = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        init.visitCode();
        init.visitVarInsn(ALOAD, 0);
        init.visitMethodInsn(INVOKESPECIAL, parent, "<init>", "()V", false);
        init.visitInsn(RETURN);
        init.visitMaxs(0, 0);
        init.visitEnd();
    }

    MethodVisitor method(String method, String descriptor) {
        MethodVisitor m = writer.visitMethod(ACC_PUBLIC, method, descriptor, null, null);
        m.visitCode();
        return m;
    }

    /** A name for one more method that holds a part of the unit. */
    String block() {
        return "block" + ++blocks;
    }

    /** The line number that stands for a position; 0 when there is no more room for one. */
    int line(Tree.Position p) {
        if (positions.size() == 65000) return 0;
        positions.add(p);
        return positions.size();
    }

    /** Pushes an object that the unit keeps: from a field, or, where there are too many for fields, from an array. */
    void push(MethodVisitor m, Object o, Class<?> type) {
        String internal = Type.getInternalName(type);
        int k = places.computeIfAbsent(o, any -> constants.size());
        if (k < constants.size() && k < FIELDS && !types.get(k).equals(internal)) k = constants.size();
        if (k == constants.size()) {
            constants.add(o);
            types.add(internal);
        }
        if (k < FIELDS) {
            m.visitFieldInsn(GETSTATIC, name, "k" + k, "L" + internal + ";");
            return;
        }
        m.visitFieldInsn(GETSTATIC, name, "more", OBJECTS);
        if (k <= Short.MAX_VALUE) m.visitIntInsn(SIPUSH, k);
        else m.visitLdcInsn(k);
        m.visitInsn(AALOAD);
        m.visitTypeInsn(CHECKCAST, internal);
    }

    /** Defines the class, registers its positions with the engine, and makes its one object. */
    Object finish(Engine engine, String function, String file) {
        MethodVisitor init = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
        init.visitCode();
        if (constants.size() > FIELDS) {
            writer.visitField(ACC_STATIC | ACC_FINAL, "more", OBJECTS, null, null).visitEnd();
            init.visitMethodInsn(INVOKESTATIC, Emit.CODE, "constants", "()" + OBJECTS, false);
            init.visitFieldInsn(PUTSTATIC, name, "more", OBJECTS);
        }
        for (int k = 0; k < constants.size() && k < FIELDS; k++) {
            String type = types.get(k);
            writer.visitField(ACC_STATIC | ACC_FINAL, "k" + k, "L" + type + ";", null, null).visitEnd();
            init.visitLdcInsn(k);
            init.visitMethodInsn(INVOKESTATIC, Emit.CODE, "constant", "(I)Ljava/lang/Object;", false);
            init.visitTypeInsn(CHECKCAST, type);
            init.visitFieldInsn(PUTSTATIC, name, "k" + k, "L" + type + ";");
        }
        init.visitInsn(RETURN);
        init.visitMaxs(0, 0);
        init.visitEnd();
        writer.visitEnd();
        engine.places.register(name.replace('/', '.'), function, file, positions);
        try {
            return define();
        } catch (MethodTooLargeException e) {
            Tree.Position at = positions.isEmpty() ? new Tree.Position(1, 1) : positions.get(0);
            throw Failure.of(
                    "a statement after line %d of %s is too long to compile: split it",
                    "оператор после строки %d в %s слишком длинный: разбейте его", at.line(), function.isEmpty() ? file : function);
        }
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
            super(UnitClass.class.getClassLoader());
        }

        Class<?> define(String name, byte[] bytes) {
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
