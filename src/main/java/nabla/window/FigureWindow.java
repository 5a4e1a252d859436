package nabla.window;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.WindowConstants;
import nabla.plot.Axes;
import nabla.plot.Extent;
import nabla.plot.Figure;
import nabla.plot.Limits;

/** One figure's window: dragging turns axes in space and moves plane ones, the wheel zooms, a double click puts all back. */
final class FigureWindow {
    private final JFrame frame;
    private final Sheet sheet = new Sheet();
    private Figure figure;

    /** The views that the program gave the axes; the mouse's own last until the program gives others. */
    private List<double[]> given;

    private boolean draft;

    FigureWindow(Figure figure, Runnable onClose) {
        this.figure = figure;
        this.given = views(figure);
        frame = new JFrame(title(figure));
        frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        frame.setAutoRequestFocus(false);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent e) {
                onClose.run();
            }
        });
        sheet.setPreferredSize(new Dimension(figure.width, figure.height));
        Mouse mouse = new Mouse();
        sheet.addMouseListener(mouse);
        sheet.addMouseMotionListener(mouse);
        sheet.addMouseWheelListener(mouse);
        frame.add(sheet, BorderLayout.CENTER);
        frame.pack();
        frame.setLocation(60 + 30 * (figure.number() % 12), 60 + 24 * (figure.number() % 12));
        frame.setVisible(figure.visible);
    }

    private static String title(Figure f) {
        return "Figure " + f.number() + (f.name.isEmpty() ? "" : ": " + f.name);
    }

    private static List<double[]> views(Figure f) {
        List<double[]> r = new ArrayList<>();
        for (Axes a : f.axes) r.add(new double[] {a.azimuth, a.elevation});
        return r;
    }

    void show(Figure next) {
        List<double[]> now = views(next);
        for (int k = 0; k < now.size() && k < given.size() && k < figure.axes.size(); k++) {
            boolean untouched = now.get(k)[0] == given.get(k)[0] && now.get(k)[1] == given.get(k)[1];
            if (untouched) next.axes.get(k).view(figure.axes.get(k).azimuth, figure.axes.get(k).elevation);
        }
        figure = next;
        given = now;
        frame.setTitle(title(next));
        if (frame.isVisible() != next.visible) frame.setVisible(next.visible);
        sheet.repaint();
    }

    boolean isVisible() {
        return frame.isVisible();
    }

    void dispose() {
        frame.dispose();
    }

    private final class Sheet extends JPanel {
        @Override
        protected void paintComponent(Graphics g) {
            new FigureChart(figure, draft).paint((Graphics2D) g, getWidth(), getHeight());
        }
    }

    private final class Mouse extends MouseAdapter {
        private Axes held;
        private int x;
        private int y;

        private Axes under(MouseEvent e) {
            Axes found = null;
            for (Axes a : figure.axes) {
                if (FigureChart.place(a, sheet.getWidth(), sheet.getHeight(), 0).contains(e.getPoint())) found = a;
            }
            return found;
        }

        @Override
        public void mousePressed(MouseEvent e) {
            held = under(e);
            x = e.getX();
            y = e.getY();
        }

        @Override
        public void mouseDragged(MouseEvent e) {
            if (held == null) return;
            int dx = e.getX() - x;
            int dy = e.getY() - y;
            x = e.getX();
            y = e.getY();
            if (held.inSpace())
                held.view(held.azimuth - dx * 0.5, Math.max(-90, Math.min(89.9, held.elevation + dy * 0.5)));
            else {
                scale(held, Extent.X, 1, -dx / (held.outer[2] * sheet.getWidth() * 0.85));
                scale(held, Extent.Y, 1, dy / (held.outer[3] * sheet.getHeight() * 0.85));
            }
            draft = held.inSpace();
            sheet.repaint();
        }

        @Override
        public void mouseReleased(MouseEvent e) {
            draft = false;
            sheet.repaint();
        }

        @Override
        public void mouseWheelMoved(MouseWheelEvent e) {
            Axes a = under(e);
            if (a == null || a.inSpace()) return;
            double by = Math.pow(1.15, e.getPreciseWheelRotation());
            scale(a, Extent.X, by, 0);
            scale(a, Extent.Y, by, 0);
            sheet.repaint();
        }

        @Override
        public void mouseClicked(MouseEvent e) {
            Axes a = under(e);
            if (a == null || e.getClickCount() != 2) return;
            int k = figure.axes.indexOf(a);
            if (k < given.size()) a.view(given.get(k)[0], given.get(k)[1]);
            a.x.limits = null;
            a.y.limits = null;
            sheet.repaint();
        }

        /** Limits about their middle times a factor, moved by a part of their length; logarithms are scaled on a logarithmic axis. */
        private void scale(Axes a, int k, double factor, double shift) {
            double[] l = Limits.of(a, k, 10);
            boolean log = a.axis(k).log;
            double low = log ? Math.log10(l[0]) : l[0];
            double high = log ? Math.log10(l[1]) : l[1];
            double middle = (low + high) / 2 + shift * (high - low) * (a.axis(k).reverse ? -1 : 1);
            double half = (high - low) / 2 * factor;
            if (!(half > Math.abs(middle) * 1e-12)) return;
            a.axis(k).limits = log
                    ? new double[] {Math.pow(10, middle - half), Math.pow(10, middle + half)}
                    : new double[] {middle - half, middle + half};
        }
    }
}
