package nabla.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import nabla.language.Source;
import nabla.library.files.Machine;
import nabla.library.Progress;
import nabla.library.Prompt;
import nabla.value.Failure;
import nabla.value.Lang;

/** The program's beginning: does what the command line asks for. */
public final class Main {
    /** The exit status of a process that writes to a pipe nobody reads. */
    private static final int BROKEN_PIPE = 141;

    private Main() {}

    public static void main(String[] arguments) {
        boolean seen = atTerminal();
        Output out = new Output(new FileOutputStream(FileDescriptor.out), seen, Main::leave, null);
        Output err = new Output(new FileOutputStream(FileDescriptor.err), true, lost -> {}, out);
        out.flushAtEnd();
        System.setErr(err);
        int status = 1;
        try {
            status = perform(Options.read(arguments), out, err);
        } catch (Failure f) {
            err.println(Lang.say("error: ", "ошибка: ") + f.getMessage());
        }
        out.flush();
        err.flush();
        // windows that are still open, and threads of the toolkit, must not keep a finished program alive
        Runtime.getRuntime().halt(status);
    }

    /** Nothing more can be printed: the process ends, without a word when the reader of a pipe has left, as {@code head} does. */
    private static void leave(IOException e) {
        String why = String.valueOf(e.getMessage());
        boolean left = why.matches("(?i).*(pipe|канал).*");
        if (!left) {
            String said = Lang.say("error: the output can't be written: ", "ошибка: вывод не записывается: ") + why + "\n";
            // past the error stream, which would first pass on the output
            try {
                new FileOutputStream(FileDescriptor.err).write(said.getBytes(StandardCharsets.UTF_8));
            } catch (IOException none) {
                // nobody can be told
            }
        }
        Runtime.getRuntime().halt(left ? BROKEN_PIPE : 1);
    }

    private static int perform(Options o, PrintStream out, PrintStream err) {
        switch (o.task()) {
            case VERSION -> {
                out.println("nabla " + Machine.number());
                return 0;
            }
            case HELP -> {
                out.print(help());
                return 0;
            }
            case FILE -> {
                return whole(program(o, out, err), file(o.text()));
            }
            case CODE -> {
                return whole(program(o, out, err), new Source("-e", null, o.text()));
            }
            default -> {
                if (atTerminal()) return new Repl(o).run();
                return whole(new Program(o, out, err), new Source("stdin", null, input()));
            }
        }
    }

    private static int whole(Program program, Source source) {
        int status = program.run(source);
        program.end();
        program.linger();
        return status;
    }

    /** A program that shows the progress of long runs on the terminal, and asks there, if there is one. */
    private static Program program(Options o, PrintStream out, PrintStream err) {
        Program p = new Program(o, out, err);
        if (!atTerminal()) return p;
        Progress line = text -> {
            err.print("\r" + text + "\033[K");
            err.flush();
        };
        p.engine.state(Progress.class, () -> line);
        p.engine.keep(Prompt.class, new TerminalPrompt(Repl::terminal));
        return p;
    }

    /** Whether somebody sits at the keyboard. Newer Java has a console for pipes as well and tells by a method of its own. */
    static boolean atTerminal() {
        java.io.Console c = System.console();
        if (c == null) return false;
        try {
            return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(c);
        } catch (ReflectiveOperationException old) {
            return true;
        }
    }

    private static Source file(String name) {
        Path path = Path.of(name);
        if (Files.isDirectory(path))
            throw Failure.of("%s is a folder, not a program", "%s — папка, а не программа", path.toAbsolutePath());
        try {
            return new Source(path.getFileName().toString(), path, text(Files.readAllBytes(path), path.toAbsolutePath()));
        } catch (NoSuchFileException e) {
            throw Failure.of("there is no file %s to run", "нет файла %s, который нужно выполнить", path.toAbsolutePath());
        } catch (IOException e) {
            throw Failure.of("%s can't be read", "файл %s не читается", path.toAbsolutePath());
        }
    }

    private static String text(byte[] bytes, Object from) {
        for (byte b : bytes) if (b == 0) throw Failure.of("%s is no text, so no program", "%s — не текст, а значит, и не программа", from);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') >= 0 ? new String(bytes, StandardCharsets.ISO_8859_1) : text;
    }

    private static String input() {
        try {
            return text(System.in.readAllBytes(), Lang.say("standard input", "стандартный ввод"));
        } catch (IOException e) {
            throw Failure.of("standard input can't be read: %s", "стандартный ввод не читается: %s", e.getMessage());
        }
    }

    private static String help() {
        List<String[]> lines = List.of(
                new String[] {"nabla", "the console", "консоль"},
                new String[] {"nabla FILE [args]", "runs FILE.opt or FILE.m; calls its function with args", "выполняет FILE.opt или FILE.m; функцию файла вызывает с args"},
                new String[] {"nabla -e 'code'", "runs the code", "выполняет код"},
                new String[] {"... | nabla", "runs standard input", "выполняет стандартный ввод"},
                new String[] {"--figures DIR", "writes every figure to DIR as PNG", "пишет каждый рисунок в DIR как PNG"},
                new String[] {"--screen WHERE", "window, file, sixel, kitty or iterm2", "window, file, sixel, kitty или iterm2"},
                new String[] {"--version", "tells the version", "сообщает версию"},
                new String[] {"--help", "tells this", "сообщает это"});
        StringBuilder b = new StringBuilder(Lang.say("Nabla: a console where optimization is seen\n\n", "Nabla: консоль, где видно оптимизацию\n\n"));
        for (String[] l : lines) {
            b.append("  ").append(l[0]);
            for (int i = l[0].length(); i < 22; i++) b.append(' ');
            b.append(Lang.say(l[1], l[2])).append('\n');
        }
        return b.toString();
    }
}
