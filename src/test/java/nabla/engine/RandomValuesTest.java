package nabla.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nabla.language.Source;
import nabla.library.Catalog;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Programs made at random of assignments, growth, deletion, aliases, loops and errors in the midst of an assignment, on values of every
 * kind: they do the same as a function, as a function that keeps its variables by name, and statement by statement. With the system
 * property {@code octave}, the command that runs GNU Octave, they are compared with it too: that prints where the two part.
 */
class RandomValuesTest {
    /** Prints a value: its class, its size, its elements. */
    private static final String SHOW =
            """
            1;
            function show(x)
              if iscell(x)
                printf('{%s ', mat2str(size(x)));
                for i = 1:numel(x), show(x{i}), end
                printf('}');
              elseif isstruct(x)
                printf('<%s ', mat2str(size(x)));
                names = fieldnames(x);
                for i = 1:numel(x)
                  for j = 1:numel(names), printf('%s=', names{j}); show(x(i).(names{j})), end
                end
                printf('>');
              else
                printf('%s%s[', class(x), mat2str(size(x)));
                printf('%.9g,', real(double(x(:))));
                if iscomplex(x), printf('i'); printf('%.9g,', imag(double(x(:)))); end
                printf(']');
              end
            end
            """;

    @Property(seed = "1", tries = 20)
    void theSameByEveryWay(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder all = new StringBuilder(SHOW);
        String[] programs = new String[10];
        for (int k = 0; k < programs.length; k++) {
            programs[k] = new Writer(random).program();
            all.append("function p").append(k).append("()\n").append(programs[k]).append("end\n");
            all.append("function q").append(k).append("()\neval('');\n").append(programs[k]).append("end\n");
        }
        for (int k = 0; k < programs.length; k++) all.append("printf('#');\n").append(programs[k]).append("printf('#'); p").append(k).append("(); printf('#'); q").append(k).append("();\n");
        String[] shown = output(all.toString()).split("#");
        for (int k = 0; k < programs.length; k++) {
            assertEquals(shown[3 * k + 1], shown[3 * k + 2], programs[k]);
            assertEquals(shown[3 * k + 1], shown[3 * k + 3], programs[k]);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "octave", matches = ".+")
    void asOctaveHasIt() throws IOException, InterruptedException {
        int count = Integer.getInteger("programs", 300);
        StringBuilder all = new StringBuilder(SHOW);
        String[] programs = new String[count];
        for (int k = 0; k < count; k++) {
            programs[k] = new Writer(new Random(Long.getLong("first", 1) + k)).program();
            all.append("function p").append(k).append("()\n").append(programs[k]).append("end\n");
        }
        for (int k = 0; k < count; k++) all.append("printf('#'); p").append(k).append("();\n");
        Path file = Files.createTempFile("programs", ".m");
        Files.writeString(file, all);
        Process octave = new ProcessBuilder(System.getProperty("octave"), "--no-init-file", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String[] theirs = new String(octave.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("#");
        octave.waitFor(60, TimeUnit.SECONDS);
        Files.delete(file);
        String[] ours = output(all.toString()).split("#");
        for (int k = 0; k < count; k++) {
            if (k + 1 >= theirs.length || !theirs[k + 1].equals(ours[k + 1])) different(programs[k], ours[k + 1], k + 1 < theirs.length ? theirs[k + 1] : "");
        }
    }

    /** Prints the first line of a program after which the two show different values. */
    private static void different(String program, String ours, String theirs) {
        String[] a = ours.split("\n");
        String[] b = theirs.split("\n");
        String[] lines = program.split("\n");
        int i = 0;
        while (i < a.length && i < b.length && a[i].equals(b[i])) i++;
        System.out.printf("%s%n  before: %s%n  Nabla:  %s%n  Octave: %s%n", i < lines.length ? lines[i] : "?", i == 0 ? "" : a[i - 1],
                i < a.length ? a[i] : "", i < b.length ? b[i] : "");
    }

    private static String output(String program) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Engine engine = new Engine(new Catalog(), new PrintStream(out, true, StandardCharsets.UTF_8), Path.of("."));
        engine.execute(new Source("program.m", Path.of("program.m").toAbsolutePath(), program));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Writes statements, one a line, each of which shows what it did or {@code !} for an error. */
    private static final class Writer {
        private static final String[] ARRAYS = {"a", "b", "s", "n", "l", "z"};

        private final Random random;

        Writer(Random random) {
            this.random = random;
        }

        String program() {
            StringBuilder out = new StringBuilder("a = [1 2 3]; b = magic(3); s = 'hello'; n = int8([1 2 3]); l = [true false true]; z = single([1.5 2]);"
                    + " k = {1, 'two', [3 4]}; t = struct('x', 1, 'y', 'q'); w = 0; c = a; printf(\"\\n\");\n");
            for (int i = 0; i < 12; i++) {
                String[] statement = statement(2);
                out.append("try, ").append(statement[1]).append("; catch, printf('!'); end, show(").append(statement[0]).append("), printf(\"\\n\");\n");
            }
            return out.append("show({a, b, c, s, n, l, z, k, t, w}), printf(\"\\n\");\n").toString();
        }

        /** The variable that a statement changes, and the statement. */
        private String[] statement(int depth) {
            String v = pick(ARRAYS);
            String with = value();
            return switch (random.nextInt(depth > 0 ? 27 : 18)) {
                case 0 -> new String[] {v, v + " = " + with};
                case 1, 2 -> new String[] {v, v + "(" + index() + ") = " + with};
                case 3, 4 -> new String[] {v, v + "(" + index() + ", " + index() + ") = " + with};
                case 5 -> new String[] {v, v + "(" + index() + ") = []"};
                case 6 -> new String[] {v, v + "(" + index() + ", " + index() + ") = []"};
                case 7 -> new String[] {"k", "k{" + position() + "} = " + with};
                case 8 -> new String[] {"k", pick("k(" + index() + ") = []", "k(" + index() + ") = " + with, "k{" + position() + "}(" + index() + ") = " + with, "k(" + index() + ") = {" + with + "}")};
                case 9 -> new String[] {"t", pick("t.x = ", "t(" + position() + ").y = ", "t.x(" + index() + ") = ", "t(2).z.u{2} = ", "t.('v') = ", "t(end+1) = struct('x', 5, 'y', 6); t(end).x = ") + with};
                case 10 -> new String[] {v, v + pick(" += ", " -= ", " *= ", " |= ", " &= ") + with};
                case 11 -> new String[] {"c", "c = " + v + "; " + v + "(" + index() + ") = " + with};
                case 12 -> new String[] {"w", "w = " + (random.nextBoolean() ? "[" + v + pick(", ", "; ") + with + "]" : "{" + v + pick(", ", "; ") + with + "}")};
                case 13 -> new String[] {"{" + v + ", w}", "[" + v + ", w] = " + pick("deal(" + with + ", " + value() + ")", "max(" + pick("a", "b", "n", "z") + "(:))", "size(" + v + ")", "(deal(1, " + with + "))")};
                case 14 -> new String[] {v, v + "(:, :, " + position() + ") = " + with};
                case 15 -> new String[] {"w", "w = " + function(v, with)};
                case 16 -> new String[] {"w", "w = " + v + "(" + index() + pick("", ", " + index(), ", :") + ")"};
                case 17 -> new String[] {"w", "w = " + with + pick(" + ", " .* ", " == ", " < ", " & ", " - ") + v};
                case 18, 19 -> {
                    String[] inner = statement(depth - 1);
                    yield new String[] {"{w, " + inner[0] + "}", "for w = " + with + ", " + inner[1] + pick("", "; break") + "; end"};
                }
                case 20 -> {
                    String[] inner = statement(depth - 1);
                    yield new String[] {inner[0], "if " + with + ", " + inner[1] + ", else, w = 3; end"};
                }
                case 21 -> {
                    String[] inner = statement(depth - 1);
                    yield new String[] {"{w, " + inner[0] + "}", "try, " + inner[1] + "; error('x'); catch, w = 4; end"};
                }
                case 22 -> {
                    String[] inner = statement(depth - 1);
                    yield new String[] {inner[0], "u = 0; do, u++; " + inner[1] + "; until u > 2"};
                }
                case 23 -> new String[] {"w", "f = @(q) q + " + v + "; " + v + "(1) = 9; w = f(" + with + ")"};
                case 24 -> new String[] {"w", "switch " + with + ", case {1, 'two', 'q'}, w = 1; case 7, w = 2; otherwise, w = 3; end"};
                case 25 -> new String[] {"k", pick("[k{1:2}] = deal(" + with + ")", "[k{:}] = deal(" + with + ")", "[t.x] = deal(" + with + "); k = {t.x}", "k = [k, " + with + "]", "k = [k; " + with + "]")};
                default -> new String[] {"w", "w = cellfun(@(q) " + pick("numel(q)", "isempty(q)", "class(q)", "q") + ", k" + pick("", ", 'UniformOutput', false") + ")"};
            };
        }

        private String function(String v, String with) {
            return pick("numel(" + v + ")", "size(" + v + ")", "isempty(" + with + ")", "sum(" + v + ")", "cumsum(" + v + ", 1)", "double(" + v + ")", v + "'", v + "(:)'",
                    "reshape(" + v + ", [], 1)", "cat(3, " + v + ", " + with + ")", "any(" + v + ")", "all(" + v + ", 2)", "sort(" + v + ")", "isequal(" + v + ", " + with + ")",
                    "repmat(" + v + ", 2, 2)", "fliplr(" + v + ")", "struct2cell(t)", "fieldnames(t)", "num2cell(" + v + ")", "abs(" + v + ")", "-" + v, "!" + v, "vertcat(" + v + ", " + v + ")",
                    "permute(" + v + ", [2 1 3])", "char(" + v + ")", "logical(" + v + ")", "prod(" + v + ")", "isrow(" + v + ")", "ndims(" + v + ")", "find(" + v + ")");
        }

        private String index() {
            return pick("1", "2", "end", "end+1", "[1 2]", "[1 3]", "1:2", "2:end", ":", "end:-1:1", "[]", "[true false true]", "l", "3", "[2 2]", "0", "1.5", "(1:2)'", "a(1)", "'a'", "true", "int8(2)");
        }

        private String position() {
            return pick("1", "2", "3", "end", "end+1", "4");
        }

        private String value() {
            return pick("7", "-1.5", "true", "'w'", "int8(5)", "single(2.5)", "[]", "[4 5]", "[6; 7]", "a", "b", "a(1)", "b(2, :)", "s", "NaN", "1i", "zeros(1, 0)", "'ab'", "{1}", "k{1}",
                    "t(1).x", "n(1)", "ones(2, 2, 2)", "1:3", "(1:3)'", "{}", "''", "l", "k", "t", "int8([9 8 7])", "single([1 2 3])", "'a':'c'", "zeros(0, 3)", "{[], 'x'}", "c", "w", "uint8(200)");
        }

        private String pick(String... of) {
            return of[random.nextInt(of.length)];
        }
    }
}
