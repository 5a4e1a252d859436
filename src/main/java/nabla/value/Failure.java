package nabla.value;

import java.util.ArrayList;
import java.util.List;

/**
 * An error of the user's program: caught by {@code try}, printed with its place and call stack otherwise. Its message names
 * the thing and the remedy, in the user's language; both languages stand where the error is raised, so neither can be
 * forgotten:
 *
 * <pre>{@code throw Failure.of("%s: no such file", "%s: нет такого файла", name).id("nabla:no-file");}</pre>
 */
public final class Failure extends RuntimeException {
    /** One level of the user's call stack, innermost first; line and column count from 1, 0 when not known. */
    public record Place(String file, String function, int line, int column) {}

    private String identifier = "";
    private String caught;
    private final transient List<Place> places = new ArrayList<>();

    public Failure(String message) {
        super(message, null, false, true);
    }

    /** A failure whose message is the format of the user's language filled in with the arguments. */
    public static Failure of(String en, String ru, Object... arguments) {
        String format = Lang.say(en, ru);
        return new Failure(arguments.length == 0 ? format : String.format(java.util.Locale.ROOT, format, arguments));
    }

    /** Sets the identifier, such as {@code Octave:undefined-function}, and returns this. */
    public Failure id(String identifier) {
        this.identifier = identifier;
        return this;
    }

    /** Sets what a program that catches this reads as its message, and returns this. */
    public Failure caught(String message) {
        caught = message;
        return this;
    }

    /** What a program that catches this reads: the message without what only a reader has use for. */
    public String caught() {
        return caught == null ? getMessage() : caught;
    }

    public String identifier() {
        return identifier;
    }

    /** Where it happened, innermost first; filled in by the engine while the failure leaves its frames. */
    public List<Place> places() {
        return places;
    }
}
