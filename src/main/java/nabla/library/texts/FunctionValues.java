package nabla.library.texts;

import nabla.engine.Closure;
import nabla.engine.Engine;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Scalars;
import nabla.library.Nargout;
import nabla.library.Texts;
import nabla.value.Array;
import nabla.value.Bool;
import nabla.value.Callable;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Struct;
import nabla.value.Value;

/** Functions as values, and helpers for writing functions. */
public final class FunctionValues {
    private FunctionValues() {}

    @Function(call = "s = func2str(f)", en = "The text of a function handle.", ru = "Текст функции-значения.", examples = {"func2str(@(x) x + 1)  % @(x) x + 1"})
    public static String func2str(Value f) {
        if (f instanceof FunctionHandle h) return h.text();
        throw Failure.of("func2str: FCN_HANDLE argument must be a valid function handle", "func2str: нужна функция, такая как @sin");
    }

    @Function(call = "s = functions(f)", en = "What a function value is: its text, 'simple' or 'anonymous', its file, and in workspace{1} the variables it captured.",
            ru = "Что за функция: её текст, 'simple' или 'anonymous', её файл и в workspace{1} захваченные переменные.",
            examples = {"a = 3; functions(@(x) x + a).workspace{1}.a  % 3"})
    public static Struct functions(Value f) {
        if (!(f instanceof FunctionHandle h)) {
            throw Failure.of("functions: FCN_HANDLE argument must be a function handle object", "functions: нужна функция, такая как @sin");
        }
        Struct s = Struct.scalar();
        s.put("function", 0, Char.of(h.text()));
        s.put("type", 0, Char.of(h.anonymous() ? "anonymous" : "simple"));
        s.put("file", 0, Char.of(""));
        if (h.target() instanceof Closure c) {
            Struct variables = Struct.scalar();
            c.variables().forEach((name, v) -> {
                v.share();
                variables.put(name, 0, v);
            });
            s.put("workspace", 0, new Cell(new Value[] {variables}, 1, 1));
            s.put("within_file_path", 0, Char.of(""));
        }
        return s;
    }

    @Function(call = "f = str2func(s)", en = "The function that a name or the text of an anonymous function stands for.",
            ru = "Функция по имени или по тексту безымянной функции.", examples = {"feval(str2func('@(x) x^2'), 3)  % 9"})
    public static Value str2func(Session session, Value s, Value... global) {
        if (!Texts.isRow(s)) throw Failure.of("str2func: FCN_NAME must be a string", "str2func: нужна строка");
        String t = s.toString().strip();
        return session.evaluate(t.startsWith("@") ? t : "@" + t, session.workspace(), 1)[0];
    }

    @Function(call = "[r, ...] = feval(f, x, ...)", en = "Calls a function given as a handle or by name.", ru = "Вызывает функцию, заданную значением или именем.",
            examples = {"feval('sin', 0)  % 0"})
    public static Value[] feval(Session session, @Nargout int nargout, Value f, Value... x) {
        if (f instanceof FunctionHandle h) return h.target().call(x, nargout);
        if (Texts.isRow(f)) {
            Callable named = session.function(f.toString());
            if (named != null) return named.call(x, nargout);
            throw Failure.of("feval: function '%s' not found", "feval: функции '%s' нет", f.toString()).id("Octave:undefined-function");
        }
        throw Failure.of(
                "feval: FUNC must be a string or function handle", "feval: нужна функция (@f) или её имя");
    }

    @Function(call = "tf = isobject(x)", en = "Whether x is an object such as containers.Map.", ru = "Объект ли это, такой как containers.Map.", examples = {"isobject(1)  % 0"})
    public static boolean isobject(Value x) {
        return x instanceof Foreign;
    }

    @Function(call = "tf = isvarname(s)", en = "Whether s can name a variable.", ru = "Может ли s быть именем переменной.", examples = {"isvarname('a1')  % 1"})
    public static boolean isvarname(Value s) {
        if (!(s instanceof Char c) || c.rows() != 1) return false;
        String t = c.text();
        boolean name = !t.isEmpty() && (Character.isUnicodeIdentifierStart(t.charAt(0)) || t.charAt(0) == '_');
        for (char x : t.toCharArray()) name &= Character.isUnicodeIdentifierPart(x) || x >= '\u2080' && x <= '\u209C';
        return name && !Keywords.isKeyword(t);
    }

    @Function(call = "r = nthargout(n, f, x, ...)\nr = nthargout(n, ntot, f, x, ...)", en = "The n-th result of a function; several in a cell when n is a vector.",
            ru = "n-й результат функции; для вектора n — несколько в ячейках.", examples = {"nthargout(2, @max, [1 5 3])  % 2"})
    public static Value nthargout(Session session, Numeric n, Value... a) {
        int total = 0;
        int k = 0;
        if (n.isEmpty()) throw Failure.of("nthargout: N must be a positive integer or a vector of them, not []", "nthargout: n — натуральное число или вектор, а не []");
        for (int i = 0; i < n.numel(); i++) {
            double x = n.re(i);
            if (x < 1 || x != Math.rint(x)) {
                throw Failure.of("nthargout: N must be a positive integer or a vector of them", "nthargout: n — натуральное число или вектор");
            }
            total = (int) Math.max(total, x);
        }
        if (a.length > 0 && a[0] instanceof Numeric t && !(t instanceof Char)) {
            total = Math.max(total, Scalars.whole("nthargout", "ntot", t, 1, total));
            k = 1;
        }
        if (a.length <= k) throw Failure.of("Invalid call to nthargout", "nthargout: нужна функция").id("Octave:invalid-fun-call");
        Value[] r = feval(session, total, a[k], java.util.Arrays.copyOfRange(a, k + 1, a.length));
        if (r.length < total) throw Failure.of("nthargout: the function gives %d results, not %d", "nthargout: функция даёт результатов %d, а не %d", r.length, total);
        if (n.numel() == 1) return r[(int) n.re(0) - 1];
        Value[] picked = new Value[n.numel()];
        for (int i = 0; i < picked.length; i++) picked[i] = r[(int) n.re(i) - 1];
        return new Cell(picked, 1, picked.length);
    }

