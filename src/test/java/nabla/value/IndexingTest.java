package nabla.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class IndexingTest {
    private static final Value ALL = Index.COLON;

    @BeforeEach
    void speakEnglish() {
        Lang.use(Lang.EN);
    }

    private static Real magic() {
        return new Real(new double[] {8, 3, 4, 1, 5, 9, 6, 7, 2}, 3, 3);
    }

    private static Real n(double... x) {
        return x.length == 1 ? Real.of(x[0]) : Real.row(x);
    }

    private static Array get(Array a, Value... indices) {
        return Indexing.get(a, indices, "x");
    }

    private static Array put(Array a, Value rhs, Value... indices) {
        return Indexing.assign(a, indices, rhs, "x");
    }

    private static Array cut(Array a, Value... indices) {
        return Indexing.delete(a, indices, "x");
    }

    private static String complaint(Executable e) {
        return assertThrows(Failure.class, e).getMessage();
    }

    private static void sizes(Array a, int... d) {
        assertArrayEquals(d, a.dims());
    }

    private static void holds(Array a, double... x) {
        assertArrayEquals(x, ((Numeric) a).toDoubles());
    }

    @Test
    void aVectorIndexedByAVectorKeepsItsDirection() {
        sizes(get(Real.column(1, 2, 3, 4, 5), n(1, 2, 3)), 3, 1);
        sizes(get(n(1, 2, 3, 4, 5), Real.column(1, 2, 3)), 1, 3);
        sizes(get(magic(), n(1, 2, 3)), 1, 3);
        sizes(get(magic(), Real.column(1, 2, 3)), 3, 1);
        sizes(get(n(1, 2, 3, 4, 5), Real.zeros(0, 1)), 1, 0);
        sizes(get(Real.column(1, 2), Real.zeros(1, 0)), 0, 1);
        sizes(get(Real.column(1, 2), Real.empty()), 0, 0);
        sizes(get(Real.of(5), new Real(new double[] {1, 1, 1, 1}, 2, 2)), 2, 2);
        sizes(get(Real.zeros(1, 1, 5), n(1, 2, 3)), 1, 1, 3);
    }

    @Test
    void masksChooseElements() {
        Bool high = (Bool) Arithmetic.binary(Operator.GT, magic(), Real.of(4));
        sizes(get(magic(), high), 5, 1);
        sizes(get(magic(), new Bool(new boolean[9], 3, 3)), 0, 1);
        sizes(get(magic(), Bool.FALSE), 0, 0);
        sizes(get(n(1, 2, 3), new Bool(new boolean[3], 1, 3)), 1, 0);
        holds(get(n(1, 2, 3), new Bool(new boolean[] {true, false, true}, 1, 3)), 1, 3);
        assertEquals("x(4): out of bound 3 (dimensions are 1x3)",
                complaint(() -> get(n(1, 2, 3), new Bool(new boolean[] {true, true, true, true}, 1, 4))));
    }

    @Test
    void theLastIndexTakesTheRemainingDimensions() {
        Real solid = Real.zeros(2, 3, 4);
        sizes(get(solid, ALL, ALL), 2, 12);
        sizes(get(solid, n(2), ALL), 1, 12);
        sizes(get(solid, n(1), n(2), ALL), 1, 1, 4);
        sizes(get(solid, ALL, ALL, ALL, n(1)), 2, 3, 4);
        sizes(get(magic(), new Real(new double[] {1, 3, 2, 1}, 2, 2), n(1, 2)), 4, 2);
    }

    @Test
    void indicesOutOfBoundAreNamedWithTheVariable() {
        assertEquals("x(4): out of bound 3 (dimensions are 1x3)", complaint(() -> get(n(1, 2, 3), n(4))));
        assertEquals("x(_,4): out of bound 3 (dimensions are 3x3)", complaint(() -> get(magic(), n(1), n(4))));
        assertEquals("index (4,_): out of bound 3 (dimensions are 3x3)",
                complaint(() -> Indexing.get(magic(), new Value[] {n(4), n(4)}, null)));
        assertEquals("x(10000000000): out of bound 3 (dimensions are 1x3)", complaint(() -> get(n(1, 2, 3), n(1e10))));
        assertEquals("x(...[x6]...2): out of bound 1 (dimensions are 1x1)",
                complaint(() -> get(n(5), n(1), n(1), n(1), n(1), n(1), n(1), n(2))));
    }

    @Test
    void whatIsNoIndexIsNamed() {
        String rule = ": subscripts must be either integers 1 to (2^63)-1 or logicals";
        assertEquals("x(0)" + rule, complaint(() -> get(n(1, 2, 3), n(0))));
        assertEquals("x(_,1.5)" + rule, complaint(() -> get(magic(), n(1), n(1.5))));
        assertEquals("x(-1)" + rule, complaint(() -> get(magic(), n(1, -1))));
        assertEquals("x(nan)" + rule, complaint(() -> get(magic(), n(Double.NaN))));
        assertEquals("x(1.23457)" + rule, complaint(() -> get(magic(), n(1.23456789))));
        assertEquals("x(<cell>)" + rule, complaint(() -> get(magic(), new Cell(new Value[1], 1, 1))));
        assertEquals("x(0+1i): subscripts must be real (forgot to initialize i or j?)",
                complaint(() -> get(magic(), Complex.of(0, 1))));
    }

    @Test
    void assignmentGrowsVectorsAndMatrices() {
        holds(put(n(1, 2, 3), n(9), n(5)), 1, 2, 3, 0, 9);
        sizes(put(Real.column(1, 2, 3), n(9), n(5)), 5, 1);
        sizes(put(Real.empty(), n(1), n(3)), 1, 3);
        sizes(put(Real.zeros(0, 3), n(1), n(3)), 1, 3);
        sizes(put(n(5), n(1), n(3)), 1, 3);
        holds(put(n(1, 2), n(9), n(2), n(3)), 1, 0, 2, 0, 0, 9);
        sizes(put(Real.zeros(2, 2), n(7), n(1), n(1), n(1), n(2)), 2, 2, 1, 2);
        sizes(put(null, n(1, 2, 3), n(2), ALL), 2, 3);
        sizes(put(Real.empty(), Real.column(1, 2), ALL, n(2)), 2, 2);
        sizes(put(Real.empty(), Real.zeros(3, 4), n(2), ALL, ALL), 2, 3, 4);
        sizes(put(Real.zeros(0, 3), n(5), ALL, n(1)), 0, 3);
    }

    @Test
    void growthThatIsAmbiguousIsRefused() {
        String rule = "Invalid resizing operation or ambiguous assignment to an out-of-bounds array element";
        assertEquals(rule, complaint(() -> put(magic(), n(1), n(10))));
        assertEquals(rule, complaint(() -> put(Real.zeros(3, 0), n(1), n(3))));
        assertEquals(rule, complaint(() -> put(Real.zeros(2, 2, 2), n(1), n(1), n(5))));
    }

    @Test
    void sizesOfBothSidesMustAgreeButForOnes() {
        assertEquals("=: nonconformant arguments (op1 is 2x1, op2 is 1x3)", complaint(() -> put(n(1, 2, 3), n(1, 2, 3), n(1, 2))));
        assertEquals("=: nonconformant arguments (op1 is 3x1, op2 is 1x2)", complaint(() -> put(magic(), n(1, 2), ALL, n(1))));
        assertEquals("=: nonconformant arguments (op1 is 1x1, op2 is 0x0)", complaint(() -> put(n(1, 2), Real.empty(), n(2))));
        holds(put(Real.zeros(2, 2), n(1, 2), ALL, n(1)), 1, 2, 0, 0);
        holds(put(n(1, 2, 3, 4), n(5, 6, 7, 8), new Real(new double[] {1, 3, 2, 4}, 2, 2)), 5, 7, 6, 8);
    }

    @Test
    void classesAfterAssignment() {
        assertEquals("double", put(n(1, 2), Convert.toInts(IntType.INT8, n(5)), n(2)).className());
        assertEquals("double", put(n(1, 2), Bool.TRUE, n(2)).className());
        assertEquals("single", put((Array) Convert.toSingle(n(1, 2)), n(5), n(2)).className());
        holds(put(Convert.toInts(IntType.INT8, n(1, 2)), n(500), n(2)), 1, 127);
        assertEquals("logical", put(new Bool(new boolean[2], 1, 2), n(5), n(2)).className());
        assertEquals("char", put(Char.of("abc"), n(65), n(2)).className());
        assertEquals("double", put(Char.of("abc"), Convert.toInts(IntType.INT8, n(65)), n(2)).className());
        assertInstanceOf(Complex.class, put(n(1, 2), Complex.of(0, 1), n(2)));
        assertInstanceOf(Real.class, put(Complex.of(1, 2), n(5), n(1)));
        assertInstanceOf(Real.class, put(n(5).reshape(1, 1), n(5), n(1)));
    }

    @Test
    void cellsTakeAnyValueAsAnElement() {
        Cell c = (Cell) put(Cell.row(java.util.List.of(Char.of("a"), Char.of("b"))), n(5), n(4));
        sizes(c, 1, 4);
        assertEquals(5, ((Real) c.get(3)).re(0));
        assertEquals(0, c.get(2).numel());
        assertEquals("operator =: no conversion for assignment of 'cell' to indexed 'matrix'",
                complaint(() -> put(n(1, 2), c, n(1))));
    }

    @Test
    void structuresNeedTheSameFields() {
        Struct s = Struct.scalar().with("a", n(1)).with("b", n(2));
        Struct r = (Struct) put(s, Struct.scalar().with("b", n(3)).with("a", n(4)), n(2));
        assertEquals(4, ((Real) r.get("a", 1)).re(0));
        assertEquals("incompatible fields in struct assignment", complaint(() -> put(r, Struct.scalar().with("c", n(3)), n(1))));
        assertEquals("invalid structure assignment", complaint(() -> put(r, n(5), n(1))));
    }

    @Test
    void aNewElementMayBringOtherFields() {
        Struct s = Struct.scalar().with("a", n(1)).with("b", n(2));
        Struct r = (Struct) put(s, Struct.scalar().with("b", n(7)), n(3));
        sizes(r, 1, 3);
        assertEquals(7, ((Real) r.get("b", 2)).re(0));
        assertEquals(0, r.get("a", 2).numel());
        assertEquals(0, r.get("b", 1).numel());
    }

    @Test
    void assignmentWritesInPlaceOnlyWhatNobodyShares() {
        Real x = n(1, 2, 3);
        assertSame(x, put(x, n(7), n(2)));
        holds(x, 1, 7, 3);
        assertSame(x, put(x, n(9), n(4)));
        holds(x, 1, 7, 3, 9);
        x.share();
        assertNotSame(x, put(x, n(8), n(1)));
        holds(x, 1, 7, 3, 9);
        Cell c = new Cell(new Value[0], 0, 0);
        for (int i = 1; i <= 100; i++) assertSame(c, put(c, n(i), n(i)));
        sizes(c, 1, 100);
    }

    @Test
    void deletionLeavesTheRest() {
        holds(cut(n(1, 2, 3), n(2)), 1, 3);
        sizes(cut(Real.column(1, 2, 3), n(2)), 2, 1);
        sizes(cut(magic(), n(2)), 1, 8);
        sizes(cut(magic(), n(1, 5)), 7, 1);
        holds(cut(magic(), ALL, n(2)), 8, 3, 4, 6, 7, 2);
        sizes(cut(magic(), ALL), 0, 0);
        sizes(cut(magic(), ALL, ALL), 0, 3);
        sizes(cut(n(5), n(1)), 1, 0);
        sizes(cut(Real.zeros(2, 2, 2), ALL, n(1)), 2, 1, 2);
        sizes(cut(Real.zeros(2, 2, 2), ALL, ALL, n(1)), 2, 2);
        sizes(cut(magic(), Real.empty(), n(2)), 3, 3);
    }

    @Test
    void deletionOutOfBoundOrOfPartsOfSlicesIsRefused() {
        assertEquals("A(I) = []: index out of bounds: value 5 out of bound 3", complaint(() -> cut(n(1, 2, 3), n(5))));
        assertEquals("A(..,I,..) = []: index out of bounds: value 5 out of bound 3", complaint(() -> cut(magic(), n(5), ALL)));
        assertEquals("a null assignment can only have one non-colon index", complaint(() -> cut(magic(), n(1), n(2))));
    }
}
