package nabla.engine;

import static org.objectweb.asm.Opcodes.*;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Operator;
import nabla.value.Value;
import org.objectweb.asm.Label;

/** Compiles expressions: {@link #lift} evaluates what has effects and leaves arithmetic; the rest turns operands into code. */
final class Expressions {
    private static final String BINARY =
            "(Lnabla/engine/Frame;Lnabla/value/Value;Lnabla/value/Value;Lnabla/value/Operator;)Lnabla/value/Value;";

    private final Compiler unit;
    private final Emit emit;
    private final Doubles doubles;
    private final Chains chains;
    final Quick quick;
    private final Conditions conditions;
    /** Inside an expression too large for a method: the size up to which a part of it gets a method of its own; 0 elsewhere. */
    private int part;

    Expressions(Compiler unit) {
        this.unit = unit;
        this.emit = unit.emit;
        this.doubles = new Doubles(emit, this::pair);
        this.chains = new Chains(unit, this);
        this.quick = new Quick(unit, this);
        this.conditions = new Conditions(unit, this);
    }

    // ---- what statements ask for ---------------------------------------------------------------------------------

    /** Pushes the expression's one value. */
    void value(Expression e) {
        push(lift(e));
    }

    /** Pushes an array of all the expression's values; {@code nargout} pushes how many a call is asked for. */
    void all(Expression e, Runnable nargout) {
        if (isChain(e)) {
            chains.all(e, nargout);
            return;
        }
        value(e);
        emit.ops("array", "(Lnabla/value/Value;)[Lnabla/value/Value;");
    }

    /** Jumps when the expression's truth is {@code when}. */
    void branch(Expression e, boolean when, Label to) {
        conditions.branch(e, when, to);
    }

    /** Pushes an array of arguments; a lone colon becomes the string in a call. */
    void arguments(List<Expression> arguments, Operand.Pair indexed) {
        chains.arguments(arguments, indexed);
    }

    /** Whether the expression is a call, an index or a name that may be a call: something that may have several values or none. */
    boolean isChain(Expression e) {
        return e instanceof Paren
                || e instanceof Brace
                || e instanceof Field
                || e instanceof DynamicField
                || e instanceof Name n && !unit.variables.containsKey(n.id()) && !unit.cells.containsKey(n.id())
                || e instanceof Name m && unit.maybe.contains(m.id());
    }

    // ---- operands ------------------------------------------------------------------------------------------------

    /**
     * Evaluates all effects of the expression, in order, and returns what remains to compute. Of an expression too large for a
     * method, parts are compiled as methods of their own.
     */
    Operand lift(Expression e) {
        if (!unit.atHome()) return whole(e);
        int n = Size.of(e);
        if (n > Size.METHOD && n <= part && unit.ends.isEmpty()) return part(e);
        int before = part;
        if (part == 0 && n > 2 * Size.METHOD) part = n - Size.METHOD;
        Operand o = whole(e);
        part = before;
        return o;
    }

    private Operand part(Expression e) {
        Operand.Pair p = temporary(false);
        new Blocks(unit).push(e);
        emit.unbox(p);
        return p;
    }

    private Operand whole(Expression e) {
        if (e instanceof Number n && !n.imaginary()) return new Operand.Constant(n.value());
        if (e instanceof Number n) return constant(Complex.of(0, n.value()));
        if (e instanceof Text t) return constant(new Char(t.value().toCharArray(), t.doubleQuoted(), t.value().isEmpty() ? 0 : 1, t.value().length()));
        if (e instanceof Group g) return lift(g.inner());
        if (e instanceof Name n) return name(n);
        if (e instanceof Prefix p) return prefix(p);
        if (e instanceof Binary b) return binary(b);
        if (e instanceof ShortCircuit s) return conditions.truth(s);
        if (e instanceof Assign a) return unit.assignments.expression(a);
        if (e instanceof Increment i) return unit.assignments.increment(i);
        if (e instanceof End) return end(e);
        if (e instanceof Paren p) {
            Operand o = quick.of(p);
            if (o != null) return o;
        }
        if (e instanceof Matrix m) {
            Value v = Constants.matrix(m);
            if (v != null) return constant(v);
        }
        Operand.Pair p = temporary(e instanceof Brace || e instanceof Field || e instanceof DynamicField);
        build(e);
        emit.unbox(p);
        return p;
    }

