package nabla;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Tries what is shipped: starts the jar as its users do, with an empty environment, under this Java and under Java 25 if the machine
 * has one. Run by {@code mvn verify} when the jar is made; arguments: the jar, the folder of programs with what they print.
 */
public final class Shipped {
    private static final long LIMIT = 120;

    private record Run(int status, String out, String err) {}

    private final Path jar;
    private final Path programs;
    private final Path home;
    private final Path folder;
    private final List<String> faults = new ArrayList<>();

    private Shipped(Path jar, Path programs, Path home) throws IOException {
        this.jar = jar;
        this.programs = programs;
        this.home = home;
        folder = Files.createTempDirectory("nabla-shipped");
    }

    public static void main(String[] arguments) throws Exception {
        for (Path home : homes()) {
            Shipped s = new Shipped(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath(), home);
            long begin = System.nanoTime();
            s.all();
            if (!s.faults.isEmpty()) throw new IllegalStateException("the jar under " + home + ":\n" + String.join("\n", s.faults));
            System.out.printf("the jar works under %s (%.1f s)%n", home, (System.nanoTime() - begin) / 1e9);
        }
    }

    /** Where this Java is, and a Java 25 where systems keep theirs. */
    private static List<Path> homes() throws IOException {
        List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        Path all = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(all)) {
            try (Stream<Path> each = Files.list(all)) {
                each.filter(h -> h.getFileName().toString().contains("25") && Files.isExecutable(h.resolve("bin/java"))).findFirst().ifPresent(homes::add);
            }
        }
        return homes;
    }

    private void all() throws Exception {
        everyRoom();
        say("42\n", run(folder, "disp(6*7)\n", Map.of()), "a program from standard input");
        say("ru\n", run(folder, "", Map.of("LANG", "ru_RU.UTF-8"), "-e", "lang"), "the language of the environment");
        say("en\n", run(folder, "", Map.of(), "-e", "lang"), "the language without an environment");
        check(run(folder, "", Map.of(), "--version").out.startsWith("nabla "), "--version tells none");
        check(run(folder, "", Map.of(), "--help").out.contains("--figures"), "--help does not tell of --figures");
        Run failed = run(folder, "", Map.of(), "-e", "error('no')");
        check(failed.status == 1 && failed.err.startsWith("error: no"), "an error: " + failed);
        readOnly();
    }

    private void everyRoom() throws Exception {
        Run r = run(folder, "", Map.of(), programs.resolve("everything.opt").toString());
        check(r.status == 0 && r.err.lines().allMatch(l -> l.startsWith("figure: ")), "everything.opt ended with status " + r.status + ":\n" + r.err);
        List<String> expected = Files.readAllLines(programs.resolve("everything.out"));
        List<String> printed = r.out.lines().toList();
        for (int k = 0; k < Math.max(expected.size(), printed.size()); k++) {
            String e = k < expected.size() ? expected.get(k) : "(nothing)";
            String p = k < printed.size() ? printed.get(k) : "(nothing)";
            if (e.equals(p)) continue;
            check(false, "everything.opt, line " + (k + 1) + " of what it prints: expected " + e + " but was " + p);
            return;
        }
    }

    /** A figure that can't be kept is told of in a sentence; the program's other results are there. */
    private void readOnly() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        if (!closed.toFile().setWritable(false) || Files.isWritable(closed)) closed = Path.of("/proc");
        if (!Files.isDirectory(closed)) return;
        Run r = run(closed, "", Map.of(), "-e", "x = 1 + 1, plot(1:3)");
        check(r.out.startsWith("x = 2\n"), "in a folder that can't be written: " + r);
        check(r.err.contains("can't be written") && !r.err.contains("internal error") && !r.err.contains("\tat "), "in a folder that can't be written: " + r);
    }

    private void say(String expected, Run r, String what) {
        check(r.status == 0 && r.out.equals(expected) && r.err.isEmpty(), what + ": expected " + expected + " but was " + r);
    }

    private void check(boolean holds, String fault) {
        if (!holds) faults.add(fault);
    }

    /** Starts the jar in a folder with these variables alone; the pictures of figures go to files. */
    private Run run(Path where, String input, Map<String, String> variables, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString(), "-Dfile.encoding=UTF-8"));
        // as scripts/nabla does
        if (home.toString().contains("25")) command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder b = new ProcessBuilder(command).directory(where.toFile());
        b.environment().keySet().retainAll(List.of("PATH", "SystemRoot"));
        b.environment().putAll(variables);
        File in = Files.writeString(folder.resolve("in"), input).toFile();
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        Process p = b.redirectInput(in).redirectOutput(out).redirectError(err).start();
        if (!p.waitFor(LIMIT, TimeUnit.SECONDS)) {
            p.destroyForcibly();
            throw new IllegalStateException("the jar did not end in " + LIMIT + " s: " + command);
        }
        return new Run(p.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
}
