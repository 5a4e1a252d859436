package nabla.library.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nabla.library.Texts;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.FunctionHandle;
import nabla.value.Indexed;
import nabla.value.Struct;
import nabla.value.Value;

/**
 * The object behind {@code inputParser}: what arguments a function takes (first the required ones, then optional ones by position, then
 * parameters by name and switches), and, after {@code parse}, what it was given.
 */
final class InputParser implements Foreign.Named, Indexed {
    private enum Kind {
        REQUIRED,
        OPTIONAL,
        PARAMETER,
        SWITCH
    }

    /** @param check the function that a value must satisfy, null for any */
    private record Argument(String name, Kind kind, Value standard, FunctionHandle check) {}

    private final Map<String, Argument> arguments = new LinkedHashMap<>();
    private final Map<String, Value> settings = new LinkedHashMap<>();
    private final Map<String, Value> results = new LinkedHashMap<>();
    private final Map<String, Value> unmatched = new LinkedHashMap<>();
    private List<Value> defaults = List.of();

    InputParser() {
        for (String flag : List.of("CaseSensitive", "KeepUnmatched", "PartialMatching")) settings.put(flag, Bool.of(false));
        settings.put("StructExpand", Bool.of(true));
        settings.put("FunctionName", Char.of(""));
    }

    /** {@code addRequired(name, check)} and its kin, by the method's name. */
    private void add(String method, Value[] a) {
        Kind kind = switch (method) {
            case "addRequired" -> Kind.REQUIRED;
            case "addOptional" -> Kind.OPTIONAL;
            case "addSwitch" -> Kind.SWITCH;
            default -> Kind.PARAMETER;
        };
        boolean standard = kind == Kind.OPTIONAL || kind == Kind.PARAMETER;
        int most = kind == Kind.SWITCH ? 1 : standard ? 3 : 2;
        if (a.length < (standard ? 2 : 1) || a.length > most) {
            throw Failure.of("Invalid call to %s: it takes a name%s%s", "%s: нужно имя%s%s", method, standard ? ", default" : "", most > 1 ? ", check" : "");
        }
        String name = Texts.text(a[0], method, "NAME");
        if (arguments.containsKey(key(name))) {
            throw Failure.of("inputParser.%s: argname '%s' has already been specified", "inputParser.%s: аргумент '%s' уже есть", method, name);
        }
        for (Argument before : arguments.values()) {
            if (before.kind.compareTo(kind) > 0 && (kind == Kind.REQUIRED || kind == Kind.OPTIONAL)) {
                throw Failure.of("inputParser.%s: '%s' comes too late: required arguments come first, then optional ones, then parameters and switches",
                        "inputParser.%s: '%s' не на месте: сначала обязательные аргументы, затем необязательные, затем параметры и переключатели", method, name);
            }
        }
        Value check = a.length == most && most > 1 ? a[most - 1] : null;
        if (check != null && !(check instanceof FunctionHandle)) {
            throw Failure.of("inputParser.%s: the check of '%s' must be a function", "inputParser.%s: проверка '%s' должна быть функцией", method, name);
        }
        Value value = standard ? a[1] : Bool.of(false);
        value.share();
        arguments.put(key(name), new Argument(name, kind, value, (FunctionHandle) check));
    }

    private String key(String name) {
        return settings.get("CaseSensitive").isTrue() ? name : name.toLowerCase(Locale.ROOT);
    }

    private void parse(Value[] a) {
        results.clear();
        unmatched.clear();
        Map<String, Value> given = new LinkedHashMap<>();
        int at = 0;
        for (Argument x : of(Kind.REQUIRED)) {
            if (at == a.length) {
                throw Failure.of("%sinput '%s' is required, and %d inputs were given", "%sнужен аргумент '%s', а дано аргументов: %d", prefix(), x.name, a.length);
            }
            check(x, a[at]);
            put(given, x.name, a[at++]);
        }
        for (Argument x : of(Kind.OPTIONAL)) {
            boolean over = at == a.length || isName(a[at], at < a.length - 1);
            if (over || (Texts.isRow(a[at]) || isPairs(a[at])) && wrong(x, a[at]) != null) break;
            check(x, a[at]);
            put(given, x.name, a[at++]);
        }
        pairs(a, at, given);
        fill(given);
    }

