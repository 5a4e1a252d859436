package nabla.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two functions of one name end the build, which would otherwise ship one of the two. */
class IndexTest {
    private static final String SIGN = "mathematics/Elementary.class";

    @TempDir
    private Path classes;

    @Test
    void twoMethodsOfOneNameEndTheBuild() throws Exception {
        assertRefused("two functions are called signum: signum\tSecondSignum\tsignum\t\t\t\t and signum\tmathematics.Elementary\t", SIGN, "SecondSignum.class");
    }

    @Test
    void aProgramNamedAsAMethodsAliasEndsTheBuild() throws Exception {
        assertRefused("two functions are called signum: signum\tmathematics.Elementary\t", SIGN, "../lib/signum.opt");
    }

    @Test
    void functionsOfDifferentNamesAreAllIndexed() throws Exception {
        create(SIGN);
        create("../lib/tanh1.opt");
        assertEquals("tanh1", Index.lines(classes).get("tanh1"));
    }

    private void assertRefused(String message, String... files) throws IOException {
        for (String f : files) create(f);
        String said = assertThrows(IllegalStateException.class, () -> Index.lines(classes)).getMessage();
        assertEquals(message, said.substring(0, Math.min(message.length(), said.length())));
    }

    /** Only the names of the files count: classes are loaded from the class path. */
    private void create(String name) throws IOException {
        Path file = classes.resolve("nabla/library").resolve(name).normalize();
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }
}

/** A function whose name is an alias of {@code sign}. */
final class SecondSignum {
    private SecondSignum() {}

    @Function(call = "y = signum(x)", en = "The sign.", ru = "Знак.")
    public static double signum(double x) {
        return Math.signum(x);
    }
}
