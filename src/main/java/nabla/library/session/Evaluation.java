package nabla.library.session;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nabla.engine.Engine;
import nabla.engine.Frame;
import nabla.engine.Interrupted;
import nabla.engine.Session;
import nabla.engine.UserFunction;
import nabla.engine.Workspace;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Texts;
import nabla.library.files.Folders;
import nabla.value.Callable;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Running text as a program, here or in the caller's variables. */
public final class Evaluation {
    private Evaluation() {}

    @Function(
            call = "eval(code)\neval(code, instead)\nx = eval(code)",
            en = "Runs the text as a program in the current variables; when it fails, runs the second text.",
            ru = "Выполняет текст как программу с текущими переменными; при ошибке выполняет второй текст.",
            examples = {"eval('1 + 1')  % 2"})
    public static Value[] eval(Session session, @Nargout int nargout, String code, @Default String instead) {
        return guarded(session, code, instead, session.workspace(), nargout);
    }

    private static Value[] guarded(Session session, String code, String instead, Workspace in, int nargout) {
        if (instead == null) return session.evaluate(code, in, nargout);
        try {
            return session.evaluate(code, in, nargout);
        } catch (Interrupted e) {
            throw e;
        } catch (Failure f) {
            ((Engine) session).lastError(f);
            return session.evaluate(instead, in, nargout);
        }
    }

