package nabla.engine;

import static nabla.engine.Descriptors.*;
import static org.objectweb.asm.Opcodes.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.kernel.Cores;
import nabla.kernel.Sums;
import nabla.language.Tree.*;
import nabla.value.Value;
import org.objectweb.asm.Label;

/**
 * A loop whose iterations do not depend on each other, as a method of its own: on all cores where there is much to do, its sums added up
 * as those of long arrays are, so that the digits do not depend on how many cores there are.
 */
public final class Spread {
    /** Up to so many iterations a loop is done where it stands, which saves a call; HotSpot makes more of a method of its own. */
    static final int FEW = 32;

    private final Engine engine;
    private final Functions.Scope scope;
    private final For loop;
    private final Independence.Iterations iterations;
    /** What the variables of an iteration hold. */
    private final Map<String, Operand.Kind> kinds = new LinkedHashMap<>();
    /** Compiled when first needed. */
    private LoopCode code;

    Spread(Compiler unit, For loop, Independence.Iterations iterations) {
        this.engine = unit.engine;
        this.scope = unit.scope;
        this.loop = loop;
        this.iterations = iterations;
        for (Set<String> some : List.of(iterations.reads(), iterations.sums(), iterations.own())) {
            for (String v : some) kinds.put(v, unit.variables.get(v).kind());
        }
    }

    /** The sums over all of n iterations. */
    public double[] run(Frame frame, double[] numbers, Value[] values, int n) {
        if (code == null) code = compile();
        int count = iterations.sums().size();
        if (n <= Sums.BLOCK) {
            double[] sums = new double[count];
            code.run(frame, numbers, values, 0, n, sums, 0);
            return sums;
        }
        if (count > 0) {
            return Sums.of(n, count, (from, to, sums, at) -> {
                frame.engine.interruption.look();
                code.run(frame, numbers, values, from, to, sums, at);
            });
        }
        Cores.each(n, (from, to) -> {
            frame.engine.interruption.look();
            code.run(frame, numbers, values, from, to, null, 0);
        });
        return null;
    }

    // ---- where the loop stands -----------------------------------------------------------------------------------

    /** Does the loop, the number of its iterations, base and step being in these locals, and jumps; goes on for few iterations. */
    void call(Compiler unit, int count, int base, int step, Label done) {
        Emit emit = unit.emit;
        Label few = new Label();
        emit.var(ILOAD, count);
        emit.integer(FEW);
        emit.jump(IF_ICMPLE, few);
        for (String v : iterations.writes()) {
            int r = unit.variables.get(v).r();
            emit.var(ALOAD, r);
            emit.reals("own", "(" + V + ")" + V);
            emit.var(ASTORE, r);
            unit.views.refresh(v);
        }
        List<Operand.Pair> given = iterations.reads().stream().map(unit.variables::get).toList();
        emit.constant(this, Spread.class);
        emit.frame();
        emit.integer(given.size() + 2);
        emit.m.visitIntInsn(NEWARRAY, T_DOUBLE);
        for (int k = 0; k < given.size(); k++) element(emit, k, DLOAD, given.get(k).d(), DASTORE);
        element(emit, given.size(), DLOAD, base, DASTORE);
        element(emit, given.size() + 1, DLOAD, step, DASTORE);
        emit.integer(given.size());
        emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        for (int k = 0; k < given.size(); k++) element(emit, k, ALOAD, given.get(k).r(), AASTORE);
        emit.var(ILOAD, count);
        emit.virtual("nabla/engine/Spread", "run", "(" + F + "[D[" + V + "I)[D");
        add(unit);
        emit.jump(GOTO, done);
        emit.label(few);
    }

    private static void element(Emit emit, int k, int load, int local, int store) {
        emit.op(DUP);
        emit.integer(k);
        emit.var(load, local);
        emit.op(store);
    }

    /** Pops what the iterations added, and adds it to the sums. */
    private void add(Compiler unit) {
        Emit emit = unit.emit;
        int added = emit.newReference();
        emit.var(ASTORE, added);
        int k = 0;
        for (String v : iterations.sums()) {
            int d = unit.variables.get(v).d();
            emit.var(DLOAD, d);
            emit.var(ALOAD, added);
            emit.integer(k++);
            emit.op(DALOAD);
            emit.op(DADD);
            emit.var(DSTORE, d);
        }
    }

    // ---- the method ----------------------------------------------------------------------------------------------

    private LoopCode compile() {
        int numbers = 2, values = 3, i = 4, to = 5, sums = 6, at = 7;
        Emit emit = new Emit(new UnitClass("nabla/engine/LoopCode"), "run", "(" + F + "[D[" + V + "II[DI)V", 8);
        Compiler c = new Compiler(engine, scope, emit, kinds);
        int k = 0;
        for (String v : iterations.reads()) {
            Operand.Pair p = c.variables.get(v);
            emit.var(ALOAD, numbers);
            emit.integer(k);
            emit.op(DALOAD);
            emit.var(DSTORE, p.d());
            emit.var(ALOAD, values);
            emit.integer(k++);
            emit.op(AALOAD);
            emit.var(ASTORE, p.r());
        }
        int base = number(emit, numbers, k);
        int step = number(emit, numbers, k + 1);
        c.views.enter(loop);
        c.statements.loops.iterations(loop, base, step, i, to);
        k = 0;
        for (String v : iterations.sums()) {
            emit.var(ALOAD, sums);
            emit.var(ILOAD, at);
            emit.integer(k++);
            emit.op(IADD);
            emit.var(DLOAD, c.variables.get(v).d());
            emit.op(DASTORE);
        }
        emit.op(RETURN);
        return (LoopCode) emit.finish(engine, "", "");
    }

    /** A local with an element of the array in this local. */
    private static int number(Emit emit, int array, int k) {
        int d = emit.newDouble();
        emit.var(ALOAD, array);
        emit.integer(k);
        emit.op(DALOAD);
        emit.var(DSTORE, d);
        return d;
    }
}
