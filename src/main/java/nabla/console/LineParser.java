package nabla.console;

import java.util.List;
import nabla.engine.Engine;
import nabla.language.Reader;
import nabla.language.Reading;
import nabla.language.Source;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor when a statement is not over yet, and which word is being completed. */
final class LineParser implements Parser {
    private final Engine engine;

    LineParser(Engine engine) {
        this.engine = engine;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT) {
            Reading r = Reader.read(new Source("", null, line), engine.baseWorkspace()::has);
            if (r instanceof Reading.Incomplete i) throw new EOFError(-1, -1, "", i.closing(), 0, i.closing());
        }
        return new Typed(line, cursor);
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    /** The line with the word at the cursor: letters, digits and what file names are made of inside quotes. */
    static final class Typed implements CompletingParsedLine {
        private final String line;
        private final int cursor;
        private final int start;
        private final int end;

        Typed(String line, int cursor) {
            this.line = line;
            this.cursor = cursor;
            int letter = Greek.start(line, cursor);
            int quote = openQuote(line, cursor);
            int a = cursor;
            if (letter >= 0) a = letter;
            else if (quote >= 0) a = quote + 1;
            else while (a > 0 && isName(line.charAt(a - 1))) a--;
            start = a;
            int b = cursor;
            while (b < line.length() && isName(line.charAt(b))) b++;
            end = b;
        }

        private static boolean isName(char c) {
            return Character.isUnicodeIdentifierPart(c) || c >= '\u2080' && c <= '\u209C' || c == '.';
        }

        /** The quote that is still open at the cursor, -1 when none is. */
        static int openQuote(String line, int cursor) {
            int open = -1;
            for (int i = line.lastIndexOf('\n', cursor - 1) + 1; i < cursor; i++) {
                char c = line.charAt(i);
                if (open >= 0) {
                    if (c == line.charAt(open)) open = -1;
                } else if (c == '"' || c == '\'' && (i == 0 || !isOperand(line.charAt(i - 1)))) {
                    open = i;
                }
            }
            return open;
        }

        private static boolean isOperand(char c) {
            return isName(c) || c == ')' || c == ']' || c == '}' || c == '\'';
        }

        @Override
        public String word() {
            return line.substring(start, end);
        }

        @Override
        public int wordCursor() {
            return cursor - start;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public String line() {
            return line;
        }

        @Override
        public int cursor() {
            return cursor;
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return end - start;
        }
    }
}
