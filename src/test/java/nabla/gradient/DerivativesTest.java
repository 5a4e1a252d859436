package nabla.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivativesTest {
    private final Derivatives table = Derivatives.standard();

    @Test
    void rowIsReadAsItStands() {
        Derivatives.Row row = table.row("rdivide");
        assertEquals("y = rdivide(a, b) -> g./b, -g.*y./b", row.text());
        assertEquals(List.of("a", "b"), row.arguments());
        assertEquals(List.of("g./b", "-g.*y./b"), row.pullbacks());
        Pullback first = table.pullback(row, 1);
        assertTrue(first.needs(2));
        assertTrue(!first.needs(0));
    }

    @Test
    void argumentWithoutDerivativeIsMarked() {
        assertEquals(Arrays.asList(null, "g.*m", "g.*~m"), table.row("merge").pullbacks());
        assertNull(table.row("no such function"));
    }

    @Test
    void everyFunctionDefinedInTheLanguageHasItsFile() {
        for (String f : table.functions(Derivatives.Kind.DEFINED)) assertNotNull(table.program(Derivatives.PROGRAMS + f), f);
    }
}
