package nabla.console;

import nabla.engine.Engine;
import nabla.language.Tokens;
import nabla.library.Catalog;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours what is typed by the words that the reader sees in it. */
final class Colours implements Highlighter {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

    private final Engine engine;
    private final Catalog catalog;

    Colours(Engine engine, Catalog catalog) {
        this.engine = engine;
        this.catalog = catalog;
    }

    @Override
    public AttributedString highlight(LineReader reader, String line) {
        AttributedStringBuilder b = new AttributedStringBuilder();
        int from = 0;
        try {
            for (Tokens.Token w : Tokens.of(line, engine.baseWorkspace()::has)) {
                if (w.start() < from) continue;
                b.append(line.substring(from, w.start()));
                String text = line.substring(w.start(), w.end());
                b.append(text, style(w.kind(), text));
                from = w.end();
            }
        } catch (RuntimeException unreadable) {
            return new AttributedString(line);
        }
        return b.append(line.substring(from)).toAttributedString();
    }

    private AttributedStyle style(Tokens.Kind kind, String text) {
        return switch (kind) {
            case KEYWORD -> PLAIN.foreground(AttributedStyle.BLUE).bold();
            case NUMBER -> PLAIN.foreground(AttributedStyle.CYAN);
            case STRING, WORD -> PLAIN.foreground(AttributedStyle.MAGENTA);
            case ERROR -> PLAIN.foreground(AttributedStyle.RED);
            case COMMENT -> PLAIN.foreground(AttributedStyle.GREEN);
            case COMMAND -> PLAIN.foreground(AttributedStyle.YELLOW);
            case NAME -> !engine.baseWorkspace().has(text) && catalog.names().contains(text)
                    ? PLAIN.foreground(AttributedStyle.YELLOW)
                    : PLAIN;
            case OPERATOR, BRACKET, SEPARATOR -> PLAIN;
        };
    }
}
