package nabla.library.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nabla.engine.Session;
import nabla.library.Catalog;
import nabla.library.Decoded;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Texts;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Folders and files: where we are, what is there, making, moving, deleting. */
public final class Folders {
    private Folders() {}

    /** The file a name stands for, seen from the session's folder; a leading ~ is the user's home. */
    public static Path resolve(Session session, String name) {
        if (name.equals("~") || name.startsWith("~/")) name = System.getProperty("user.home") + name.substring(1);
        try {
            return session.folder().resolve(name).normalize();
        } catch (java.nio.file.InvalidPathException e) {
            throw Failure.of("%s is no file name", "%s не может быть именем файла", name);
        }
    }

    @Function(call = "s = pwd", en = "The working folder.", ru = "Рабочая папка.", examples = {"isfolder(pwd)  % 1"})
    public static String pwd(Session session) {
        return session.folder().toString();
    }

    @Function(call = "cd folder\ns = cd", en = "Changes the working folder; alone, the home folder, or as a value the present one.",
            ru = "Меняет рабочую папку; без аргумента — на домашнюю; как значение даёт текущую.", examples = {"cd ."}, aliases = {"chdir"})
    public static Value[] cd(Session session, @Nargout int nargout, @Default String folder) {
        if (nargout > 0) return new Value[] {Char.of(pwd(session))};
        Path p = folder == null ? Path.of(System.getProperty("user.home")) : resolve(session, folder);
        if (!Files.isDirectory(p)) throw Failure.of("%s: No such file or directory", "%s: нет такой папки", folder);
        session.folder(p);
        return new Value[0];
    }

    private static List<Path> listed(Session session, String what) {
        Path p = what == null ? session.folder() : resolve(session, what);
        List<Path> all = new ArrayList<>();
        try {
            if (Files.isDirectory(p)) {
                try (Stream<Path> s = Files.list(p)) {
                    s.forEach(all::add);
                }
            } else if (what != null && (what.contains("*") || what.contains("?"))) {
                var fits = p.getFileSystem().getPathMatcher("glob:" + p.getFileName());
                try (Stream<Path> s = Files.list(p.getParent())) {
                    s.filter(f -> fits.matches(f.getFileName())).forEach(all::add);
                }
            } else if (Files.exists(p)) {
                all.add(p);
            }
        } catch (IOException e) {
            throw Failure.of("%s can't be listed", "%s: содержимое не прочесть", p);
        }
        all.sort(Comparator.naturalOrder());
        return all;
    }

