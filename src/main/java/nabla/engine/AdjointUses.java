package nabla.engine;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nabla.language.Tree.*;

/** What a step reads and writes, the elements of an array apart from its sizes: steps with nothing in common may change places. */
final class AdjointUses {
    private final Map<String, Boolean> arrays;
    private final Set<String> reads = new HashSet<>();
    private final Set<String> writes = new HashSet<>();
    /** Control may leave the steps around. */
    private boolean jumps;

    /** @param arrays every variable, and whether it holds an array */
    AdjointUses(Map<String, Boolean> arrays, AdjointStep step) {
        this.arrays = arrays;
        step(step);
    }

    /** Whether both steps must keep their order. */
    boolean bind(AdjointUses other) {
        return jumps || other.jumps || !Collections.disjoint(writes, other.writes) || !Collections.disjoint(writes, other.reads) || !Collections.disjoint(reads, other.writes);
    }

    /** The variables for which both must keep their order; null when it is for something else. */
    Set<String> between(AdjointUses other) {
        if (jumps || other.jumps) return null;
        Set<String> v = new HashSet<>(writes);
        v.removeIf(w -> !other.writes.contains(w) && !other.reads.contains(w));
        for (String w : other.writes) if (reads.contains(w)) v.add(w);
        return v;
    }

    private static String sizes(String array) {
        return array + " sizes";
    }

    private void step(AdjointStep s) {
        if (s instanceof AdjointStep.Assign a) {
            read(a.value);
            writes.add(a.variable());
            if (a.whole() || a.grows) writes.add(sizes(a.variable()));
            if (a.target instanceof Paren p) p.arguments().forEach(this::read);
        } else if (s instanceof AdjointStep.Choice c) {
            read(c.condition);
            c.yes.forEach(this::step);
            c.no.forEach(this::step);
        } else if (s instanceof AdjointStep.Loop l) {
            if (l.variable != null) writes.add(l.variable);
            else read(l.condition);
            l.range().forEach(this::read);
            boolean before = jumps;
            l.body.forEach(this::step);
            jumps = before;
        } else if (s instanceof AdjointStep.Raise r) read(((Evaluate) r.call).expression());
        else jumps = true;
    }

    private void read(Expression e) {
        if (e instanceof Name n && arrays.containsKey(n.id())) {
            reads.add(n.id());
            if (arrays.get(n.id())) reads.add(sizes(n.id()));
        } else if (measured(e) instanceof Name n && arrays.getOrDefault(n.id(), false)) {
            reads.add(sizes(n.id()));
            Terms.parts(e).stream().skip(1).forEach(this::read);
        } else {
            if (e instanceof Paren p && arrays.containsKey(((Name) p.target()).id())) reads.add(((Name) p.target()).id());
            Terms.parts(e).forEach(this::read);
        }
    }

    /** What a call asks the size of; null when it is no such call. */
    static Expression measured(Expression e) {
        boolean size = e instanceof Paren p && AdjointExpressions.SHAPES.contains(((Name) p.target()).id());
        return size ? ((Paren) e).arguments().get(0) : null;
    }
}
