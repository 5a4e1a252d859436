package nabla.console;

import java.util.List;
import nabla.library.Progress;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Status;

/** Progress in the terminal's last line, apart from what the program prints. */
final class StatusLine implements Progress {
    private final Terminal terminal;

    StatusLine(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void show(String line) {
        Status status = Status.getStatus(terminal);
        if (status != null) status.update(line.isEmpty() ? List.of() : List.of(new AttributedString(line)));
    }
}
