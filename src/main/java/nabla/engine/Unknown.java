package nabla.engine;

import java.util.ArrayList;
import java.util.List;
import nabla.language.Tree;
import nabla.value.Failure;
import nabla.value.Lang;
import nabla.value.Spelling;

/** What is said of a name that means nothing, with the name that may have been meant. */
final class Unknown {
    private Unknown() {}

    /** A variable's name with the place where it is used, as one constant of the generated code. */
    static String use(String name, Tree.Position at) {
        return at == null ? name : name + " " + at.line() + " " + at.column();
    }

    /** The error of a use, as {@link #use} writes it, of a variable that has no value. */
    static Failure variable(String use) {
        return told(use, "", "");
    }

    /** The error of a use, as {@link #use} writes it, of a name that means nothing. */
    static Failure name(String use, Frame frame) {
        String name = use.split(" ")[0];
        String elsewhere = Elsewhere.hint(name);
        return told(use, elsewhere, elsewhere.isEmpty() ? Spelling.hint(name, known(frame)) : "");
    }

    /** Programs read the place in the message; people see it marked in the text, and what may have been meant. */
    private static Failure told(String use, String remedy, String hint) {
        String[] parts = use.split(" ");
        String message = String.format(Lang.say("'%s' undefined", "имя '%s' не определено"), parts[0]);
        String place = parts.length == 1 ? "" : String.format(Lang.say(" near line %s, column %s", " (строка %s, место %s)"), parts[1], parts[2]);
        return new Failure(message + remedy + hint).caught(message + place + remedy).id("Octave:undefined-function");
    }

    /** The names that mean something to the frame, its variables first. */
    private static List<String> known(Frame frame) {
        List<String> names = new ArrayList<>(frame.engine.functionNames());
        if (frame.workspace != null) names.addAll(0, frame.workspace.names());
        return names;
    }
}
