package nabla.console;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.ListIterator;
import nabla.engine.Engine;
import nabla.language.Tokens;
import nabla.library.Catalog;
import nabla.library.Help;
import org.jline.reader.History;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * The line being typed, with a faint hint after it: the rest of the last line that began so, which → takes over; inside a call, how
 * the function is called.
 */
final class TypedLine extends LineReaderImpl {
    private static final AttributedStyle FAINT = AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT + AttributedStyle.BLACK);

    private final Engine engine;
    private final Catalog catalog;

    TypedLine(Terminal terminal, Engine engine, Catalog catalog) throws IOException {
        super(terminal, "nabla", new HashMap<>());
        this.engine = engine;
        this.catalog = catalog;
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        boolean hinted = doAutosuggestion && searchTerm == null && post == null && buf.length() > 0 && buf.cursor() == buf.length();
        AttributedString shown = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        if (!hinted) return shown;
        String line = buf.toString();
        String rest = remembered(getHistory(), line);
        String hint = rest.isEmpty() ? signature(line) : rest;
        int room = size.getColumns() - shown.columnLength() % Math.max(1, size.getColumns()) - 1;
        if (hint.length() > room) hint = room < 8 ? "" : hint.substring(0, room - 1) + "…";
        return new AttributedStringBuilder().append(shown).append(hint, FAINT).toAttributedString();
    }

    /** What followed in the last line of the history that began so; empty when none did. */
    static String remembered(History history, String line) {
        if (line.isBlank()) return "";
        ListIterator<History.Entry> back = history.iterator(history.last() + 1);
        while (back.hasPrevious()) {
            String before = back.previous().line();
            if (before.length() > line.length() && before.startsWith(line) && before.indexOf('\n') < 0)
                return before.substring(line.length());
        }
        return "";
    }

    /** How the function is called whose brackets are still open at the end of the line; empty when it has no help or is a variable. */
    String signature(String line) {
        List<Tokens.Token> words = Tokens.of(line, engine.baseWorkspace()::has);
        int open = 0;
        for (int k = words.size() - 1; k > 0; k--) {
            char c = line.charAt(words.get(k).start());
            if (words.get(k).kind() != Tokens.Kind.BRACKET) continue;
            if (")]}".indexOf(c) >= 0) open--;
            else if (++open > 0) {
                Tokens.Token name = words.get(k - 1);
                if (c != '(' || name.kind() != Tokens.Kind.NAME || name.end() != words.get(k).start()) return "";
                return call(line.substring(name.start(), name.end()));
            }
        }
        return "";
    }

    private String call(String name) {
        Help help = engine.baseWorkspace().has(name) ? null : catalog.help(name);
        return help == null ? "" : "   " + help.calls().get(help.calls().size() - 1);
    }

    @Override
    protected boolean forwardChar() {
        return taken() || super.forwardChar();
    }

    @Override
    protected boolean endOfLine() {
        return taken() || super.endOfLine();
    }

    /** Takes the hinted rest of a remembered line over; false when there is nothing to take. */
    private boolean taken() {
        if (buf.cursor() < buf.length()) return false;
        String rest = remembered(getHistory(), buf.toString());
        buf.write(rest);
        return !rest.isEmpty();
    }
}
