package nabla.engine;

import static nabla.engine.Descriptors.*;
import static org.objectweb.asm.Opcodes.*;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Operator;
import nabla.value.Value;
import org.objectweb.asm.Label;

/** Compiles expressions: {@link #lift} evaluates what has effects and leaves arithmetic, which is for {@link Operands} to turn into code. */
final class Expressions extends Operands {
    private final Compiler unit;
    private final Chains chains;
    final Quick quick;
    private final Conditions conditions;
    /** Inside an expression too large for a method: the size up to which a part of it gets a method of its own; 0 elsewhere. */
    private int part;

    Expressions(Compiler unit) {
        super(unit.engine, unit.emit);
        this.unit = unit;
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
        emit.ops("array", "(" + V + ")" + ARRAY);
    }

    /** Jumps when the expression's truth is {@code when}. */
    void branch(Expression e, boolean when, Label to) {
        int before = unit.atHome() ? begin(e) : 0;
        conditions.branch(e, when, to);
        part = before;
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
                || e instanceof Group g && isChain(g.inner())
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
        if (isApart(e)) return part(e);
        int before = begin(e);
        Operand o = whole(e);
        part = before;
        return o;
    }

    /** Whether the expression is a part that gets a method of its own. */
    boolean isApart(Expression e) {
        if (part == 0 || !unit.ends.isEmpty()) return false;
        int n = unit.size.of(e);
        return n > Size.METHOD && n <= part;
    }

    /** Begins an expression that may be too large for a method; returns what {@code part} is to be again after it. */
    private int begin(Expression e) {
        int before = part;
        int n = unit.size.of(e);
        if (part == 0 && n > 2 * Size.METHOD) part = n - Size.METHOD;
        return before;
    }

    Operand.Pair part(Expression e) {
        Operand.Pair p = temporary(false);
        new Blocks(unit).push(e);
        emit.unbox(p);
        return p;
    }

    private Operand whole(Expression e) {
        if (e instanceof Number n && !n.imaginary()) return new Operand.Constant(n.value());
        if (e instanceof Number n) return constant(Complex.of(0, n.value()));
        if (e instanceof Text t) return constant(Constants.text(t));
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
            if (v == null) v = Constants.table(m.rows(), false);
            if (v != null) return constant(v);
        }
        if (e instanceof CellArray c) {
            Value v = Constants.table(c.rows(), true);
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
            emit.ops("handle", "(" + F + "Ljava/lang/String;)" + V);
        } else if (e instanceof Gradient g) {
            emit.frame();
            value(g.operand());
            emit.ops("gradient", "(" + F + V + ")" + V);
        } else if (e instanceof Name || e instanceof Paren || e instanceof Brace || e instanceof Field || e instanceof DynamicField) chains.one(e);
        else throw new AssertionError(e);
    }

    private Operand constant(Value v) {
        v.share();
        Operand.Pair p = temporary(false);
        emit.constant(v, Value.class);
        emit.var(ASTORE, p.r());
        return p;
    }

    private Operand name(Name n) {
        Operand.Pair p = unit.variables.get(n.id());
        if (p != null && !unit.maybe.contains(n.id())) {
            emit.at(n.at());
            return p.use(n.at());
        }
        if (p == null && !unit.cells.containsKey(n.id())) {
            if (Constants.has(n.id()) && unit.meanings.isLibrary(n.id())) {
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
            emit.ops("end", "(D" + V + "II)D");
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
        emit.ops("plus", "(" + V + ")" + V);
        emit.unbox(t);
        return t;
    }

    /** Pops a value and pushes the operator's result. */
    void unary(String operator) {
        emit.constant(Operators.unary(operator), Operator.class);
        emit.ops("unary", "(" + V + "Lnabla/value/Operator;)" + V);
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
        emit.ops("product", "(" + F + V + "Lnabla/value/Operator;" + V + "Lnabla/value/Operator;)" + V);
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

    // ---- literals ------------------------------------------------------------------------------------------------

    private void range(Range r) {
        List<Operand.Pair> parts = new java.util.ArrayList<>();
        parts.add(settle(lift(r.base())));
        if (r.step() != null) parts.add(settle(lift(r.step())));
        parts.add(settle(lift(r.limit())));
        boxedArray(parts);
        emit.ops("range", "(" + ARRAY + ")" + V);
    }

    private void rows(List<List<Expression>> rows, String kind) {
        emit.frame();
        emit.integer(rows.size());
        emit.m.visitTypeInsn(ANEWARRAY, ARRAY);
        int array = emit.newReference();
        emit.var(ASTORE, array);
        if (isLarge(rows)) {
            int first = 0;
            for (List<List<Expression>> group : Blocks.groups(rows, Size.METHOD, unit.size::ofAll)) {
                new Blocks(unit).rows(group, first, array);
                first += group.size();
            }
        } else rows(rows, 0, array);
        emit.var(ALOAD, array);
        emit.ops(kind, "(" + F + "[" + ARRAY + ")" + V);
    }

    private boolean isLarge(List<List<Expression>> rows) {
        if (!unit.atHome() || !unit.ends.isEmpty() || rows.size() < 2) return false;
        int n = 0;
        for (List<Expression> r : rows) n += unit.size.ofAll(r);
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
                emit.ops("result", "(D" + V + ")" + V);
            } else chains.one(new Name(a.at(), captured[k]));
            emit.op(AASTORE);
        }
        emit.ops("closure", "(" + F + "Lnabla/engine/Closure$Site;" + ARRAY + ")" + V);
    }

}
