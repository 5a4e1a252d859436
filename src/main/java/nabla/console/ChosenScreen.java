package nabla.console;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import nabla.engine.Session;
import nabla.plot.Figure;
import nabla.plot.Screen;
import nabla.value.Lang;
import nabla.window.FileScreen;
import nabla.window.TerminalScreen;
import nabla.window.WindowScreen;

/** Decides where figures go when the first one does, so that a program without figures loads nothing that draws. */
final class ChosenScreen implements Screen, FileScreen.Listener {
    private final Options options;
    private final Session session;
    private final PrintStream err;
    private Screen chosen;

    ChosenScreen(Options options, Session session, PrintStream err) {
        this.options = options;
        this.session = session;
        this.err = err;
    }

    private Screen chosen() {
        if (chosen == null) chosen = choose();
        return chosen;
    }

    /** The one asked for; else windows for somebody who sits before a display, and files for everybody else. */
    private Screen choose() {
        String asked = options.screen();
        if (asked == null)
            asked = options.figures() == null && hasDisplay() && Main.atTerminal() ? "window" : "file";
        if (asked.equals("window")) {
            if (windowsOpen()) return new WindowScreen();
            err.println(Lang.say(
                    "windows can't be opened here, figures go to files",
                    "окна здесь не открываются, рисунки пойдут в файлы"));
        }
        System.setProperty("java.awt.headless", "true");
        Path where = session.folder().resolve(options.figures() == null ? "figures" : options.figures());
        return switch (asked) {
            case "sixel", "kitty", "iterm2" -> new TerminalScreen(
                    TerminalScreen.Protocol.valueOf(asked.toUpperCase(Locale.ROOT)), session.out());
            default -> new FileScreen(where, this);
        };
    }

    /** Whether there is a display to try: asking the toolkit itself costs a third of a second. */
    private static boolean hasDisplay() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("windows") || system.contains("mac")) return true;
        return !System.getenv().getOrDefault("DISPLAY", "").isBlank();
    }

    private static boolean windowsOpen() {
        try {
            return !GraphicsEnvironment.isHeadless()
                    && GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice() != null;
        } catch (AWTError | HeadlessException | LinkageError none) {
            return false;
        }
    }

    /** Waits until no window is open. */
    void linger() {
        if (!(chosen instanceof WindowScreen windows) || !windows.isOpen()) return;
        session.out().println(Lang.say("close the windows to leave", "чтобы выйти, закройте окна"));
        session.out().flush();
        windows.awaitClosed();
    }

    @Override
    public void written(Path file) {
        tell(Lang.say("figure: ", "рисунок: ") + file);
    }

    @Override
    public void failed(Path file, IOException why) {
        tell(Lang.say("the figure can't be written: ", "рисунок не записан: ") + file + ": " + why.getMessage());
    }

    /** On a line of its own, apart from what the program prints. */
    private void tell(String line) {
        if (session.out() instanceof Output o && o.midline()) err.println();
        err.println(line);
    }

    @Override
    public void show(Figure figure) {
        chosen().show(figure);
    }

    @Override
    public void close(int number) {
        if (chosen != null) chosen.close(number);
    }

    @Override
    public void save(Figure figure, Path file, String format, double dpi) throws IOException {
        chosen().save(figure, file, format, dpi);
    }

    @Override
    public boolean live() {
        return chosen().live();
    }

    @Override
    public int[] closed() {
        return chosen == null ? new int[0] : chosen.closed();
    }
}
