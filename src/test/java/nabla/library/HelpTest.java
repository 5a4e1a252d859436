package nabla.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTest {
    @Test
    void everyFunctionIsExplainedInBothLanguages() {
        Catalog catalog = new Catalog();
        List<String> lacking = new ArrayList<>();
        for (String name : catalog.names()) {
            Help h = catalog.help(name);
            boolean english = h.en().codePoints().anyMatch(Character::isLetter);
            boolean russian = h.ru().codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
            if (!english || !russian) lacking.add(name);
        }
        assertEquals(List.of(), lacking);
    }
}
