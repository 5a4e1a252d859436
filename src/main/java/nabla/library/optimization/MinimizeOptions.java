package nabla.library.optimization;

import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Options;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Options of the functions that minimize, as structures. */
public final class MinimizeOptions {
    private MinimizeOptions() {}

    @Function(
            call = "options = optimset(Name, Value, ...)\noptions = optimset(old, Name, Value, ...)\noptions = optimset(old, new)",
            en = "Options for fminsearch, fminunc, fminbnd, fzero as a structure: TolX, TolFun, MaxIter, MaxFunEvals, GradObj, Display, OutputFcn.",
            ru = "Параметры для fminsearch, fminunc, fminbnd, fzero в виде структуры: TolX, TolFun, MaxIter, MaxFunEvals, GradObj, Display, OutputFcn.",
            examples = {"o = optimset('TolX', 0.5); o.TolX  % ans = 0.5000"})
    public static Value optimset(Value... arguments) {
        return collected("optimset", arguments);
    }

    @Function(
            call = "options = optimoptions(solver, Name, Value, ...)",
            en = "Options for a solver under their newer names; a structure as optimset makes it.",
            ru = "Параметры решателя под их новыми именами; структура, как у optimset.",
            examples = {"o = optimoptions('fminunc', 'MaxIterations', 5); o.MaxIterations  % ans = 5"})
    public static Value optimoptions(Value solver, Value... arguments) {
        if (solver instanceof Struct) {
            Value[] all = new Value[arguments.length + 1];
            all[0] = solver;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            return collected("optimoptions", all);
        }
        return collected("optimoptions", arguments);
    }

    private static Struct collected(String function, Value[] arguments) {
        Struct s = Struct.scalar();
        int k = 0;
        for (; k < arguments.length && arguments[k] instanceof Struct from; k++) {
            for (String name : from.names()) if (!from.get(name).isEmpty() || !s.has(name)) s.with(name, from.get(name));
        }
        for (; k < arguments.length; k += 2) {
            if (!(arguments[k] instanceof Char name) || k + 1 == arguments.length) {
                throw Failure.of("%s: PARAMETER/VALUE arguments must occur in pairs", "%s: параметры идут парами: имя и значение", function);
            }
            s.with(name.text(), arguments[k + 1]);
        }
        return s;
    }

    @Function(
            call = "v = optimget(options, name)\nv = optimget(options, name, default)",
            en = "An option's value; the default ([] unless given) when it is not set.",
            ru = "Значение параметра; если не задано, то default (или []).",
            examples = {"optimget(optimset('TolX', 2), 'TolX')  % ans = 2"})
    public static Value optimget(Struct options, String name, @Default Value otherwise) {
        Options o = new Options("optimget", new Value[] {options}, 0);
        Value v = o.get(name);
        if (v == null) v = otherwise == null ? Real.empty() : otherwise;
        v.share();
        return v;
    }
}
