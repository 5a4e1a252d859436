package nabla.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Random;
import nabla.language.Source;
import nabla.library.Catalog;
import nabla.value.FunctionHandle;
import nabla.value.Real;
import nabla.value.Value;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Programs of assignments, loops and branches made at random: generated adjoint code and the tape find the same derivatives. */
class RandomProgramsTest {
    private final Engine engine = new Engine(new Catalog(), new PrintStream(OutputStream.nullOutputStream()), Path.of("."));

    @Property(seed = "1", tries = 100)
    void adjointCodeAgreesWithTheTape(@ForAll long seed) {
        String program = new Writer(new Random(seed)).program();
        engine.execute(new Source("program.opt", Path.of("program.opt").toAbsolutePath(), program));
        FunctionHandle f = (FunctionHandle) engine.evaluate("@p", engine.baseWorkspace(), 1)[0];
        Real x = Real.row(0.7, -0.4, 1.1, 0.3);
        Value[] r = Adjoint.of(engine, f, x);
        assertNotNull(r, program);
        double value = ((Real) f.apply(x)).re(0);
        assertEquals(value, ((Real) r[0]).re(0), 1e-14 * Math.max(1, Math.abs(value)), program);
        close("jacobian(@p, [0.7 -0.4 1.1 0.3])", r[1], program);
    }

    @Property(seed = "1", tries = 25)
    void tangentCodeAgreesWithTheTape(@ForAll long seed) {
        String program = new Writer(new Random(seed)).program();
        engine.execute(new Source("program.opt", Path.of("program.opt").toAbsolutePath(), program));
        FunctionHandle f = (FunctionHandle) engine.evaluate("@p", engine.baseWorkspace(), 1)[0];
        Value[] r = Adjoint.along(engine, f, Real.row(0.3, 1, -0.5, 0.2), Real.row(0.7, -0.4, 1.1, 0.3));
        assertNotNull(r, program);
        close("jacobian(@p, [0.7 -0.4 1.1 0.3])", r[0], program);
        close("dirderiv(@(x) jacobian(@p, x), [0.7 -0.4 1.1 0.3], [0.3 1 -0.5 0.2])", r[1], program);
    }

    private void close(String byTapes, Value byCode, String program) {
        double[] expected = ((Real) engine.evaluate(byTapes, engine.baseWorkspace(), 1)[0]).data();
        double scale = 1;
        for (double d : expected) scale = Math.max(scale, Math.abs(d));
        for (int k = 0; k < 4; k++) assertEquals(expected[k], ((Real) byCode).re(k), 1e-11 * scale, program);
    }

    /** Writes a function p of four variables whose values stay moderate. */
    private static final class Writer {
        private final Random random;
        private final StringBuilder out = new StringBuilder();
        private int loops;

        Writer(Random random) {
            this.random = random;
        }

        String program() {
            out.append("function f = p(x)\n a = x(1); b = 0.5; c = x(2)*x(3); y = zeros(1, 4); n = numel(x);\n M = zeros(2, 4); u = [];\n");
            block(3, 5);
            return out.append(" f = a + b*c + y(1) - y(3)*x(4) + sum(u)*0.1 + M(1,:)*x';\nend\n")
                    .append("function r = h(s, t)\n r = s;\n for q = 1:2\n  if r > t\n   r = r*0.5; continue\n  end\n  r = r + sin(t);\n end\nend\n")
                    .toString();
        }

        private void block(int depth, int count) {
            for (int k = 0; k < count; k++) statement(depth);
        }

