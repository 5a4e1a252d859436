package nabla.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import nabla.language.Source;
import nabla.library.Catalog;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Adjoint code computes what the function computes, and the derivatives that a step into the complex plane gives. */
class AdjointTest {
    private static final String ROSENBROCK = "function f = rosenbrock(x)\n f = 0;\n for i = 1:numel(x)-1\n"
            + "  f = f + 100*(x(i+1) - x(i)^2)^2 + (1 - x(i))^2;\n end\nend\n";

    private final Engine engine = new Engine(new Catalog(), new PrintStream(OutputStream.nullOutputStream()), Path.of("."));

    private FunctionHandle function(String program, String f) {
        engine.execute(new Source("program.opt", Path.of("program.opt").toAbsolutePath(), program));
        return (FunctionHandle) engine.evaluate(f, engine.baseWorkspace(), 1)[0];
    }

    private Value value(String expression) {
        return engine.evaluate(expression, engine.baseWorkspace(), 1)[0];
    }

    private static double[] rosenbrockGradient(double[] x) {
        double[] g = new double[x.length];
        for (int i = 0; i + 1 < x.length; i++) {
            double t = x[i + 1] - x[i] * x[i];
            g[i] += -400 * x[i] * t - 2 * (1 - x[i]);
            g[i + 1] += 200 * t;
        }
        return g;
    }

    @Test
    void rosenbrockOfAHundredVariables() {
        FunctionHandle f = function(ROSENBROCK, "@rosenbrock");
        double[] x = DoubleStream.iterate(-1.2, t -> 1 - 0.7 * t).limit(100).toArray();
        Value[] r = Adjoint.of(engine, f, Real.column(x));
        close(rosenbrockGradient(x), ((Real) r[1]).data(), 1e-13);
        assertEquals(((Real) f.apply(Real.column(x))).re(0), ((Real) r[0]).re(0));
    }