    @Function(
            call = "text = evalc(code)\ntext = evalc(code, instead)",
            en = "Runs the text as a program and returns what it prints.",
            ru = "Выполняет текст как программу и возвращает то, что она напечатала.",
            examples = {"evalc('disp(3)')  % 3\n"})
    public static String evalc(Session session, String code, @Default String instead) {
        Engine engine = (Engine) session;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = engine.out(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            guarded(session, code, instead, session.workspace(), 0);
        } finally {
            engine.out().flush();
            engine.out(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Function(
            call = "evalin(where, code)\nevalin(where, code, instead)",
            en = "Runs the text in the variables of the 'caller' or of the console ('base').",
            ru = "Выполняет текст с переменными вызвавшей функции ('caller') или консоли ('base').",
            examples = {"evalin('base', 'n = 3;'); n  % n = 3"})
    public static Value[] evalin(Session session, @Nargout int nargout, String where, String code, @Default String instead) {
        return guarded(session, code, instead, workspace(session, where), nargout);
    }

    @Function(
            call = "assignin(where, name, value)",
            en = "Sets a variable of the 'caller' or of the console ('base').",
            ru = "Задаёт переменную вызвавшей функции ('caller') или консоли ('base').",
            examples = {"assignin('base', 'n', 3); n  % n = 3"})
    public static void assignin(Session session, String where, String name, Value value) {
        value.share();
        workspace(session, where).set(name, value);
    }

    private static Workspace workspace(Session session, String where) {
        if (where.equals("caller")) return session.callerWorkspace();
        if (where.equals("base")) return session.baseWorkspace();
        throw Failure.of("the workspace must be \"caller\" or \"base\", not \"%s\"", "место – \"caller\" или \"base\", а не \"%s\"", where);
    }

    @Function(
            call = "run(file)\nsource(file)",
            en = "Runs a file of commands in the current variables.",
            ru = "Выполняет файл команд с текущими переменными.",
            examples = {"f = [tempname() '.m']; h = fopen(f, 'w'); fputs(h, 'n = 3;'); fclose(h); run(f); n  % n = 3"},
            aliases = {"source"})
    public static void run(Session session, String file) {
        Path p = Folders.resolve(session, file);
        for (String ending : new String[] {"", ".opt", ".m"}) {
            Path q = p.resolveSibling(p.getFileName() + ending);
            if (!Files.isRegularFile(q)) continue;
            session.run(q, session.workspace());
            return;
        }
        throw Failure.of("run: there is no file %s", "run: нет файла %s", file);
    }

    @Function(
            call = "n = nargin()\nn = nargin(f)",
            en = "How many arguments the running function was given; of a function, how many it takes, negative when any number may follow.",
            ru = "Сколько аргументов получила выполняемая функция; для функции f – сколько она принимает, отрицательное, если их число "
                    + "не ограничено.",
            examples = {"nargin(@(x, y) x + y)  % 2"})
    public static double nargin(Session session, @Default Value f) {
        return f == null ? ((Engine) session).frame().nargin : count(session, f, true);
    }

    @Function(
            call = "n = nargout()\nn = nargout(f)",
            en = "How many results the running function was asked for; of a function, how many it gives.",
            ru = "Сколько результатов запрошено у выполняемой функции; для функции f – сколько она возвращает.",
            examples = {"nargout('size')  % -1"})
    public static double nargout(Session session, @Default Value f) {
        return f == null ? ((Engine) session).frame().nargout : count(session, f, false);
    }

    private static int count(Session session, Value f, boolean in) {
        Callable c = f instanceof FunctionHandle h ? h.target() : session.function(Texts.text(f, in ? "nargin" : "nargout", "f"));
        if (c instanceof UserFunction u) return in ? u.nargin() : u.nargout();
        if (c instanceof nabla.engine.Closure a) return in ? a.nargin() : 1;
        if (c == null) {
            throw Failure.of("nargin: invalid function name: %s", "nargin: нет такой функции: %s", ((Char) f).text())
                    .id("Octave:undefined-function");
        }
        return -1;
    }

    @Function(
            call = "name = inputname(n)",
            en = "The name of the variable that the caller gave as argument n; empty when it gave no variable.",
            ru = "Имя переменной, которую вызвавший передал аргументом n; пусто, если это была не переменная.",
            examples = {"function f(x), disp(inputname(1)), end; n = 1; f(n)  % n"})
    public static String inputname(Session session, int n, @Default("true") boolean only) {
        Frame f = ((Engine) session).frame();
        if (n < 1 || n > f.nargin) throw Failure.of("inputname: N out of range: there are %2$d arguments, not %1$d", "inputname: аргументов %2$d, а не %1$d", n, f.nargin);
        return f.call == null ? "" : f.call.argument(n - 1);
    }

    @Function(
            call = "dbstack\n[stack, k] = dbstack",
            en = "The functions that are running, innermost first: printed, or a structure array of file, name, line, column.",
            ru = "Выполняемые функции, начиная с внутренней: печатает или возвращает массив структур file, name, line, column.",
            examples = {"function f, s = dbstack; disp(s(1).name), end; f  % f"})
    public static Value[] dbstack(Session session, @Nargout int nargout, Value... ignored) {
        List<Failure.Place> places = new ArrayList<>(((Engine) session).stack());
        places.removeIf(p -> p.function().isEmpty());
        if (nargout == 0) {
            for (Failure.Place p : places) session.out().printf("    %s at line %d column %d%n", p.function(), p.line(), p.column());
            return new Value[0];
        }
        Struct s = Struct.array(places.size(), 1);
        for (String field : new String[] {"file", "name", "line", "column"}) s.addField(field);
        for (int i = 0; i < places.size(); i++) {
            Failure.Place p = places.get(i);
            s.put("file", i, Char.of(p.file()));
            s.put("name", i, Char.of(p.function()));
            s.put("line", i, Real.of(p.line()));
            s.put("column", i, Real.of(p.column()));
        }
        return new Value[] {s, Real.of(1)};
    }

    @Function(
            call = "tf = isglobal(name)",
            en = "Whether the name is declared global here.",
            ru = "Объявлено ли имя глобальным здесь.",
            examples = {"global n; isglobal('n')  % 1"})
    public static boolean isglobal(Session session, String name) {
        return session.workspace().isGlobal(name);
    }

    @Function(
            call = "name = mfilename()\nname = mfilename('fullpath')",
            en = "The name of the file whose code is running, without its ending.",
            ru = "Имя файла, код которого выполняется, без расширения.",
            examples = {"ischar(mfilename())  % 1"})
    public static String mfilename(Session session, @Default("") String option) {
        return ((Engine) session).fileName(option == null ? "" : option);
    }
}
