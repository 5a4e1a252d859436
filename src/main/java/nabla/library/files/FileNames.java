package nabla.library.files;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Texts;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Value;

/** Names of files, taken apart and put together. */
public final class FileNames {
    private FileNames() {}

    @Function(call = "[folder, name, ending] = fileparts(file)", en = "Folder, name and ending (with its dot) of a file name.",
            ru = "Папка, имя и расширение (с точкой) из имени файла.", examples = {"[d, n, e] = fileparts('a/b.txt'); [n e]  % b.txt"})
    public static Value[] fileparts(Value file) {
        if (!Texts.isRow(file)) throw Failure.of("fileparts: FILENAME must be a single string", "fileparts: нужна одна строка");
        String s = file.toString();
        int slash = Math.max(s.lastIndexOf('/'), s.lastIndexOf(File.separatorChar));
        int dot = s.lastIndexOf('.');
        if (dot <= slash) dot = s.length();
        String folder = slash < 0 ? "" : slash == 0 ? s.substring(0, 1) : s.substring(0, slash);
        return new Value[] {Char.of(folder), Char.of(s.substring(slash + 1, dot)), Char.of(s.substring(dot))};
    }

    @Function(call = "file = fullfile(folder, ..., name)", en = "A file name from its parts, separators between.", ru = "Имя файла из частей через разделитель.",
            examples = {"fullfile('a', 'b.txt')  % a/b.txt"})
    public static Value fullfile(Value... parts) {
        int n = 1;
        for (Value p : parts) if (p instanceof Cell c && c.numel() != 1) n = c.numel();
        int[] dims = {1, 1};
        boolean cells = false;
        for (Value p : parts) {
            if (!(p instanceof Cell)) continue;
            cells = true;
            if (p.numel() == n) dims = p.dims();
        }
        Value[] all = new Value[n];
        for (int i = 0; i < n; i++) {
            List<String> strings = new ArrayList<>();
            for (Value p : parts) {
                Value v = p instanceof Cell c ? c.get(c.numel() == 1 ? 0 : i) : p;
                if (!v.isEmpty()) strings.add(Texts.text(v, "fullfile", "FILE"));
            }
            all[i] = Char.of(joined(strings));
        }
        return cells ? new Cell(all, dims) : all[0];
    }

    private static String joined(List<String> parts) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String s = parts.get(i);
            while (b.length() > 0 && b.charAt(b.length() - 1) == File.separatorChar && s.startsWith(File.separator)) s = s.substring(1);
            b.append(s);
            if (i + 1 < parts.size() && !s.endsWith(File.separator) && !parts.get(i + 1).startsWith(File.separator)) b.append(File.separatorChar);
        }
        return b.toString().replaceAll("(?<=.)//+", "/");
    }

    @Function(call = "s = filesep", en = "What separates folders in file names.", ru = "Разделитель папок в именах файлов.", examples = {"numel(filesep)  % 1"})
    public static String filesep(Value... all) {
        Texts.known("filesep", all, "all");
        return File.separator;
    }

    @Function(call = "s = pathsep", en = "What separates folders in a search path.", ru = "Разделитель папок в пути поиска.", examples = {"numel(pathsep)  % 1"})
    public static String pathsep() {
        return File.pathSeparator;
    }

    @Function(call = "s = tempdir", en = "The folder for temporary files.", ru = "Папка временных файлов.", examples = {"isfolder(tempdir)  % 1"}, aliases = {"P_tmpdir"})
    public static String tempdir() {
        String s = System.getProperty("java.io.tmpdir", "/tmp");
        return s.length() > 1 && s.endsWith(File.separator) ? s.substring(0, s.length() - 1) : s;
    }

    @Function(call = "s = tempname\ns = tempname(folder, prefix)", en = "A name for a new temporary file.", ru = "Имя нового временного файла.",
            examples = {"isfile(tempname)  % 0"})
    public static String tempname(@Default String folder, @Default("oct-") String prefix) {
        String where = folder == null || folder.isEmpty() ? tempdir() : folder;
        StringBuilder b = new StringBuilder(where).append(File.separatorChar).append(prefix);
        String letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        for (int i = 0; i < 6; i++) b.append(letters.charAt((int) (Math.random() * letters.length())));
        return b.toString();
    }

    @Function(call = "tf = is_absolute_filename(s)", en = "Whether a file name starts at the root.", ru = "Начинается ли имя файла от корня.",
            examples = {"is_absolute_filename('a')  % 0"})
    public static boolean isAbsoluteFilename(Value s) {
        return Texts.isRow(s) && new File(s.toString()).isAbsolute();
    }
}
