package nabla.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nabla.library.Catalog;
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

    /** A new function is either in the table or said to have no derivative there; those in the language are differentiated by their programs. */
    @Test
    void everyFunctionInJavaStandsInTheTable() {
        List<String> forgotten = new ArrayList<>();
        for (String f : new Catalog().names()) {
            boolean inJava = getClass().getResource("/nabla/lib/" + f + ".opt") == null;
            if (inJava && table.kind(f) == null && !table.isVaried(f)) forgotten.add(f);
        }
        assertEquals(List.of(), forgotten, "say in derivatives.table what their derivatives are, or put them under [unwritten] or [none]");
    }

    @Test
    void everyNameInTheTableIsAFunction() {
        Set<String> functions = new Catalog().names();
        List<String> unknown = new ArrayList<>();
        for (Derivatives.Kind k : Derivatives.Kind.values()) {
            for (String entry : table.functions(k)) if (!functions.contains(entry.split("[/:]")[0])) unknown.add(entry);
        }
        assertEquals(List.of(), unknown);
    }
}
