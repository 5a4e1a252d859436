package nabla.library.session;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nabla.engine.Cleanup;
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
import nabla.value.Bool;
import nabla.value.Callable;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.FunctionHandle;
import nabla.value.Lang;
import nabla.value.Numeric;
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
            call = "text = evalc(code)\ntext = evalc(code, instead)\n[text, x, ...] = evalc(code)",
            en = "Runs the text as a program and returns what it prints, warnings too, and then the values of what it asks for.",
            ru = "Выполняет текст как программу и возвращает то, что она напечатала, включая предупреждения, а затем значения выражения.",
            examples = {"evalc('disp(3)')  % 3\n"})
    public static Value[] evalc(Session session, @Nargout int nargout, String code, @Default String instead) {
        Engine engine = (Engine) session;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream text = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        PrintStream before = engine.divert(text);
        Value[] values;
        try {
            values = guarded(session, code, instead, session.workspace(), Math.max(0, nargout - 1));
        } finally {
            text.flush();
            engine.divert(before);
        }
        Value[] all = new Value[values.length + 1];
        all[0] = Char.of(bytes.toString(StandardCharsets.UTF_8));
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
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
            call = "run(file)",
            en = "Runs a file of commands in the current variables; the current folder is the file's meanwhile.",
            ru = "Выполняет файл команд с текущими переменными; текущей папкой на это время становится папка файла.",
            examples = {"f = [tempname() '.m']; h = fopen(f, 'w'); fputs(h, 'n = 3;'); fclose(h); run(f); n  % n = 3"})
    public static void run(Session session, String file) {
        Path p = program(session, "run", file);
        Path before = session.folder();
        Path beside = p.toAbsolutePath().normalize().getParent();
        session.folder(beside);
        try {
            session.run(p, session.workspace());
        } finally {
            if (session.folder().equals(beside)) session.folder(before);
        }
    }

    @Function(
            call = "source(file)",
            en = "Runs a file of commands in the current variables.",
            ru = "Выполняет файл команд с текущими переменными.",
            examples = {"f = [tempname() '.m']; h = fopen(f, 'w'); fputs(h, 'n = 3;'); fclose(h); source(f); n  % n = 3"})
    public static void source(Session session, String file) {
        session.run(program(session, "source", file), session.workspace());
    }

    private static Path program(Session session, String function, String file) {
        Path p = Folders.resolve(session, file);
        for (String ending : new String[] {"", ".opt", ".m"}) {
            Path q = p.resolveSibling(p.getFileName() + ending);
            if (Files.isRegularFile(q)) return q;
        }
        throw Failure.of("%s: there is no file %s", "%s: нет файла %s", function, file);
    }

    @Function(
            call = "c = onCleanup(f)",
            en = "Calls f() when c is cleared, or when the call of the function that made c ends, also by an error.",
            ru = "Вызывает f(), когда c забывают или когда кончается вызов функции, создавшей c, в том числе из-за ошибки.",
            examples = {"c = onCleanup(@() disp('over')); clear c  % over"})
    public static Value onCleanup(Session session, FunctionHandle f) {
        Cleanup c = new Cleanup(f, e -> Errors.say(session, "",
                Lang.say("onCleanup: error caught while executing cleanup function:\n", "onCleanup: ошибка в завершающей функции:\n") + e.getMessage()));
        ((Engine) session).frame().atEnd(c);
        return new Foreign(c);
    }

    @Function(
            call = "tf = isargout(k)",
            en = "Whether the caller of the running function takes its result k, which may be an array: none is taken where ~ stands.",
            ru = "Нужен ли вызвавшему результат k выполняемой функции (k может быть массивом): там, где стоит ~, он не нужен.",
            examples = {"function varargout = f(), disp(isargout(1)), varargout = {1, 2}; end, [~, b] = f();  % 0"})
    public static Value isargout(Session session, Value k) {
        Frame f = ((Engine) session).frame();
        if (f.name.isEmpty()) throw Failure.of("isargout: invalid use at top level", "isargout: имеет смысл только внутри функции");
        boolean[] r = new boolean[k.numel()];
        for (int i = 0; i < r.length; i++) {
            double n = ((Numeric) k).re(i);
            if (n < 1 || n != (int) n) throw Failure.of("isargout: K must be a positive integer", "isargout: номер результата – целое положительное число");
            r[i] = n <= Math.max(1, f.nargout) && !f.ignores((int) n);
        }
        return new Bool(r, k.dims());
    }

    @Function(
            call = "[r, ...] = builtin(name, x, ...)",
            en = "Calls the library's function of this name, even where another one has taken the name.",
            ru = "Вызывает функцию библиотеки с этим именем, даже если имя занято другой функцией.",
            examples = {"builtin('max', [1 3 2])  % 3"})
    public static Value[] builtin(Session session, @Nargout int nargout, String name, Value... x) {
        Callable f = session.standard(name);
        if (f == null) throw Failure.of("builtin: lookup for symbol \"%s\" failed", "builtin: в библиотеке нет функции %s", name);
        return f.call(x, nargout);
    }

    @Function(
            call = "import package.function ...\nimport package.*\nnames = import",
            en = "Lets the running file, or the console, call functions of packages (folders whose names begin with +) by their last names.",
            ru = "Позволяет выполняемому файлу или консоли вызывать функции пакетов (папок с именем на +) по последней части имени.",
            examples = {"import mytools.*"})
    public static Value[] importNames(Session session, @Nargout int nargout, Value... packages) {
        Engine engine = (Engine) session;
        List<String> names = new ArrayList<>();
        for (Value v : packages) {
            String n = Texts.text(v, "import", "name");
            names.add(n);
            if (n.indexOf('.') > 0) continue;
            throw Failure.of("import: %s is no name of a package's function: package.function or package.*",
                    "import: %s – не имя функции пакета: нужно пакет.функция или пакет.*", n);
        }
        if (!names.isEmpty()) engine.importNames(names);
        List<Value> all = new ArrayList<>();
        for (String n : engine.imported()) all.add(Char.of(n));
        return !names.isEmpty() && nargout == 0 ? new Value[0] : new Value[] {Cell.column(all)};
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
        Texts.known("dbstack", ignored, "-completenames");
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
