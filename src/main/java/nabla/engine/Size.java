package nabla.engine;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import nabla.language.Tree;
import nabla.language.Tree.*;

/** How large the code of statements will be, roughly, in nodes of the tree; what was counted once is remembered. */
final class Size {
    /** A method of more than about this many nodes passes the 8,000 bytes beyond which HotSpot does not compile. */
    static final int METHOD = 130;

    /** The same where all variables are known to hold real numbers, so that nothing is written twice. */
    static final int TYPED_METHOD = 450;

    /** Smaller parts are counted again. */
    private static final int WORTH = 8;

    /** The sizes of the larger parts, by the part itself. */
    private final Map<Tree, Integer> known = new IdentityHashMap<>();

    int of(List<Statement> list) {
        int n = 0;
        if (list != null) for (Statement s : list) n += of(s);
        return n;
    }

    int of(Statement s) {
        return remembered(s, () -> count(s));
    }

    private int remembered(Tree part, IntSupplier count) {
        Integer size = known.get(part);
        if (size != null) return size;
        int n = count.getAsInt();
        if (n > WORTH) known.put(part, n);
        return n;
    }

    private int count(Statement s) {
        if (s instanceof Evaluate e) return 2 + of(e.expression());
        if (s instanceof Command c) return 3 + c.words().size();
        if (s instanceof If i) {
            int n = of(i.otherwise());
            for (Branch b : i.branches()) n += 1 + of(b.condition()) + of(b.body());
            return n;
        }
        if (s instanceof While w) return 2 + of(w.condition()) + of(w.body());
        if (s instanceof DoUntil d) return 2 + of(d.condition()) + of(d.body());
        if (s instanceof For f) return 8 + of(f.target()) + of(f.values()) + of(f.body());
        if (s instanceof Switch w) {
            int n = of(w.subject()) + of(w.otherwise());
            for (Case c : w.cases()) n += 2 + of(c.label()) + of(c.body());
            return n;
        }
        if (s instanceof Try t) return 4 + of(t.body()) + of(t.handler());
        // the cleanup is written twice, and once more for each jump out of the body
        if (s instanceof Unwind u) return 4 + of(u.body()) + 3 * of(u.cleanup());
        if (s instanceof Declare || s instanceof Define || s instanceof Break || s instanceof Continue || s instanceof Return) return 2;
        throw new AssertionError(s);
    }

    int ofAll(List<Expression> list) {
        int n = 0;
        for (Expression e : list) n += of(e);
        return n;
    }

    int of(Expression e) {
        return remembered(e, () -> count(e));
    }

    private int count(Expression e) {
        if (e instanceof Assign a) {
            int n = 1 + of(a.value());
            for (Expression t : a.targets()) n += 3 + of(t);
            return n;
        }
        if (e instanceof Increment i) return 3 + of(i.target());
        int n = 1;
        for (Expression c : Children.of(e)) n += of(c);
        return n;
    }
}
