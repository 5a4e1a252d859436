package nabla.library.optimization;

import java.util.Arrays;
import nabla.engine.Adjoint;
import nabla.engine.Engine;
import nabla.engine.Session;
import nabla.gradient.Refinement;
import nabla.gradient.Tape;
import nabla.gradient.Variables;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Result;
import nabla.value.Callable;
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
    private Gradients() {}

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
        if (x.length > 0) return derivatives(new GradientOf("grad", session, f, Math.max(1, nargout)).at(x));
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
        return session.standard("horzcat").call(derivatives(new GradientOf("grad", session, f, a.length).at(a)), 1);
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
        return new GradientOf("valgrad", session, f, Math.max(1, nargout - 1)).at(all(x, more));
    }

    /** What stands behind the value. */
    private static Value[] derivatives(Value[] found) {
        return Arrays.copyOfRange(found, 1, found.length);
    }

    /** The value of f and its gradient by the first argument; null when f computes what has no derivative. */
    static Value[] of(Session session, FunctionHandle f, Value... arguments) {
        try {
            return new GradientOf("", session, f, 1).at(arguments);
        } catch (Failure e) {
            if (e.identifier().equals(Taping.NOT_DIFFERENTIABLE)) return null;
            throw e;
        }
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
        return Taping.in(session).derivative("jacobian", all(x, more), p -> jacobian(session, f, p));
    }

    private static Value[] jacobian(Session session, FunctionHandle f, Value[] point) {
        try (Tape tape = Taping.in(session).tape()) {
            Value[] a = first("jacobian", tape, point);
            Value y = Taping.in(session).value("jacobian", f, tape, Points.at(f, a));
            Value J = y.numel() > a[0].numel() ? byColumns(session, tape, y, a[0]) : jacobian(session, tape, y, a[0]);
            return end(session, tape, y, J);
        }
    }

    /** The Jacobian of a function with more results than variables: J'u is linear in u, and its derivatives by u are the columns of J. */
    private static Value byColumns(Session session, Tape tape, Value y, Value x) {
        try (Tape outer = Taping.in(session).tape()) {
            Value u = outer.variable(Real.zeros(y.dims()));
            Value columns = jacobian(session, outer, tape.derivatives(y, u, x)[0], u);
            return session.standard("transpose").call(new Value[] {columns}, 1)[0];
        }
    }

    /** The arguments, the first followed by the tape. */
    private static Value[] first(String who, Tape tape, Value[] point) {
        Value[] a = point.clone();
        a[0] = array(who, tape, a[0]);
        return a;
    }

    /** The value and the derivative, off the tape. */
    private static Value[] end(Session session, Tape tape, Value y, Value derivative) {
        Taping.in(session).done(tape);
        return new Value[] {tape.released(y), derivative};
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
        return r == null || !Refinement.isFinite(r) ? null : r[1];
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
        return Taping.in(session).derivative("hessian", all(x, more), p -> {
            try (Tape tape = Taping.in(session).tape()) {
                Value[] a = first("hessian", tape, p);
                Value[] g = new GradientOf("hessian", session, f, 1).at(a);
                return end(session, tape, g[0], jacobian(session, tape, g[1], a[0]));
            }
        });
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
        return Taping.in(session).derivative("hvp", all(x, more), p -> {
            try (Tape tape = Taping.in(session).tape()) {
                Value[] a = first("hvp", tape, p);
                Value[] g = new GradientOf("hvp", session, f, 1).at(a);
                return end(session, tape, g[0], tape.derivatives(g[1], v, a[0])[0]);
            }
        });
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
        return Taping.in(session).derivative("dirderiv", all(x, more), p -> along(session, f, p, v));
    }

    private static Value[] along(Session session, FunctionHandle f, Value[] point, Value v) {
        try (Tape outer = Taping.in(session).tape();
                Tape tape = Taping.in(session).tape()) {
            Value[] a = first("dirderiv", tape, point);
            Value y = Taping.in(session).value("dirderiv", f, tape, Points.at(f, a));
            // J'u is linear in u; its derivative by u along v is J v
            Value u = outer.variable(Real.zeros(y.dims()));
            return end(session, tape, y, outer.derivatives(tape.derivatives(y, u, a[0])[0], v, u)[0]);
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

    @Function(
            call = "t = isfollowed(x)",
            en = "Whether a gradient is being taken by what x was computed from.",
            ru = "Берётся ли сейчас градиент по тому, из чего вычислено x.",
            examples = {"isfollowed(3)  % 0"})
    public static boolean isfollowed(Value x) {
        return false;
    }

    @Function(
            call = "[y, d, decided] = followedslope(f, x)\n... = followedslope(f, x, whole)",
            en = "y = f(x), and how each element of y changes when all that a gradient is being taken by, inside f, moves along one direction: "
                    + "[] when f does not depend on it. Numbers computed from the variables before count as variables unless whole is true. decided: whether f asked for comparisons of what is followed. For integrals that are to be "
                    + "differentiated.",
            ru = "y = f(x) и то, как меняется каждый элемент y, когда всё, по чему берётся градиент внутри f, сдвигается вдоль одного "
                    + "направления: [], если f от этого не зависит. Числа, вычисленные из переменных раньше, считаются переменными, если whole не true. decided — сравнивала ли f отслеживаемые числа. Для интегралов, которые "
                    + "дифференцируют.",
            examples = {"followedslope(@(t) t^2, 3)  % 9"})
    public static Value[] followedslope(Session session, FunctionHandle f, Value x, @Default("false") boolean whole) {
        return Taping.in(session).slope(f, x, whole);
    }
}
