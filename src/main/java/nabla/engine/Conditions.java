package nabla.engine;

import static nabla.engine.Descriptors.*;
import static org.objectweb.asm.Opcodes.*;

import nabla.language.Tree.*;
import org.objectweb.asm.Label;

/** Compiles comparisons and logic: to jumps where only the truth matters, to logical values elsewhere. */
final class Conditions {
    private final Compiler unit;
    private final Expressions expressions;
    private final Emit emit;

    Conditions(Compiler unit, Expressions expressions) {
        this.unit = unit;
        this.expressions = expressions;
        this.emit = unit.emit;
    }

    /** Jumps to the label when the expression's truth is {@code when}. */
    void branch(Expression e, boolean when, Label to) {
        if (e instanceof Group g) branch(g.inner(), when, to);
        else if (e instanceof ShortCircuit s && expressions.isApart(s)) apart(s, when, to);
        else if (e instanceof ShortCircuit s) shortCircuit(s, when, to);
        else if (e instanceof Binary b && isComparison(b.operator())) comparison(b, when, to);
        else test(e, when, to);
    }

    /** Of a condition too large for a method, a part in a method of its own. */
    private void apart(ShortCircuit s, boolean when, Label to) {
        expressions.push(expressions.part(s));
        emit.truth("of", "(" + V + ")Z");
        emit.jump(when ? IFNE : IFEQ, to);
    }

    private void test(Expression e, boolean when, Label to) {
        Operand o = factor(e);
        emit.at(e.at());
        Label slow = new Label();
        Label decided = new Label();
        boolean fallible = expressions.unlessNumbers(o, slow);
        expressions.number(o);
        emit.truth("of", "(D)Z");
        if (fallible) {
            emit.jump(GOTO, decided);
            emit.label(slow);
            expressions.push(o);
            emit.truth("of", "(" + V + ")Z");
            emit.label(decided);
        }
        emit.jump(when ? IFNE : IFEQ, to);
    }

    private void shortCircuit(ShortCircuit s, boolean when, Label to) {
        // a && b is false as soon as a is; a || b is true as soon as a is
        if (s.and() == when) {
            Label other = new Label();
            branch(s.left(), !s.and(), other);
            branch(s.right(), when, to);
            emit.label(other);
        } else {
            branch(s.left(), when, to);
            branch(s.right(), when, to);
        }
    }

    static boolean isComparison(String operator) {
        return switch (operator) {
            case "<", "<=", ">", ">=", "==", "!=" -> true;
            default -> false;
        };
    }

    private void comparison(Binary b, boolean when, Label to) {
        Operand left = expressions.lift(b.left());
        Operand right = expressions.lift(b.right());
        emit.at(b.at());
        Label slow = new Label();
        Label done = new Label();
        boolean fallible = expressions.unlessNumbers(left, slow);
        fallible |= expressions.unlessNumbers(right, slow);
        expressions.number(left);
        expressions.number(right);
        compare(b.operator(), when, to);
        if (!fallible) return;
        emit.jump(GOTO, done);
        emit.label(slow);
        binary(left, right, b.operator());
        emit.truth("of", "(" + V + ")Z");
        emit.jump(when ? IFNE : IFEQ, to);
        emit.label(done);
    }

    private void binary(Operand left, Operand right, String operator) {
        Operand.Pair a = expressions.settle(left);
        Operand.Pair c = expressions.settle(right);
        expressions.binaryCall(a, c, operator);
    }

    /** Pops two doubles and jumps when the comparison's truth is {@code when}; NaN compares false, but for !=. */
    private void compare(String operator, boolean when, Label to) {
        emit.op(operator.startsWith("<") ? DCMPG : DCMPL);
        int jump =
                switch (operator) {
                    case "<" -> when ? IFLT : IFGE;
                    case "<=" -> when ? IFLE : IFGT;
                    case ">" -> when ? IFGT : IFLE;
                    case ">=" -> when ? IFGE : IFLT;
                    case "==" -> when ? IFEQ : IFNE;
                    default -> when ? IFNE : IFEQ;
                };
        emit.jump(jump, to);
    }

    /** A comparison, {@code &} or {@code |} as a value. */
    Operand compare(Binary b) {
        return compare(b, false);
    }

