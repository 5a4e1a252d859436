package nabla.library.optimization;

import java.util.HashMap;
import java.util.Map;
import nabla.engine.Adjoint;
import nabla.engine.Engine;
import nabla.engine.Session;
import nabla.gradient.Tape;
import nabla.gradient.Variables;
import nabla.library.Binder;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Result;
import nabla.value.Callable;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Concat;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/** Exact derivatives of functions of the language, by reverse differentiation of what they compute. */
public final class Gradients {
    private static final String NOT_DIFFERENTIABLE = "nabla:not-differentiable";

    private Gradients() {}

    /** The library's functions and the programs of the table of derivatives, each found once. */
    private static final class Programs {
        private final Map<String, Callable> found = new HashMap<>();

        static Tape tape(Session session) {
            Programs p = session.memo(Programs.class, Programs::new);
            return new Tape(name -> p.found.computeIfAbsent(name, session::standard));
        }
    }

    @Function(
            call = "g = grad(f)\ng = grad(f, x, ...)\n[g1, g2, ...] = grad(f, x1, x2, ...)",
            en = "The exact gradient of f at x, of x's shape; f gives a real scalar and is any function: with loops, branches, indexing, "
                    + "matrices. x is an array, or cells and structures of arrays. Further arguments are passed on to f; further results "
                    + "are the derivatives by them. grad(f) is the gradient as a function, as is ∇f, whose value for several numbers "
                    + "is the row of the derivatives by all of them. Where f has a corner: 0 for abs and "
                    + "norm at 0, the first of equals for max and min. Integrals, roots and minima inside f (quadgk, ode45, fzero, fsolve, "
                    + "fminunc, quadprog, fmincon ...) are differentiated by the problem they solve, the active constraints included; complex "
                    + "numbers (fft, 1i*x) by their real and imaginary parts. What has no derivative (rounding, unless for an index, files, numbers "
                    + "made of text or read back from a figure) is an error that names it; see detach.",
            ru = "Точный градиент f в точке x, той же формы, что x; f даёт вещественное число и может быть любой: с циклами, ветвлениями, "
                    + "индексами, матрицами. x — массив либо ячейки и структуры из массивов. Прочие аргументы передаются f; прочие "
                    + "результаты — производные по ним. grad(f) — градиент как функция, то же, что ∇f; от нескольких чисел "
                    + "это строка производных по каждому. На изломах: 0 для abs и norm в "
                    + "нуле, первый из равных для max и min. Интегралы, корни и минимумы внутри f (quadgk, ode45, fzero, fsolve, fminunc, "
                    + "quadprog, fmincon ...) дифференцируются по условиям своей задачи, включая активные ограничения; комплексные числа "
                    + "(fft, 1i*x) — через вещественную и мнимую части. У чего производной нет (округление, если это не индекс, файлы, числа "
                    + "из текста или с рисунка), то названо в ошибке; см. detach.",
            examples = {"grad(@(x) x^3, 2)  % 12", "f = @(x) sum(x.^2); g = ∇f; g([1 2])  % 2 4", "[a, b] = grad(@(x, y) x*y, 3, 5); [a b]  % 5 3", "f = @(x, y) x*y; ∇f(3, 5)  % 5 3"})
    public static Value[] grad(Session session, @Nargout int nargout, FunctionHandle f, Value... x) {
        if (x.length > 0) return gradients("grad", session, f, x, Math.max(1, nargout)).derivatives;
        String text = (f.anonymous() ? "" : "@") + f.text();
        Callable g = (a, n) -> a.length == 0 ? misuse(f) : n < 2 && areNumbers(a) ? partial(session, f, a) : grad(session, n, f, a);
        return Result.of(new FunctionHandle("@(varargin) grad (" + text + ", varargin{:})", true, g));
    }

    /** Whether there are several arguments, each a real number: a point of a function of several variables. */
    private static boolean areNumbers(Value[] a) {
        for (Value v : a) if (!(Overloaded.primal(v) instanceof Real x) || x.numel() != 1) return false;
        return a.length > 1;
    }

    /** The derivatives by all arguments, in a row. */
    private static Value[] partial(Session session, FunctionHandle f, Value[] a) {
        return session.standard("horzcat").call(gradients("grad", session, f, a, a.length).derivatives, 1);
    }

