package nabla.window;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Base64;
import nabla.plot.Figure;
import nabla.plot.Screen;
import org.knowm.xchart.ChartEncoder;

/** Draws figures into the terminal itself, between the lines of text. */
public final class TerminalScreen implements Screen {
    /** How a terminal is sent a picture. */
    public enum Protocol {
        SIXEL,
        KITTY,
        ITERM2
    }

    /** The longest piece of a picture that the Kitty protocol takes at once. */
    private static final int CHUNK = 4096;

    private final Protocol protocol;
    private final PrintStream out;

    public TerminalScreen(Protocol protocol, PrintStream out) {
        this.protocol = protocol;
        this.out = out;
    }

    @Override
    public void show(Figure figure) {
        if (!figure.visible) return;
        try {
            out.println(sequence(figure));
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sequence(Figure figure) throws IOException {
        FigureChart chart = new FigureChart(figure, false);
        if (protocol == Protocol.SIXEL) {
            BufferedImage image = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
            chart.paint(image.createGraphics(), chart.getWidth(), chart.getHeight());
            return Sixel.of(image);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ChartEncoder.saveChart(new Page(chart, 1.5), png, "png");
        String code = Base64.getEncoder().encodeToString(png.toByteArray());
        if (protocol == Protocol.ITERM2)
            return "\033]1337;File=inline=1;size=" + png.size() + ";width=" + chart.getWidth() + "px:" + code + "\007";
        StringBuilder s = new StringBuilder();
        for (int from = 0; from < code.length(); from += CHUNK) {
            int to = Math.min(from + CHUNK, code.length());
            s.append("\033_G").append(from == 0 ? "a=T,f=100," : "").append("m=").append(to < code.length() ? 1 : 0);
            s.append(';').append(code, from, to).append("\033\\");
        }
        return s.toString();
    }

    @Override
    public void close(int number) {}

    @Override
    public void save(Figure figure, Path file, String format, double dpi) throws IOException {
        FileScreen.write(figure, file, format, dpi > 0 ? dpi : 144);
    }

    @Override
    public boolean live() {
        return false;
    }
}
