package nabla.library.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nabla.engine.Exit;
import nabla.engine.Interrupted;
import nabla.engine.Session;
import nabla.library.Catalog;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Prompt;
import nabla.library.files.SearchPath;
import nabla.plot.Figures;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Lang;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** What a program asks of the one at the keyboard, and does to the console. */
public final class Asking {
    private Asking() {}

    @Function(
            call = "pause\npause(seconds)",
            en = "Waits for the Enter key, or so many seconds. Without a terminal it does not wait: only its clocks (tic, toc, clock, time) go on by the seconds.",
            ru = "Ждёт клавиши Enter или столько секунд. Без терминала не ждёт: лишь её часы (tic, toc, clock, time) уходят вперёд на эти секунды.",
            examples = {"pause(0)"})
    public static void pause(Session session, @Default("-1") double seconds) {
        Figures figures = session.state(Figures.class, Figures::new);
        if (seconds >= 0 && seconds < 1) figures.draw();
        else figures.write();
        session.out().flush();
        Prompt prompt = Prompt.of(session);
        if (!prompt.interactive()) {
            if (seconds > 0) Clocks.skip(session, seconds);
            return;
        }
        if (seconds < 0 || seconds == Double.POSITIVE_INFINITY) {
            prompt.line(Lang.say("press Enter to go on ", "нажмите Enter, чтобы продолжить "));
            return;
        }
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            session.poll();
            try {
                Thread.sleep(Math.max(0, Math.min(20, (end - System.nanoTime()) / 1_000_000)));
            } catch (InterruptedException e) {
                throw new Interrupted();
            }
        }
    }

    @Function(
            call = "x = input(question)\ns = input(question, 's')",
            en = "Asks and evaluates what is typed; with 's' returns it as text.",
            ru = "Спрашивает и вычисляет введённое; с 's' возвращает введённое текстом.")
    public static Value input(Session session, String question, @Default String kind) {
        String s = line(session, "input", question);
        if (kind != null) return Char.of(s);
        if (s.isBlank()) return Real.empty();
        Value[] r = session.evaluate(s, session.workspace(), 1);
        if (r.length == 0 || r[0] == null) return Real.empty();
        return r[0];
    }

    @Function(
            call = "keyboard",
            en = "Stops the program to look at its variables: every line typed is run there, until dbcont.",
            ru = "Останавливает программу, чтобы посмотреть её переменные: введённые строки выполняются в ней, пока не введено dbcont.")
    public static void keyboard(Session session, @Default("keyboard> ") String question) {
        while (true) {
            String s = line(session, "keyboard", question).strip();
            if (s.equals("dbcont") || s.equals("return")) return;
            try {
                session.evaluate(s, session.workspace(), 0);
            } catch (Failure e) {
                session.out().println("error: " + e.getMessage());
            }
        }
    }

    private static String line(Session session, String function, String question) {
        session.out().flush();
        String s = Prompt.of(session).line(question);
        if (s != null) return s;
        throw Failure.of("%s: the input has ended", "%s: ввод закончился", function);
    }

    @Function(
            call = "exit\nexit(status)",
            en = "Leaves Nabla, with an exit status (0).",
            ru = "Завершает Nabla с кодом возврата (0).",
            aliases = {"quit"})
    public static void exit(@Default Value status) {
        throw new Exit(status instanceof Numeric n && n.numel() == 1 && !(status instanceof Char) ? (int) n.re(0) : 0);
    }

    @Function(call = "clc", en = "Empties the screen.", ru = "Очищает экран.", examples = {"clc"}, aliases = {"home"})
    public static void clc(Session session) {
        session.out().flush();
        Prompt.of(session).clear();
    }

    @Function(call = "beep", en = "Rings the terminal's bell.", ru = "Подаёт звуковой сигнал.")
    public static void beep(Session session) {
        session.out().print('\007');
        session.out().flush();
    }

    @Function(
            call = "more on\nmore off",
            en = "Accepted for the sake of old scripts: output is never paged.",
            ru = "Принимается ради старых программ: вывод на страницы не делится.",
            examples = {"more off"})
    public static void more(Value... state) {}

    @Function(
            call = "edit name",
            en = "Opens the source of a function or a script in the editor (that of $VISUAL or $EDITOR, a built-in one otherwise). A function of the library is first copied to the working folder, and the copy then takes its place. Changes are live at the next call. Without a terminal the path and the source are printed.",
            ru = "Открывает исходный текст функции или программы в редакторе (из $VISUAL или $EDITOR, иначе во встроенном). Функция библиотеки сначала копируется в рабочую папку, и дальше работает копия. Изменения действуют со следующего вызова. Без терминала печатаются путь и текст.")
    public static void edit(Session session, String name) {
        try {
            Path file = source(session, name);
            Prompt p = Prompt.of(session);
            if (p.interactive()) {
                if (Files.notExists(file)) Files.writeString(file, "");
                p.edit(file);
                session.folder(session.folder());
            } else {
                session.out().println(file);
                if (Files.exists(file)) session.out().print(Files.readString(file));
            }
        } catch (IOException e) {
            throw Failure.of("edit: %s can't be opened: %s", "edit: файл %s не открывается: %s", name, e.getMessage());
        }
    }

    /** The file that holds the source: one on the path, the library's after copying, or a new one. */
    private static Path source(Session session, String name) throws IOException {
        Path file = SearchPath.file(session, name);
        if (file != null) return file;
        Path here = session.folder().resolve(name.endsWith(".opt") || name.endsWith(".m") ? name : name + ".opt");
        Catalog catalog = Catalog.of(session);
        String text = catalog.source(name);
        if (text != null) {
            Files.write(here, text.getBytes(StandardCharsets.UTF_8));
            session.folder(session.folder());
            session.out().println(Lang.say("copied to ", "скопировано в ") + here);
        } else if (catalog.names().contains(name)) {
            throw Failure.of(
                    "edit: %s is written in Java and has no source to edit; help %s shows what it does",
                    "edit: функция %s написана на Java, править нечего; что она делает, покажет help %s", name, name);
        }
        return here;
    }
}