    private static Value[] misuse(FunctionHandle f) {
        throw Failure.of("the gradient of %s needs a point: call it with the arguments of the function",
                "градиент %s берут в точке: вызовите его с аргументами функции", f.text());
    }

    @Function(
            call = "[v, g] = valgrad(f, x, ...)",
            en = "The value of f at x and its exact gradient, in one pass; see grad.",
            ru = "Значение f в точке x и её точный градиент за один проход; см. grad.",
            examples = {"[v, g] = valgrad(@(x) x^3, 2); [v g]  % 8 12"})
    public static Value[] valgrad(Session session, @Nargout int nargout, FunctionHandle f, Value x, Value... more) {
        Gradient r = gradients("valgrad", session, f, all(x, more), Math.max(1, nargout - 1));
        Value[] out = new Value[1 + r.derivatives.length];
        out[0] = r.value;
        System.arraycopy(r.derivatives, 0, out, 1, r.derivatives.length);
        return out;
    }

    /** A function's value, and its derivatives by its first arguments. */
    private record Gradient(Value value, Value[] derivatives) {}

    /** The value of f and its gradient by the first argument; null when f computes what has no derivative. */
    static Value[] of(Session session, FunctionHandle f, Value... arguments) {
        try {
            Gradient r = gradients(f.text(), session, f, arguments, 1);
            return Result.of(r.value, r.derivatives[0]);
        } catch (Failure e) {
            if (e.identifier().equals(NOT_DIFFERENTIABLE)) return null;
            throw e;
        }
    }

    private static Gradient gradients(String who, Session session, FunctionHandle f, Value[] arguments, int count) {
        if (count > arguments.length) {
            throw Failure.of("%s: %d derivatives wanted of a function with %d arguments",
                    "%s: нужно производных: %d, а аргументов: %d", who, count, arguments.length);
        }
        Value[] quick = count == 1 ? byAdjointCode(session, f, arguments) : null;
        if (quick != null) return new Gradient(quick[0], new Value[] {quick[1]});
        try (Tape tape = Programs.tape(session)) {
            return onTape(who, session, f, arguments, count, tape);
        }
    }

    /** On a tape; where a derivative is lost, the program runs once more, to the place where that happens. */
    private static Gradient onTape(String who, Session session, FunctionHandle f, Value[] arguments, int count, Tape tape) {
        try {
            return taped(who, session, f, arguments, count, tape);
        } catch (Failure e) {
            if (!tape.hasLost()) throw e;
            try (Tape again = Programs.tape(session)) {
                again.stopWhere(tape);
                taped(who, session, f, arguments, count, again);
            }
            throw e;
        }
    }

    private static Gradient taped(String who, Session session, FunctionHandle f, Value[] arguments, int count, Tape tape) {
        Variables[] x = new Variables[count];
        Value[] a = arguments.clone();
        for (int k = 0; k < count; k++) {
            x[k] = new Variables(tape, a[k]);
            a[k] = x[k].followed();
        }
        Value y = Points.at(f, a);
        if (y.numel() != 1) {
            throw Failure.of("%s: the function must give a scalar, not %s: jacobian gives the derivatives of arrays",
                    "%s: функция должна давать число, а не массив %s: производные массивов даёт jacobian", who, Dims.text(y.dims()));
        }
        y = real(session, who, tape, y);
        tellJumps(session, who, f, tape, y);
        Value[] r = new Value[count];
        for (int k = 0; k < count; k++) r[k] = x[k].shaped(tape.derivatives(y, Real.of(1), x[k].arrays()));
        return new Gradient(tape.released(y), r);
    }

    /** Value and gradient of a program of scalars in loops by code generated for it; null where the tape has to do it. */
    private static Value[] byAdjointCode(Session session, FunctionHandle f, Value[] arguments) {
        if (!(session instanceof Engine engine) || Overloaded.among(arguments) != null) return null;
        Value[] r = Adjoint.of(engine, f, arguments);
        return r == null || hasNaN(r[1]) ? null : r;
    }

    private static boolean hasNaN(Value v) {
        for (double d : ((Real) v).data()) if (d != d) return true;
        return false;
    }