        private void statement(int depth) {
            int kind = random.nextInt(depth > 0 ? 14 : 9);
            switch (kind) {
                case 0, 1 -> out.append(pick("a", "b", "c")).append(" = ").append(expression(3)).append(";\n");
                case 2 -> out.append(pick("a", "b", "c")).append(pick(" += ", " -= ", " *= ")).append("tanh(").append(expression(2)).append(");\n");
                case 3 -> out.append("y(").append(index()).append(") = ").append(expression(3)).append(";\n");
                case 4 -> out.append("y = tanh(").append(array(2)).append(");\n");
                case 5 -> out.append(pick("M(1,:)", "M(2,:)", "y(:)", "y(1:4)")).append(" = tanh(").append(array(2)).append(")/3;\n");
                case 6 -> out.append("u(end+1) = tanh(").append(expression(1)).append(");\n");
                case 7, 8 -> named();
                case 9, 10 -> loop(depth);
                case 11, 12 -> {
                    out.append("if ").append(condition()).append("\n");
                    block(depth - 1, 2);
                    if (random.nextBoolean()) {
                        out.append("else\n");
                        block(depth - 1, 2);
                    }
                    out.append("end\n");
                }
                default -> {
                    String k = "w" + ++loops;
                    out.append(k).append(" = 0;\nwhile ").append(k).append(" < 3\n").append(k).append("++;\n");
                    block(depth - 1, 2);
                    out.append("if ").append(condition()).append("\n").append(pick("break", "continue")).append("\nend\n");
                    block(depth - 1, 1);
                    out.append("end\n");
                }
            }
        }

        /** Arrays with names of their own, used in line and out of line. */
        private void named() {
            String r = "r" + ++loops;
            String s = "s" + loops;
            out.append(r).append(" = tanh(").append(array(2)).append("); ").append(s).append(" = ").append(r).append(".*").append(array(1)).append(";\n");
            out.append(pick("a", "b", "c")).append(" = tanh(sum(").append(s).append(" + ").append(r).append(".^2) - ").append(r).append("(3:4)*").append(s)
                    .append("(1:2)');\n").append(pick("y", r, "M(1,:)")).append(" = (").append(s).append(" - ").append(pick("y", r, r + "(4:-1:1)")).append(")/2;\n");
            out.append("y = tanh(y + ").append(r).append(");\n");
        }

        private void loop(int depth) {
            String i = "i" + ++loops;
            out.append("for ").append(i).append(" = ").append(pick("1:3", "4:-1:2", "1:2:n", "0.5:0.5:1.6", "n:-2:1")).append("\n");
            block(depth - 1, 2);
            if (random.nextInt(3) == 0) out.append("y(mod(round(").append(i).append("), 4)+1) = tanh(y(2)*").append(i).append(" + a);\n");
            out.append("end\n");
        }

        /** A row of four. */
        private String array(int depth) {
            if (depth == 0) return pick("x", "y", "M(2,:)", "y(4:-1:1)", "[a b c 0.1]");
            String e = array(depth - 1);
            return switch (random.nextInt(5)) {
                case 0 -> "sin(" + e + ")";
                case 1 -> "(" + e + ").*" + array(depth - 1);
                case 2 -> "(" + e + ")*" + expression(0);
                case 3 -> "(" + e + ").^2 + " + array(0);
                default -> "a - " + e;
            };
        }

        private String condition() {
            return pick("a > b", "x(2) < c && y(1) <= 0.3", "mod(n, 2) == 1 || b > 0.2", "y(2) != 0");
        }

        private String index() {
            return pick("1", "2", "3", "end", "n-1");
        }

        private String expression(int depth) {
            if (depth == 0) return pick("a", "b", "c", "x(1)", "x(n)", "y(2)", "y(" + index() + ")", "0.7", "2", "tanh(x*y')", "tanh(y*(M'*[a; 1]))", "tanh([b 1]*M*x')", "sum(y.^2)/4", "mean(M(1,:))");
            String e = expression(depth - 1);
            return switch (random.nextInt(10)) {
                case 0 -> "sin(" + e + ")";
                case 1 -> "tanh(" + e + " + " + expression(depth - 1) + ")";
                case 2 -> "(" + e + " - " + expression(depth - 1) + ")/3";
                case 3 -> "tanh(" + e + ")*" + expression(0);
                case 4 -> "exp(-(" + e + ")^2)";
                case 5 -> e + "/(1 + " + expression(0) + "^2)";
                case 6 -> "max(" + e + ", 0.1)";
                case 7 -> "-0.5*abs(" + e + ")";
                case 8 -> "h(" + e + ", " + expression(0) + ")";
                default -> "sqrt(1 + (" + e + ")^2)";
            };
        }

        private String pick(String... of) {
            return of[random.nextInt(of.length)];
        }
    }
}
