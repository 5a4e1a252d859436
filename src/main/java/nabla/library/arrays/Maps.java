package nabla.library.arrays;

import java.util.Locale;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Table;
import nabla.library.Texts;
import nabla.value.Array;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Value;

/** Tables of values by key. */
public final class Maps {
    private static final java.util.Set<String> KINDS = java.util.Set.of(
            "char", "double", "single", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64");

    private Maps() {}

    @Function(
            call = "m = containers.Map()\nm = containers.Map(keys, values)\nm = containers.Map('KeyType', kind, 'ValueType', kind)",
            en = "A table of values by key: m(key), m(key) = v, keys(m), values(m), isKey(m, key), remove(m, key), m.Count. Keys are strings or numbers. Every copy is the same table.",
            ru = "Таблица значений по ключам: m(key), m(key) = v, keys(m), values(m), isKey(m, key), remove(m, key), m.Count. Ключи — строки или числа. Все копии — одна и та же таблица.",
            examples = {"m = containers.Map({'a', 'b'}, [1 2]); m('b')  % 2"})
    public static Value map(Value... a) {
        if (a.length == 0) return new Foreign(new Table("char", "any"));
        if (Texts.option(a[0], "KeyType") || Texts.option(a[0], "ValueType") || Texts.option(a[0], "UniformValues") && a.length == 2) {
            return empty(a);
        }
        Cell keys = a[0] instanceof Cell c ? c : a[0] instanceof Char ? one(a[0]) : Cells.num2cell(a[0], null);
        boolean uniformed = a.length == 4 && Texts.option(a[2], "UniformValues");
        if (a.length > 2 && !uniformed) throw Failure.of("Map: after keys and values only 'UniformValues' with true or false may come", "containers.Map: после ключей и значений — только 'UniformValues' и true или false");
        if (uniformed && !(a[3].numel() == 1 && (a[3] instanceof Bool || a[3] instanceof Numeric))) throw Failure.of("Map: 'UniformValues' must be a logical scalar", "containers.Map: 'UniformValues' — true или false");
        if (a.length == 1) throw Failure.of("Map: the number of keys and values must match", "containers.Map: нет значений");
        boolean several = a[0] instanceof Cell || a[0] instanceof Numeric && !(a[0] instanceof Char);
        boolean each = several && keys.numel() > 1 && a[1].numel() == keys.numel();
        Cell values = a[1] instanceof Overloaded o && each ? elements(o) : a[1] instanceof Cell c && several
                ? c
                : a[1] instanceof Array v && each && !(v instanceof Char)
                        ? Cells.num2cell(v, null)
                        : one(a[1]);
        if (keys.isEmpty()) throw Failure.of("Map: empty keys are not allowed", "containers.Map: ключей нет");
        if (keys.numel() != values.numel()) {
            throw Failure.of("Map: the number of keys and values must match", "containers.Map: ключей %d, а значений %d", keys.numel(), values.numel());
        }
        boolean uniform = !uniformed || a[3].isTrue();
        Table t = new Table(keyType(keys), uniform ? valueType(values) : "any");
        for (int i = 0; i < keys.numel(); i++) t.put(keys.get(i), values.get(i));
        return new Foreign(t);
    }

    private static Cell elements(Overloaded o) {
        Value[] r = new Value[o.numel()];
        for (int i = 0; i < r.length; i++) r[i] = o.element(i);
        return new Cell(r, 1, r.length);
    }

    private static Cell one(Value v) {
        return new Cell(new Value[] {v}, 1, 1);
    }

    private static Value empty(Value[] a) {
        String key = "char";
        String value = "any";
        for (int i = 0; i + 1 < a.length; i += 2) {
            String name = Texts.text(a[i], "containers.Map", "option").toLowerCase(Locale.ROOT);
            if (name.equals("keytype")) key = Texts.text(a[i + 1], "containers.Map", "KeyType");
            else if (name.equals("valuetype")) value = Texts.text(a[i + 1], "containers.Map", "ValueType");
            else if (!name.equals("uniformvalues")) throw Failure.of("Map: missing parameter name 'KeyType' or 'ValueType': '%s' is none", "containers.Map: вместо '%s' нужно 'KeyType' или 'ValueType'", name);
        }
        if (!KINDS.contains(key)) throw Failure.of("Map: unsupported KeyType", "containers.Map: ключей класса %s не бывает", key);
        boolean known = KINDS.contains(value) || value.equals("any") || value.equals("logical");
        if (!known) throw Failure.of("Map: unsupported ValueType", "containers.Map: значений класса %s не бывает", value);
        return new Foreign(new Table(key, value));
    }

    private static String keyType(Cell keys) {
        if (keys.isStrings()) return "char";
        String kind = KINDS.contains(keys.get(0).className()) && !narrow(keys.get(0)) ? keys.get(0).className() : "double";
        for (Value k : keys.data()) {
            if (!(k instanceof Numeric n) || k instanceof Char || n.numel() != 1) {
                throw Failure.of("Map: when using multiple keys, all KEYS must have the same shape", "containers.Map: ключи разного рода");
            }
            if (!k.className().equals(kind)) kind = "double";
        }
        return kind;
    }

    /** Truths and integers of up to 16 bits, which are keys as doubles. */
    private static boolean narrow(Value k) {
        return k instanceof Bool || k instanceof Ints i && i.type().bits <= 16;
    }

    private static String valueType(Cell values) {
        boolean text = true;
        boolean numbers = true;
        for (Value v : values.data()) {
            text &= Texts.isRow(v);
            numbers &= v instanceof Numeric n && !(v instanceof Char) && !(v instanceof Bool) && n.numel() == 1 && v.className().equals("double");
        }
        return text ? "char" : numbers ? "double" : "any";
    }

    private static Table table(Value m, String function) {
        if (m instanceof Foreign f && f.object() instanceof Table t) return t;
        throw Failure.of("%s: not a containers.Map", "%s: нужна таблица containers.Map", function);
    }

    @Function(call = "c = keys(m)", en = "The keys of a containers.Map, in order.", ru = "Ключи таблицы containers.Map по порядку.",
            examples = {"keys(containers.Map('a', 1)){1}  % a"})
    public static Cell keys(Value m) {
        return table(m, "keys").keys();
    }

    @Function(call = "c = values(m)\nc = values(m, keys)", en = "The values of a containers.Map, in the order of its keys or for these keys.",
            ru = "Значения таблицы containers.Map в порядке ключей или для этих ключей.", examples = {"values(containers.Map('a', 5)){1}  % 5"})
    public static Cell values(Value m, @Default Value keys) {
        return table(m, "values").values(keys);
    }

    @Function(call = "tf = isKey(m, key)\ntf = isKey(m, keys)", en = "Whether a containers.Map has the key; each of a cell.", ru = "Есть ли ключ в таблице containers.Map; для ячеек — каждый.",
            examples = {"isKey(containers.Map('a', 5), 'b')  % 0"})
    public static Value isKey(Value m, Value key) {
        return table(m, "isKey").areKeys(key);
    }

    @Function(call = "m = remove(m, key)\nm = remove(m, keys)", en = "Takes keys out of a containers.Map.", ru = "Убирает ключи из таблицы containers.Map.",
            examples = {"remove(containers.Map('a', 5), 'a').Count  % 0"})
    public static Value remove(Value m, Value key) {
        table(m, "remove").remove(key);
        return m;
    }
}