    /** A function f, its gradient at x by its first argument against imag(f(x + ih))/h. */
    @ParameterizedTest
    @ValueSource(strings = {
        // Wood
        "function f = p(x)\n f = 100*(x(2)-x(1)^2)^2 + (1-x(1))^2 + 90*(x(4)-x(3)^2)^2 + (1-x(3))^2;\n"
                + " f += 10.1*((x(2)-1)^2+(x(4)-1)^2) + 19.8*(x(2)-1)*(x(4)-1);\nend",
        // Powell's singular function
        "function f = p(x)\n a = x(1)+10*x(2); b = x(3)-x(4); c = (x(2)-2*x(3))^2; d = (x(1)-x(4))^2;\n f = a^2+5*b^2+c^2+10*d^2;\nend",
        // logistic map
        "function f = p(x)\n y = x(1);\n for k = 1:20\n  y = x(2)*y*(1-y);\n end\n f = y;\nend",
        // logistic loss
        "function f = p(w)\n A = [1 2 0.5 -1; 0.3 -1 2 1; -2 1 1 0.7]; b = [1 -1 1]; f = 0;\n for i = 1:rows(A)\n  z = 0;\n"
                + "  for j = 1:columns(A)\n   z += A(i,j)*w(j);\n  end\n  f = f + log(1 + exp(-b(i)*z));\n end\n f /= 3;\nend",
        // Runge and Kutta
        "function f = p(x)\n y = x(1); v = x(2); h = 0.1;\n for k = 1:15\n  a1 = -sin(y)*x(3); b1 = v; a2 = -sin(y+h/2*b1)*x(3); b2 = v+h/2*a1;\n"
                + "  y = y + h*b2; v = v + h*a2 - x(4)*v^3*h;\n end\n f = y^2 + v^2/2;\nend",
        // recurrence in an array
        "function f = p(x)\n n = 12; y = zeros(n,1); y(1) = x(1); y(2) = x(2);\n for i = 3:n\n  y(i) = x(3)*y(i-1)*exp(-y(i-2)) + x(4)/i;\n end\n"
                + " f = y(end)*y(n-1);\nend",
        // product of matrices by loops
        "function f = p(x)\n A = [x(1) x(2); x(3) x(4)]; C = zeros(2); f = 0;\n for r = 1:3\n  for i = 1:2\n   for j = 1:2\n    s = 0;\n"
                + "    for k = 1:2\n     s = s + A(i,k)*A(k,j);\n    end\n    C(i,j) = s;\n   end\n  end\n  A = C;\n end\n"
                + " for i = 1:2\n  for j = 1:2\n   f += A(i,j)/(i+j);\n  end\n end\nend",
        // branches
        "function f = p(x)\n f = 0;\n for i = 1:4\n  if mod(i,2) == 0\n   f = f + x(i)^3;\n  elseif i == 1\n   f = f*x(i) + sin(x(i));\n"
                + "  else\n   f = f*x(i);\n  end\n end\nend",
        // while with break and continue
        "function f = p(x)\n f = x(1); k = 0;\n while true\n  k++;\n  if k == 3\n   continue\n  end\n  f = f*x(2) + k*cos(x(3)*k);\n"
                + "  if k > 6\n   break\n  end\n  f = f/(1+x(4)^2);\n end\nend",
        // return from nested loops
        "function f = p(x)\n f = 1;\n for i = 1:4\n  for j = 4:-1:1\n   f = f*(x(i)+x(j)/i);\n   if i == 2 && j == 2\n    return;\n   end\n  end\n end\n f = 0;\nend",
        // functions and anonymous functions
        "function f = p(x)\n c = 0.5; g = @(t, s) t^2*s + c; c = 3; f = 0;\n for i = 1:3\n  f = f + h(x(i), x(i+1), g);\n end\nend\n"
                + "function y = h(a, b, g)\n y = a*g(b, a) - c1()*b;\nend\nfunction y = c1()\n y = 0.25;\nend",
        // switch, do until, steps other than 1
        "function f = p(x)\n f = 0; k = 0;\n do\n  k += 1;\n  switch k\n   case {1, 3}\n    f = f + x(k)^2;\n   case 2\n    f = f*exp(x(2));\n"
                + "   otherwise\n    f = f - x(4);\n  end\n until k >= 5\n for t = 0.1:0.2:0.75\n  f = f*cos(t*x(1));\n end\n for i = 4:-2:1\n  f = f + f*x(i);\n end\nend",
        // an array overwritten in place
        "function f = p(x)\n for k = 1:3\n  for i = 1:numel(x)\n   x(i) = x(i)*x(mod(i,4)+1);\n  end\n end\n f = x(1)+x(2)*x(3)-x(4);\nend",
        // an array made anew in each iteration
        "function f = p(x)\n f = 0; u = x;\n for k = 1:4\n  v = zeros(1,4);\n  for i = 1:4\n   v(i) = u(i)^2 + x(5-i)*0.1;\n  end\n  u = v;\n"
                + "  f = f + u(k)*u(1);\n end\nend",
        // a growing array
        "function f = p(x)\n y = x(1); z = [];\n for k = 2:4\n  y(end+1) = y(end)^2 + x(k);\n  z(end+1) = y(k-1)*k;\n end\n"
                + " f = 0;\n for k = 1:numel(y)\n  f = f + y(k)*numel(z);\n end\n f = f + sum(z.^2);\nend",
        // operations on arrays
        "function f = p(x)\n u = x.^2 + 1; v = sin(u).*x(4:-1:1)/2; v(2:3) = u(1:2); f = v*x.' + mean(tanh(u - v)) + sum(x(1:end-1).*x(2:end));\nend",
        // rows and columns of matrices
        "function f = p(x)\n A = zeros(2, 4); A(1,:) = x; A(2,:) = 2*x - 1; b = A*x.'; c = [1 2]*A; f = 0;\n"
                + " for i = 1:2\n  f = f + sum(A(i,:).^2)*b(i);\n end\n f = f + c*x.' + A(:,2).'*b;\nend",
        // an array updated in place in a loop
        "function f = p(x)\n y = 0*x + 1;\n for k = 1:3\n  y = y.*x + k*y(end);\n end\n f = sum(y);\nend",
        // arrays with names
        "function f = p(x)\n a = x(1:end-1); b = x(2:end); r = 10*(b - a.^2); s = 1 - a; f = r*r.' + s*s.' + sum(b);\nend",
        // arrays with names, written over and used out of line
        "function f = p(x)\n u = x.^2; u(2:3) = x(1:2); w = u + 1; u = u.*w; w = w - u; f = sum(w.*u) + sum(u(1:2).*w(3:4)) + mean(w);\nend",
        // a sum between arrays with names
        "function f = p(x)\n m = mean(x); d = x - m; s = sum(d.^2)/4; z = d/s; f = sum(z.^4) + sum(z(4:-1:1).*d) + m;\nend",
        // arrays with names in loops and branches
        "function f = p(x)\n f = 0;\n for k = 1:3\n  a = x*k;\n  if k == 2\n   a = a.^2;\n  end\n  b = a + f; c = b.*a; f = f + sum(c)/10;\n end\n"
                + " f = f + sum(b);\nend",
        // comparisons in arithmetic
        "function f = p(x)\n m = x.^2 < 0.8; r = m.*x.^3 + (1-m).*x; f = sum(r) + sum((x.^2 >= 0.8).*x) + (x(1)^2 > 0.1)*x(2);\nend",
        // costly functions, whose values are kept, in and out of loops
        "function f = p(x)\n a = exp(-x.^2); b = 1 + a; c = log(b).^1.5; d = 1./(1 + exp(-c)); f = sum(d.*x) + sum(a)*mean(tanh(x));\nend",
        "function f = p(x)\n f = 0; y = x;\n for k = 1:3\n  a = exp(-y); y = a./(1 + a) + x; e = exp(y(k)); f = f + e*sum(a.*y);\n end\n f = f*e;\nend",
        // products of matrices, transposed or not
        "function f = p(x)\n A = reshaped(x); B = A*A.'; c = A.'*[1; 2]; r = B*[x(1); 1] - 2; d = x*x.'; y = A*x.'; z = x(3:4)*A; f = r.'*y + d*(z*c) + x*(A.'*y);\nend\n"
                + "function A = reshaped(x)\n A = zeros(2, 4);\n for k = 1:4\n  A(1,k) = x(k)^2; A(2,k) = k - x(k);\n end\nend",
        "function f = p(x)\n A = [1 2; 3 4]; y = x(1:2).'; f = 0;\n for k = 1:3\n  y = A.'*y/5 + x(3:4).'; B = y*x; f = f + sum(B*x.') + y.'*A*y;\n end\nend",
        // sizes known when the program runs
        "function f = p(x)\n n = 3; a = x(1:n); b = x(2:n+1); c = a.*b; f = sum(c) + sum(a)*sum(b.^2) + numel(c)*c(2) + size(a, 2)*rows(b);\nend",
        // powers and functions of the library
        "function f = p(x)\n f = x(1)^2.5 + x(2)^x(3) + 2^x(4) + sqrt(x(1)*x(2)) + sin(x(3)) + tanh(x(4)) + log(x(1))^2 - 1/x(2)^2 + x(3)\\x(4);\nend"
    })
    void agreesWithAComplexStep(String program) {
        FunctionHandle f = function(program + "\n", "@p");
        double[] x = {0.7, 1.3, 0.9, 0.45};
        Value[] r = Adjoint.of(engine, f, Real.row(x));
        assertNotNull(r, program);
        assertEquals(((Real) f.apply(Real.row(x))).re(0), ((Real) r[0]).re(0), 1e-15);
        double[] expected = new double[4];
        for (int k = 0; k < 4; k++) {
            String step = "imag(p([0.7 1.3 0.9 0.45] + 1e-30i*((1:4)==" + (k + 1) + ")))/1e-30";
            expected[k] = ((Numeric) value(step)).re(0);
        }
        close(expected, ((Real) r[1]).data(), 1e-13);
    }

