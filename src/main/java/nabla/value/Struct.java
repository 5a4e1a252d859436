package nabla.value;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A structure array: for each field, in the order of their making, a value per element. */
public final class Struct extends Array {
    /** The arrays may be longer than numel: spare room for {@code s(end+1) = v}. */
    private final LinkedHashMap<String, Value[]> fields;

    private Struct(LinkedHashMap<String, Value[]> fields, int[] dims) {
        super(dims);
        this.fields = fields;
    }

    /** An array of these sizes without fields. */
    public static Struct array(int... dims) {
        return new Struct(new LinkedHashMap<>(), dims);
    }

    /** A 1×1 structure without fields. */
    public static Struct scalar() {
        return array(1, 1);
    }

    /** Adds or replaces a field of a scalar structure that was just made, and returns it: for building results. */
    public Struct with(String name, Value v) {
        v.share();
        put(name, 0, v);
        return this;
    }

    public Set<String> names() {
        return fields.keySet();
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Field of element i (from 0), null when there is no such field. {@link Value#share} it before storing it elsewhere. */
    public Value get(String name, int i) {
        Value[] column = fields.get(name);
        return column == null ? null : column[i];
    }

    /** Field of a scalar structure, null when there is no such field. */
    public Value get(String name) {
        return get(name, 0);
    }

    /** Writes in place, without marking v shared; adds the field (other elements get []) when there is none. */
    public void put(String name, int i, Value v) {
        fields.computeIfAbsent(name, k -> empties(numel()))[i] = v;
    }

    /** Makes room for one more element, [] in every field, at the end of a row, in place. */
    public void append() {
        int n = numel();
        for (Map.Entry<String, Value[]> f : fields.entrySet()) {
            Value[] column = f.getValue();
            if (column.length == n) f.setValue(column = Arrays.copyOf(column, Math.max(4, n + n / 2)));
            column[n] = Real.empty();
        }
        setDims(new int[] {1, n + 1});
    }

    /** Adds a field, [] in every element, unless there is one: in place. */
    public void addField(String name) {
        fields.computeIfAbsent(name, k -> empties(numel()));
    }

    /** A copy without the field. */
    public Struct without(String name) {
        Struct r = copy();
        r.fields.remove(name);
        return r;
    }

    /** A copy with the fields in this order, which must name each of them once. */
    public Struct ordered(Iterable<String> names) {
        Struct c = copy();
        LinkedHashMap<String, Value[]> f = new LinkedHashMap<>();
        for (String n : names) f.put(n, c.fields.get(n));
        return new Struct(f, dims());
    }

    private static Value[] empties(int n) {
        Value[] e = new Value[n];
        for (int i = 0; i < n; i++) e[i] = Real.empty();
        return e;
    }

    @Override
    public String className() {
        return "struct";
    }

    @Override
    public boolean isTrue() {
        throw Failure.of("a structure is neither true nor false: take one of its fields",
                "структура не бывает истинной или ложной: возьмите её поле");
    }

    @Override
    public Struct blank(int... dims) {
        Struct r = array(dims);
        for (String name : fields.keySet()) r.addField(name);
        return r;
    }

    @Override
    public Struct gather(int[] positions, int[] dims) {
        Struct r = array(dims);
        for (Map.Entry<String, Value[]> f : fields.entrySet()) {
            Value[] column = new Value[positions.length];
            for (int k = 0; k < column.length; k++) {
                column[k] = f.getValue()[positions[k]];
                column[k].share();
            }
            r.fields.put(f.getKey(), column);
        }
        return r;
    }

    @Override
    public void set(int at, Array source, int from) {
        for (Map.Entry<String, Value[]> f : ((Struct) source).fields.entrySet()) {
            Value v = f.getValue()[from];
            v.share();
            put(f.getKey(), at, v);
        }
    }

    @Override
    public Struct reshape(int... dims) {
        int[] all = new int[numel()];
        for (int i = 0; i < all.length; i++) all[i] = i;
        return gather(all, dims);
    }

    @Override
    public Struct copy() {
        return reshape(dims());
    }
}