    /** Every argument's value, the given one or the default, by kinds. */
    private void fill(Map<String, Value> given) {
        defaults = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Argument x : of(kind)) {
                results.put(x.name, given.getOrDefault(x.name, x.standard));
                if (!given.containsKey(x.name)) defaults.add(Char.of(x.name));
            }
        }
    }

    private List<Argument> of(Kind kind) {
        return arguments.values().stream().filter(x -> x.kind == kind).toList();
    }

    private void pairs(Value[] a, int from, Map<String, Value> given) {
        for (int k = from; k < a.length; k++) {
            if (isPairs(a[k])) {
                Struct s = (Struct) a[k];
                for (String name : s.names()) parameter(name, s.get(name, 0), given);
                continue;
            }
            if (!Texts.isRow(a[k])) {
                throw Failure.of("%snon-string for Parameter name or Switch", "%sна месте имени параметра стоит %s", prefix(), a[k].className());
            }
            String name = a[k].toString();
            Argument x = arguments.get(key(name));
            if (x != null && x.kind == Kind.SWITCH) put(given, x.name, Bool.of(true));
            else if (k + 1 < a.length) parameter(name, a[++k], given);
            else throw Failure.of("%sno value for parameter '%s'", "%sнет значения параметра '%s'", prefix(), name);
        }
    }

    /** Whether the value is a structure that stands for names and values. */
    private boolean isPairs(Value v) {
        return settings.get("StructExpand").isTrue() && v instanceof Struct && v.numel() == 1;
    }

    /** Whether the value names a switch, or a parameter and its value follows. */
    private boolean isName(Value v, boolean followed) {
        Argument x = Texts.isRow(v) ? arguments.get(key(v.toString())) : null;
        return x != null && (x.kind == Kind.SWITCH || x.kind == Kind.PARAMETER && followed);
    }

    private void parameter(String name, Value v, Map<String, Value> given) {
        Argument x = arguments.get(key(name));
        if (x != null && (x.kind == Kind.PARAMETER || x.kind == Kind.SWITCH)) {
            check(x, v);
            put(given, x.name, v);
        } else if (settings.get("KeepUnmatched").isTrue()) {
            put(unmatched, name, v);
        } else {
            throw Failure.of("%sargument '%s' is not a valid parameter", "%sпараметра '%s' нет", prefix(), name.toUpperCase(Locale.ROOT));
        }
    }

    private static void put(Map<String, Value> where, String name, Value v) {
        v.share();
        where.put(name, v);
    }

    private void check(Argument x, Value v) {
        String wrong = wrong(x, v);
        if (wrong != null) {
            throw Failure.of("%sfailed validation of %s. %s", "%sзначение %s не прошло проверку. %s", prefix(), x.name.toUpperCase(Locale.ROOT), wrong);
        }
    }

    /** What the check has against a value, null when nothing: it must answer true, or not fail when it gives no answer. */
    private static String wrong(Argument x, Value v) {
        if (x.check == null) return null;
        try {
            Value[] r = x.check.target().call(new Value[] {v}, 1);
            return r.length == 0 || r[0] == null || r[0].isTrue() ? null : "Checked with \"" + x.check.text() + "\"";
        } catch (Failure answerless) {
            try {
                x.check.target().call(new Value[] {v}, 0);
                return null;
            } catch (Failure e) {
                return e.caught();
            }
        }
    }

    private String prefix() {
        String name = settings.get("FunctionName").toString();
        return name.isEmpty() ? "" : name + ": ";
    }

    @Override
    public Value get(Value[] indices) {
        throw Failure.of("an inputParser is not indexed by position", "inputParser не индексируют номером");
    }

    @Override
    public void set(Value[] indices, Value v) {
        get(indices);
    }

    @Override
    public Value property(String name) {
        return switch (name) {
            case "Results" -> structure(results);
            case "Unmatched" -> structure(unmatched);
            case "UsingDefaults" -> defaults.isEmpty() ? new Cell(new Value[0], 0, 0) : Cell.row(defaults);
            case "Parameters" -> Cell.row(arguments.values().stream().map(x -> (Value) Char.of(x.name)).toList());
            default -> settings.get(name);
        };
    }

    private static Struct structure(Map<String, Value> values) {
        Struct s = Struct.scalar();
        values.forEach((name, v) -> s.put(name, 0, v));
        return s;
    }

    @Override
    public boolean set(String name, Value v) {
        if (!settings.containsKey(name)) return false;
        if (!name.equals("FunctionName")) settings.put(name, Bool.of(v.isTrue()));
        else settings.put(name, Char.of(Texts.text(v, "inputParser", name)));
        return true;
    }

    @Override
    public Value[] method(String name, Value[] a, int nargout) {
        switch (name) {
            case "addRequired", "addOptional", "addParameter", "addParamValue", "addSwitch" -> add(name, a);
            case "parse" -> parse(a);
            default -> {
                return null;
            }
        }
        return new Value[0];
    }

    @Override
    public String className() {
        return "inputParser";
    }

    @Override
    public String toString() {
        StringBuilder s = new StringBuilder("inputParser:");
        for (Kind kind : Kind.values()) {
            List<String> names = of(kind).stream().map(Argument::name).toList();
            if (!names.isEmpty()) s.append(' ').append(kind.name().toLowerCase(Locale.ROOT)).append(' ').append(String.join(", ", names)).append(';');
        }
        return s.substring(0, s.length() - 1);
    }
}
