package nabla.engine;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.kernel.Cores;
import nabla.value.Arithmetic;
import nabla.value.Operator;
import nabla.value.Real;
import nabla.value.Value;
import org.objectweb.asm.Label;

/**
 * Arithmetic of which some leaf may be no number. On real arrays of one size, and numbers beside them, all of it is done in one loop,
 * without arrays for what is in between and on all cores where there is much to do; on anything else operation by operation. Either way
 * every element goes through the same operations, so the digits are the same.
 */
public final class Fusion {
    /** Loops are compiled for the first pattern only when it comes up again, or at once for so many elements. */
    private static final int MANY = 1000;

    private static final int MOST_LEAVES = 30;

    private final Engine engine;
    private final Operand tree;
    private final boolean mayBeComplex;
    private final List<Operand.Pair> leaves = new ArrayList<>();
    private final Map<Integer, Integer> positions = new HashMap<>();
    /** The loops by which leaves are arrays, as bits; null for a pattern that means matrices. */
    private final Map<Integer, ElementCode> loops = new HashMap<>();

    private int met;
    private ElementCode loop;
    private int pattern;

    /** @param mayBeComplex whether a result that is NaN is to be looked at again */
    Fusion(Engine engine, Operand tree, boolean mayBeComplex) {
        this.engine = engine;
        this.tree = tree;
        this.mayBeComplex = mayBeComplex;
        collect(tree);
    }

    private void collect(Operand o) {
        if (o instanceof Operand.Pair p && positions.putIfAbsent(p.r(), leaves.size()) == null) leaves.add(p);
        for (Operand part : o.parts()) collect(part);
    }

    /** The distinct pairs in the order of their first use. */
    List<Operand.Pair> leaves() {
        return leaves;
    }

    /** The value for these leaves: doubles where the reference is null. */
    public Value apply(Frame frame, double[] numbers, Value[] values) {
        Ops.poll();
        int[] dims = null;
        int n = 0;
        int arrays = 0;
        double[][] elements = new double[values.length][];
        for (int k = 0; k < values.length; k++) {
            if (values[k] == null) continue;
            if (!(values[k] instanceof Real x) || x.isSingle()) return general(frame, tree, numbers, values);
            if (x.numel() == 1 && x.ndims() == 2) {
                numbers[k] = x.re(0);
                continue;
            }
            if (dims == null) {
                dims = x.dims();
                n = x.numel();
            } else if (!Arrays.equals(dims, x.dims())) return general(frame, tree, numbers, values);
            elements[k] = x.data();
            arrays |= 1 << k;
        }
        ElementCode code = dims == null || values.length > MOST_LEAVES ? null : loop(arrays, n);
        if (code == null) return general(frame, tree, numbers, values);
        Real result = Real.zeros(dims);
        double[] r = result.data();
        Cores.each(n, (from, to) -> code.run(r, from, to, elements, numbers));
        return mayBeComplex && hasNaN(r) ? general(frame, tree, numbers, values) : result;
    }

    private static boolean hasNaN(double[] x) {
        for (double v : x) if (v != v) return true;
        return false;
    }

    /** The loop for a pattern; null when there is none, or none yet. */
    private ElementCode loop(int arrays, int n) {
        if (loop != null && pattern == arrays) return loop;
        if (n < MANY && met++ == 0) return null;
        loop = loops.computeIfAbsent(arrays, p -> isArray(tree, p) ? compile(p) : null);
        pattern = arrays;
        return loop;
    }

    // ---- patterns ------------------------------------------------------------------------------------------------

    /** Whether the operand is an array and every operation in it goes element by element. */
    private boolean isArray(Operand o, int arrays) {
        return !isNumber(o, arrays) && isElementwise(o, arrays);
    }

    private boolean isNumber(Operand o, int arrays) {
        if (o instanceof Operand.Pair p) return (arrays >> positions.get(p.r()) & 1) == 0;
        for (Operand part : o.parts()) if (!isNumber(part, arrays)) return false;
        return true;
    }