    @Function(call = "ls\nls pattern", en = "Lists the files of a folder.", ru = "Список файлов папки.", examples = {"ischar(ls)  % 1"})
    public static Value[] ls(Session session, @Nargout int nargout, @Default String what) {
        List<String> names = new ArrayList<>();
        for (Path p : listed(session, what)) if (!p.getFileName().toString().startsWith(".")) names.add(p.getFileName().toString());
        if (nargout > 0) return new Value[] {Char.rows(names)};
        if (names.isEmpty() && what != null) throw Failure.of("ls: %s: no such file or folder", "ls: %s: нет такого файла или папки", what);
        int width = 2 + names.stream().mapToInt(String::length).max().orElse(0);
        int per = Math.max(1, 80 / width);
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            b.append(names.get(i));
            if ((i + 1) % per == 0 || i + 1 == names.size()) b.append('\n');
            else b.append(" ".repeat(width - names.get(i).length()));
        }
        session.out().print(b);
        return new Value[0];
    }

    @Function(call = "dir\ns = dir(pattern)", en = "Lists the files of a folder; as a value a structure array of name, folder, bytes, isdir.",
            ru = "Список файлов папки; как значение — массив структур с полями name, folder, bytes, isdir.", examples = {"isstruct(dir('.'))  % 1"})
    public static Value[] dir(Session session, @Nargout int nargout, @Default String what) {
        if (nargout == 0) return ls(session, 0, what);
        List<Path> all = listed(session, what);
        Struct s = Struct.array(all.size(), 1);
        for (String f : new String[] {"name", "folder", "date", "bytes", "isdir"}) s.addField(f);
        for (int i = 0; i < all.size(); i++) {
            Path p = all.get(i);
            s.put("name", i, Char.of(p.getFileName().toString()));
            s.put("folder", i, Char.of(p.toAbsolutePath().getParent().toString()));
            s.put("date", i, Char.of(""));
            s.put("bytes", i, Real.of(p.toFile().length()));
            s.put("isdir", i, Bool.of(Files.isDirectory(p)));
        }
        return new Value[] {s};
    }

    private static Value[] report(int nargout, String trouble, String function) {
        if (nargout == 0 && trouble != null) throw new Failure(function + ": " + trouble);
        return new Value[] {Bool.of(trouble == null), Char.of(trouble == null ? "" : trouble), Char.of(trouble == null ? "" : function)};
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) return "No such file or directory";
        if (e instanceof DirectoryNotEmptyException) return "directory not empty";
        return String.valueOf(e.getMessage());
    }

    @Function(call = "[ok, message] = mkdir(folder)\n... = mkdir(parent, folder)", en = "Makes a folder, with those above it.", ru = "Создаёт папку вместе со вложенностью.",
            examples = {"mkdir(tempdir)  % 1"})
    public static Value[] mkdir(Session session, @Nargout int nargout, String folder, @Default String inside) {
        try {
            Path p = resolve(session, folder);
            Files.createDirectories(inside == null ? p : p.resolve(inside));
            return report(nargout, null, "mkdir");
        } catch (IOException e) {
            return report(nargout, reason(e), "mkdir");
        }
    }

    @Function(call = "[ok, message] = rmdir(folder)\n... = rmdir(folder, 's')", en = "Deletes an empty folder; with 's' all that is in it too.",
            ru = "Удаляет пустую папку; с 's' — вместе с содержимым.",
            examples = {"d = tempname(); mkdir(d); rmdir(d); exist(d)  % 0"})
    public static Value[] rmdir(Session session, @Nargout int nargout, String folder, @Default String all) {
        Path p = resolve(session, folder);
        try {
            if (!Files.isDirectory(p)) return report(nargout, "not a directory", "rmdir");
            if (all == null) {
                Files.delete(p);
            } else {
                try (Stream<Path> s = Files.walk(p)) {
                    for (Path f : s.sorted(Comparator.reverseOrder()).toList()) Files.delete(f);
                }
            }
            return report(nargout, null, "rmdir");
        } catch (IOException e) {
            return report(nargout, reason(e), "rmdir");
        }
    }

    @Function(call = "[err, message] = unlink(file)", en = "Deletes a file; err is 0 when that went well.", ru = "Удаляет файл; err равно 0, если удалось.",
            examples = {"f = tempname(); csvwrite(f, 1); unlink(f); exist(f)  % 0"})
    public static Value[] unlink(Session session, @Nargout int nargout, String file) {
        try {
            Files.delete(resolve(session, file));
            return new Value[] {Real.of(0), Char.of("")};
        } catch (IOException e) {
            if (nargout == 0) throw new Failure("unlink: " + reason(e));
            return new Value[] {Real.of(-1), Char.of(reason(e))};
        }
    }

    @Function(call = "[err, message] = rename(old, new)", en = "Gives a file or folder another name.", ru = "Переименовывает файл или папку.",
            examples = {"f = tempname(); csvwrite(f, 1); rename(f, [f 'b']); exist(f)  % 0"})
    public static Value[] rename(Session session, @Nargout int nargout, String old, String name) {
        try {
            Files.move(resolve(session, old), resolve(session, name), StandardCopyOption.REPLACE_EXISTING);
            return new Value[] {Real.of(0), Char.of("")};
        } catch (IOException e) {
            if (nargout == 0) throw new Failure("rename: " + reason(e));
            return new Value[] {Real.of(-1), Char.of(reason(e))};
        }
    }

    private static Path target(Path from, Path to) {
        return Files.isDirectory(to) ? to.resolve(from.getFileName()) : to;
    }

    @Function(call = "[ok, message] = copyfile(from, to)", en = "Copies a file, into a folder perhaps.", ru = "Копирует файл (возможно, в папку).",
            examples = {"f = tempname(); csvwrite(f, [1 2]); copyfile(f, [f 'b']); csvread([f 'b'])  % 1 2"})
    public static Value[] copyfile(Session session, @Nargout int nargout, String from, String to, Value... force) {
        try {
            Path p = resolve(session, from);
            Files.copy(p, target(p, resolve(session, to)), StandardCopyOption.REPLACE_EXISTING);
            return report(nargout, null, "copyfile");
        } catch (IOException e) {
            return report(nargout, reason(e), "copyfile");
        }
    }

    @Function(call = "[ok, message] = movefile(from, to)", en = "Moves a file, into a folder perhaps.", ru = "Переносит файл (возможно, в папку).",
            examples = {"f = tempname(); csvwrite(f, 1); movefile(f, [f 'b']); exist(f)  % 0"})
    public static Value[] movefile(Session session, @Nargout int nargout, String from, String to, Value... force) {
        try {
            Path p = resolve(session, from);
            Files.move(p, target(p, resolve(session, to)), StandardCopyOption.REPLACE_EXISTING);
            return report(nargout, null, "movefile");
        } catch (IOException e) {
            return report(nargout, reason(e), "movefile");
        }
    }

    private static Value each(Value names, java.util.function.Predicate<String> test) {
        if (!(names instanceof Cell c)) return Bool.of(Texts.isRow(names) && test.test(names.toString()));
        boolean[] r = new boolean[c.numel()];
        for (int i = 0; i < r.length; i++) r[i] = Texts.isRow(c.get(i)) && test.test(c.get(i).toString());
        return new Bool(r, c.dims());
    }

    @Function(call = "tf = isfile(name)", en = "Whether there is a file of this name.", ru = "Есть ли такой файл.", examples = {"isfile('/no/such')  % 0"})
    public static Value isfile(Session session, Value name) {
        return each(name, n -> Files.isRegularFile(resolve(session, n)));
    }

    @Function(call = "tf = isfolder(name)", en = "Whether there is a folder of this name.", ru = "Есть ли такая папка.", examples = {"isfolder('.')  % 1"},
            aliases = {"isdir", "is_folder"})
    public static Value isfolder(Session session, Value name) {
        return each(name, n -> Files.isDirectory(resolve(session, n)));
    }

    @Function(call = "s = fileread(file)", en = "The whole text of a file.", ru = "Весь текст файла.",
            examples = {"f = tempname(); csvwrite(f, [1 2]); fileread(f)  % 1,2"})
    public static String fileread(Session session, String file, Value... options) {
        try {
            if (options.length == 2 && !Texts.option(options[0], "Encoding") || options.length == 1 || options.length > 2) {
                throw Failure.of("fileread: the option is 'Encoding' with a name", "fileread: параметр — 'Encoding' и её имя");
            }
            byte[] b = Files.readAllBytes(resolve(session, file));
            return options.length == 0 ? Decoded.utf8(b) : Decoded.of(b, Decoded.named("fileread", Texts.text(options[1], "fileread", "Encoding"))).text();
        } catch (IOException e) {
            throw Failure.of("fileread: cannot open file %s", "fileread: файл %s не открывается", file);
        }
    }

    @Function(call = "type name", en = "Prints the source of a function or a file, or a variable.", ru = "Печатает текст функции или файла.", examples = {"type('trapz')"})
    public static void type(Session session, String name) {
        Path p = SearchPath.file(session, name);
        if (p == null && Files.isRegularFile(resolve(session, name))) p = resolve(session, name);
        String text = p != null ? fileread(session, p.toString()) : Catalog.of(session).source(name);
        if (text == null && Catalog.of(session).names().contains(name)) {
            text = name + nabla.value.Lang.say(" is a built-in function\n", " — встроенная функция\n");
        }
        if (text == null) throw Failure.of("type: '%s' undefined", "type: нет ничего с именем '%s'", name);
        session.out().println(text.stripTrailing());
    }
}
