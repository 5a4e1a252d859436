package nabla.console;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nabla.engine.Engine;
import nabla.library.Catalog;
import nabla.value.Lang;
import nabla.value.Struct;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes variables, fields, functions, words of the language, files and the names of Greek letters. */
final class Completion implements Completer {
    private static final List<String> KEYWORDS = List.of(
            "break", "case", "catch", "continue", "else", "elseif", "end", "for", "function", "global", "if", "otherwise", "persistent",
            "return", "switch", "try", "unwind_protect", "while");
    private static final Set<String> TAKE_FILES = Set.of("cd", "ls", "dir", "edit", "run", "load", "save", "addpath", "type");

    private final Engine engine;
    private final Catalog catalog;

    Completion(Engine engine, Catalog catalog) {
        this.engine = engine;
        this.catalog = catalog;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> found) {
        String word = line.word().substring(0, line.wordCursor());
        String before = line.line().substring(0, line.cursor() - line.wordCursor());
        if (word.startsWith("\\")) {
            for (String row : Greek.beginning(word.substring(1))) {
                String name = "\\" + row.substring(0, row.indexOf(' '));
                add(found, name, name + "  " + row.substring(row.indexOf(' ') + 1), null, 0);
            }
            return;
        }
        boolean quoted = !before.isEmpty() && (before.endsWith("'") || before.endsWith("\""));
        boolean command = TAKE_FILES.contains(before.strip());
        if (quoted || command) files(word, found);
        if (quoted) return;
        if (word.indexOf('.') > 0) {
            fields(word, found);
            return;
        }
        for (String n : engine.baseWorkspace().names()) add(found, n, n, Lang.say("variables", "переменные"), 0);
        if (before.strip().endsWith(".")) return;
        for (String n : catalog.names()) if (n.indexOf('.') < 0) add(found, n, n, Lang.say("functions", "функции"), 1);
        for (String n : KEYWORDS) add(found, n, n, Lang.say("words of the language", "слова языка"), 2);
        scripts(found);
    }

    private static void add(List<Candidate> found, String value, String shown, String group, int sort) {
        found.add(new Candidate(value, shown, group, null, null, null, false, sort));
    }

    private void fields(String word, List<Candidate> found) {
        int dot = word.lastIndexOf('.');
        String[] way = word.substring(0, dot).split("\\.");
        Object v = engine.baseWorkspace().get(way[0]);
        for (int i = 1; i < way.length && v instanceof Struct s && !s.isEmpty(); i++) v = s.get(way[i], 0);
        if (!(v instanceof Struct s)) return;
        for (String n : s.names()) add(found, word.substring(0, dot + 1) + n, n, null, 0);
    }

    private void scripts(List<Candidate> found) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(engine.folder(), "*.{opt,m}")) {
            for (Path p : all) {
                String n = p.getFileName().toString();
                n = n.substring(0, n.lastIndexOf('.'));
                add(found, n, n, Lang.say("files", "файлы"), 1);
            }
        } catch (IOException unreadable) {
            return;
        }
    }

    private void files(String word, List<Candidate> found) {
        int slash = word.lastIndexOf('/');
        String folder = word.substring(0, slash + 1);
        Path where = engine.folder().resolve(folder.isEmpty() ? "." : folder);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(where)) {
            for (Path p : all) {
                String n = p.getFileName().toString();
                if (n.startsWith(".")) continue;
                String shown = Files.isDirectory(p) ? n + "/" : n;
                add(found, folder + shown, shown, Lang.say("files", "файлы"), 0);
            }
        } catch (IOException unreadable) {
            return;
        }
    }
}
