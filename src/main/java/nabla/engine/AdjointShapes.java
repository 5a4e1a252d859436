package nabla.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.engine.AdjointMeaning.Outside;
import nabla.language.Tree.*;

/** What is known of the sizes of a program's arrays before it runs, and whether code depends on it already. */
final class AdjointShapes {
    enum Shape {
        ROW,
        COLUMN,
        MATRIX,
        /** Different ones in different places of the program, or code may not depend on it. */
        MIXED;

        static Shape of(int rows, int columns) {
            return rows == 1 ? ROW : columns == 1 ? COLUMN : MATRIX;
        }

        Shape transposed() {
            return this == ROW ? COLUMN : this == COLUMN ? ROW : this;
        }
    }

    private final Map<String, Boolean> arrays;
    private final Map<String, Shape> shapes = new HashMap<>();
    private final Set<String> relied = new HashSet<>();

    AdjointShapes(Map<String, Boolean> arrays) {
        this.arrays = arrays;
    }

    /** An array gets this shape. */
    void note(String array, Shape shape) {
        Shape before = shapes.putIfAbsent(array, shape);
        if (before == null || before == shape) return;
        if (relied.contains(array)) throw new Outside("an array of several shapes");
        shapes.put(array, Shape.MIXED);
    }

    /** The shape that code may depend on from now on. */
    Shape rely(String array) {
        relied.add(array);
        return shapes.getOrDefault(array, Shape.MIXED);
    }

    /** The shape of what is assigned whole: an array, a range, a product, or an array made of given sizes. */
    Shape of(Expression value) {
        if (value instanceof Name n) return shapes.getOrDefault(n.id(), Shape.MIXED);
        if (value instanceof Range) return Shape.ROW;
        if (value instanceof Transpose t) return of(t.operand()).transposed();
        if (value instanceof Binary product) {
            if (of(product.left()) == Shape.ROW) return Shape.ROW;
            return of(product.right()) == Shape.COLUMN ? Shape.COLUMN : Shape.MATRIX;
        }
        Paren p = (Paren) value;
        List<Expression> sizes = p.arguments();
        if (sizes.size() == 1 && sizes.get(0) instanceof Paren size && size.arguments().get(0) instanceof Name n && arrays.getOrDefault(n.id(), false)) {
            return size.arguments().size() == 1 ? of(n) : Shape.MIXED;
        }
        String function = ((Name) p.target()).id();
        if (function.equals("sum")) return Terms.isNumber(sizes.get(1), 1) ? Shape.ROW : Shape.COLUMN;
        if (function.equals("reshape")) return sizes.size() == 3 ? of(Terms.of("zeros", sizes.subList(1, 3))) : of(((Paren) sizes.get(1)).arguments().get(0));
        boolean row = function.equals("linspace") || sizes.stream().allMatch(s -> Terms.isNumber(s, 0));
        if (row) return Shape.ROW;
        if (sizes.size() != 2) return Shape.MATRIX;
        return Terms.isNumber(sizes.get(0), 1) ? Shape.ROW : Terms.isNumber(sizes.get(1), 1) ? Shape.COLUMN : Shape.MATRIX;
    }
}
