package nabla.library.session;

import nabla.library.Function;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.Value;

/** Arguments of a function declared, checked and given defaults by an {@code inputParser}. */
final class InputParsers {
    private InputParsers() {}

    @Function(call = "p = inputParser",
            en = "Reads a function's arguments: p.addRequired(name, check), p.addOptional(name, default, check), p.addParameter(name, default, check), p.addSwitch(name), then p.parse(varargin{:}); the values are in p.Results, the names left at their defaults in p.UsingDefaults. p.FunctionName begins error messages; p.KeepUnmatched = true collects unknown names in p.Unmatched; also CaseSensitive, StructExpand.",
            ru = "Разбирает аргументы функции: p.addRequired(имя, проверка), p.addOptional(имя, значение, проверка), p.addParameter(имя, значение, проверка), p.addSwitch(имя), затем p.parse(varargin{:}); значения — в p.Results, имена оставшихся по умолчанию — в p.UsingDefaults. p.FunctionName стоит в начале сообщений об ошибках; с p.KeepUnmatched = true неизвестные имена собираются в p.Unmatched; также CaseSensitive, StructExpand.",
            examples = {"p = inputParser; p.addParameter('tol', 1e-6); p.parse('tol', 0.5); p.Results.tol  % 0.5000"})
    public static Value inputParser() {
        return new Foreign(new InputParser());
    }

    @Function(call = "addRequired(p, name)\naddRequired(p, name, check)", en = "Adds an argument that must be given to an inputParser.", ru = "Добавляет в inputParser обязательный аргумент.",
            examples = {"p = inputParser; addRequired(p, 'x'); parse(p, 3); p.Results.x  % 3"})
    public static void addRequired(Value p, Value... a) {
        call(p, "addRequired", a);
    }

    @Function(call = "addOptional(p, name, default)\naddOptional(p, name, default, check)", en = "Adds an argument by position that may be left out to an inputParser.",
            ru = "Добавляет в inputParser необязательный аргумент, заданный местом.", examples = {"p = inputParser; addOptional(p, 'n', 7); parse(p); p.Results.n  % 7"})
    public static void addOptional(Value p, Value... a) {
        call(p, "addOptional", a);
    }

    @Function(call = "addParameter(p, name, default)\naddParameter(p, name, default, check)", aliases = "addParamValue", en = "Adds an argument by name to an inputParser.",
            ru = "Добавляет в inputParser аргумент, заданный именем.", examples = {"p = inputParser; addParameter(p, 'n', 7); parse(p, 'n', 8); p.Results.n  % 8"})
    public static void addParameter(Value p, Value... a) {
        call(p, "addParameter", a);
    }

    @Function(call = "addSwitch(p, name)", en = "Adds a name to an inputParser that is true when given, false otherwise.", ru = "Добавляет в inputParser имя: true, если его указали, иначе false.",
            examples = {"p = inputParser; addSwitch(p, 'fast'); parse(p, 'fast'); p.Results.fast  % 1"})
    public static void addSwitch(Value p, Value... a) {
        call(p, "addSwitch", a);
    }

    @Function(call = "parse(p, argument, ...)", en = "Reads arguments by an inputParser.", ru = "Разбирает аргументы с помощью inputParser.",
            examples = {"p = inputParser; addOptional(p, 'n', 7); parse(p, 5); p.Results.n  % 5"})
    public static void parse(Value p, Value... a) {
        call(p, "parse", a);
    }

    private static void call(Value p, String method, Value[] a) {
        if (!(p instanceof Foreign f) || !(f.object() instanceof InputParser parser)) {
            throw Failure.of("%s: p must be an inputParser, not %s", "%s: p должно быть inputParser, а не %s", method, p.className());
        }
        parser.method(method, a, 0);
    }
}