    /** Pushes the value of an expression that is no arithmetic. */
    private void build(Expression e) {
        emit.at(e.at());
        if (e instanceof Transpose t) {
            value(t.operand());
            unary(t.operator());
        } else if (e instanceof Range r) range(r);
        else if (e instanceof Matrix m) rows(m.rows(), "matrix");
        else if (e instanceof CellArray c) rows(c.rows(), "cell");
        else if (e instanceof Colon) emit.constant(Char.of(":"), Value.class);
        else if (e instanceof Anonymous a) anonymous(a);
        else if (e instanceof Handle h) {
            emit.frame();
            emit.text(h.name());
            emit.ops("handle", "(Lnabla/engine/Frame;Ljava/lang/String;)Lnabla/value/Value;");
        } else if (e instanceof Gradient g) {
            emit.frame();
            value(g.operand());
            emit.ops("gradient", "(Lnabla/engine/Frame;Lnabla/value/Value;)Lnabla/value/Value;");
        } else chains.one(e);
    }

    private Operand constant(Value v) {
        v.share();
        Operand.Pair p = temporary(false);
        emit.constant(v, Value.class);
        emit.var(ASTORE, p.r());
        return p;
    }

    Operand.Pair temporary(boolean borrowed) {
        Operand.Pair p = new Operand.Pair(emit.newDouble(), emit.newReference(), Operand.Kind.ANY, null, borrowed);
        emit.op(DCONST_0);
        emit.var(DSTORE, p.d());
        return p;
    }

    private Operand name(Name n) {
        Operand.Pair p = unit.variables.get(n.id());
        if (p != null && !unit.maybe.contains(n.id())) {
            emit.at(n.at());
            return p.use(n.at());
        }
        if (p == null && !unit.cells.containsKey(n.id())) {
            if (Constants.has(n.id()) && unit.engine.functions.isLibrary(n.id(), unit.scope)) {
                return new Operand.Constant(Constants.value(n.id()));
            }
            if (n.id().equals("nargin") || n.id().equals("nargout")) return count(n.id());
        }
        Operand.Pair t = temporary(false);
        emit.at(n.at());
        chains.one(n);
        emit.unbox(t);
        return t;
    }

    private Operand count(String field) {
        emit.frame();
        emit.m.visitFieldInsn(GETFIELD, "nabla/engine/Frame", field, "I");
        emit.op(I2D);
        return popNumber();
    }

    private Operand end(Expression e) {
        Compiler.EndOf of = unit.ends.peek();
        emit.at(e.at());
        if (of == null) {
            emit.ops("strayEnd", "()D");
        } else {
            emit.var(DLOAD, of.of().d());
            emit.var(ALOAD, of.of().r());
            emit.integer(of.index());
            emit.integer(of.count());
            emit.ops("end", "(DLnabla/value/Value;II)D");
        }
        return popNumber();
    }

    private Operand prefix(Prefix p) {
        if (p.operator().equals("-")) {
            Operand a = conditions.factor(p.operand());
            return a instanceof Operand.Constant c ? new Operand.Constant(-c.value()) : new Operand.Arithmetic("negate", a, null);
        }
        if (p.operator().equals("!")) return conditions.not(p);
        Operand a = conditions.factor(p.operand());
        if (isNumber(a)) return a;
        Operand.Pair t = temporary(false);
        push(a);
        emit.at(p.at());
        emit.ops("plus", "(Lnabla/value/Value;)Lnabla/value/Value;");
        emit.unbox(t);
        return t;
    }

    /** Pops a value and pushes the operator's result. */
    void unary(String operator) {
        emit.constant(Operators.unary(operator), Operator.class);
        emit.ops("unary", "(Lnabla/value/Value;Lnabla/value/Operator;)Lnabla/value/Value;");
    }

