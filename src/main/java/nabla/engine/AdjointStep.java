package nabla.engine;

import java.util.List;
import java.util.Set;
import nabla.language.Tree.Expression;
import nabla.language.Tree.Name;
import nabla.language.Tree.Paren;
import nabla.language.Tree.Statement;

/**
 * A statement in the form that is differentiated: one program without calls of its own functions, each variable a real scalar or a
 * real array throughout, choices in two, jumps only as the last statement of an iteration; with what analysis decided about it.
 */
abstract class AdjointStep {
    /** {@code target = value}: a scalar, an element of an array by scalar indices, or a whole array. */
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
        /** The element is one more at the end: nothing is overwritten. */
        boolean grows;

        Assign(Expression target, Expression value) {
            this.target = target;
            this.value = value;
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
