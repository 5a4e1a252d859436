package nabla.window;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import nabla.plot.Axes;
import nabla.plot.Figure;
import org.knowm.xchart.internal.chartpart.IChart;

/** A whole figure: its axes' charts side by side under the common title. */
final class FigureChart implements IChart {
    private final Figure figure;
    private final boolean draft;

    /** @param draft whether surfaces may be drawn coarsely, as while they are turned */
    FigureChart(Figure figure, boolean draft) {
        this.figure = figure;
        this.draft = draft;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Palette.color(figure.background));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        double top = title(g, width);
        for (Axes a : figure.axes) {
            Rectangle2D r = place(a, width, height, top);
            Graphics2D part = (Graphics2D) g.create();
            part.translate(r.getX(), r.getY());
            chart(a, r, width, height).paint(part, (int) Math.round(r.getWidth()), (int) Math.round(r.getHeight()));
            part.dispose();
        }
    }

    /** Draws the common title and returns the height it takes. */
    private double title(Graphics2D g, int width) {
        if (figure.title.isEmpty()) return 0;
        double px = figure.title.size > 0 ? figure.title.size * 1.2 : 15;
        Font f = Words.font(px, true, false);
        Words w = Words.of(figure.title.string, f);
        w.draw(g, width / 2.0, 8, 0.5, 0, 0, AxesChart.INK);
        return w.height() + 8;
    }

    /** The part of the sheet where the axes stand. */
    static Rectangle2D place(Axes a, double width, double height, double top) {
        double h = height - top;
        double[] o = a.outer;
        return new Rectangle2D.Double(o[0] * width, top + (1 - o[1] - o[3]) * h, o[2] * width, o[3] * h);
    }

    private IChart chart(Axes a, Rectangle2D r, int width, int height) {
        Rectangle2D inner = null;
        if (a.inner != null) {
            double[] p = a.inner;
            inner = new Rectangle2D.Double(
                    p[0] * width - r.getX(), (1 - p[1] - p[3]) * height - r.getY(), p[2] * width, p[3] * height);
        }
        return a.inSpace() ? new SpaceChart(a, inner, draft) : new PlaneChart(a, inner);
    }

    @Override
    public int getWidth() {
        return figure.width;
    }

    @Override
    public int getHeight() {
        return figure.height;
    }

    @Override
    public String getTitle() {
        return figure.name;
    }
}
