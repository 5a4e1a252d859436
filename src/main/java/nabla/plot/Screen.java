package nabla.plot;

import java.io.IOException;
import java.nio.file.Path;

/** Where figures become visible: windows, files, a terminal. */
public interface Screen {
    /** Shows the figure as it is now; the figure is the screen's to keep. */
    void show(Figure figure);

    /** The figure of this number is gone. */
    void close(int number);

    /** Writes the figure to a file: {@code png}, {@code jpg}, {@code svg} or another format this screen can write, at dots per inch (0: the usual). */
    void save(Figure figure, Path file, String format, double dpi) throws IOException;

    /** Whether it pays to show every statement's changes at once; files are better written when a program pauses or ends. */
    boolean live();

    /** The figures that the user closed since this was last asked. */
    default int[] closed() {
        return new int[0];
    }
}