    private Operand binary(Binary b) {
        String arithmetic = Constants.arithmetic(b.operator());
        if (b.operator().equals("*") && (transposed(b.left()) != null || transposed(b.right()) != null) && !isFactor(b.left()) && !isFactor(b.right())) return product(b);
        if (arithmetic != null) {
            Operand left = conditions.factor(b.left());
            Operand right = conditions.factor(b.right());
            emit.at(b.at());
            return new Operand.Arithmetic(b.operator(), left, right);
        }
        boolean power = b.operator().endsWith("^");
        if (power && Constants.smallInteger(b.right())) {
            return new Operand.Power(lift(b.left()), Constants.integer(b.right()), b.operator());
        }
        return power ? power(b) : conditions.compare(b);
    }

    private static Transpose transposed(Expression e) {
        return e instanceof Group g ? transposed(g.inner()) : e instanceof Transpose t ? t : null;
    }

    /** Whether the expression is certainly a number, so that a product with it is one of elements. */
    private boolean isFactor(Expression e) {
        return e instanceof Number || e instanceof Name n && unit.variables.containsKey(n.id()) && unit.variables.get(n.id()).scalar();
    }

    /** A product of which at least one factor is transposed: it need not be made. */
    private Operand product(Binary b) {
        Transpose left = transposed(b.left());
        Transpose right = transposed(b.right());
        Operand.Pair x = settle(lift(left == null ? b.left() : left.operand()));
        Operand.Pair y = settle(lift(right == null ? b.right() : right.operand()));
        Operand.Pair t = temporary(false);
        emit.at(b.at());
        emit.frame();
        boxed(x);
        transposition(left);
        boxed(y);
        transposition(right);
        emit.ops("product", "(Lnabla/engine/Frame;Lnabla/value/Value;Lnabla/value/Operator;Lnabla/value/Value;Lnabla/value/Operator;)Lnabla/value/Value;");
        emit.unbox(t);
        return t;
    }

    private void transposition(Transpose t) {
        if (t == null) emit.op(ACONST_NULL);
        else emit.constant(Operators.unary(t.operator()), Operator.class);
    }

    /** A power of two scalars that stays real. */
    private Operand power(Binary b) {
        Operand.Pair x = settle(lift(b.left()));
        Operand.Pair y = settle(lift(b.right()));
        if (unit.scope.real && isNumber(x) && isNumber(y)) {
            number(x);
            number(y);
            doubles.power();
            emit.ops("real", "(D)D");
            return popNumber();
        }
        Operand.Pair t = temporary(false);
        Label slow = new Label();
        Label done = new Label();
        unlessNumbers(x, slow);
        unlessNumbers(y, slow);
        emit.var(DLOAD, x.d());
        emit.var(DLOAD, y.d());
        doubles.power();
        emit.var(DSTORE, t.d());
        nanToSlow(t, slow);
        emit.op(ACONST_NULL);
        emit.var(ASTORE, t.r());
        emit.jump(GOTO, done);
        emit.label(slow);
        emit.at(b.at());
        binaryCall(x, y, b.operator());
        emit.unbox(t);
        emit.label(done);
        return t;
    }

    void nanToSlow(Operand.Pair t, Label slow) {
        emit.var(DLOAD, t.d());
        emit.var(DLOAD, t.d());
        emit.op(DCMPL);
        emit.jump(IFNE, slow);
    }

    /** The operand as a pair: arithmetic is computed now. */
    Operand.Pair settle(Operand o) {
        if (o instanceof Operand.Pair p) return p;
        if (isNumber(o)) {
            number(o);
            return popNumber();
        }
        Operand.Pair t = temporary(false);
        store(o, t);
        return t;
    }

    /** Pops a double into a temporary pair. */
    Operand.Pair popNumber() {
        Operand.Pair t = new Operand.Pair(emit.newDouble(), emit.newReference(), Operand.Kind.SCALAR, null, false);
        emit.storeNumber(t);
        return t;
    }

    /** Whether the operand is known to be a double. */
    boolean isNumber(Operand o) {
        Set<Integer> references = new LinkedHashSet<>();
        leaves(o, references);
        return references.isEmpty();
    }