    /** @param counts whether only arithmetic is done with the value, so that it may be 1 or 0 as well as true or false */
    private Operand compare(Binary b, boolean counts) {
        Operand left = expressions.lift(b.left());
        Operand right = expressions.lift(b.right());
        emit.at(b.at());
        Operand.Pair t = expressions.temporary(false);
        Label slow = new Label();
        Label done = new Label();
        if (isComparison(b.operator())) {
            boolean fallible = expressions.unlessNumbers(left, slow);
            fallible |= expressions.unlessNumbers(right, slow);
            Label yes = new Label();
            expressions.number(left);
            expressions.number(right);
            compare(b.operator(), true, yes);
            if (counts && !fallible) return numbers(yes);
            constants(t, yes, done);
            if (!fallible) {
                emit.label(done);
                return t;
            }
        }
        emit.label(slow);
        binary(left, right, b.operator());
        emit.unbox(t);
        emit.label(done);
        return t;
    }

    /** Stores false here and true at {@code yes}; both go on at {@code done}. */
    private void constants(Operand.Pair t, Label yes, Label done) {
        emit.op(ICONST_0);
        emit.ops("bool", "(Z)" + V);
        emit.var(ASTORE, t.r());
        emit.jump(GOTO, done);
        emit.label(yes);
        emit.op(ICONST_1);
        emit.ops("bool", "(Z)" + V);
        emit.var(ASTORE, t.r());
        emit.jump(GOTO, done);
    }

    /** The number 0 here and 1 at {@code yes}; both go on. */
    private Operand numbers(Label yes) {
        Label done = new Label();
        emit.op(ICONST_0);
        emit.jump(GOTO, done);
        emit.label(yes);
        emit.op(ICONST_1);
        emit.label(done);
        emit.op(I2D);
        return expressions.popNumber();
    }

    /** Whether the expression is true or false, given that what it compares are numbers. */
    static boolean isTruth(Expression e) {
        if (e instanceof Group g) return isTruth(g.inner());
        if (e instanceof Prefix p) return p.operator().equals("!") && isTruth(p.operand());
        if (e instanceof Binary b) return isComparison(b.operator()) || isJoin(b.operator()) && isTruth(b.left()) && isTruth(b.right());
        return e instanceof ShortCircuit;
    }

    private static boolean isJoin(String operator) {
        return operator.equals("&") || operator.equals("|");
    }

    /** What arithmetic is done with: 1 or 0 for comparisons of numbers and what {@code & | !} make of them, and for {@code &&} and {@code ||}. */
    Operand factor(Expression e) {
        if (e instanceof Group g) return factor(g.inner());
        if (e instanceof Binary b && isComparison(b.operator())) return compare(b, true);
        if (e instanceof Binary b && isTruth(b)) return join(b);
        if (e instanceof Prefix p && isTruth(p)) return opposite(p);
        if (!(e instanceof ShortCircuit)) return expressions.lift(e);
        Label yes = new Label();
        branch(e, true, yes);
        return numbers(yes);
    }

    /** {@code a & b} is ab and {@code a | b} is a + b − ab where both are 1 or 0: no jumps that cannot be foretold. */
    private Operand join(Binary b) {
        Operand.Pair left = expressions.settle(factor(b.left()));
        Operand.Pair right = expressions.settle(factor(b.right()));
        if (left.scalar() && right.scalar()) {
            Operand both = new Operand.Arithmetic("*", left, right);
            return b.operator().equals("&") ? both : new Operand.Arithmetic("-", new Operand.Arithmetic("+", left, right), both);
        }
        Operand.Pair t = expressions.temporary(false);
        emit.at(b.at());
        binary(left, right, b.operator());
        emit.unbox(t);
        return t;
    }

    /** {@code !a} is 1 − a where a is 1 or 0. */
    private Operand opposite(Prefix p) {
        Operand.Pair a = expressions.settle(factor(p.operand()));
        return a.scalar() ? new Operand.Arithmetic("-", new Operand.Constant(1), a) : not(p, a);
    }

    /** {@code &&} or {@code ||} as a logical value. */
    Operand truth(ShortCircuit s) {
        Operand.Pair t = expressions.temporary(false);
        Label yes = new Label();
        Label done = new Label();
        emit.at(s.at());
        branch(s, true, yes);
        constants(t, yes, done);
        emit.label(done);
        return t;
    }

    Operand not(Prefix p) {
        return not(p, expressions.lift(p.operand()));
    }

    private Operand not(Prefix p, Operand operand) {
        Operand.Pair t = expressions.temporary(false);
        expressions.push(operand);
        emit.at(p.at());
        expressions.unary("!");
        emit.unbox(t);
        return t;
    }
}
