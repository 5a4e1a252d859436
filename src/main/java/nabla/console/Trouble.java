package nabla.console;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nabla.engine.Session;
import nabla.language.Source;
import nabla.library.Catalog;
import nabla.value.Failure;
import nabla.value.Lang;

/** How an error is told: the message, the line with a caret under the place, the calls that led there. */
final class Trouble {
    private static final int SHOWN = 8;
    /** Of a line longer than this, only so much is shown around the place. */
    private static final int LONG = 200;

    private Trouble() {}

    static void tell(Failure f, Source source, Session session, Catalog catalog, PrintStream err) {
        err.println(Lang.say("error: ", "ошибка: ") + f.getMessage());
        List<Failure.Place> places = f.places();
        if (!places.isEmpty()) caret(places.get(0), source, session, catalog, err);
        boolean atPrompt = source.path() == null && source.text().indexOf('\n') < 0;
        for (Failure.Place p : places) atPrompt &= p.function().isEmpty() && p.file().equals(source.name());
        if (!atPrompt) {
            for (int i = 0; i < places.size() && i < SHOWN; i++) err.println("  " + said(places.get(i)));
            if (places.size() > SHOWN) err.println("  ... " + (places.size() - SHOWN) + Lang.say(" more calls", " — ещё вызовов"));
        }
        err.flush();
    }

    private static String said(Failure.Place p) {
        StringBuilder b = new StringBuilder();
        if (!p.function().isEmpty()) b.append(p.function());
        if (!p.file().isEmpty()) b.append(b.length() > 0 ? " (" + p.file() + ")" : p.file());
        if (p.line() > 0) {
            if (b.length() > 0) b.append(", ");
            b.append(Lang.say("line ", "строка ")).append(p.line());
            if (p.column() > 0) b.append(Lang.say(", column ", ", место ")).append(p.column());
        }
        return b.toString();
    }

    private static void caret(Failure.Place p, Source source, Session session, Catalog catalog, PrintStream err) {
        Source s = p.file().isEmpty() || p.file().equals(source.name()) ? source : found(p.file(), session, catalog);
        if (s == null || p.line() < 1) return;
        String line = s.line(p.line());
        if (line.isBlank()) return;
        int from = line.length() <= LONG ? 0 : Math.max(0, Math.min(p.column() - 1, line.length()) - LONG / 2);
        String start = from > 0 ? "..." : "";
        String end = line.length() - from > LONG ? "..." : "";
        StringBuilder under = new StringBuilder("    ").append(" ".repeat(start.length()));
        for (int i = from; i < p.column() - 1 && i < line.length(); i++) under.append(line.charAt(i) == '\t' ? '\t' : ' ');
        err.println("    " + start + line.substring(from, Math.min(line.length(), from + LONG)) + end);
        if (p.column() > 0) err.println(under.append('^'));
    }

    private static Source found(String file, Session session, Catalog catalog) {
        List<Path> candidates = new ArrayList<>();
        candidates.add(session.folder().resolve(file));
        for (Path folder : session.path()) candidates.add(folder.resolve(file));
        for (Path p : candidates) {
            try {
                if (Files.isRegularFile(p)) return new Source(file, p, Files.readString(p));
            } catch (IOException e) {
                return null;
            }
        }
        String text = file.endsWith(".opt") ? catalog.source(file.substring(0, file.length() - 4)) : null;
        return text == null ? null : new Source(file, null, text);
    }
}
