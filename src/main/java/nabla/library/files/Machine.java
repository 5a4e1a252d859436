package nabla.library.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** The program, the computer and its environment. */
public final class Machine {
    /** Variables of the environment that the session has set. */
    private record Environment(Map<String, String> set) {
        static Map<String, String> of(Session session) {
            return session.state(Environment.class, () -> new Environment(new HashMap<>())).set;
        }
    }

    private Machine() {}

    /** Nabla's version, from the jar; {@code dev} when it runs from a folder of classes. */
    public static String number() {
        String v = Machine.class.getPackage().getImplementationVersion();
        return v == null ? "dev" : v;
    }

    private static String system() {
        return System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
    }

    @Function(call = "v = version", en = "Nabla's version.", ru = "Версия Nabla.", examples = {"ischar(version)  % 1"})
    public static String version() {
        return number();
    }

    @Function(call = "v = OCTAVE_VERSION", en = "The version of the Octave language whose results and output Nabla follows.",
            ru = "Версия языка Octave, результатам и выводу которой следует Nabla.", examples = {"OCTAVE_VERSION  % 7.3.0"})
    public static String octaveVersion() {
        return "7.3.0";
    }

    @Function(call = "ver\ns = ver", en = "Nabla's version, Java's and the system's.", ru = "Версии Nabla, Java и системы.", examples = {"ver().Name  % Nabla"})
    public static Value[] ver(Session session, @Nargout int nargout) {
        if (nargout > 0) {
            return new Value[] {
                Struct.scalar()
                        .with("Name", Char.of("Nabla"))
                        .with("Version", Char.of(number()))
                        .with("Release", Real.empty())
                        .with("Date", Char.of(""))
            };
        }
        session.out().println("Nabla " + number() + ", Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name"));
        return new Value[0];
    }

    @Function(call = "[arch, maxsize, endian] = computer", en = "The kind of computer, the most elements an array can have, the order of bytes.",
            ru = "Тип компьютера, наибольшее число элементов массива, порядок байтов.", examples = {"ischar(computer)  % 1"})
    public static Value[] computer() {
        String arch = System.getProperty("os.arch", "").equals("amd64") ? "x86_64" : System.getProperty("os.arch", "");
        String s = ispc() ? arch + "-w64-mingw32" : ismac() ? arch + "-apple-darwin" : arch + "-pc-linux-gnu";
        return new Value[] {Char.of(s), Real.of(Integer.MAX_VALUE - 8), Char.of("L")};
    }

    @Function(call = "tf = ispc", en = "Whether this is Windows.", ru = "Windows ли это.", examples = {"ispc + isunix  % 1"})
    public static boolean ispc() {
        return system().startsWith("windows");
    }

    @Function(call = "tf = ismac", en = "Whether this is macOS.", ru = "macOS ли это.", examples = {"ismac && ispc  % 0"})
    public static boolean ismac() {
        return system().startsWith("mac");
    }

    @Function(call = "tf = isunix", en = "Whether this is Linux, macOS or another Unix.", ru = "Linux, macOS или другой Unix ли это.", examples = {"ispc + isunix  % 1"})
    public static boolean isunix() {
        return !ispc();
    }

    @Function(call = "n = nproc", en = "The number of processors.", ru = "Число процессоров.", examples = {"nproc > 0  % 1"})
    public static double nproc() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Function(call = "s = getenv(name)", en = "A variable of the environment; empty when there is none.", ru = "Переменная окружения; пусто, если её нет.",
            examples = {"setenv('NABLA_X', 'y'); getenv('NABLA_X')  % y"})
    public static String getenv(Session session, String name) {
        String s = Environment.of(session).get(name);
        if (s == null) s = System.getenv(name);
        return s == null ? "" : s;
    }

    @Function(call = "setenv(name, value)", en = "Sets a variable of the environment for this session.", ru = "Задаёт переменную окружения для этой сессии.",
            examples = {"setenv('NABLA_X', 'y')"}, aliases = {"putenv"})
    public static void setenv(Session session, String name, @Default String value) {
        Environment.of(session).put(name, value == null ? "" : value);
    }

    @Function(call = "system(command)\n[status, text] = system(command)", en = "Runs a command of the operating system; with two results its output is the second, otherwise it is printed.",
            ru = "Выполняет команду операционной системы; вывод — второй результат, а без него печатается.", examples = {"[status, text] = system('exit 3'); status  % 3"},
            aliases = {"shell_cmd", "unix", "dos"})
    public static Value[] system(Session session, @Nargout int nargout, String command, @Default Value quiet) {
        String[] line = system().contains("win") ? new String[] {"cmd", "/c", command} : new String[] {"/bin/sh", "-c", command};
        try {
            ProcessBuilder b = new ProcessBuilder(line).directory(session.folder().toFile()).redirectErrorStream(true);
            b.environment().putAll(Environment.of(session));
            Process p = b.start();
            p.getOutputStream().close();
            String text = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = p.waitFor();
            boolean kept = nargout > 1 || quiet instanceof Numeric n && n.numel() == 1 && n.re(0) != 0;
            if (!kept) session.out().print(text);
            return nargout == 0 ? new Value[0] : new Value[] {Real.of(status), Char.of(kept ? text : "")};
        } catch (IOException e) {
            throw Failure.of("system: %s", "system: %s", e.getMessage());
        } catch (InterruptedException e) {
            throw Failure.of("system: the command was interrupted", "system: команда прервана");
        }
    }

    @Function(call = "c = argv", en = "The arguments after the program's name on the command line, a column of cells.",
            ru = "Аргументы командной строки после имени программы столбцом ячеек.", examples = {"iscell(argv)  % 1"})
    public static Cell argv(Session session) {
        List<Value> all = new ArrayList<>();
        for (String s : started(session).arguments()) all.add(Char.of(s));
        return new Cell(all.toArray(new Value[0]), all.size(), 1);
    }

    @Function(call = "s = program_name", en = "The name of the program that runs.", ru = "Имя выполняемой программы.", examples = {"ischar(program_name)  % 1"})
    public static String programName(Session session) {
        String s = started(session).program();
        return s.substring(s.replace('\\', '/').lastIndexOf('/') + 1);
    }

    private static Started started(Session session) {
        return session.state(Started.class, () -> new Started("nabla", List.of()));
    }
}
