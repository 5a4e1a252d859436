package nabla.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import nabla.engine.Engine;
import nabla.language.Source;
import nabla.plot.Axes;
import nabla.plot.Figure;
import nabla.plot.Figures;
import nabla.plot.Screen;
import nabla.value.Lang;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is shown to a class: the lecture and the ready demonstrations. */
class DemonstrationsTest {
    @TempDir
    private Path folder;

    /** Keeps the last state of every figure, and counts what it was shown. */
    private static final class Album implements Screen {
        final TreeMap<Integer, Figure> figures = new TreeMap<>();
        int shown;

        @Override
        public void show(Figure figure) {
            figures.put(figure.number(), figure);
            shown++;
        }

        @Override
        public void close(int number) {}

        @Override
        public void save(Figure figure, Path file, String format, double dpi) {}

        @Override
        public boolean live() {
            return false;
        }
    }

    private final Album album = new Album();

    private String run(Source source, Path where) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Engine engine = new Engine(new Catalog(), new PrintStream(bytes, true, StandardCharsets.UTF_8), where);
        Figures figures = engine.state(Figures.class, Figures::new);
        figures.screen(album);
        engine.execute(source);
        figures.write();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @AfterEach
    void speakEnglish() {
        Lang.use(Lang.EN);
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void theLectureDrawsAFigureForEachSlide(Lang lang) throws IOException {
        Lang.use(lang);
        Path file = Path.of("scripts/lecture/lecture.opt").toAbsolutePath();
        String printed = run(new Source("lecture.opt", file, Files.readString(file)), folder);
        assertTrue(printed.lines().allMatch(l -> l.length() < 100), printed);
        assertEquals(15, album.figures.size());
        for (Figure f : album.figures.values())
            for (Axes a : f.axes) assertFalse(a.title.isEmpty(), "figure " + f.number() + " has no title");
    }

    @ParameterizedTest
    @CsvSource({
        "peaks(0.1)", "peaks(0.05)", "peak(0.05)", "peak(0.1)", "showGrad", "basins", "lrscan", "vanish", "entropycurve", "klmap", "klmove", "gradflow(6)",
        "'vectors([3 1], [2 4])'", "codetree('abracadabra')"
    })
    void demonstrationsPrintNoLineThatWrapsInATerminal(String code) {
        for (Lang lang : Lang.values()) {
            Lang.use(lang);
            String printed = run(new Source("test", null, code), folder);
            printed.lines().filter(l -> l.length() > 79).forEach(l -> assertEquals("", l));
        }
        assertEquals(1, album.figures.size());
    }

    /** A file is not written anew for each frame of an animation, only now and then and at the end. */
    @Test
    void shortPausesShowFewFrames() {
        run(new Source("test", null, "for k = 1:50, plot(1:k); pause(0); end"), folder);
        assertTrue(album.shown < 10, album.shown + " frames");
        assertEquals(1, album.figures.size());
    }
}
