package nabla.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nabla.engine.AdjointArrays.Lifted;
import nabla.engine.AdjointShapes.Shape;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;

/** Puts functions that go along a vector into the form that is differentiated: sums, products, extremes, norms, running sums, differences. */
final class AdjointReductions {
    private final AdjointSource source;
    private final AdjointArrays arrays;

    AdjointReductions(AdjointSource source, AdjointArrays arrays) {
        this.source = source;
        this.arrays = arrays;
    }

    /** What such a function gives for these arguments; null for any other function, or for matrices. */
    Lifted of(String name, List<Lifted> a) {
        if (name.equals("dot") && a.size() == 2 && a.get(0).isVector() && a.get(1).isVector()) {
            if (!a.get(0).count().equals(a.get(1).count())) arrays.mustBe(a.get(0).count(), a.get(1).count());
            return arrays.of(sum(a.get(0).count(), k -> Terms.times(a.get(0).at().apply(k), a.get(1).at().apply(k))));
        }
        Lifted x = a.get(0);
        if (x.shape() == Shape.MATRIX) return alongDimension(name, x, a.size() == 1 ? Terms.number(0) : a.get(1).isScalar() ? a.get(1).scalar() : null);
        if (!x.isVector()) return null;
        if (a.size() == 2) return a.get(1).isScalar() ? withNumber(name, x, a.get(1).scalar()) : null;
        if (a.size() > 2) return null;
        return switch (name) {
            case "sum" -> arrays.of(sum(x.count(), x.at()));
            case "mean" -> arrays.of(new Binary(Terms.AT, "/", sum(x.count(), x.at()), x.count()));
            case "sumsq" -> arrays.of(sum(x.count(), squared(x)));
            case "norm" -> arrays.of(Terms.of("sqrt", sum(x.count(), squared(x))));
            case "var" -> arrays.of(variance(x));
            case "std" -> arrays.of(Terms.of("sqrt", variance(x)));
            case "prod" -> arrays.of(accumulated("*", 1, x.count(), x.at()));
            case "max", "min" -> arrays.of(extreme(name.equals("max") ? ">" : "<", x));
            case "cumsum" -> running(x);
            case "diff" -> differences(x);
            case "flip" -> flipped(x);
            case "flipud" -> x.shape() == Shape.COLUMN ? flipped(x) : moved(x, x.count(), x.at());
            case "fliplr" -> x.shape() == Shape.ROW ? flipped(x) : moved(x, x.count(), x.at());
            default -> null;
        };
    }

    /** Σ over all elements, or their mean, in whatever shape they stand. */
    Lifted overall(String name, Lifted x) {
        return x.isScalar() ? x : of(name, List.of(new Lifted(Shape.COLUMN, null, x.count(), x.used(), x.aligned(), x.at())));
    }

    /** Sums of a matrix's columns or rows, or their means. */
    private Lifted alongDimension(String name, Lifted x, Expression dimension) {
        boolean mean = name.equals("mean");
        if (!(mean || name.equals("sum")) || !(dimension instanceof Number d) || d.value() > 2) return null;
        Name v = Terms.name(arrays.name(x, null));
        Expression m = arrays.hold(Terms.of("rows", v));
        // what is a row after all has one sum
        if (d.value() == 0) arrays.raiseIf(new Binary(Terms.AT, "==", m, Terms.number(1)));
        boolean rows = d.value() == 2;
        Lifted sums = arrays.made(Terms.of("sum", v, Terms.number(rows ? 2 : 1)));
        Expression n = rows ? arrays.hold(Terms.of("columns", v)) : m;
        return mean ? sums.map(e -> new Binary(Terms.AT, "/", e, n)) : sums;
    }

    private Lifted withNumber(String name, Lifted x, Expression n) {
        if (name.equals("circshift")) return shifted(x, n);
        if (!name.equals("norm") || !(n instanceof Number p)) return null;
        if (p.value() == 1) return arrays.of(sum(x.count(), absolute(x).at()));
        if (p.value() == 2) return of(name, List.of(x));
        return p.value() == Double.POSITIVE_INFINITY ? arrays.of(extreme(">", absolute(x))) : null;
    }

