package nabla.library;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.Indexed;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/** The object behind {@code containers.Map}: values by key, keys in order. */
public final class Table implements Foreign.Named, Indexed {
    private final TreeMap<Object, Value> entries = new TreeMap<>();
    private final String keyType;
    private final String valueType;

    public Table(String keyType, String valueType) {
        this.keyType = keyType;
        this.valueType = valueType;
    }

    private boolean textual() {
        return keyType.equals("char");
    }

    /** The key as the table keeps it; an error when it is not of the table's kind. */
    private Object key(Value given) {
        if (given instanceof Overloaded o && o.isActive()) {
            throw Failure.of("the keys of containers.Map can't be differentiated: take them of detach(x)",
                            "по ключам containers.Map не дифференцируют: берите их от detach(x)")
                    .id("nabla:not-differentiable");
        }
        Value v = Overloaded.primal(given);
        if (textual() && Texts.isRow(v)) return v.toString();
        if (!textual() && v instanceof Numeric n && !(v instanceof Char) && n.numel() == 1) return n.re(0) + 0.0;
        throw Failure.of(
                        "containers.Map: specified key type does not match the type of this container",
                        "ключ класса %s, а у таблицы ключи класса " + keyType, v.className())
                .id("Octave:error");
    }

    boolean has(Value given) {
        Value v = Overloaded.primal(given);
        boolean fits = textual() ? Texts.isRow(v) : v instanceof Numeric n && !(v instanceof Char) && n.numel() == 1;
        return fits && entries.containsKey(key(v));
    }

    public void put(Value k, Value v) {
        Object key = key(k);
        v.share();
        entries.put(key, v);
    }

    public void remove(Value keys) {
        if (keys instanceof Cell c) for (Value k : c.data()) remove(k);
        else if (entries.remove(key(keys)) == null) throw missing(keys);
    }

    private static Failure missing(Value k) {
        String s = k instanceof Char c ? c.text() : new java.math.BigDecimal(((Numeric) k).re(0)).stripTrailingZeros().toPlainString();
        return Failure.of("containers.Map: specified key <%s> does not exist", "в таблице нет ключа %s", s).id("Octave:index-out-of-bounds");
    }

    public Cell keys() {
        List<Value> all = new ArrayList<>();
        for (Object k : entries.keySet()) all.add(k instanceof String s ? Char.of(s) : number((Double) k));
        return Cell.row(all);
    }

    private Value number(double k) {
        IntType t = IntType.named(keyType);
        if (t != null) return Ints.of(t, k);
        return new Real(keyType.equals("single"), new double[] {k}, 1, 1);
    }

    public Cell values(Value keys) {
        if (keys == null) return Cell.row(new ArrayList<>(entries.values()));
        if (!(keys instanceof Cell c)) throw Failure.of("Map: input argument 'KeySet' must be a cell", "values: ключи задаются ячейками");
        Value[] r = new Value[c.numel()];
        for (int i = 0; i < r.length; i++) {
            if (!has(c.get(i))) throw Failure.of("the key '%s' does not exist", "нет ключа '%s'", c.get(i)).id("Octave:index-out-of-bounds");
            r[i] = entries.get(key(c.get(i)));
        }
        return new Cell(r, c.dims());
    }

    public Value areKeys(Value keys) {
        if (!(keys instanceof Cell c)) return Bool.of(has(keys));
        boolean[] r = new boolean[c.numel()];
        for (int i = 0; i < r.length; i++) r[i] = has(c.get(i));
        return new Bool(r, c.dims());
    }

    int count() {
        return entries.size();
    }

    @Override
    public Value get(Value[] indices) {
        if (indices.length != 1) {
            throw Failure.of("only '()' indexing with exactly one key is supported by containers.Map", "у таблицы один ключ в скобках");
        }
        Value v = entries.get(key(indices[0]));
        if (v == null) throw missing(indices[0]);
        v.share();
        return v;
    }

    @Override
    public void set(Value[] indices, Value v) {
        if (indices.length != 1) {
            throw Failure.of("only '()' indexing with exactly one key is supported by containers.Map", "у таблицы один ключ в скобках");
        }
        put(indices[0], v);
    }

    @Override
    public Value property(String name) {
        return switch (name) {
            case "Count" -> Ints.of(IntType.UINT64, count());
            case "KeyType" -> Char.of(keyType);
            case "ValueType" -> Char.of(valueType);
            default -> null;
        };
    }

    @Override
    public Value[] method(String name, Value[] a, int nargout) {
        Value v =
                switch (name) {
                    case "keys" -> keys();
                    case "values" -> values(a.length > 0 ? a[0] : null);
                    case "isKey" -> areKeys(a[0]);
                    case "length", "numel" -> Real.of(count());
                    case "isempty" -> Bool.of(count() == 0);
                    case "remove" -> {
                        remove(a[0]);
                        yield new Foreign(this);
                    }
                    default -> property(name);
                };
        return v == null ? null : new Value[] {v};
    }

    @Override
    public int[] dims() {
        return new int[] {count(), 1};
    }

    @Override
    public String className() {
        return "containers.Map";
    }

    @Override
    public String toString() {
        return "  containers.Map object with properties:\n\n    Count     : " + count() + "\n    KeyType   : " + keyType + "\n    ValueType : "
                + valueType + "\n";
    }
}
