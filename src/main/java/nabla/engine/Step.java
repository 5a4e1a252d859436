package nabla.engine;

import java.util.Arrays;
import nabla.value.Array;
import nabla.value.Cell;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.Indexed;
import nabla.value.Indexing;
import nabla.value.Lang;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Types;
import nabla.value.Value;

/** One step from a variable to the part of it that is assigned: {@code (indices)}, {@code {indices}} or {@code .name}. */
public final class Step {
    private final char kind;
    private final Value[] indices;
    private final String name;
    /** Where a field is assigned, for the handles that are known there. */
    private final Frame frame;

    private Step(char kind, Value[] indices, String name, Frame frame) {
        this.kind = kind;
        this.indices = indices;
        this.name = name;
        this.frame = frame;
    }

    public static Step paren(Value[] indices) {
        return new Step('(', indices, null, null);
    }

    public static Step brace(Value[] indices) {
        return new Step('{', indices, null, null);
    }

    public static Step field(String name, Frame frame) {
        return new Step('.', null, name, frame);
    }

    /** The variable's new value once the part holds v; v null deletes the part. */
    public static Value assign(Value base, Step[] steps, Value v, String name) {
        if (v != null) v.share();
        return write(base, steps, 0, v, name);
    }

    private static Value write(Value base, Step[] steps, int k, Value v, String name) {
        Step s = steps[k];
        boolean last = k == steps.length - 1;
        if (base instanceof Foreign f) return foreign(f, steps, k, v, name);
        return switch (s.kind) {
            case '.' -> s.intoField(base, steps, k, v, name);
            case '{' -> s.intoCell(base, steps, k, v, name);
            default -> last ? s.intoPart(base, v, name) : s.throughPart(base, steps, k, v, name);
        };
    }

    private static Value foreign(Foreign f, Step[] steps, int k, Value v, String name) {
        Step s = steps[k];
        boolean last = k == steps.length - 1;
        if (f.object() instanceof Indexed object) {
            if (s.kind == '(') {
                object.set(s.indices, last ? v : write(object.get(s.indices), steps, k + 1, v, name));
                return f;
            }
            if (s.kind == '.' && object.set(s.name, last ? v : write(object.property(s.name), steps, k + 1, v, name))) return f;
        }
        if (s.kind == '.') {
            throw Failure.of("%s (%s) has no property '%s' to assign", "у %s (%s) нет свойства '%s', которому можно присвоить", name, f.className(), s.name);
        }
        throw Failure.of("%s is a %s: it has no parts to assign", "%s – это %s: его частям нельзя присваивать", name, f.className());
    }

    private Value intoField(Value base, Step[] steps, int k, Value v, String name) {
        if (Handles.isHandle(base, frame)) return intoProperty(base, steps, k, v, name);
        Struct s = asStruct(base, name);
        if (s.numel() != 1) {
            throw Failure.of(
                    "%s has %s elements: index one of them before .%s",
                    "в %s элементов: %s; выберите один из них перед .%s", name, s.numel(), this.name);
        }
        if (s.shared()) s = s.copy();
        s.put(this.name, 0, k == steps.length - 1 ? v : write(s.get(this.name), steps, k + 1, v, name));
        return s;
    }

    /** {@code h.name = v}, {@code h.name(1) = v}: changes what the handle names, not the variable. */
    private Value intoProperty(Value handle, Step[] steps, int k, Value v, String name) {
        boolean last = k == steps.length - 1;
        Value old = last ? null : Handles.get(handle, this.name, frame);
        if (old != null) old.share();
        Value changed = last ? v : write(old, steps, k + 1, v, name);
        if (changed != old) Handles.set(handle, this.name, changed, frame);
        return handle;
    }

    private static Struct asStruct(Value base, String name) {
        if (base == null || base instanceof Real r && r.isEmpty()) return Struct.scalar();
        if (base instanceof Struct s) return s;
        throw fieldless(base, name);
    }

    private static Failure fieldless(Value base, String name) {
        String kind = Types.describe(base);
        return Failure.of(
                        "%s cannot be indexed with .: %s is a %s, not a structure",
                        "у значения вида %s нет полей: %s – не структура, а %s", kind, name, base.className())
                .caught(String.format(Lang.say("%s cannot be indexed with .", "у значения вида %s нет полей"), kind));
    }

