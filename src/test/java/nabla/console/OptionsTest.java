package nabla.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nabla.value.Failure;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void withoutArgumentsThePromptOpens() {
        assertEquals(Options.Task.PROMPT, Options.read(new String[0]).task());
    }

    @Test
    void whatFollowsTheFileIsTheProgramsOwn() {
        Options o = Options.read(new String[] {"--figures", "out", "a.opt", "-x", "1"});
        assertEquals(new Options(Options.Task.FILE, "a.opt", List.of("-x", "1"), "out", null), o);
    }

    @Test
    void theScreenIsOneOfThoseThatExist() {
        assertEquals("window", Options.read(new String[] {"--screen=window"}).screen());
        Failure f = assertThrows(Failure.class, () -> Options.read(new String[] {"--screen", "wall"}));
        assertTrue(f.getMessage().contains("wall"), f.getMessage());
    }

    @Test
    void codeNeedsTextAfterIt() {
        assertThrows(Failure.class, () -> Options.read(new String[] {"-e"}));
    }

    @Test
    void unknownOptionsAreRefused() {
        assertThrows(Failure.class, () -> Options.read(new String[] {"--nothing"}));
    }
}
