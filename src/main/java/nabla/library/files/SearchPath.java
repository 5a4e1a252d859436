package nabla.library.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Texts;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Value;

/** Where functions and scripts are looked for. */
public final class SearchPath {
    private static final String SEPARATOR = java.io.File.pathSeparator;

    private SearchPath() {}

    /** The file that a name, with or without its ending, stands for; null when there is none. */
    public static Path file(Session session, String name) {
        if (name.indexOf('\0') >= 0) return null;
        List<Path> folders = new ArrayList<>();
        folders.add(session.folder());
        folders.addAll(session.path());
        for (Path folder : folders) {
            int dot = name.lastIndexOf('.');
            boolean ended = name.endsWith(".opt") || name.endsWith(".m");
            if (dot > 0 && !ended && name.indexOf('/') < 0) folder = folder.resolve("+" + name.substring(0, dot).replace(".", "/+"));
            String last = ended ? name : name.substring(dot + 1);
            for (String ending : new String[] {"", ".opt", ".m"}) {
                if (ending.isEmpty() && !ended) continue;
                Path p = folder.resolve(last + ending);
                if (Files.isRegularFile(p)) return p;
            }
        }
        return null;
    }

    private static String text(Session session) {
        StringBuilder b = new StringBuilder(".");
        for (Path p : session.path()) b.append(SEPARATOR).append(p);
        return b.toString();
    }

    private static List<Path> folders(Session session, Value[] a, String function, boolean must) {
        List<Path> r = new ArrayList<>();
        for (Value v : a) {
            if (!(v instanceof Char c)) continue;
            for (String s : c.text().split(java.util.regex.Pattern.quote(SEPARATOR))) {
                if (s.equals("-begin") || s.equals("-end") || s.isEmpty()) continue;
                Path p = Folders.resolve(session, s);
                if (Files.isDirectory(p)) r.add(p);
                else if (must) session.out().println("warning: " + function + ": " + s + nabla.value.Lang.say(": no such folder", ": нет такой папки"));
            }
        }
        return r;
    }

    @Function(call = "addpath(folder, ...)\naddpath(folder, ..., '-end')",
            en = "Looks for functions in these folders too, before those added earlier ('-end': after them).",
            ru = "Искать функции ещё и в этих папках — раньше добавленных прежде ('-end': после них).", examples = {"addpath('.')"})
    public static Value[] addpath(Session session, @Nargout int nargout, Value... folders) {
        String before = text(session);
        boolean end = false;
        for (Value v : folders) end |= Texts.option(v, "-end") || v instanceof nabla.value.Numeric n && !(v instanceof Char) && n.isTrue();
        List<Path> added = folders(session, folders, "addpath", true);
        session.path().removeAll(added);
        session.path().addAll(end ? session.path().size() : 0, added);
        session.folder(session.folder());
        return nargout > 0 ? new Value[] {Char.of(before)} : new Value[0];
    }

    @Function(call = "rmpath(folder, ...)", en = "No longer looks for functions in these folders.", ru = "Больше не искать функции в этих папках.",
            examples = {"d = tempname(); mkdir(d); addpath(d); rmpath(d); isempty(strfind(path(), d))  % 1"})
    public static Value[] rmpath(Session session, @Nargout int nargout, Value... folders) {
        String before = text(session);
        session.path().removeAll(folders(session, folders, "rmpath", false));
        session.folder(session.folder());
        return nargout > 0 ? new Value[] {Char.of(before)} : new Value[0];
    }

    @Function(call = "rehash", en = "Looks anew at which files stand for functions.", ru = "Заново смотрит, какие файлы задают функции.", examples = {"rehash"})
    public static void rehash(Session session) {
        session.folder(session.folder());
    }

    @Function(call = "s = path", en = "The folders in which functions are looked for, joined by path separators.", ru = "Папки, в которых ищутся функции, через разделитель.",
            examples = {"ischar(path)  % 1"})
    public static String path(Session session) {
        return text(session);
    }

    @Function(call = "s = genpath(folder)", en = "The folder and all folders below it, for addpath.", ru = "Папка и все папки внутри неё, для addpath.",
            examples = {"ischar(genpath('.'))  % 1"})
    public static String genpath(Session session, String folder, Value... skip) {
        Path root = Folders.resolve(session, folder);
        if (!Files.isDirectory(root)) return "";
        List<String> all = new ArrayList<>();
        try (Stream<Path> below = Files.walk(root)) {
            below.filter(Files::isDirectory).forEach(p -> {
                Path inside = root.relativize(p);
                boolean hidden = false;
                for (Path part : inside) hidden |= part.toString().startsWith(".") || part.toString().equals("private") || part.toString().startsWith("@");
                if (!hidden) all.add(p.toString());
            });
        } catch (IOException | java.io.UncheckedIOException e) {
            throw Failure.of("genpath: %s can't be read", "genpath: папка %s не читается", folder);
        }
        Collections.sort(all);
        return String.join(SEPARATOR, all);
    }
}