    @Function(call = "[a, b, ...] = deal(x)\n[a, b, ...] = deal(x, y, ...)", en = "Hands one value to every result, or each its own.",
            ru = "Раздаёт одно значение всем результатам или каждому своё.", examples = {"[a, b] = deal(7); b  % 7"})
    public static Value[] deal(@Nargout int nargout, Value... x) {
        int n = Math.max(1, nargout);
        if (x.length == 0) throw Failure.of("Invalid call to deal", "deal: нечего раздавать").id("Octave:invalid-fun-call");
        if (x.length != 1 && x.length != n) {
            throw Failure.of("deal: nargin > 1 and nargin != nargout", "deal: аргументов %d, а результатов %d", x.length, n);
        }
        Value[] r = new Value[n];
        for (int i = 0; i < n; i++) {
            r[i] = x[x.length == 1 ? 0 : i];
            r[i].share();
        }
        return r;
    }

    @Function(call = "r = merge(mask, yes, no)", en = "Elements of yes where the mask is true, of no elsewhere; with a scalar mask the one or the other whole.",
            ru = "Элементы yes там, где маска истинна, и no — где ложна; со скалярной маской — одно из двух целиком.",
            examples = {"merge([true false], [1 2], [3 4])  %    1   4"}, aliases = {"ifelse"})
    public static Value merge(Value mask, Value yes, Value no) {
        if (!(mask instanceof Bool m)) throw Failure.of("merge: first argument MASK must be logical", "merge: маска должна быть логической");
        if (m.numel() == 1) {
            Value v = m.isTrue() ? yes : no;
            v.share();
            return v;
        }
        Array a = (Array) yes;
        Array b = (Array) no;
        boolean fit = (a.numel() == 1 || a.numel() == m.numel()) && (b.numel() == 1 || b.numel() == m.numel());
        if (!fit || !a.className().equals(b.className())) {
            throw Failure.of("merge: MASK, TVAL, and FVAL dimensions must match", "merge: размеры или классы не совпадают");
        }
        Array r = a.blank(m.dims());
        for (int i = 0; i < m.numel(); i++) {
            Array from = m.data()[i] ? a : b;
            r.set(i, from, from.numel() == 1 ? 0 : i);
        }
        return r;
    }

    @Function(call = "narginchk(least, most)", en = "An error unless the function that calls has between least and most arguments.",
            ru = "Ошибка, если у вызывающей функции аргументов меньше least или больше most.",
            examples = {"function f(varargin), narginchk(1, 2), end; f(1, 2, 3)  % error: narginchk: too many input arguments"})
    public static void narginchk(Session session, double least, double most) {
        count(session instanceof Engine e ? e.frame().nargin : 0, least, most, "input", "аргументов", "narginchk");
    }

    @Function(call = "nargoutchk(least, most)", en = "An error unless the function that calls is asked for between least and most results.",
            ru = "Ошибка, если у вызывающей функции просят меньше least или больше most результатов.",
            examples = {"function varargout = f(), nargoutchk(1, 2), varargout = {1}; end; f();  % error: nargoutchk: not enough output arguments"})
    public static void nargoutchk(Session session, double least, double most) {
        count(session instanceof Engine e ? e.frame().nargout : 0, least, most, "output", "результатов", "nargoutchk");
    }

    private static void count(double n, double least, double most, String en, String ru, String name) {
        if (n < least) {
            throw Failure.of("%s: not enough %s arguments", "%s: мало %s", name, nabla.value.Lang.say(en, ru)).id("Octave:invalid-fun-call");
        }
        if (n > most) {
            throw Failure.of("%s: too many %s arguments", "%s: слишком много %s", name, nabla.value.Lang.say(en, ru)).id("Octave:invalid-fun-call");
        }
    }

    @Function(call = "message = nargchk(least, most, n)", en = "A message when n is not between least and most, empty otherwise.",
            ru = "Сообщение, если n не между least и most, иначе пусто.", examples = {"isempty(nargchk(0, 2, 1))  % 1"})
    public static Value nargchk(double least, double most, double n, Value... kind) {
        String message = n < least ? "not enough input arguments" : n > most ? "too many input arguments" : "";
        if (kind.length == 0 || Texts.option(kind[0], "string")) return Char.of(message);
        if (message.isEmpty()) return Struct.array(0, 1);
        return Struct.scalar()
                .with("message", Char.of(message))
                .with("identifier", Char.of("Octave:invalid-fun-call"));
    }

    @Function(call = "print_usage()", en = "Raises the error of a call with wrong arguments, for the function that calls.",
            ru = "Ошибка неверного вызова для вызывающей функции.",
            examples = {"function f(x), print_usage(), end; f()  % error: Invalid call to f"})
    public static void printUsage(Session session) {
        String name = session instanceof Engine e ? e.frame().name : "";
        throw Failure.of("Invalid call to %s", "Неверный вызов %s", name).id("Octave:invalid-fun-call");
    }
}
