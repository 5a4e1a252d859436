package nabla.console;

import java.io.IOException;
import java.nio.file.Path;
import nabla.engine.Session;
import nabla.plot.Figure;
import nabla.plot.Screen;
import nabla.value.Lang;
import nabla.window.FileScreen;

/** Decides where figures go when the first one does, so that a program without figures loads nothing that draws. */
final class ChosenScreen implements Screen, FileScreen.Listener {
    private final String folder;
    private final Session session;
    private Screen chosen;

    /** @param folder where {@code --figures} wants them, or null */
    ChosenScreen(String folder, Session session) {
        this.folder = folder;
        this.session = session;
    }

    private Screen chosen() {
        if (chosen == null) {
            Path where = session.folder().resolve(folder == null ? "figures" : folder);
            chosen = new FileScreen(where, this);
        }
        return chosen;
    }

    @Override
    public void written(Path file) {
        session.out().println(Lang.say("figure: ", "рисунок: ") + file);
    }

    @Override
    public void failed(Path file, IOException why) {
        session.out().println(Lang.say("the figure can't be written: ", "рисунок не записан: ") + file + ": " + why.getMessage());
    }

    @Override
    public void show(Figure figure) {
        chosen().show(figure);
    }

    @Override
    public void close(int number) {
        chosen().close(number);
    }

    @Override
    public void save(Figure figure, Path file, String format, double dpi) throws IOException {
        chosen().save(figure, file, format, dpi);
    }

    @Override
    public boolean live() {
        return chosen != null && chosen.live();
    }

    @Override
    public int[] closed() {
        return chosen == null ? new int[0] : chosen.closed();
    }
}
