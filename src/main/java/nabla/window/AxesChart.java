package nabla.window;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import nabla.plot.Axes;
import nabla.plot.Colors;
import nabla.plot.Text;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * One axes on a sheet of its own: title, legend and colour bar around a plot box.
 *
 * <p>XChart's own XYChart is not used: its ticks miss the ends of axes, it has no place for contours, surfaces, images or arrows
 * between grid and series, and subplots cannot share its style. Its interface IChart is what charts compose by, and its encoders
 * write them.
 */
abstract class AxesChart implements IChart {
    static final Color INK = Palette.color(Colors.INK);
    static final Color GRID = new Color(0xDFDFDF);
    static final Color MINOR_GRID = new Color(0xEEEEEE);

    final Axes a;
    final Palette palette;

    /** The plot box the program asked for, or null. */
    private final Rectangle2D wanted;

    Graphics2D g;

    /** The plot box, known once laid out. */
    Rectangle2D.Double box;

    AxesChart(Axes a, Rectangle2D wanted) {
        this.a = a;
        this.wanted = wanted;
        this.palette = Palette.of(a);
    }

    /** Lays out and draws box, rulers and items; {@link #box} holds the room when called and the plot box when it returns. */
    abstract void paintBox();

    /** Pixels the ruler's numbers and labels need: left, top, right, bottom. */
    abstract double[] margins(double width, double height);

    /** The number of data points that fall into a rectangle of the sheet. */
    abstract int pointsIn(Rectangle2D r);

    final double fontPixels() {
        return a.fontSize * 1.2;
    }

    final double pixels(Text t, double factor) {
        return t.size > 0 ? t.size * 1.2 : fontPixels() * factor;
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        g = (Graphics2D) graphics.create();
        try {
            paintAll(width, height);
        } finally {
            g.dispose();
        }
    }

    private void paintAll(int width, int height) {
        LegendBox legend = a.legend == null ? null : LegendBox.of(this);
        ColorStrip strip = a.colorbar == null ? null : new ColorStrip(this);
        Words title = words(a.title, 1.1, true).within(width - 8);
        double titleHeight = a.title.isEmpty() ? 0 : title.height() + 4;
        double[] need = margins(width, height);
        double left = need[0];
        double top = need[1] + titleHeight;
        double right = need[2];
        double bottom = need[3];
        if (strip != null) {
            if (strip.onRight()) right += strip.room();
            else if (strip.onLeft()) left += strip.room();
            else if (strip.below()) bottom += strip.room();
            else top += strip.room();
        }
        if (legend != null && legend.outside()) {
            if (a.legend.location.startsWith("east")
                    || a.legend.location.startsWith("northeast")
                    || a.legend.location.startsWith("best")) right += legend.width() + 8;
            else if (a.legend.location.startsWith("west")) left += legend.width() + 8;
            else if (a.legend.location.startsWith("south")) bottom += legend.height() + 6;
            else top += legend.height() + 6;
        }
        box = new Rectangle2D.Double(
                left, top, Math.max(20, width - left - right), Math.max(20, height - top - bottom));
        if (wanted != null) box.setRect(wanted);
        Rectangle2D room = (Rectangle2D) box.clone();
        paintBox();
        if (!a.title.isEmpty()) {
            double half = title.width() / 2 + 4;
            double middle = Math.max(half, Math.min(width - half, box.getCenterX()));
            title.draw(g, middle, titleBottom(room), 0.5, 1, 0, Palette.color(a.title.color));
        }
        if (strip != null) strip.draw(need);
        if (legend != null) legend.draw(need);
    }

    /** The y on which the title stands. */
    double titleBottom(Rectangle2D room) {
        return box.getMinY() - 4 - (a.colorbar != null && a.colorbar.location.startsWith("north") ? 46 : 0);
    }

    final Words words(Text t, double factor, boolean bold) {
        java.awt.Font f = Words.font(pixels(t, factor), t.bold || bold, t.italic);
        return t.interpreter.equals("none") ? Words.plain(t.string, f) : Words.of(t.string, f);
    }

    @Override
    public int getWidth() {
        return 640;
    }

    @Override
    public int getHeight() {
        return 480;
    }

    @Override
    public String getTitle() {
        return a.title.string;
    }
}