    @Test
    void whatFunctionsCaptureIsConstant() {
        FunctionHandle f = function("a = 3; w = [1 2]; g = @(t) a*t^2 + w(2);", "@(x) g(x)*a");
        Value[] r = Adjoint.of(engine, f, Real.of(2));
        assertEquals(42, ((Real) r[0]).re(0));
        assertEquals(36, ((Real) r[1]).re(0));
    }

    @Test
    void furtherArgumentsAreConstant() {
        FunctionHandle f = function(ROSENBROCK, "@(x, k) k*x^3");
        assertEquals(60, ((Real) Adjoint.of(engine, f, Real.of(2), Real.of(5))[1]).re(0));
    }

    @Test
    void theGradientHasTheShapeOfTheArgument() {
        FunctionHandle f = function("", "@(A) A(1,2)*A(2,1)");
        Value[] r = Adjoint.of(engine, f, new Real(new double[] {1, 2, 3, 4, 5, 6}, 2, 3));
        assertEquals("[0.0, 3.0, 2.0, 0.0, 0.0, 0.0]", java.util.Arrays.toString(((Real) r[1]).data()));
        assertEquals(3, r[1].columns());
    }

    @Test
    void aResultThatDoesNotDependOnTheArgumentHasGradientZero() {
        assertEquals(0, ((Real) Adjoint.of(engine, function("", "@(x) 7"), Real.of(2))[1]).re(0));
    }

