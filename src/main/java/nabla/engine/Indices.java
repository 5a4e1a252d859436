package nabla.engine;

import java.util.Arrays;
import nabla.value.Array;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.FunctionHandle;
import nabla.value.Index;
import nabla.value.Indexed;
import nabla.value.Indexing;
import nabla.value.Lang;
import nabla.value.Overloaded;
import nabla.value.Struct;
import nabla.value.Types;
import nabla.value.Value;

/** Reads parts of values: {@code x(…)}, {@code c{…}}, {@code s.name}; calls handles and methods of objects. */
final class Indices {
    private Indices() {}

    static double end(double d, Value r, int k, int count) {
        if (r == null) return 1;
        if (r == Code.UNDEFINED) return 0;
        int[] dims = r.dims();
        if (count == 1) return r.numel();
        if (k < count - 1) return Dims.at(dims, k);
        int n = 1;
        for (int i = k; i < dims.length; i++) n *= dims[i];
        return n;
    }

    static Value paren(Frame frame, Value base, Value[] indices, String name) {
        if (base instanceof Array a) return indices.length == 0 ? a : Indexing.get(a, indices, name);
        return Ops.only(parenAll(frame, base, indices, name, 1));
    }

    static Value[] parenAll(Frame frame, Value base, Value[] indices, String name, int nargout) {
        if (base instanceof Array a) return new Value[] {indices.length == 0 ? a : Indexing.get(a, indices, name)};
        if (base instanceof FunctionHandle h) return handle(h, indices, nargout);
        if (base instanceof Overloaded o) return new Value[] {indices.length == 0 ? o : overloaded(o, indices)};
        if (base instanceof Foreign f && f.object() instanceof Indexed x) return new Value[] {x.get(indices)};
        throw Failure.of("a %s cannot be indexed with ()", "%s нельзя индексировать скобками ()", base.className());
    }

    /** {@code o(indices)}. */
    static Value overloaded(Overloaded o, Value[] indices) {
        Value[] all = new Value[indices.length + 1];
        all[0] = o;
        System.arraycopy(indices, 0, all, 1, indices.length);
        return o.call("subsref", Indices::part, all, 1)[0];
    }

    private static Value[] part(Value[] v, int nargout) {
        return new Value[] {Indexing.get((Array) v[0], Arrays.copyOfRange(v, 1, v.length), null)};
    }

    private static Value[] handle(FunctionHandle h, Value[] arguments, int nargout) {
        Value[] given = arguments;
        for (int k = 0; k < given.length; k++) {
            if (given[k] != Index.COLON) continue;
            if (given == arguments) given = arguments.clone();
            given[k] = Char.of(":");
        }
        Value[] r = h.target().call(given, nargout);
        return r == null ? new Value[0] : Calls.wanted(r, nargout);
    }

    static Value[] braceAll(Value base, Value[] indices, String name) {
        if (base instanceof FunctionHandle) {
            throw Failure.of(
                            "function handle cannot be indexed with {: call it with ( )",
                            "функцию не индексируют скобками { }: вызовите её скобками ( )")
                    .caught(Lang.say("function handle cannot be indexed with {", "функцию не индексируют скобками { }"));
        }
        if (!(base instanceof Cell c)) {
            throw braces(base, name, ": %s is not a cell array, use ( )", ": %s – не массив ячеек, используйте ( )");
        }
        int at = indices.length == 0 ? -1 : Step.position(c, indices);
        if (at >= 0) return new Value[] {c.get(at)};
        Cell part = indices.length == 0 ? c : (Cell) Indexing.get(c, indices, name);
        return part.data();
    }

    /** The error that braces stand behind what is no cell array; the remedy is for readers alone. */
    static Failure braces(Value base, String name, String remedy, String russianRemedy) {
        String kind = base instanceof Struct ? "struct" : Types.describe(base);
        String said = name == null ? Lang.say("it", "это") : name;
        return Failure.of("%s cannot be indexed with {" + remedy, "скобки { } к значению вида %s не применимы" + russianRemedy, kind, said)
                .caught(String.format(Lang.say("%s cannot be indexed with {", "скобки { } к значению вида %s не применимы"), kind));
    }

    /** {@code base.name}: of a structure's elements, of an object, or of what a handle names in the frame's figures. */
    static Value[] fieldAll(Value base, String name, Frame frame) {
        if (base instanceof Struct s) {
            if (!s.has(name)) {
                throw Failure.of("structure has no member '%s'; it has: %s", "у структуры нет поля '%s'; есть: %s", name, String.join(", ", s.names()))
                        .caught(Lang.say("structure has no member '" + name + "'", "у структуры нет поля '" + name + "'"))
                        .id("Octave:invalid-indexing");
            }
            Value[] all = new Value[s.numel()];
            for (int i = 0; i < all.length; i++) all[i] = s.get(name, i);
            return all;
        }
        if (base instanceof Foreign f && f.object() instanceof Indexed x) {
            Value v = x.property(name);
            if (v != null) return new Value[] {v};
            Value[] r = x.method(name, new Value[0], 1);
            if (r != null) return r;
            throw Failure.of("%s has no property or method '%s'", "у %s нет свойства или метода '%s'", f.className(), name);
        }
        if (Handles.isHandle(base, frame)) return new Value[] {Handles.get(base, name, frame)};
        throw Failure.of("%s cannot be indexed with .", "%s: у значения нет полей, точка здесь неуместна", Types.describe(base));
    }

    /** What {@code object.name} stands for before it is indexed: a field's value, or null for a method. */
    static Value member(Value object, String name, Frame frame) {
        if (object instanceof Foreign f && f.object() instanceof Indexed x) {
            Value v = x.property(name);
            return v == null ? Code.UNDEFINED : v;
        }
        return Ops.only(fieldAll(object, name, frame));
    }

    /** {@code object.name(arguments)}, given what the first part stands for; the variable it begins with is for errors. */
    static Value[] memberAll(Frame frame, Value object, String name, Value[] arguments, Value member, String variable, int nargout) {
        if (member != Code.UNDEFINED) return parenAll(frame, member, arguments, variable, nargout);
        Foreign f = (Foreign) object;
        Value[] r = ((Indexed) f.object()).method(name, arguments, nargout);
        if (r == null) throw Failure.of("%s has no method '%s'", "у %s нет метода '%s'", f.className(), name);
        return r.length > Math.max(1, nargout) ? Arrays.copyOf(r, Math.max(1, nargout)) : r;
    }
}
