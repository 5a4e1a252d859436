package nabla.engine;

import static nabla.engine.Descriptors.*;
import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;
import org.objectweb.asm.Label;

/**
 * Arrays whose elements a loop reads and writes while it does nothing else with them: their numbers and sizes stand in locals, so that
 * an element costs what it costs in Java. Where an index does not fit, the general way is taken, and the locals are read anew after
 * whatever may have changed the array.
 */
final class Views {
    /** Locals: the numbers; whether no one else holds them, so that they may be written; rows and columns. */
    record View(int numbers, int own, int rows, int columns) {}

    private final Compiler unit;
    private final Map<String, View> views = new LinkedHashMap<>();

    Views(Compiler unit) {
        this.unit = unit;
    }

    /** The view of a variable, or null. */
    View of(String variable) {
        return views.get(variable);
    }

    /** Starts views for a loop; returns the variables they are for. */
    List<String> enter(Statement loop) {
        Set<String> elements = new HashSet<>();
        Set<String> other = new HashSet<>();
        new Uses(elements, other).statement(loop);
        List<String> entered = new ArrayList<>();
        for (String n : elements) {
            Operand.Pair p = unit.variables.get(n);
            if (other.contains(n) || views.containsKey(n) || p == null || p.kind() != Operand.Kind.REAL) continue;
            Emit emit = unit.emit;
            views.put(n, new View(emit.newReference(), emit.newReference(), emit.newReference(), emit.newReference()));
            refresh(n);
            entered.add(n);
        }
        return entered;
    }

    void leave(List<String> entered) {
        views.keySet().removeAll(entered);
    }

    /** Reads the locals of a view anew, if there is one. */
    void refresh(String variable) {
        View v = views.get(variable);
        if (v == null) return;
        Emit emit = unit.emit;
        int r = unit.variables.get(variable).r();
        load(r, "numbers", "[D", ASTORE, v.numbers);
        load(r, "isOwn", "Z", ISTORE, v.own);
        load(r, "rowCount", "I", ISTORE, v.rows);
        load(r, "columnCount", "I", ISTORE, v.columns);
    }

    private void load(int r, String method, String type, int store, int local) {
        unit.emit.var(ALOAD, r);
        unit.emit.reals(method, "(" + V + ")" + type);
        unit.emit.var(store, local);
    }

    void refreshAll() {
        for (String n : views.keySet()) refresh(n);
    }

    /** Computes the position of an element, from 0, into a new local; jumps where it is not inside. */
    int position(View v, List<Expression> indices, List<Operand.Pair> at, Label outside) {
        Emit emit = unit.emit;
        int[] k = new int[at.size()];
        for (int i = 0; i < k.length; i++) k[i] = index(indices.get(i), at.get(i), outside);
        if (k.length == 1) {
            below(k[0], outside, () -> {
                emit.var(ALOAD, v.numbers);
                emit.op(ARRAYLENGTH);
            });
            return k[0];
        }
        below(k[0], outside, () -> emit.var(ILOAD, v.rows));
        below(k[1], outside, () -> emit.var(ILOAD, v.columns));
        int position = emit.newReference();
        emit.var(ILOAD, k[1]);
        emit.var(ILOAD, v.rows);
        emit.op(IMUL);
        emit.var(ILOAD, k[0]);
        emit.op(IADD);
        emit.var(ISTORE, position);
        return position;
    }

    /** An index from 0 in a new local. */
    private int index(Expression e, Operand.Pair p, Label outside) {
        Emit emit = unit.emit;
        int k = emit.newReference();
        if (unit.counters.isWhole(e)) unit.counters.push(e);
        else {
            emit.var(DLOAD, p.d());
            emit.op(D2I);
            emit.var(ISTORE, k);
            emit.var(ILOAD, k);
            emit.op(I2D);
            emit.var(DLOAD, p.d());
            emit.op(DCMPL);
            emit.jump(IFNE, outside);
            emit.var(ILOAD, k);
        }
        emit.op(ICONST_1);
        emit.op(ISUB);
        emit.var(ISTORE, k);
        return k;
    }

    private void below(int k, Label outside, Runnable limit) {
        Emit emit = unit.emit;
        emit.var(ILOAD, k);
        emit.jump(IFLT, outside);
        emit.var(ILOAD, k);
        limit.run();
        emit.jump(IF_ICMPGE, outside);
    }

    /** Sorts the names in a loop: arrays of which elements are used by number, and what is used in any other way. */
    private final class Uses {
        private final Set<String> elements;
        private final Set<String> other;

        Uses(Set<String> elements, Set<String> other) {
            this.elements = elements;
            this.other = other;
        }

        void statement(Statement s) {
            if (s instanceof Evaluate e) expression(e.expression());
            else if (s instanceof If i) {
                for (Branch b : i.branches()) {
                    expression(b.condition());
                    all(b.body());
                }
                all(i.otherwise());
            } else if (s instanceof While w) {
                expression(w.condition());
                all(w.body());
            } else if (s instanceof DoUntil d) {
                all(d.body());
                expression(d.condition());
            } else if (s instanceof For f) {
                expression(f.target());
                expression(f.values());
                all(f.body());
            } else if (!(s instanceof Break || s instanceof Continue || s instanceof Return)) {
                Names names = Names.of(List.of(s));
                other.addAll(names.used);
                other.addAll(names.assigned);
            }
        }

        private void all(List<Statement> list) {
            if (list != null) list.forEach(this::statement);
        }

        private void expression(Expression e) {
            if (e instanceof Assign a) {
                a.targets().forEach(this::expression);
                expression(a.value());
            } else if (e instanceof Increment i) expression(i.target());
            else if (e instanceof Name n) other.add(n.id());
            else if (e instanceof Anonymous) other.addAll(Names.of(e).used);
            else if (e instanceof Paren p && p.target() instanceof Name n) {
                boolean variable = unit.variables.containsKey(n.id());
                boolean numbers = p.arguments().size() <= 2 && p.arguments().stream().allMatch(this::isNumber);
                if (variable) (numbers && !p.arguments().isEmpty() ? elements : other).add(n.id());
                boolean shape = !variable && Kinds.isShape(n.id(), p.arguments().size()) && unit.meanings.isLibrary(n.id());
                for (int k = shape && p.arguments().get(0) instanceof Name ? 1 : 0; k < p.arguments().size(); k++) expression(p.arguments().get(k));
            } else Children.of(e).forEach(this::expression);
        }

        /** Whether an index is certainly a number. */
        private boolean isNumber(Expression e) {
            if (e instanceof Number || e instanceof End) return true;
            if (e instanceof Group g) return isNumber(g.inner());
            if (e instanceof Name n) return unit.variables.containsKey(n.id()) && unit.variables.get(n.id()).scalar();
            if (e instanceof Prefix p) return p.operator().equals("-") && isNumber(p.operand());
            if (e instanceof Binary b) return Constants.isArithmetic(b.operator()) && isNumber(b.left()) && isNumber(b.right());
            if (!(e instanceof Paren p && p.target() instanceof Name n) || p.arguments().isEmpty()) return false;
            Operand.Pair variable = unit.variables.get(n.id());
            if (variable != null) return variable.kind() == Operand.Kind.REAL && p.arguments().size() <= 2 && p.arguments().stream().allMatch(this::isNumber);
            return unit.meanings.mapsScalars(n.id()) && p.arguments().stream().allMatch(this::isNumber);
        }
    }
}
