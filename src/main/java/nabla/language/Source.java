package nabla.language;

/**
 * A text to be read, with the name that errors give it; the path is null for a line of the console. However its lines end in
 * the file, here each ends in a newline.
 */
public record Source(String name, java.nio.file.Path path, String text) {
    public Source {
        if (text.indexOf('\r') >= 0) text = text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The line with this number, from 1; empty beyond the end. */
    public String line(int number) {
        int start = 0;
        for (int i = 1; i < number; i++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) return "";
        }
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end);
    }
}
