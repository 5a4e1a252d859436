package nabla.library.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nabla.engine.Engine;
import nabla.language.Source;
import nabla.library.Catalog;
import nabla.library.Help;
import nabla.value.Lang;
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

    @Test
    void theOverviewNamesOnlyWhatThereIs() {
        Catalog catalog = new Catalog();
        List<String> words = new ArrayList<>();
        for (String[] topic : Helping.TOPICS) words.addAll(List.of(topic[2].split(" ")));
        words.removeAll(catalog.names());
        assertEquals(List.of(), words);
    }

    @Test
    void noLineOfHelpWrapsInATerminal() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Engine engine = new Engine(new Catalog(), new PrintStream(bytes, true, StandardCharsets.UTF_8), Path.of(""));
        for (Lang lang : Lang.values()) {
            Lang.use(lang);
            for (String name : List.of("", "minimize", "entropy", "kl", "plot", "adam"))
                engine.execute(new Source("", null, "help " + name));
            engine.execute(new Source("", null, "lookfor entropy"));
        }
        Lang.use(Lang.EN);
        assertEquals(List.of(), bytes.toString(StandardCharsets.UTF_8).lines().filter(l -> l.length() > 79 && !l.startsWith("  >>")).toList());
    }
}
