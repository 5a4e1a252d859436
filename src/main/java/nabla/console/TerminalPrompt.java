package nabla.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import nabla.engine.Interrupted;
import nabla.library.Prompt;
import nabla.value.Failure;
import org.jline.builtins.Nano;
import org.jline.builtins.Options;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp;

/** The user at a terminal. */
final class TerminalPrompt implements Prompt {
    private final Supplier<Terminal> opening;
    private Terminal opened;

    /** @param opening gives the terminal when something is first asked for */
    TerminalPrompt(Supplier<Terminal> opening) {
        this.opening = opening;
    }

    private Terminal terminal() {
        if (opened == null) opened = opening.get();
        return opened;
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public String line(String question) {
        terminal().flush();
        LineReader r = LineReaderBuilder.builder()
                .terminal(terminal())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        try {
            return r.readLine(question);
        } catch (UserInterruptException e) {
            throw new Interrupted();
        } catch (EndOfFileException e) {
            return null;
        }
    }

    @Override
    public void clear() {
        terminal().puts(InfoCmp.Capability.clear_screen);
        terminal().flush();
    }

    @Override
    public void edit(Path file) {
        String editor = System.getenv("VISUAL");
        if (editor == null || editor.isBlank()) editor = System.getenv("EDITOR");
        try {
            if (editor != null && !editor.isBlank()) foreign(editor, file);
            else builtIn(file);
        } catch (IOException e) {
            throw Failure.of("%s can't be edited: %s", "файл %s не открыть в редакторе: %s", file, e.getMessage());
        }
    }

    private void builtIn(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Nano nano = new Nano(terminal(), folder, Options.compile(Nano.usage()).parse(new String[] {"-l", "-i"}));
        nano.title = "Nabla";
        nano.tabs = 4;
        nano.open(file.toAbsolutePath().toString());
        nano.run();
    }

    private void foreign(String editor, Path file) throws IOException {
        terminal().flush();
        Process p = new ProcessBuilder("/bin/sh", "-c", editor + " \"$1\"", "edit", file.toAbsolutePath().toString())
                .inheritIO()
                .start();
        try {
            p.waitFor();
        } catch (InterruptedException e) {
            p.destroy();
            throw new Interrupted();
        }
    }
}