    /** The value, an error when it is no real number; complex numbers without imaginary parts are. */
    private static Value real(Session session, String who, Tape tape, Value y) {
        Value p = Overloaded.primal(y);
        if (p instanceof Complex z && !z.narrow().isComplex()) return session.standard("real").call(new Value[] {y}, 1)[0];
        if (p instanceof Real) return y;
        if (p instanceof Complex && tape.complexity() != null) throw tape.complexity();
        throw Failure.of("%s: the function must give real numbers, not a %s", "%s: функция должна давать вещественные числа, а не %s",
                        who, Binder.kind(p))
                .id(NOT_DIFFERENTIABLE);
    }

    /** A warning where the value is no longer followed since the program asked for jumps only, such as comparisons. */
    private static void tellJumps(Session session, String who, FunctionHandle f, Tape tape, Value y) {
        if (tape.follows(y) || tape.jump() == null) return;
        Failure told = Failure.of("%s: %s depends on its argument by %s alone, constant between jumps: its gradient is 0",
                "%s: %s зависит от аргумента только через %s, постоянную между скачками: её градиент — 0", who, f.text(), tape.jump());
        session.standard("warning").call(new Value[] {Char.of(NOT_DIFFERENTIABLE), Char.of("%s"), Char.of(told.getMessage())}, 0);
    }

    private static Value[] all(Value x, Value[] more) {
        Value[] r = new Value[1 + more.length];
        r[0] = x;
        System.arraycopy(more, 0, r, 1, more.length);
        return r;
    }

    @Function(
            call = "J = jacobian(f, x, ...)",
            en = "The exact derivatives of the array f(x): a row for each element of f(x), a column for each of x. Further arguments are "
                    + "passed on to f.",
            ru = "Точные производные массива f(x): строка на каждый элемент f(x), столбец на каждый элемент x. Прочие аргументы "
                    + "передаются f.",
            examples = {"jacobian(@(x) [x(1)*x(2), x(1)], [2 3])  % 3 2; 1 0"})
    public static Value jacobian(Session session, FunctionHandle f, Value x, Value... more) {
        try (Tape tape = Programs.tape(session)) {
            Value[] a = all(array("jacobian", tape, x), more);
            Value y = real(session, "jacobian", tape, Points.at(f, a));
            tellJumps(session, "jacobian", f, tape, y);
            return y.numel() > x.numel() ? byColumns(session, tape, y, a[0]) : jacobian(session, tape, y, a[0]);
        }
    }

    /** The Jacobian of a function with more results than variables: J'u is linear in u, and its derivatives by u are the columns of J. */
    private static Value byColumns(Session session, Tape tape, Value y, Value x) {
        try (Tape outer = Programs.tape(session)) {
            Value u = outer.variable(Real.zeros(y.dims()));
            Value columns = jacobian(session, outer, tape.derivatives(y, u, x)[0], u);
            return session.standard("transpose").call(new Value[] {columns}, 1)[0];
        }
    }

    /** x followed by the tape; an error when it is no array. */
    private static Value array(String who, Tape tape, Value x) {
        Variables v = new Variables(tape, x);
        if (v.arrays().length == 1 && v.arrays()[0] == v.followed()) return v.followed();
        throw Failure.of("%s: x must be an array, not a %s", "%s: x — массив, а не %s", who, x.className());
    }

    private static Value jacobian(Session session, Tape tape, Value y, Value x) {
        int m = y.numel();
        Value[] rows = new Value[m];
        Value[] shape = {null, Real.of(1), Real.of(x.numel())};
        for (int i = 0; i < m; i++) {
            session.poll();
            Real seed = Real.zeros(y.dims());
            seed.data()[i] = 1;
            shape[0] = tape.derivatives(y, seed, x)[0];
            rows[i] = session.standard("reshape").call(shape.clone(), 1)[0];
        }
        return m == 0 ? Real.zeros(0, x.numel()) : Concat.vertical(rows);
    }

    /** H v by code generated for a program of scalars in loops; null where tapes have to do it. */
    private static Value byTangentCode(Session session, FunctionHandle f, Value v, Value[] arguments) {
        if (!(session instanceof Engine engine) || Overloaded.among(arguments) != null || Overloaded.among(v) != null) return null;
        Value[] r = Adjoint.along(engine, f, v, arguments);
        return r == null || hasNaN(r[0]) || hasNaN(r[1]) ? null : r[1];
    }

