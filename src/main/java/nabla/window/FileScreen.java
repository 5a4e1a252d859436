package nabla.window;

import de.erichseifert.vectorgraphics2d.Processor;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.eps.EPSProcessor;
import de.erichseifert.vectorgraphics2d.pdf.PDFProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import nabla.plot.Figure;
import nabla.plot.Screen;
import org.knowm.xchart.ChartEncoder;

/** Writes every figure to a folder as figure-1.png, figure-2.png …, and says where once for each. */
public final class FileScreen implements Screen {
    /** Hears what became of each figure. */
    public interface Listener {
        /** The figure was written for the first time. */
        void written(Path file);

        /** The figure could not be written. */
        void failed(Path file, IOException why);
    }

    /** The pixels of a figure's plain display per inch; sharper pictures have more. */
    private static final double PLAIN = 96;

    private static final double MILLIMETRES = 25.4;

    private final Path folder;
    private final Listener listener;
    private final double dpi;
    private final Set<Path> told = new HashSet<>();

    public FileScreen(Path folder, Listener listener) {
        this(folder, listener, 144);
    }

    public FileScreen(Path folder, Listener listener, double dpi) {
        this.folder = folder;
        this.listener = listener;
        this.dpi = dpi;
    }

    @Override
    public void show(Figure figure) {
        Path file = folder.resolve("figure-" + figure.number() + ".png");
        try {
            write(figure, file, "png", dpi);
            if (told.add(file)) listener.written(file);
        } catch (IOException e) {
            listener.failed(file, e);
        }
    }

    @Override
    public void close(int number) {
        told.remove(folder.resolve("figure-" + number + ".png"));
    }

    @Override
    public void save(Figure figure, Path file, String format, double dots) throws IOException {
        write(figure, file, format, dots > 0 ? dots : dpi);
    }

    @Override
    public boolean live() {
        return false;
    }

    /** Writes one figure: {@code png}, {@code jpg}, {@code bmp}, {@code gif}, {@code svg}, {@code eps} or {@code pdf}. */
    static void write(Figure figure, Path file, String format, double dpi) throws IOException {
        String kind = format.toLowerCase(Locale.ROOT);
        FigureChart chart = new FigureChart(figure, false);
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        switch (kind) {
            case "pdf" -> outlines(chart, new PDFProcessor(true), picture);
            case "eps" -> outlines(chart, new EPSProcessor(), picture);
            case "svg" -> ChartEncoder.saveChart(chart, picture, kind);
            default -> ChartEncoder.saveChart(new Page(chart, dpi / PLAIN), picture, kind);
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) Files.createDirectories(parent);
        Files.write(file, picture.toByteArray());
    }

    /** Words become shapes: the fonts that these files can name have no Cyrillic and no Greek letters. */
    private static void outlines(FigureChart chart, Processor processor, OutputStream stream) throws IOException {
        VectorGraphics2D g = new VectorGraphics2D();
        g.setRenderingHint(Words.OUTLINES, true);
        Page page = new Page(chart, MILLIMETRES / PLAIN);
        page.paint(g, page.getWidth(), page.getHeight());
        PageSize size = new PageSize(chart.getWidth() * page.scale(), chart.getHeight() * page.scale());
        processor.getDocument(g.getCommands(), size).writeTo(stream);
    }
}
