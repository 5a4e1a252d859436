package nabla.library.session;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nabla.engine.Engine;
import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Texts;
import nabla.library.texts.Printf;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Lang;
import nabla.value.Struct;
import nabla.value.Value;

/** Errors and warnings that programs raise. */
public final class Errors {
    private Errors() {}

    /** Which warnings are silent: identifier or {@code all} → on, off, error. */
    static final class Warnings {
        final Map<String, String> states = new HashMap<>(Map.of("all", "on"));
        String lastMessage = "";
        String lastIdentifier = "";

        String state(String identifier) {
            return states.getOrDefault(identifier, states.get("all"));
        }
    }

    @Function(
            call = "error(template, …)\nerror(id, template, …)\nerror(struct)",
            en = "Stops the program with an error whose message is the template filled in as by sprintf. The identifier id, such as "
                    + "'my:id', lets programs tell errors apart.",
            ru = "Останавливает программу с ошибкой; сообщение — шаблон, заполненный как в sprintf. Идентификатор id, например "
                    + "'my:id', позволяет программам различать ошибки.",
            examples = {"error('x must be positive, not %d', -1)  % error: x must be positive, not -1"})
    public static void error(Value... arguments) {
        if (arguments.length == 0) {
            throw Failure.of("Invalid call to error: a message is needed", "error: нужно сообщение").id("Octave:invalid-fun-call");
        }
        if (arguments[0] instanceof Struct s) throw fromStruct(s);
        String[] said = message(arguments);
        throw new Failure(said[1]).id(said[0]);
    }

    private static Failure fromStruct(Struct s) {
        String message = s.get("message") instanceof Char c ? c.text() : "unspecified error";
        String id = s.get("identifier") instanceof Char c ? c.text() : "";
        return new Failure(message).id(id);
    }

    /** Identifier and message of the arguments of error and warning. */
    private static String[] message(Value[] arguments) {
        if (arguments.length == 0) throw Failure.of("Invalid call: a message is needed: error(template, ...)", "Нужно сообщение: error(шаблон, …)").id("Octave:invalid-fun-call");
        String first = text(arguments[0]);
        boolean hasId = arguments.length > 1 && first.indexOf(':') > 0 && first.indexOf(' ') < 0 && first.indexOf('%') < 0 && !first.endsWith(":");
        if (arguments.length == 1 && first.matches("([A-Za-z][\\w-]*)(:[\\w-]+)+")) return new String[] {first, "unspecified error"};
        String template = hasId ? text(arguments[1]) : first;
        Value[] rest = Arrays.copyOfRange(arguments, hasId ? 2 : 1, arguments.length);
        String message = Printf.format(Printf.escapes(template), rest);
        if (message.endsWith("\n")) message = message.substring(0, message.length() - 1);
        return new String[] {hasId ? first : "", message};
    }

    private static String text(Value v) {
        if (v instanceof Char c) return c.text();
        throw Failure.of("error: the message must be a string, not a %s", "error: сообщение должно быть строкой, а не %s", v.className());
    }

    @Function(
            call = "warning(template, …)\nwarning(id, template, …)\nwarning('off', id)\nwarning('on', id)",
            en = "Prints a warning and goes on. 'off' and 'on' silence warnings with an identifier, or all of them.",
            ru = "Печатает предупреждение и продолжает работу. 'off' и 'on' отключают и включают предупреждения с этим "
                    + "идентификатором или все.",
            examples = {"warning('a:b', 'only %d values', 2); lastwarn()  % only 2 values"})
    public static Value[] warning(Session session, @Nargout int nargout, Value... arguments) {
        Warnings w = session.state(Warnings.class, Warnings::new);
        if (arguments.length == 0) return new Value[] {state(w, "all")};
        if (arguments[0] instanceof Struct s) {
            for (int i = 0; i < s.numel(); i++) w.states.put(text(s.get("identifier", i)), text(s.get("state", i)));
            return new Value[0];
        }
        String word = text(arguments[0]);
        if (word.equals("on") || word.equals("off") || word.equals("error") || word.equals("query")) {
            String id = arguments.length > 1 ? text(arguments[1]) : "all";
            Value before = state(w, id);
            if (!word.equals("query")) {
                if (id.equals("all")) w.states.clear();
                w.states.put(id, word);
            }
            return nargout > 0 || word.equals("query") ? new Value[] {before} : new Value[0];
        }
        String[] said = message(arguments);
        say(session, said[0], said[1]);
        return new Value[0];
    }

