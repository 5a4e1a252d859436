package nabla.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ConcatTest {
    private static final Real ONE = Real.of(1);

    @BeforeEach
    void speakEnglish() {
        Lang.use(Lang.EN);
        ONE.share();
    }

    private static Array row(Value... parts) {
        return (Array) Concat.horizontal(parts);
    }

    private static Array column(Value... parts) {
        return (Array) Concat.vertical(parts);
    }

    private static Value int8(double... x) {
        return Convert.toInts(IntType.INT8, Real.row(x));
    }

    private static Cell cell(Value... v) {
        return new Cell(v, 1, v.length);
    }

    private static String complaint(Executable e) {
        return assertThrows(Failure.class, e).getMessage();
    }

    @Test
    void classesOfJoinedValues() {
        assertEquals("int8", row(ONE, int8(5)).className());
        assertArrayEquals(new double[] {5, 127}, ((Numeric) row(int8(5), Convert.toInts(IntType.INT16, Real.of(300)))).toDoubles());
        assertEquals("single", row(Convert.toSingle(ONE), ONE).className());
        assertEquals("char", row(Char.of("a"), Real.of(66)).className());
        assertEquals("logical", row(Bool.TRUE, Bool.FALSE).className());
        assertEquals("double", row(Bool.TRUE, Real.empty()).className());
        assertEquals("char", row(Real.empty(), Char.of("a")).className());
        assertEquals("int8", row(Bool.TRUE, int8(3)).className());
    }

    @Test
    void sizesOfJoinedValues() {
        assertArrayEquals(new int[] {2, 3, 2}, row(Real.zeros(2, 2, 2), Real.zeros(2, 1, 2)).dims());
        assertArrayEquals(new int[] {1, 2, 1, 2}, ((Array) Concat.along(3, new Value[] {Real.row(1, 2), Real.row(3, 4)})).dims());
        assertArrayEquals(new double[] {1, 3, 2, 4}, ((Real) column(Real.row(1, 2), Real.row(3, 4))).data());
        assertEquals("horizontal dimensions mismatch (1x2 vs 2x1)", complaint(() -> row(Real.row(1, 2), Real.column(3, 4))));
        assertEquals("vertical dimensions mismatch (2x2 vs 1x1)", complaint(() -> column(Real.row(1, 2), Real.row(3, 4), ONE)));
        assertEquals("cat: dimension mismatch", complaint(() -> Concat.along(2, new Value[] {Real.row(1, 2), ONE})));
    }

    @Test
    void nothingIsPassedOver() {
        assertArrayEquals(new int[] {1, 2}, column(Real.zeros(1, 0), Real.row(1, 2)).dims());
        assertArrayEquals(new int[] {2, 0}, column(Real.zeros(1, 0), Real.zeros(1, 0)).dims());
        assertArrayEquals(new int[] {1, 0}, column(Real.empty(), Real.zeros(1, 0)).dims());
        assertArrayEquals(new int[] {1, 2}, column(Real.row(1, 2), Real.empty()).dims());
        assertEquals("vertical dimensions mismatch (0x3 vs 1x2)", complaint(() -> column(Real.zeros(0, 3), Real.row(1, 2))));
        assertEquals("horizontal dimensions mismatch (3x0 vs 1x2)", complaint(() -> row(Real.zeros(3, 0), Real.row(1, 2))));
    }

    @Test
    void stringsOfDifferentLengthsArePadded() {
        Char c = (Char) column(Char.of("abc"), Char.of("de"), Char.of("f"));
        assertEquals("de ", c.row(1));
        assertArrayEquals(new int[] {1, 2}, column(Char.of(""), Char.of("ab")).dims());
    }

    @Test
    void whatStandsBesideACellBecomesAnElement() {
        assertArrayEquals(new int[] {1, 3}, row(cell(ONE), Char.of("ab"), Real.zeros(2, 2)).dims());
        assertArrayEquals(new int[] {1, 1}, row(cell(ONE), Real.empty()).dims());
        assertArrayEquals(new int[] {2, 1}, column(cell(ONE), Real.row(1, 2)).dims());
        assertArrayEquals(new int[] {1, 1}, row(ONE, new Cell(new Value[0], 0, 0)).dims());
        Value[][] rows = {{cell(ONE), ONE}, {ONE, ONE}};
        assertArrayEquals(new int[] {2, 2}, Concat.matrix(rows).dims());
    }

    @Test
    void structuresJoinWhenTheirFieldsAgree() {
        Struct a = Struct.scalar().with("a", ONE).with("b", Real.of(2));
        Struct b = (Struct) row(a, Struct.scalar().with("b", Real.of(3)).with("a", Real.of(4)));
        assertEquals(4, ((Real) b.get("a", 1)).re(0));
        assertArrayEquals(new int[] {1, 1}, row(Real.empty(), a).dims());
        assertThrows(Failure.class, () -> row(a, Struct.scalar()));
        assertThrows(Failure.class, () -> row(a, ONE));
    }

    @Test
    void equalityIsDeep() {
        assertTrue(Equality.isequal(Char.of("a"), Real.of(97), Real.of(97)));
        assertTrue(Equality.isequal(cell(ONE, Char.of("a")), cell(ONE, Char.of("a"))));
        assertTrue(Equality.isequal(Struct.scalar().with("a", ONE).with("b", ONE), Struct.scalar().with("b", ONE).with("a", ONE)));
        assertTrue(Equality.isequal(Real.empty(), Char.of("")));
        assertFalse(Equality.isequal(Real.of(Double.NaN), Real.of(Double.NaN)));
        assertFalse(Equality.isequal(Real.empty(), Real.zeros(1, 0)));
        assertFalse(Equality.isequal(new Ints(IntType.UINT64, new long[] {-1}, 1, 1), Real.of(0x1p64)));
    }

    @Test
    void permuteReordersDimensions() {
        Real x = new Real(new double[] {1, 2, 3, 4, 5, 6}, 1, 2, 3);
        Real y = (Real) Permute.permute(x, new int[] {2, 1, 0});
        assertArrayEquals(new int[] {3, 2}, y.dims());
        assertArrayEquals(new double[] {1, 3, 5, 2, 4, 6}, y.data());
    }
}