    private static Lifted absolute(Lifted x) {
        return x.map(e -> Terms.of("abs", e));
    }

    private static Function<Expression, Expression> squared(Lifted x) {
        return k -> new Binary(Terms.AT, "^", x.at().apply(k), Terms.number(2));
    }

    Name sum(Expression count, Function<Expression, Expression> at) {
        return accumulated("+", 0, count, at);
    }

    private Name accumulated(String operator, double first, Expression count, Function<Expression, Expression> at) {
        Name s = Terms.name(source.fresh("", false));
        source.assign(s.id(), Terms.number(first));
        arrays.loop(count, k -> source.add(new AdjointStep.Assign(s, new Binary(Terms.AT, operator, s, at.apply(k)))));
        return s;
    }

    /** Σ(x − m)²/(n − 1), m being the mean. */
    private Expression variance(Lifted x) {
        Lifted v = arrays.whole(x);
        Expression m = arrays.hold(new Binary(Terms.AT, "/", sum(v.count(), v.at()), v.count()));
        Expression n = arrays.hold(v.count());
        Lifted centred = v.map(e -> new Binary(Terms.AT, "-", e, m));
        return new Binary(Terms.AT, "/", sum(n, squared(centred)), new Binary(Terms.AT, "-", n, Terms.number(1)));
    }

    /** The first element of which no other is better; NaN counts as missing. */
    private Expression extreme(String better, Lifted x) {
        Lifted v = arrays.whole(x);
        Name best = Terms.name(source.fresh("", false));
        source.assign(best.id(), Terms.number(1));
        arrays.loop(v.count(), k -> {
            Expression top = v.at().apply(best);
            Expression wins = new ShortCircuit(Terms.AT, false, new Binary(Terms.AT, better, v.at().apply(k), top), new Binary(Terms.AT, "!=", top, top));
            List<AdjointStep> take = List.of(new AdjointStep.Assign(best, k));
            source.add(new AdjointStep.Choice(wins, take, List.of()));
        });
        return arrays.hold(v.at().apply(best));
    }

    private Lifted running(Lifted x) {
        Expression count = arrays.hold(x.count());
        String r = arrays.vector(count, x.shape(), null);
        Name s = Terms.name(source.fresh("", false));
        source.assign(s.id(), Terms.number(0));
        arrays.loop(count, k -> {
            source.add(new AdjointStep.Assign(s, new Binary(Terms.AT, "+", s, x.at().apply(k))));
            source.add(new AdjointStep.Assign(Terms.of(r, k), s));
        });
        return arrays.of(Terms.name(r));
    }

    private Lifted differences(Lifted x) {
        Lifted v = arrays.whole(x);
        Expression count = arrays.hold(new Binary(Terms.AT, "-", v.count(), Terms.number(1)));
        arrays.raiseIf(new Binary(Terms.AT, "<", count, Terms.number(0)));
        return moved(v, count, k -> new Binary(Terms.AT, "-", v.at().apply(Terms.plus(k, Terms.number(1))), v.at().apply(k)));
    }

    private Lifted flipped(Lifted x) {
        Expression after = arrays.hold(new Binary(Terms.AT, "+", x.count(), Terms.number(1)));
        return moved(x, x.count(), k -> x.at().apply(Terms.binary("-", after, k)));
    }

    private Lifted shifted(Lifted x, Expression by) {
        Expression n = arrays.hold(x.count());
        Expression s = arrays.hold(Terms.of("mod", by, n));
        return moved(x, n, k -> x.at().apply(Terms.plus(Terms.binary("-", k, s), Terms.times(n, new Binary(Terms.AT, "<=", k, s)))));
    }

    /** A vector whose elements come from other places of this one. */
    private static Lifted moved(Lifted x, Expression count, Function<Expression, Expression> at) {
        return new Lifted(x.shape(), null, count, Set.copyOf(x.used()), false, at);
    }
}
