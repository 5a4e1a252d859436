package nabla.window;

import java.awt.Graphics2D;
import org.knowm.xchart.internal.chartpart.IChart;

/** A chart on a sheet with more pixels than a plain display's. */
record Page(IChart chart, double scale) implements IChart {
    @Override
    public void paint(Graphics2D g, int width, int height) {
        g.scale(scale, scale);
        chart.paint(g, chart.getWidth(), chart.getHeight());
    }

    @Override
    public int getWidth() {
        return (int) Math.round(chart.getWidth() * scale);
    }

    @Override
    public int getHeight() {
        return (int) Math.round(chart.getHeight() * scale);
    }

    @Override
    public String getTitle() {
        return chart.getTitle();
    }
}