    /** The Hessian's columns, each its product with a unit vector; null where tapes have to do it. */
    private static Value byTangentCode(Session session, FunctionHandle f, Value[] arguments) {
        if (!(Overloaded.primal(arguments[0]) instanceof Numeric x)) return null;
        int n = x.numel();
        double[] h = new double[n * n];
        for (int k = 0; k < n; k++) {
            session.poll();
            Real unit = Real.zeros(x.dims());
            unit.data()[k] = 1;
            if (!(byTangentCode(session, f, unit, arguments) instanceof Real column)) return null;
            System.arraycopy(column.data(), 0, h, k * n, n);
        }
        return n == 0 ? null : new Real(h, n, n);
    }

    @Function(
            call = "H = hessian(f, x, ...)",
            en = "The exact matrix of second derivatives of the scalar f at the array x: the Jacobian of the gradient.",
            ru = "Точная матрица вторых производных скалярной f в точке x: матрица Якоби градиента.",
            examples = {"hessian(@(x) x(1)^2*x(2), [1 3])  % 6 2; 2 0"})
    public static Value hessian(Session session, FunctionHandle f, Value x, Value... more) {
        Value quick = byTangentCode(session, f, all(x, more));
        if (quick != null) return quick;
        try (Tape tape = Programs.tape(session)) {
            Value[] a = all(array("hessian", tape, x), more);
            return jacobian(session, tape, gradients("hessian", session, f, a, 1).derivatives[0], a[0]);
        }
    }

    @Function(
            call = "w = hvp(f, x, v, ...)",
            en = "The Hessian of f at x times v, of x's shape, without forming the matrix.",
            ru = "Гессиан f в точке x, умноженный на v, той же формы, что x; сама матрица не строится.",
            examples = {"hvp(@(x) x(1)^2*x(2), [1 3], [1 0])  % 6 2"})
    public static Value hvp(Session session, FunctionHandle f, Value x, Value v, Value... more) {
        along("hvp", x, v);
        Value quick = byTangentCode(session, f, v, all(x, more));
        if (quick != null) return quick;
        try (Tape tape = Programs.tape(session)) {
            Value[] a = all(array("hvp", tape, x), more);
            return tape.derivatives(gradients("hvp", session, f, a, 1).derivatives[0], v, a[0])[0];
        }
    }

    private static void along(String who, Value x, Value v) {
        if (Dims.same(x.dims(), v.dims()) && Overloaded.primal(v) instanceof Real) return;
        throw Failure.of("%s: the direction v must be a real array of x's size, %s", "%s: направление v — вещественный массив размера x, %s",
                who, Dims.text(x.dims()));
    }

    @Function(
            call = "d = dirderiv(f, x, v, ...)",
            en = "The exact derivative of f at x along v, of f's shape: jacobian(f, x)*v without the matrix.",
            ru = "Точная производная f в точке x вдоль v, той же формы, что f(x): jacobian(f, x)*v без самой матрицы.",
            examples = {"dirderiv(@(x) [x(1)*x(2), x(1)], [2 3], [1 1])  % 5 1"})
    public static Value dirderiv(Session session, FunctionHandle f, Value x, Value v, Value... more) {
        along("dirderiv", x, v);
        try (Tape outer = Programs.tape(session);
                Tape tape = Programs.tape(session)) {
            Value[] a = all(array("dirderiv", tape, x), more);
            Value y = real(session, "dirderiv", tape, Points.at(f, a));
            tellJumps(session, "dirderiv", f, tape, y);
            // J'u is linear in u; its derivative by u along v is J v
            Value u = outer.variable(Real.zeros(y.dims()));
            return outer.derivatives(tape.derivatives(y, u, a[0])[0], v, u)[0];
        }
    }

    @Function(
            call = "x = detach(x)",
            en = "x itself, but a constant to gradients: what is computed from it is not differentiated.",
            ru = "Само x, но постоянное для градиентов: вычисленное из него не дифференцируется.",
            examples = {"grad(@(x) x*detach(x), 3)  % 3"})
    public static Value detach(Value x) {
        return Result.same(x);
    }
}