    @ParameterizedTest
    @CsvSource({
        "'max(x(1), x(2))', 1, 0", "'min(x(1), x(2))', 1, 0", "'max(x(1), 3) + x(2)', 0, 1", "'abs(x(1) - 2)', 0, 0", "'abs(x(1) - 3)', -1, 0"
    })
    void kinksFollowTheTable(String expression, double first, double second) {
        Value[] r = Adjoint.of(engine, function("", "@(x) " + expression), Real.row(2, 2));
        close(new double[] {first, second}, ((Real) r[1]).data(), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(sum(kron(x, x')))", "floor(x(1))", "cumsum(x)(2)", "real(x(1))*strlength('a')", "x", "sum(x(2:2) + x(1:2))"})
    void refusesWhatIsNotScalar(String expression) {
        assertNull(Adjoint.of(engine, function("", "@(x) " + expression), Real.column(1, 2)));
    }

    @Test
    void refusesWhatFails() {
        assertNull(Adjoint.of(engine, function("", "@(x) x(3)"), Real.column(1, 2)));
        assertNull(Adjoint.of(engine, function("", "@(x) sqrt(x(1))"), Real.column(-1, 2)));
    }

    /** Rosenbrock's function with a name for each array, across the lengths at which loops are arranged in another way. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 64, 65, 1025, 70_000})
    void arraysWithNamesCostNoDigits(int n) {
        FunctionHandle f = function("function v = p(x)\n a = x(1:end-1); b = x(2:end); r = 10*(b - a.^2); s = 1 - a; v = r'*r + s'*s;\nend\n", "@p");
        double[] x = DoubleStream.iterate(-1.2, t -> 1 - 0.7 * t).limit(n).toArray();
        close(rosenbrockGradient(x), ((Real) Adjoint.of(engine, f, Real.column(x))[1]).data(), 1e-13);
    }

    /** Derivative of the norm: x/‖x‖. A plain sum of so many equal squares is wrong in the twelfth digit. */
    @Test
    void longSumsKeepTheirDigits() {
        int n = 1_500_000;
        double[] x = DoubleStream.generate(() -> 0.1).limit(n).toArray();
        double[] g = ((Real) Adjoint.of(engine, function("", "@(x) norm(x)"), Real.column(x))[1]).data();
        for (int k : new int[] {0, n / 2, n - 1}) assertEquals(1 / Math.sqrt(n), g[k], 2e-14 / Math.sqrt(n));
        Value[] infinite = Adjoint.of(engine, function("", "@(x) sum(exp(x))"), Real.row(1000, 1));
        assertEquals(Double.POSITIVE_INFINITY, ((Real) infinite[0]).re(0));
    }

    /** The variance, whose gradient is 2(x − m)/n and whose Hessian takes v to 2(v − m(v))/n, on one core and on all. */
    @ParameterizedTest
    @ValueSource(ints = {5, 1025, 200_000})
    void longLoopsAreSharedOut(int n) {
        FunctionHandle f = function("", "@(x) mean((x - mean(x)).^2)");
        double[] x = DoubleStream.iterate(.3, t -> 3.7 * t * (1 - t)).limit(n).toArray();
        double[] v = DoubleStream.iterate(.6, t -> 3.6 * t * (1 - t)).limit(n).toArray();
        close(centred(x), ((Real) Adjoint.of(engine, f, Real.column(x))[1]).data(), 1e-14);
        close(centred(v), ((Real) Adjoint.along(engine, f, Real.column(v), Real.column(x))[1]).data(), 1e-14);
    }

    private static double[] centred(double[] x) {
        double mean = DoubleStream.of(x).sum() / x.length;
        return DoubleStream.of(x).map(t -> 2 * (t - mean) / x.length).toArray();
    }

    /** Iterations that hand numbers on keep their order: v is x₁ / (1 + x₂ / (1 + ...)). */
    @Test
    void iterationsThatNeedEachOtherStayInOrder() {
        FunctionHandle f = function("function v = p(x)\n v = 0;\n for k = numel(x):-1:1, v = x(k)/(1 + v); end\nend\n", "@p");
        double[] x = DoubleStream.generate(() -> 2).limit(3000).toArray();
        double[] g = ((Real) Adjoint.of(engine, f, Real.column(x))[1]).data();
        // v = 1 everywhere: x/(1 + v) has derivatives 1/2 by x and −1/2 by v
        for (int k = 0; k < 20; k++) assertEquals(.5 * Math.pow(-.5, k), g[k], 1e-15);
    }

    /** An array that a loop would have to lengthen far from its end is left to tapes. */
    @Test
    void sizesThatChangeAreRefused() {
        FunctionHandle f = function("function v = p(x)\n y = 0*x; for k = 1:2*numel(x), y(k) = x(1); end\n v = sum(y);\nend\n", "@p");
        assertNull(Adjoint.of(engine, f, Real.column(new double[2000])));
    }

    private static void close(double[] expected, double[] actual, double tolerance) {
        assertEquals(expected.length, actual.length);
        double scale = DoubleStream.of(expected).map(Math::abs).max().orElse(1);
        for (int k = 0; k < expected.length; k++) {
            int at = k;
            assertTrue(Math.abs(expected[k] - actual[k]) <= tolerance * scale, () -> at + ": " + expected[at] + " but " + actual[at]);
        }
    }
}
