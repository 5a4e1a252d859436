package nabla.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class GreekTest {
    @Test
    void etaIsTypedByItsName() {
        assertEquals("η", Greek.letter("eta"));
        assertEquals("η", Greek.letter("et"));
        assertEquals("₀", Greek.letter("_0"));
        assertNull(Greek.letter("e"));
    }

    @Test
    void theNameBeginsAtItsBackslash() {
        assertEquals(4, Greek.start("x = \\eta", 8));
        assertEquals(-1, Greek.start("x = eta", 7));
    }
}
