package nabla.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nabla.language.Source;
import nabla.library.files.Machine;
import nabla.library.Progress;
import nabla.library.Prompt;
import nabla.value.Failure;
import nabla.value.Lang;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The prompt: reads statements, runs them, until the user leaves. */
final class Repl {
    private final Options options;

    Repl(Options options) {
        this.options = options;
    }

    /** Returns the exit status. */
    int run() {
        try (Terminal terminal = terminal()) {
            return talk(terminal);
        } catch (IOException e) {
            throw unopened(e);
        }
    }

    /** The terminal that the process was started at. */
    static Terminal terminal() {
        // the probe for grapheme clusters waits 0.4 s for an answer that few terminals give
        System.setProperty("org.jline.terminal.graphemeCluster", "false");
        try {
            return TerminalBuilder.builder().name("nabla").system(true).encoding(StandardCharsets.UTF_8).build();
        } catch (IOException e) {
            throw unopened(e);
        }
    }

    private static Failure unopened(IOException e) {
        return Failure.of("the terminal can't be opened: %s", "терминал не открывается: %s", e.getMessage());
    }

    int talk(Terminal terminal) throws IOException {
        Output out = new Output(terminal.output(), true, lost -> {}, null);
        Program program = new Program(options, out, out);
        Prompt prompt = new TerminalPrompt(() -> terminal);
        program.engine.state(Prompt.class, () -> prompt);
        Progress progress = new StatusLine(terminal);
        program.engine.state(Progress.class, () -> progress);
        LineReader reader = reader(terminal, program);
        terminal.handle(Terminal.Signal.INT, s -> program.interrupt());
        Object dumb = org.jline.utils.Signals.register("INT", program::interrupt);
        out.println("Nabla " + Machine.number() + Lang.say(" — help shows where to start, exit leaves", " — с чего начать, скажет help; выход — exit"));
        while (true) {
            String line;
            try {
                line = reader.readLine(">> ");
            } catch (UserInterruptException e) {
                continue;
            } catch (EndOfFileException e) {
                break;
            }
            if (line.isBlank()) continue;
            program.run(new Source("", null, line));
            terminal.handle(Terminal.Signal.INT, s -> program.interrupt());
        }
        org.jline.utils.Signals.unregister("INT", dumb);
        program.end();
        return 0;
    }

    private static LineReader reader(Terminal terminal, Program program) throws IOException {
        TypedLine reader = new TypedLine(terminal, program.engine, program.catalog);
        reader.setParser(new LineParser(program.engine));
        reader.setHighlighter(new Colours(program.engine, program.catalog));
        reader.setCompleter(new Completion(program.engine, program.catalog));
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        reader.unsetOpt(LineReader.Option.INSERT_BRACKET);
        reader.setOpt(LineReader.Option.AUTO_FRESH_LINE);
        reader.unsetOpt(LineReader.Option.HISTORY_TIMESTAMPED);
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "%M%P > ");
        reader.setVariable(LineReader.INDENTATION, 0);
        Path history = history();
        if (history != null) reader.setVariable(LineReader.HISTORY_FILE, history);
        reader.setHistory(new DefaultHistory(reader));
        letters(reader);
        return reader;
    }

    /** TAB after {@code \eta} puts the letter; elsewhere it completes. */
    private static void letters(LineReader reader) {
        reader.getWidgets().put("nabla-tab", () -> {
            String line = reader.getBuffer().toString();
            int cursor = reader.getBuffer().cursor();
            int start = Greek.start(line, cursor);
            String letter = start < 0 ? null : Greek.letter(line.substring(start + 1, cursor));
            if (letter == null) {
                reader.callWidget(LineReader.EXPAND_OR_COMPLETE);
                return true;
            }
            reader.getBuffer().backspace(cursor - start);
            reader.getBuffer().write(letter);
            return true;
        });
        reader.getKeyMaps().get(LineReader.MAIN).bind(new Reference("nabla-tab"), "\t");
    }

    /** The file that keeps what was typed: {@code ~/.nabla/history}, or where XDG_STATE_HOME says; null when none can be made. */
    private static Path history() {
        Path home = Path.of(System.getProperty("user.home", "."));
        String state = System.getenv("XDG_STATE_HOME");
        Path folder = state == null || state.isBlank() ? home.resolve(".nabla") : Path.of(state, "nabla");
        try {
            Files.createDirectories(folder);
            return folder.resolve("history");
        } catch (IOException e) {
            return null;
        }
    }
}
