package nabla.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
    @BeforeEach
    void speakEnglish() {
        Lang.use(Lang.EN);
    }

    private static Numeric on(Operator op, Value a, Value b) {
        return (Numeric) Arithmetic.binary(op, a, b);
    }

    private static String complaint(Operator op, Value a, Value b) {
        return assertThrows(Failure.class, () -> Arithmetic.binary(op, a, b)).getMessage();
    }

    private static Ints ints(IntType type, double... x) {
        return Convert.toInts(type, Real.row(x));
    }

    private static Ints int64(long x) {
        return new Ints(IntType.INT64, new long[] {x}, 1, 1);
    }

    private static long[] data(Numeric n) {
        return ((Ints) n).data();
    }

    @Test
    void rowsAndColumnsBroadcast() {
        Numeric r = on(Operator.PLUS, Real.row(1, 2, 3), Real.column(10, 20));
        assertArrayEquals(new int[] {2, 3}, r.dims());
        assertArrayEquals(new double[] {11, 21, 12, 22, 13, 23}, r.toDoubles());
        assertArrayEquals(new int[] {0, 3}, on(Operator.PLUS, Real.zeros(0, 3), Real.zeros(1, 3)).dims());
        assertArrayEquals(new int[] {1, 0}, on(Operator.PLUS, Real.zeros(1, 0), Real.of(5)).dims());
        assertArrayEquals(new int[] {1, 1, 2}, on(Operator.MTIMES, Real.of(2), Real.zeros(1, 1, 2)).dims());
    }

    @Test
    void sizesThatDoNotFitAreNamed() {
        assertEquals("operator +: nonconformant arguments (op1 is 1x2, op2 is 1x3)",
                complaint(Operator.PLUS, Real.row(1, 2), Real.row(1, 2, 3)));
        assertEquals("product: nonconformant arguments (op1 is 2x3, op2 is 3x2)",
                complaint(Operator.TIMES, Real.zeros(2, 3), Real.zeros(3, 2)));
        assertEquals("quotient: nonconformant arguments (op1 is 3x2, op2 is 2x3)",
                complaint(Operator.LEFT_DIVIDE, Real.zeros(2, 3), Real.zeros(3, 2)));
        assertEquals("mx_el_eq: nonconformant arguments (op1 is 1x3, op2 is 1x2)",
                complaint(Operator.EQ, Char.of("abc"), Char.of("ab")));
    }

    @Test
    void operandsWithoutTheOperatorAreNamed() {
        Value cell = new Cell(new Value[] {Real.of(1)}, 1, 1);
        assertEquals("binary operator '+' not implemented for 'scalar' by 'cell' operations",
                complaint(Operator.PLUS, Real.of(1), cell));
        assertEquals("binary operator '*' not implemented for 'matrix' by 'cell' operations",
                complaint(Operator.MTIMES, Real.row(1, 2), cell));
        assertEquals("binary operator '+' not implemented for 'scalar struct' by 'scalar' operations",
                complaint(Operator.PLUS, Struct.scalar(), Bool.TRUE));
        assertEquals("binary operator '+' not implemented for 'int32 matrix' by 'int8 matrix' operations",
                complaint(Operator.PLUS, ints(IntType.INT32, 1, 2), ints(IntType.INT8, 1, 2)));
        assertEquals("binary operator '+' not implemented for 'int8 scalar' by 'complex scalar' operations",
                complaint(Operator.PLUS, ints(IntType.INT8, 1), Complex.of(0, 1)));
        assertEquals("unary operator '-' not implemented for 'cell' operands",
                assertThrows(Failure.class, () -> Arithmetic.unary(Operator.NEGATE, cell)).getMessage());
    }

    @Test
    void classesOfResults() {
        assertEquals("single", on(Operator.PLUS, Convert.toSingle(Real.of(1)), Real.of(1)).className());
        assertEquals("int8", on(Operator.PLUS, Convert.toSingle(Real.of(1)), ints(IntType.INT8, 1)).className());
        assertEquals("double", on(Operator.PLUS, Bool.TRUE, Bool.TRUE).className());
        assertEquals("double", on(Operator.PLUS, Char.of("a"), Char.of("b")).className());
        assertEquals("double", Arithmetic.unary(Operator.NEGATE, Bool.TRUE).className());
    }

    @Test
    void integersRoundAndSaturate() {
        assertArrayEquals(new long[] {127}, data(on(Operator.PLUS, ints(IntType.INT8, 100), Real.of(100))));
        assertArrayEquals(new long[] {0}, data(on(Operator.MINUS, ints(IntType.UINT8, 3), Real.of(5))));
        assertArrayEquals(new long[] {4, -4}, data(on(Operator.MRIGHT_DIVIDE, ints(IntType.INT8, 7, -7), Real.of(2))));
        assertArrayEquals(new long[] {127, -128, 0}, data(on(Operator.RIGHT_DIVIDE, ints(IntType.INT8, 1, -1, 0), Real.of(0))));
        assertArrayEquals(new long[] {127}, data(on(Operator.MPOWER, ints(IntType.INT8, 2), Real.of(7))));
        assertArrayEquals(new long[] {8}, data(on(Operator.MPOWER, Real.of(2), ints(IntType.INT8, 3))));
        assertArrayEquals(new long[] {0}, data((Numeric) Arithmetic.unary(Operator.NEGATE, ints(IntType.UINT8, 3))));
    }

    @Test
    void wideIntegersAreExact() {
        assertArrayEquals(new long[] {9007199254740994L}, data(on(Operator.PLUS, int64(9007199254740993L), Real.of(1))));
        assertArrayEquals(new long[] {18014398509481986L}, data(on(Operator.TIMES, int64(9007199254740993L), Real.of(2))));
        assertArrayEquals(new long[] {4503599627370497L}, data(on(Operator.RIGHT_DIVIDE, int64(9007199254740993L), Real.of(2))));
        assertArrayEquals(new long[] {4611686018427387904L}, data(on(Operator.TIMES, int64(Long.MAX_VALUE), Real.of(0.5))));
        assertArrayEquals(new long[] {1}, data(on(Operator.TIMES, int64(5), Real.of(0.3))), "5 times 0.3 is just below 1.5");
        assertArrayEquals(new long[] {4052555153018976267L}, data(on(Operator.POWER, int64(3), Real.of(39))));
        assertArrayEquals(new long[] {Long.MAX_VALUE}, data(on(Operator.POWER, int64(2), Real.of(63))));
        assertFalse(on(Operator.EQ, int64(9007199254740993L), Real.of(9007199254740992.0)).isTrue());
        assertTrue(on(Operator.GT, int64(9007199254740993L), Real.of(9007199254740992.0)).isTrue());
        assertTrue(on(Operator.GT, new Ints(IntType.UINT64, new long[] {-1}, 1, 1), int64(-1)).isTrue());
    }

    @Test
    void powersOfNegativeNumbersAreComplex() {
        Complex z = assertInstanceOf(Complex.class, on(Operator.POWER, Real.of(-8), Real.of(1 / 3.0)));
        assertEquals(1, z.re(0), 1e-15);
        assertEquals(Math.sqrt(3), z.im(0), 1e-15);
        assertEquals(6.1232e-17, on(Operator.POWER, Real.of(-1), Real.of(0.5)).re(0), 1e-20);
        assertInstanceOf(Real.class, on(Operator.POWER, Real.of(-8), Real.of(3)));
    }

    @Test
    void complexResultsNarrow() {
        Real r = assertInstanceOf(Real.class, on(Operator.TIMES, Complex.of(1, 2), Complex.of(1, -2)));
        assertEquals(5, r.re(0));
        assertEquals(-1, assertInstanceOf(Real.class, on(Operator.POWER, Complex.of(0, 1), Real.of(2))).re(0));
    }

    @Test
    void complexNumbersAreOrderedByMagnitudeThenAngle() {
        assertTrue(on(Operator.GT, Complex.of(1, 2), Real.of(1)).isTrue());
        assertTrue(on(Operator.LT, Complex.of(0, 1), Complex.of(0, 2)).isTrue());
        assertTrue(on(Operator.LT, Real.of(-1), Complex.of(0, 1)).isTrue());
        assertTrue(on(Operator.GT, Complex.of(0, 1), Complex.of(1, 0)).isTrue());
    }

    @Test
    void nanIsNeitherTrueNorFalse() {
        assertEquals("invalid conversion from NaN to logical", complaint(Operator.AND, Real.row(1, Double.NaN), Real.of(1)));
        assertThrows(Failure.class, () -> Arithmetic.unary(Operator.NOT, Real.of(Double.NaN)));
    }

    @Test
    void transposeTurnsEveryKindButNotSolids() {
        Array t = (Array) Arithmetic.unary(Operator.TRANSPOSE, new Complex(new double[] {1, 2}, new double[] {3, 4}, 1, 2));
        assertArrayEquals(new int[] {2, 1}, t.dims());
        assertEquals(-3, ((Complex) t).im(0));
        assertEquals("char", Arithmetic.unary(Operator.TRANSPOSE, Char.of("abc")).className());
        assertEquals("transpose not defined for N-D objects",
                assertThrows(Failure.class, () -> Arithmetic.unary(Operator.TRANSPOSE, Real.zeros(2, 2, 2))).getMessage());
    }

    @Test
    void rangesCountWithTolerance() {
        assertEquals(11, Ranges.of(0, 0.1, 1).numel());
        assertEquals(4, Ranges.of(0, 0.1, 0.3).numel());
        assertEquals(8, Ranges.of(0, Math.PI / 7, Math.PI).numel());
        assertEquals(101, Ranges.of(0, 0.01, 1).numel());
        assertEquals(100001, Ranges.of(0, 1e-5, 1).numel());
        assertArrayEquals(new double[] {5, 3, 1}, Ranges.of(5, -2, 0).data());
        assertArrayEquals(new int[] {1, 0}, Ranges.of(1, 1, 0).dims());
        assertEquals(1, Ranges.of(0, Double.POSITIVE_INFINITY, 1).numel() + Ranges.of(0, 0, 1).numel());
        assertThrows(Failure.class, () -> Ranges.of(1, 1, Double.POSITIVE_INFINITY));
    }

    @Test
    void rangesWithInfiniteParts() {
        double inf = Double.POSITIVE_INFINITY;
        assertTrue(Double.isNaN(Ranges.of(inf, -0.3, inf).re(0)));
        assertTrue(Double.isNaN(Ranges.of(0, inf, inf).re(0)));
        assertEquals(0, Ranges.of(-inf, -1, 1).numel());
        assertThrows(Failure.class, () -> Ranges.of(-inf, 1, 0));
        assertEquals(1001, Ranges.of(1, 1, 1001.0 / 250 / (1.0 / 250)).re(1000));
    }
}