    private boolean isElementwise(Operand o, int arrays) {
        for (Operand part : o.parts()) if (!isElementwise(part, arrays)) return false;
        if (o instanceof Operand.Power p) return p.operator().equals(".^") || isNumber(p.base(), arrays);
        if (!(o instanceof Operand.Arithmetic a) || a.b() == null) return true;
        return switch (a.operator()) {
            case "*" -> isNumber(a.a(), arrays) || isNumber(a.b(), arrays);
            case "/" -> isNumber(a.b(), arrays);
            case "\\" -> isNumber(a.a(), arrays);
            default -> true;
        };
    }

    // ---- the loop ------------------------------------------------------------------------------------------------

    private ElementCode compile(int arrays) {
        int result = 1, i = 2, to = 3, elements = 4, numbers = 5;
        Emit emit = new Emit(new UnitClass("nabla/engine/ElementCode"), "run", "([DII[[D[D)V", 6);
        int[] local = new int[leaves.size()];
        for (int k = 0; k < local.length; k++) {
            boolean array = (arrays >> k & 1) != 0;
            local[k] = array ? emit.newReference() : emit.newDouble();
            emit.var(ALOAD, array ? elements : numbers);
            emit.integer(k);
            emit.op(array ? AALOAD : DALOAD);
            emit.var(array ? ASTORE : DSTORE, local[k]);
        }
        Map<Operand, Integer> computed = new IdentityHashMap<>();
        Doubles doubles = new Doubles(emit, o -> {
            if (computed.containsKey(o)) emit.var(DLOAD, computed.get(o));
            else if (!(o instanceof Operand.Pair p)) return false;
            else {
                int k = positions.get(p.r());
                emit.var((arrays >> k & 1) != 0 ? ALOAD : DLOAD, local[k]);
                if ((arrays >> k & 1) != 0) {
                    emit.var(ILOAD, i);
                    emit.op(DALOAD);
                }
            }
            return true;
        });
        before(tree, arrays, emit, doubles, computed);
        Label head = new Label();
        Label end = new Label();
        emit.label(head);
        emit.var(ILOAD, i);
        emit.var(ILOAD, to);
        emit.jump(IF_ICMPGE, end);
        emit.var(ALOAD, result);
        emit.var(ILOAD, i);
        doubles.push(tree);
        emit.op(DASTORE);
        emit.m.visitIincInsn(i, 1);
        emit.jump(GOTO, head);
        emit.label(end);
        emit.op(RETURN);
        return (ElementCode) emit.finish(engine, "", "");
    }

    /** Computes what consists of numbers alone before the loop. */
    private void before(Operand o, int arrays, Emit emit, Doubles doubles, Map<Operand, Integer> computed) {
        if (o.parts().isEmpty()) return;
        if (!isNumber(o, arrays)) {
            for (Operand part : o.parts()) before(part, arrays, emit, doubles, computed);
            return;
        }
        doubles.push(o);
        int d = emit.newDouble();
        emit.var(DSTORE, d);
        computed.put(o, d);
    }

    // ---- operation by operation ------------------------------------------------------------------------------------

    private Value general(Frame frame, Operand o, double[] numbers, Value[] values) {
        if (o instanceof Operand.Constant c) return Real.of(c.value());
        if (o instanceof Operand.Pair p) {
            int k = positions.get(p.r());
            return Ops.box(numbers[k], values[k], p.name());
        }
        List<Operand> parts = o.parts();
        Value a = general(frame, parts.get(0), numbers, values);
        Value b = parts.size() == 1 ? null : general(frame, parts.get(1), numbers, values);
        if (o instanceof Operand.Intrinsic f) return f.call().one(frame, b == null ? new Value[] {a} : new Value[] {a, b});
        Ops.poll();
        if (o instanceof Operand.Power p) return Operators.apply(frame, a, Real.of(p.exponent()), Operators.binary(p.operator()));
        if (b == null) return Arithmetic.unary(Operator.NEGATE, a);
        return Operators.apply(frame, a, b, Operators.binary(((Operand.Arithmetic) o).operator()));
    }
}
