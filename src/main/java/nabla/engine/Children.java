package nabla.engine;

import java.util.ArrayList;
import java.util.List;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;

/**
 * The expressions directly inside an expression, in the order of evaluation. The body of an anonymous function is evaluated elsewhere, so
 * it is not among them.
 */
final class Children {
    private Children() {}

    static List<Expression> of(Expression e) {
        List<Expression> c = new ArrayList<>();
        if (e instanceof Group g) c.add(g.inner());
        else if (e instanceof Prefix p) c.add(p.operand());
        else if (e instanceof Transpose t) c.add(t.operand());
        else if (e instanceof Binary b) {
            c.add(b.left());
            c.add(b.right());
        } else if (e instanceof ShortCircuit s) {
            c.add(s.left());
            c.add(s.right());
        } else if (e instanceof Range r) {
            c.add(r.base());
            if (r.step() != null) c.add(r.step());
            c.add(r.limit());
        } else if (e instanceof Paren p) {
            c.add(p.target());
            c.addAll(p.arguments());
        } else if (e instanceof Brace p) {
            c.add(p.target());
            c.addAll(p.arguments());
        } else if (e instanceof Field f) c.add(f.target());
        else if (e instanceof DynamicField f) {
            c.add(f.target());
            c.add(f.name());
        } else if (e instanceof Matrix m) for (List<Expression> r : m.rows()) c.addAll(r);
        else if (e instanceof CellArray m) for (List<Expression> r : m.rows()) c.addAll(r);
        else if (e instanceof Gradient g) c.add(g.operand());
        else if (e instanceof Assign a) {
            c.add(a.value());
            c.addAll(a.targets());
        } else if (e instanceof Increment i) c.add(i.target());
        else if (!isLeaf(e)) throw new AssertionError(e);
        return c;
    }

    private static boolean isLeaf(Expression e) {
        return e instanceof Number || e instanceof Text || e instanceof Name || e instanceof Colon || e instanceof End || e instanceof Handle
                || e instanceof Ignored || e instanceof Anonymous;
    }
}