    /** Computes the operand into a pair. */
    void store(Operand o, Operand.Pair to) {
        if (o instanceof Operand.Pair p) {
            copy(p, to);
            return;
        }
        Label slow = new Label();
        Label done = new Label();
        boolean fallible = unlessNumbers(o, slow);
        number(o);
        emit.storeNumber(to);
        if (!fallible) return;
        emit.jump(GOTO, done);
        emit.label(slow);
        boxed(o);
        emit.unbox(to);
        emit.label(done);
    }

    private void copy(Operand.Pair from, Operand.Pair to) {
        if (from.scalar()) {
            emit.var(DLOAD, from.d());
            emit.storeNumber(to);
            return;
        }
        boolean held = from.name() != null || from.borrowed();
        emit.var(ALOAD, from.r());
        if (held) {
            emit.text(from.name());
            emit.ops("hold", "(Lnabla/value/Value;Ljava/lang/String;)Lnabla/value/Value;");
        }
        emit.var(ASTORE, to.r());
        emit.var(DLOAD, from.d());
        emit.var(DSTORE, to.d());
    }

    /** Pushes the operand as a value. */
    void push(Operand o) {
        if (o instanceof Operand.Constant || o instanceof Operand.Pair) {
            boxed(o);
            return;
        }
        boxed(settle(o));
    }

    /** Jumps to {@code slow} unless every pair holds a double; false when that is known and no code was needed. */
    boolean unlessNumbers(Operand o, Label slow) {
        Set<Integer> references = new LinkedHashSet<>();
        leaves(o, references);
        for (int r : references) {
            emit.var(ALOAD, r);
            emit.jump(IFNONNULL, slow);
        }
        return !references.isEmpty();
    }

    private void leaves(Operand o, Set<Integer> references) {
        if (o instanceof Operand.Pair p && !p.scalar()) references.add(p.r());
        for (Operand part : o.parts()) leaves(part, references);
    }

    /** Pushes the operand as a double, where every pair holds one. */
    void number(Operand o) {
        doubles.push(o);
    }

    private boolean pair(Operand o) {
        if (o instanceof Operand.Pair p) emit.var(DLOAD, p.d());
        return o instanceof Operand.Pair;
    }

    void invoke(Method method) {
        doubles.call(method);
    }

    /** Pushes the operand as a value. */
    private void boxed(Operand o) {
        if (o instanceof Operand.Constant c) {
            emit.number(c.value());
            emit.m.visitMethodInsn(INVOKESTATIC, "nabla/value/Real", "of", "(D)Lnabla/value/Real;", false);
        } else if (o instanceof Operand.Pair p) {
            emit.var(DLOAD, p.d());
            if (p.scalar()) {
                emit.m.visitMethodInsn(INVOKESTATIC, "nabla/value/Real", "of", "(D)Lnabla/value/Real;", false);
                return;
            }
            emit.var(ALOAD, p.r());
            emit.text(p.name());
            emit.ops("box", "(DLnabla/value/Value;Ljava/lang/String;)Lnabla/value/Value;");
        } else fused(o, false);
    }

    /**
     * Pushes the value of arithmetic of which some leaf may be no number.
     *
     * @param mayBeComplex whether a result that is NaN is to be looked at again: the language may give a complex one
     */
    void fused(Operand o, boolean mayBeComplex) {
        Fusion f = new Fusion(unit.engine, o, mayBeComplex);
        function(o);
        emit.constant(f, Fusion.class);
        emit.frame();
        emit.integer(f.leaves().size());
        emit.m.visitIntInsn(NEWARRAY, T_DOUBLE);
        each(f.leaves(), p -> true, p -> emit.var(DLOAD, p.d()), DASTORE);
        emit.integer(f.leaves().size());
        emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        each(f.leaves(), p -> !p.scalar(), p -> emit.var(ALOAD, p.r()), AASTORE);
        emit.virtual("nabla/engine/Fusion", "apply", "(Lnabla/engine/Frame;[D[Lnabla/value/Value;)Lnabla/value/Value;");
    }

    /** Errors point at the last function, where there is one. */
    private void function(Operand o) {
        o.parts().forEach(this::function);
        if (o instanceof Operand.Intrinsic i) emit.at(i.at());
    }