    private Value intoCell(Value base, Step[] steps, int k, Value v, String name) {
        boolean fresh = base == null || base instanceof Real r && r.isEmpty();
        if (!fresh && !(base instanceof Cell)) {
            throw Indices.braces(base, name, ": %s is not a cell array", ": %s – не массив ячеек");
        }
        Cell c = fresh ? new Cell(new Value[0], 0, 0) : (Cell) base;
        // before an element is changed: the copy marks what it shares
        if (c.shared()) c = c.copy();
        Value inner = v;
        if (k < steps.length - 1) {
            Value old = part(c, indices);
            inner = write(old, steps, k + 1, v, name);
        }
        int at = position(c);
        if (at >= 0) {
            c.put(at, inner);
            return c;
        }
        return Indexing.assign(c, indices, new Cell(new Value[] {inner}, 1, 1), name);
    }

    /** The position of the one element the indices name, −1 when there is none or not one. */
    private int position(Value c) {
        return position(c, indices);
    }

    static int position(Value c, Value[] indices) {
        int[] d = c.dims();
        long at = 0;
        long stride = 1;
        for (int k = 0; k < indices.length; k++) {
            Value index = Overloaded.index(indices[k]);
            if (!Ops.isNumber(index)) return -1;
            double i = Ops.number(index);
            int size = indices.length == 1 ? c.numel() : k < d.length ? d[k] : 1;
            if (k == indices.length - 1 && indices.length < d.length && indices.length > 1) return -1;
            if (i != (int) i || i < 1 || i > size) return -1;
            at += ((int) i - 1) * stride;
            stride *= size;
        }
        return (int) at;
    }

    /** Whether the index is that of one more element of a row that may be changed in place. */
    private boolean isNext(Struct s) {
        if (s.shared() || indices.length != 1 || s.ndims() != 2 || s.rows() != 1 && !s.isEmpty()) return false;
        Value index = Overloaded.index(indices[0]);
        return Ops.isNumber(index) && Ops.number(index) == s.numel() + 1;
    }

    private Value intoPart(Value base, Value v, String name) {
        if (base instanceof Struct s && v instanceof Struct t && t.numel() == 1 && isNext(s) && s.names().equals(t.names())) {
            s.append();
            s.set(s.numel() - 1, t, 0);
            return s;
        }
        Overloaded o = Overloaded.among(base, v);
        if (o != null && !(base instanceof Cell)) return overloaded(o, base, v);
        if (base != null && !(base instanceof Array)) {
            throw Failure.of(
                    "%s is a %s: its parts can't be assigned", "%s – это %s: его частям нельзя присваивать", name, base.className());
        }
        if (v == null) {
            if (base == null) throw Unknown.variable(name);
            return Indexing.delete((Array) base, indices, name);
        }
        return Indexing.assign((Array) base, indices, o == null ? v : new Cell(new Value[] {v}, 1, 1), name);
    }

    /** The assignment or deletion where the array or the new value is of that kind. */
    private Value overloaded(Overloaded o, Value base, Value v) {
        int first = v == null ? 1 : 2;
        Value[] all = new Value[indices.length + first];
        all[0] = base == null ? Real.empty() : base;
        if (v != null) all[1] = v;
        System.arraycopy(indices, 0, all, first, indices.length);
        return o.call(v == null ? "delete" : "subsasgn", v == null ? Step::deleted : Step::assigned, all, 1)[0];
    }

    private static Value[] assigned(Value[] v, int nargout) {
        return new Value[] {Indexing.assign((Array) v[0], Arrays.copyOfRange(v, 2, v.length), v[1])};
    }

    private static Value[] deleted(Value[] v, int nargout) {
        return new Value[] {Indexing.delete((Array) v[0], Arrays.copyOfRange(v, 1, v.length))};
    }

