package nabla.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nabla.language.Tree.Evaluate;
import nabla.language.Tree.Expression;
import nabla.language.Tree.Name;
import nabla.language.Tree.Paren;
import nabla.language.Tree.Prefix;
import nabla.language.Tree.Statement;

/**
 * A statement in the form that is differentiated: one program without calls of its own functions, each variable a real scalar or a
 * real array throughout, choices in two, jumps only as the last statement of an iteration; with what analysis decided about it.
 */
abstract class AdjointStep {
    /** {@code target = value}: a scalar, an element of an array by scalar indices, or a whole array, which may be the product of two, each transposed or not. */
    static final class Assign extends AdjointStep {
        final Expression target;
        final Expression value;
        /** What the reverse sweep does for it. */
        List<Statement> adjoint = List.of();
        /** The variables whose values {@link #adjoint} reads. */
        Set<String> needs = Set.of();
        /** The reverse sweep needs what is overwritten here: it goes on the stack. */
        boolean saved;
        /** The reverse sweep computes it again at the start of its block. */
        boolean recomputed;
        /** The reverse sweep takes it, at the start of its block, from an array that holds it for each iteration. */
        boolean kept;
        /** {@link #adjoint} reads the value that is assigned here. */
        boolean readsResult;
        /** The element is one more at the end: nothing is overwritten. */
        boolean grows;
        /** A scalar that only its block uses, which assigns it here and nowhere else. */
        boolean local;

        Assign(Expression target, Expression value) {
            this.target = target;
            this.value = value;
        }

        /** The same of a value that is true or false, as 1 or 0. */
        Assign counted() {
            Assign a = new Assign(target, new Prefix(Terms.AT, "+", value));
            a.grows = grows;
            return a;
        }

        String variable() {
            return ((Name) (target instanceof Paren p ? p.target() : target)).id();
        }

        boolean whole() {
            return target instanceof Name;
        }
    }

    static final class Choice extends AdjointStep {
        final Expression condition;
        final List<AdjointStep> yes;
        final List<AdjointStep> no;
        /** The reverse sweep can't test the condition again: the way taken goes on the stack. */
        boolean recorded = true;

        Choice(Expression condition, List<AdjointStep> yes, List<AdjointStep> no) {
            this.condition = condition;
            this.yes = yes;
            this.no = no;
        }
    }

    /** A loop over a range, its parts unchanged by the body; or, variable null, while a condition holds. */
    static final class Loop extends AdjointStep {
        final String variable;
        final Expression base;
        final Expression step;
        final Expression limit;
        final Expression condition;
        final List<AdjointStep> body;
        /** How often it ran is not known from the range: the number goes on the stack. */
        boolean counted = true;
        /** The variable's value before the loop goes on the stack. */
        boolean saved;
        /** It counts the elements of an array, each iteration being about one of them and sums. */
        boolean each;

        Loop(String variable, Expression base, Expression step, Expression limit, List<AdjointStep> body) {
            this.variable = variable;
            this.base = base;
            this.step = step;
            this.limit = limit;
            this.condition = null;
            this.body = body;
        }

        Loop(Expression condition, List<AdjointStep> body) {
            this.variable = null;
            this.base = null;
            this.step = null;
            this.limit = null;
            this.condition = condition;
            this.body = body;
        }

        /** The loop with another body. */
        Loop with(List<AdjointStep> other) {
            Loop l = variable == null ? new Loop(condition, other) : new Loop(variable, base, step, limit, other);
            l.each = each;
            return l;
        }

        List<Expression> range() {
            return variable == null ? List.of() : List.of(base, step, limit);
        }
    }

    static final class Break extends AdjointStep {}

    /** A call of error. */
    static final class Raise extends AdjointStep {
        final Statement call;

        Raise(Statement call) {
            this.call = call;
        }
    }

    /** The steps with every expression replaced. */
    static List<AdjointStep> map(List<AdjointStep> steps, UnaryOperator<Expression> f) {
        List<AdjointStep> mapped = new ArrayList<>();
        for (AdjointStep s : steps) mapped.add(s.map(f));
        return mapped;
    }

    private AdjointStep map(UnaryOperator<Expression> f) {
        if (this instanceof Assign a) {
            Assign b = new Assign(f.apply(a.target), f.apply(a.value));
            b.grows = a.grows;
            return b;
        }
        if (this instanceof Choice c) return new Choice(f.apply(c.condition), map(c.yes, f), map(c.no, f));
        if (this instanceof Raise r) return new Raise(new Evaluate(Terms.AT, f.apply(((Evaluate) r.call).expression()), false));
        if (!(this instanceof Loop l)) return this;
        if (l.variable == null) return new Loop(f.apply(l.condition), map(l.body, f));
        Loop m = new Loop(l.variable, f.apply(l.base), f.apply(l.step), f.apply(l.limit), map(l.body, f));
        m.each = l.each;
        return m;
    }

    /** Calls {@code seen} with every assignment among the steps, those inside of others too. */
    static void assignments(List<AdjointStep> steps, Consumer<Assign> seen) {
        for (AdjointStep s : steps) {
            if (s instanceof Assign a) seen.accept(a);
            else if (s instanceof Choice c) {
                assignments(c.yes, seen);
                assignments(c.no, seen);
            } else if (s instanceof Loop l) assignments(l.body, seen);
        }
    }

    /** Adds the names of the variables that the steps assign. */
    static void assigned(List<AdjointStep> steps, Set<String> names) {
        for (AdjointStep s : steps) {
            if (s instanceof Assign a) names.add(a.variable());
            else if (s instanceof Choice c) {
                assigned(c.yes, names);
                assigned(c.no, names);
            } else if (s instanceof Loop l) {
                if (l.variable != null) names.add(l.variable);
                assigned(l.body, names);
            }
        }
    }

    /** Whether the steps leave the loop around them. */
    static boolean leaves(List<AdjointStep> steps) {
        for (AdjointStep s : steps) {
            if (s instanceof Break) return true;
            if (s instanceof Choice c && (leaves(c.yes) || leaves(c.no))) return true;
        }
        return false;
    }
}
