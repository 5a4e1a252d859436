package nabla.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.engine.Engine;
import nabla.language.Source;
import nabla.value.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The solvers as programs call them, with default options, on the published sets; the programs stand among the resources. */
class ProblemSetsTest {
    private static final Pattern SCORE = Pattern.compile("(\\w+): (\\d+) solved, (\\d+) in other minima, (\\d+) missed \\((.*)\\), median cost (\\S+)");

    @TempDir
    private Path folder;

    /** What the program prints, run next to the files it reads. */
    private String printed(String... files) throws IOException {
        for (String f : files) {
            try (var in = getClass().getResourceAsStream("/nabla/optim/" + f)) {
                Files.copy(in, folder.resolve(f));
            }
        }
        Lang.use(Lang.EN);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Engine engine = new Engine(new Catalog(), new PrintStream(bytes, true, StandardCharsets.UTF_8), folder);
        Path program = folder.resolve(files[0]);
        engine.execute(new Source(files[0], program, Files.readString(program)));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Moré, Garbow, Hillstrom: Testing Unconstrained Optimization Software, ACM TOMS 7 (1981). */
    @Test
    void theTestProblemsOf1981() throws IOException {
        String all = printed("mgh.opt", "mghresiduals.opt", "mgh.tsv");
        Matcher m = SCORE.matcher(all);
        assertTrue(m.find() && Integer.parseInt(m.group(2)) >= 38, all);
        assertTrue(m.group(4).equals("0") && Double.parseDouble(m.group(6)) <= 40, all);
        assertTrue(m.find() && m.group(4).equals("0") && Double.parseDouble(m.group(6)) <= 25, all);
        assertTrue(m.find() && Integer.parseInt(m.group(2)) >= 37, all);
    }

    @Test
    void theRegressionsOfNist() throws IOException {
        assertEquals("lsqcurvefit: 27 and 27 of 27 models", printed("nist.opt", "nistmodel.opt", "nist_strd.tsv", "nist_strd_data.tsv").strip());
    }

    /** Jamil and Yang: A literature survey of benchmark functions for global optimization problems (2013). */
    @Test
    void theFunctionsForGlobalOptimization() throws IOException {
        Matcher m = Pattern.compile("boxes: success (\\S+), evaluations a success (\\d+) to the minimum, (\\d+) to the end, (\\S+) of").matcher(printed("global.opt"));
        for (double least : new double[] {0.985, 0.97}) {
            assertTrue(m.find() && Double.parseDouble(m.group(1)) >= least && Integer.parseInt(m.group(3)) < 2700, m.group());
            assertTrue(Double.parseDouble(m.group(4)) > 0.99, m.group());
        }
    }
}