    /** {@code a(i).b = v}, {@code c(i){j} = v}: take the element out, change it, put it back. */
    private Value throughPart(Value base, Step[] steps, int k, Value v, String name) {
        boolean none = base == null || base instanceof Real r && r.isEmpty();
        boolean fields = steps[k + 1].kind == '.';
        Array a = none ? fields ? Struct.array(0, 0) : new Cell(new Value[0], 0, 0) : (Array) base;
        if (fields && a instanceof Struct s) {
            int at = position(s);
            if (at >= 0) {
                if (s.shared()) s = s.copy();
                Step f = steps[k + 1];
                s.put(f.name, at, k + 2 == steps.length ? v : write(s.get(f.name, at), steps, k + 2, v, name));
                return s;
            }
            if (isNext(s)) {
                Value inner = k + 2 == steps.length ? v : write(null, steps, k + 2, v, name);
                s.append();
                s.put(steps[k + 1].name, s.numel() - 1, inner);
                return s;
            }
        } else if (fields) {
            int at = position(a);
            if (at < 0 || !Handles.isHandle(a.element(at), steps[k + 1].frame)) throw fieldless(a, name);
            write(a.element(at), steps, k + 1, v, name);
            return a;
        }
        if (a.shared()) a = (Array) a.copy();
        int at = position(a);
        Value element = at < 0 ? null : a.element(at);
        if (element == null && fields) element = Struct.scalar();
        Value changed = write(element, steps, k + 1, v, name);
        return Indexing.assign(a, indices, changed, name);
    }

    /** The element the indices name, null when there is none yet. */
    private static Value part(Array a, Value[] indices) {
        int at = position(a, indices);
        if (at < 0) return null;
        return a instanceof Cell c ? c.get(at) : a.element(at);
    }

    /** What the first k steps lead to, for {@code end} in the next one; an empty array when there is nothing yet. */
    public static Value part(Value base, Step[] steps, int k) {
        Value v = base;
        for (int i = 0; i < k && v != null; i++) {
            Step s = steps[i];
            if (s.kind == '.') v = v instanceof Struct t && t.numel() == 1 ? t.get(s.name) : null;
            else if (v instanceof Foreign f) v = f.object() instanceof Indexed x ? x.get(s.indices) : null;
            else if (s.kind == '{') v = v instanceof Cell c ? part(c, s.indices) : null;
            else {
                int at = v instanceof Array ? s.position(v) : -1;
                v = at < 0 ? null : ((Array) v).element(at);
            }
        }
        return v == null ? Real.empty() : v;
    }

    /** Spreads values over the elements that a target such as {@code c{:}} or {@code s.x} names. */
    public static Value assignMany(Value base, Step[] steps, Value[] values, String name) {
        Step last = steps[steps.length - 1];
        if (values.length == 1) return assign(base, steps, values[0], name);
        Step[] to = steps.clone();
        if (last.kind == '{') {
            to[to.length - 1] = paren(last.indices);
            return assign(base, to, new Cell(values.clone(), values.length, 1), name);
        }
        Struct all = part(base, steps, steps.length - 1) instanceof Struct s ? s.copy() : Struct.array(1, values.length);
        for (int i = 0; i < values.length; i++) {
            values[i].share();
            all.put(last.name, i, values[i]);
        }
        if (steps.length == 1) return all;
        return assign(base, java.util.Arrays.copyOf(steps, steps.length - 1), all, name);
    }

    /** How many values a target such as {@code c{:}} or {@code s.x} takes. */
    public static int count(Value base, Step[] steps) {
        Step last = steps[steps.length - 1];
        Value v = base == null ? null : part(base, steps, steps.length - 1);
        if (last.kind == '.') {
            if (steps.length > 1 && steps[steps.length - 2].kind == '(') {
                return positions(part(base, steps, steps.length - 2), steps[steps.length - 2].indices);
            }
            return v instanceof Struct s ? s.numel() : 1;
        }
        return positions(v, last.indices);
    }

    private static int positions(Value v, Value[] indices) {
        int n = 1;
        for (int k = 0; k < indices.length; k++) {
            Value i = indices[k];
            boolean colon = i == nabla.value.Index.COLON;
            int size = v == null ? 1 : indices.length == 1 ? v.numel() : nabla.value.Dims.at(v.dims(), k);
            if (colon) n *= size;
            else if (i instanceof nabla.value.Bool b) n *= trues(b);
            else n *= i.numel();
        }
        return n;
    }

    private static int trues(nabla.value.Bool b) {
        int n = 0;
        for (boolean x : b.data()) if (x) n++;
        return n;
    }

}