    private static Struct state(Warnings w, String id) {
        return Struct.scalar().with("identifier", Char.of(id)).with("state", Char.of(w.state(id)));
    }

    /** Prints a warning unless its kind is silenced. */
    static void say(Session session, String identifier, String message) {
        Warnings w = session.state(Warnings.class, Warnings::new);
        String state = w.state(identifier);
        if (state.equals("off")) return;
        if (state.equals("error")) throw new Failure(message).id(identifier);
        w.lastMessage = message;
        w.lastIdentifier = identifier;
        session.out().flush();
        ((Engine) session).err().println(Lang.say("warning: ", "предупреждение: ") + message);
    }

    @Function(
            call = "[msg, id] = lastwarn()\nlastwarn(msg, id)",
            en = "The last warning's message and identifier; sets them when given.",
            ru = "Сообщение и идентификатор последнего предупреждения; задаёт их, если указаны.",
            examples = {"warning('a:b', 'few values'); [msg, id] = lastwarn(); id  % id = a:b"})
    public static Value[] lastwarn(Session session, @Default String message, @Default String identifier) {
        Warnings w = session.state(Warnings.class, Warnings::new);
        Value[] before = {Char.of(w.lastMessage), Char.of(w.lastIdentifier)};
        if (message != null) w.lastMessage = message;
        if (identifier != null) w.lastIdentifier = identifier;
        return before;
    }

    @Function(
            call = "[msg, id] = lasterr()\nlasterr(msg, id)",
            en = "The last error's message and identifier; sets them when given.",
            ru = "Сообщение и идентификатор последней ошибки; задаёт их, если указаны.",
            examples = {"try, error('a:b', 'too few'), catch, end; lasterr()  % too few"})
    public static Value[] lasterr(Session session, @Default String message, @Default String identifier) {
        Engine engine = (Engine) session;
        Failure f = engine.lastError();
        if (message != null) engine.lastError(new Failure(message).id(identifier == null ? "" : identifier));
        if (f == null) return new Value[] {Char.of(""), Char.of("")};
        return new Value[] {Char.of(f.caught()), Char.of(f.identifier())};
    }

    @Function(
            call = "err = lasterror()",
            en = "The last error as a structure: message, identifier, stack.",
            ru = "Последняя ошибка в виде структуры: message, identifier, stack.",
            examples = {"try, error('a:b', 'too few'), catch, end; lasterror().identifier  % a:b"})
    public static Value lasterror(Session session, Value... ignored) {
        Texts.known("lasterror", ignored, "reset");
        Engine engine = (Engine) session;
        return engine.describe(engine.lastError() == null ? new Failure("") : engine.lastError());
    }

    @Function(
            call = "rethrow(err)",
            en = "Raises again the error that catch received: a structure with the fields message and identifier.",
            ru = "Повторно вызывает ошибку, полученную в catch: структуру с полями message и identifier.",
            examples = {"try, error('a:b', 'too few'), catch err, rethrow(err), end  % error: too few"})
    public static void rethrow(Struct err) {
        if (!err.has("message") || !err.has("identifier")) {
            throw Failure.of(
                    "rethrow: ERR must contain the fields 'message' and 'identifier'",
                    "rethrow: у структуры должны быть поля 'message' и 'identifier'");
        }
        throw fromStruct(err);
    }

    @Function(
            call = "err = MException(id, template, …)",
            en = "An error as a value, to be raised by error or rethrow.",
            ru = "Ошибка как значение: её вызывают error или rethrow.",
            examples = {"err = MException('a:b', 'only %d', 2); err.message  % only 2"})
    public static Value MException(Session session, Value... arguments) {
        String[] said = message(arguments);
        return ((Engine) session).describe(new Failure(said[1]).id(said[0]));
    }

    @Function(
            call = "text = getReport(err)",
            en = "The error's message as it would be printed.",
            ru = "Сообщение об ошибке в том виде, как оно печатается.",
            examples = {"err = MException('a:b', 'too few'); getReport(err)  % error: too few"})
    public static String getReport(Struct err) {
        return "error: " + (err.get("message") instanceof Char c ? c.text() : "");
    }
}
