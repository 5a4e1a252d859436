package nabla.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import nabla.engine.Engine;
import nabla.language.Source;
import nabla.library.Catalog;
import nabla.plot.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of picture, drawn by the language's own functions into files. */
class RenderingTest {
    private static final String GRID = "v = linspace(-2, 2, 20); X = repmat(v, 20, 1); Y = X'; Z = X.^2 - Y.^2; ";

    @TempDir
    Path folder;

    private void draw(String code) {
        Engine engine = new Engine(new Catalog(), new PrintStream(PrintStream.nullOutputStream()), folder);
        Figures figures = engine.state(Figures.class, Figures::new);
        figures.screen(new FileScreen(folder, new FileScreen.Listener() {
            @Override
            public void written(Path file) {}

            @Override
            public void failed(Path file, IOException why) {
                throw new AssertionError(why);
            }
        }));
        engine.execute(new Source("test", null, GRID + code));
        figures.write();
    }

    private static int colors(BufferedImage image) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2)
            for (int x = 0; x < image.getWidth(); x += 2) seen.add(image.getRGB(x, y));
        return seen.size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plot(1:5, 'r--o'); grid on; legend('a', 'Location', 'best');",
                "plot3(cos(v), sin(v), v, '-o');",
                "semilogy(1:5, 10.^(1:5)); yline(100, 'r--', 'here'); xline(2);",
                "tiledlayout(1, 2); nexttile; fplot(@(x) x^2, [0 1]); nexttile; histogram([1 2 2 3 3 3], 3); xticks([1 2 3]);",
                "fcontour(@(x, y) x*y); fsurf(@(x, y) x*y, [-1 1]);",
                "[c, h] = contour(X, Y, Z); clabel(c, h); title('a'); subtitle('b'); xticklabels({'l', 'm'}); xtickangle(30);",
                "area([1 2; 3 4; 2 1]); hold on; bar(1:3); scatter(1:3, 1:3); legend('Location', 'best');",
                "surf(X, Y, Z); shading interp; camlight;",
                "loglog(1:5, 1:5); grid on;",
                "scatter(v, v, 20, v, 'filled');",
                "scatter3(v, v, v);",
                "stem(v);",
                "stairs(v);",
                "errorbar(v, v.^2);",
                "bar([1 2; 3 4]);",
                "barh([1 2 3]);",
                "hist(v, 5);",
                "area([1 2; 2 1]);",
                "pie([1 2 3]);",
                "fill([0 1 1], [0 0 1], 'g');",
                "patch([0 1 1], [0 0 1], [0 1 0], 'b');",
                "contour(X, Y, Z); colorbar;",
                "contourf(X, Y, Z, 8);",
                "contour3(X, Y, Z);",
                "surf(X, Y, Z); colorbar;",
                "surfc(X, Y, Z);",
                "mesh(X, Y, Z);",
                "meshc(X, Y, Z);",
                "pcolor(X, Y, Z);",
                "quiver(X, Y, X, -Y);",
                "imagesc(Z); colormap jet;",
                "image([1 2; 3 4]);",
                "imshow([0 1; 1 0]);",
                "surf(X, Y, Z); shading interp; camlight; view(30, 60);",
                "subplot(1, 2, 1); plot(1:3); subplot(1, 2, 2); plot(3:-1:1); sgtitle('two');",
                "plot(1:3); text(2, 2, '\\eta_0'); axis equal tight;",
                "plot(1:3); axis off; line([1 2], [3 4]);"
            })
    void everyKindOfPictureIsDrawn(String code) throws IOException {
        draw(code);
        BufferedImage image = ImageIO.read(folder.resolve("figure-1.png").toFile());
        assertEquals(960, image.getWidth());
        assertEquals(720, image.getHeight());
        assertTrue(colors(image) > (code.contains("imshow") ? 1 : 5), code);
    }

    @Test
    void svgKeepsItsWordsAsText() throws IOException {
        draw("plot(1:3); title('Descent'); print('picture.svg');");
        String svg = Files.readString(folder.resolve("picture.svg"));
        assertTrue(svg.contains("<text") && svg.contains("Descent"));
    }

    @Test
    void pdfAndEpsHaveTheFiguresSizeAndDrawTheirWords() throws IOException {
        draw("plot(1:3); title('Спуск, \\eta = 0.1'); print('picture.pdf'); saveas(gcf, 'picture.eps');");
        String pdf = Files.readString(folder.resolve("picture.pdf"), StandardCharsets.ISO_8859_1);
        assertTrue(pdf.startsWith("%PDF-") && pdf.contains("/MediaBox [0 0 480.0") && pdf.contains("%%EOF"), pdf);
        String eps = Files.readString(folder.resolve("picture.eps"), StandardCharsets.ISO_8859_1);
        assertTrue(eps.contains("%%HiResBoundingBox: 0.0 0.0 480.0") && !eps.contains("(1.5)"), eps);
    }

    @Test
    void imagesStartWithTheirFirstRowOnTop() throws IOException {
        draw("imshow([0; 1]);");
        BufferedImage image = ImageIO.read(folder.resolve("figure-1.png").toFile());
        assertEquals(0xFF000000, image.getRGB(480, 300));
        assertEquals(0xFFFFFFFF, image.getRGB(480, 450));
    }

    @Test
    void aSixelPictureTellsItsSizeAndEndsItsString() {
        BufferedImage image = new BufferedImage(4, 7, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 4; x++) for (int y = 0; y < 7; y++) image.setRGB(x, y, x < 2 ? 0xFF0000 : 0xFFFFFF);
        String s = Sixel.of(image);
        assertTrue(s.startsWith("\033P0;1;0q\"1;1;4;7"), s);
        assertTrue(s.contains(";2;100;0;0"), s);
        assertTrue(s.endsWith("\033\\"), s);
        // six rows of red in columns 0 and 1 are "~~", the seventh row alone is "@@"
        assertTrue(s.contains("~~") && s.contains("@@"), s);
    }

    @ParameterizedTest
    @EnumSource(TerminalScreen.Protocol.class)
    void terminalsAreSentAsciiAlone(TerminalScreen.Protocol protocol) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Figures figures = new Figures();
        figures.screen(new TerminalScreen(protocol, new PrintStream(bytes)));
        figures.axes().title.string = "η";
        figures.write();
        assertTrue(bytes.size() > 1000);
        for (byte b : bytes.toByteArray()) assertTrue(b > 0);
    }

    @Test
    void longTitlesAreBrokenBetweenWords() {
        java.awt.Font font = Words.font(12, true, false);
        Words title = Words.of("which x_{of all} is the best one", font);
        Words broken = title.within(title.width() / 2);
        assertTrue(broken.width() <= title.width() / 2 && broken.height() > title.height());
        Words word = Words.of("antidisestablishmentarianism", font);
        assertEquals(word.width(), word.within(10).width());
    }
}
