package nabla.engine;

import static org.objectweb.asm.Opcodes.*;

import nabla.language.Tree;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes the bytecode of one method: locals, constants, positions, and the calls of {@link Ops} in short. */
final class Emit {
    static final String VALUE = "nabla/value/Value";
    static final String OPS = "nabla/engine/Ops";
    static final String CODE = "nabla/engine/Code";
    /** Locals from this number on are no locals but elements of the unit's two arrays: see {@link #home}. */
    private static final int HOME = 1 << 20;

    final UnitClass owner;
    final MethodVisitor m;
    private int locals;
    private int doubles = -1;
    private int references = -1;

    /** Starts a method of the class. */
    Emit(UnitClass owner, String method, String descriptor, int firstLocal) {
        this.owner = owner;
        this.locals = firstLocal;
        m = owner.method(method, descriptor);
    }

    /** Starts the class and the one method of a {@link Code}: this, frame, arguments, nargout. */
    static Emit code() {
        String run = "(Lnabla/engine/Frame;[Lnabla/value/Value;I)[Lnabla/value/Value;";
        return new Emit(new UnitClass(CODE), "run", run, 4);
    }

    /** The same for a {@link NumberCode}: this, frame, captured values, three doubles. */
    static Emit numbers() {
        return new Emit(new UnitClass("nabla/engine/NumberCode"), "run", "(Lnabla/engine/Frame;[Lnabla/value/Value;DDD)D", 9);
    }

    /** Ends the method and the class, and makes its one object. */
    Object finish(Engine engine, String function, String file) {
        m.visitMaxs(0, 0);
        m.visitEnd();
        return owner.finish(engine, function, file);
    }

    // ---- locals --------------------------------------------------------------------------------------------------

    /** A new pair of locals that holds nothing yet; set before any branch so that every path finds both set. */
    Operand.Pair pair(Operand.Kind kind, String name) {
        return new Operand.Pair(newDouble(), newReference(), kind, name, false);
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

    /** Says which locals hold the arrays where variables are at home: a double[] and a Value[]. */
    void home(int doubles, int references) {
        this.doubles = doubles;
        this.references = references;
    }

    /** Makes the arrays for n variables that hold nothing yet. */
    void makeHome(int n) {
        home(newReference(), newReference());
        integer(n);
        m.visitIntInsn(NEWARRAY, T_DOUBLE);
        m.visitVarInsn(ASTORE, doubles);
        integer(n);
        ops("undefined", "(I)[L" + VALUE + ";");
        m.visitVarInsn(ASTORE, references);
    }

    /** The pair of element k of the arrays. */
    static Operand.Pair atHome(int k, Operand.Kind kind, String name) {
        return new Operand.Pair(HOME + k, HOME + k, kind, name, false);
    }

    /** Pushes the two arrays. */
    void pushHome() {
        m.visitVarInsn(ALOAD, doubles);
        m.visitVarInsn(ALOAD, references);
    }

    private void element(int opcode, int k) {
        boolean number = opcode == DLOAD || opcode == DSTORE;
        m.visitVarInsn(ALOAD, number ? doubles : references);
        integer(k);
        if (opcode == DLOAD) op(DALOAD);
        else if (opcode == ALOAD) op(AALOAD);
        else ops("put", number ? "(D[DI)V" : "(L" + VALUE + ";[L" + VALUE + ";I)V");
    }

    // ---- instructions --------------------------------------------------------------------------------------------

    void at(Tree.Position p) {
        int line = owner.line(p);
        if (line == 0) return;
        Label here = new Label();
        m.visitLabel(here);
        m.visitLineNumber(line, here);
    }

    void op(int opcode) {
        m.visitInsn(opcode);
    }

    void var(int opcode, int local) {
        if (local >= HOME) element(opcode, local - HOME);
        else m.visitVarInsn(opcode, local);
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
        else if (x == (short) x && x != 0) {
            integer((short) x);
            m.visitInsn(I2D);
        }
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
        owner.push(m, o, type);
    }

    void ops(String method, String descriptor) {
        m.visitMethodInsn(INVOKESTATIC, OPS, method, descriptor, false);
    }

    void reals(String method, String descriptor) {
        m.visitMethodInsn(INVOKESTATIC, "nabla/engine/Reals", method, descriptor, false);
    }

    void truth(String method, String descriptor) {
        m.visitMethodInsn(INVOKESTATIC, "nabla/engine/Truth", method, descriptor, false);
    }

    void results(String method, String descriptor) {
        m.visitMethodInsn(INVOKESTATIC, "nabla/engine/Results", method, descriptor, false);
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

    /** Copies a variable's pair from one place to another. */
    void move(Operand.Pair from, Operand.Pair to) {
        var(DLOAD, from.d());
        var(DSTORE, to.d());
        var(ALOAD, from.r());
        var(ASTORE, to.r());
    }

    /** Sets the pair to hold nothing. */
    void clear(Operand.Pair p) {
        op(DCONST_0);
        var(DSTORE, p.d());
        m.visitFieldInsn(GETSTATIC, CODE, "UNDEFINED", "L" + VALUE + ";");
        var(ASTORE, p.r());
    }
}