    /** Stores into the array that lies on the stack. */
    private void each(List<Operand.Pair> pairs, Predicate<Operand.Pair> which, Consumer<Operand.Pair> push, int store) {
        for (int k = 0; k < pairs.size(); k++) {
            if (!which.test(pairs.get(k))) continue;
            emit.op(DUP);
            emit.integer(k);
            push.accept(pairs.get(k));
            emit.op(store);
        }
    }

    /** Pushes the result of a binary operation on values. */
    void binaryCall(Operand a, Operand b, String operator) {
        emit.frame();
        boxed(a);
        boxed(b);
        emit.constant(Operators.binary(operator), Operator.class);
        emit.ops("binary", BINARY);
    }

    /** Pushes an array of the operands as values. */
    void boxedArray(List<? extends Operand> operands) {
        emit.integer(operands.size());
        emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        for (int k = 0; k < operands.size(); k++) {
            emit.op(DUP);
            emit.integer(k);
            boxed(operands.get(k));
            emit.op(AASTORE);
        }
    }

    // ---- literals ------------------------------------------------------------------------------------------------

    private void range(Range r) {
        List<Operand.Pair> parts = new java.util.ArrayList<>();
        parts.add(settle(lift(r.base())));
        if (r.step() != null) parts.add(settle(lift(r.step())));
        parts.add(settle(lift(r.limit())));
        boxedArray(parts);
        emit.ops("range", "([Lnabla/value/Value;)Lnabla/value/Value;");
    }

    private void rows(List<List<Expression>> rows, String kind) {
        emit.frame();
        emit.integer(rows.size());
        emit.m.visitTypeInsn(ANEWARRAY, "[Lnabla/value/Value;");
        int array = emit.newReference();
        emit.var(ASTORE, array);
        if (isLarge(rows)) {
            for (int k = 0; k < rows.size(); ) {
                int from = k;
                for (int n = 0; k < rows.size() && n <= Size.METHOD; k++) n += Size.ofAll(rows.get(k));
                new Blocks(unit).rows(rows.subList(from, k), from, array);
            }
        } else rows(rows, 0, array);
        emit.var(ALOAD, array);
        emit.ops(kind, "(Lnabla/engine/Frame;[[Lnabla/value/Value;)Lnabla/value/Value;");
    }

    private boolean isLarge(List<List<Expression>> rows) {
        if (!unit.atHome() || !unit.ends.isEmpty() || rows.size() < 2) return false;
        int n = 0;
        for (List<Expression> r : rows) n += Size.ofAll(r);
        return n > Size.METHOD;
    }

    /** Evaluates rows into the elements of the array from {@code first} on. */
    void rows(List<List<Expression>> rows, int first, int array) {
        for (int k = 0; k < rows.size(); k++) {
            chains.arguments(rows.get(k), null);
            int row = emit.newReference();
            emit.var(ASTORE, row);
            emit.var(ALOAD, array);
            emit.integer(first + k);
            emit.var(ALOAD, row);
            emit.op(AASTORE);
        }
    }

    private void anonymous(Anonymous a) {
        Set<String> used = new LinkedHashSet<>(Names.of(a.body()).used);
        a.parameters().forEach(p -> used.remove(p.name()));
        used.removeIf(n -> !unit.variables.containsKey(n) && !unit.cells.containsKey(n));
        String[] captured = used.toArray(new String[0]);
        Set<String> uncertain = new LinkedHashSet<>(used);
        uncertain.retainAll(unit.maybe);
        emit.frame();
        emit.constant(
                new Closure.Site(a, nabla.language.Unparser.text(a), captured, uncertain, unit.scope), Closure.Site.class);
        emit.integer(captured.length);
        emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        for (int k = 0; k < captured.length; k++) {
            emit.op(DUP);
            emit.integer(k);
            Operand.Pair p = unit.variables.get(captured[k]);
            if (p != null) {
                emit.var(DLOAD, p.d());
                emit.var(ALOAD, p.r());
                emit.ops("result", "(DLnabla/value/Value;)Lnabla/value/Value;");
            } else chains.one(new Name(a.at(), captured[k]));
            emit.op(AASTORE);
        }
        emit.ops("closure", "(Lnabla/engine/Frame;Lnabla/engine/Closure$Site;[Lnabla/value/Value;)Lnabla/value/Value;");
    }

}
