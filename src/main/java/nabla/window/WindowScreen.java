package nabla.window;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.swing.SwingUtilities;
import nabla.plot.Figure;
import nabla.plot.Screen;

/**
 * Shows each figure in a window of its own. Windows belong to the event thread; figures are handed over to it, and of several versions
 * that wait only the last is drawn, so that a program is never held up by painting.
 */
public final class WindowScreen implements Screen {
    private final Map<Integer, Figure> waiting = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Integer> closed = new ConcurrentLinkedQueue<>();

    /** Touched on the event thread alone. */
    private final Map<Integer, FigureWindow> windows = new HashMap<>();

    @Override
    public void show(Figure figure) {
        if (waiting.put(figure.number(), figure) == null) {
            int n = figure.number();
            SwingUtilities.invokeLater(() -> bring(n));
        }
    }

    /** Whether a window can be seen. */
    public boolean isOpen() {
        boolean[] open = {false};
        try {
            // figures handed over before are brought up first: the event thread takes one thing after the other
            SwingUtilities.invokeAndWait(() -> open[0] = windows.values().stream().anyMatch(FigureWindow::isVisible));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
        return open[0];
    }

    /** Returns when the user has closed every window. */
    public void awaitClosed() {
        try {
            while (isOpen()) Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void bring(int number) {
        Figure f = waiting.remove(number);
        if (f == null) return;
        FigureWindow w = windows.get(number);
        if (w == null) {
            windows.put(number, new FigureWindow(f, () -> {
                if (windows.remove(number) != null) closed.add(number);
            }));
        } else w.show(f);
    }

    @Override
    public void close(int number) {
        waiting.remove(number);
        SwingUtilities.invokeLater(() -> {
            FigureWindow w = windows.remove(number);
            if (w != null) w.dispose();
        });
    }

    @Override
    public void save(Figure figure, Path file, String format, double dpi) throws IOException {
        FileScreen.write(figure, file, format, dpi > 0 ? dpi : 144);
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public int[] closed() {
        if (closed.isEmpty()) return new int[0];
        List<Integer> r = new ArrayList<>();
        for (Integer n = closed.poll(); n != null; n = closed.poll()) r.add(n);
        return r.stream().mapToInt(Integer::intValue).toArray();
    }
}
