package nabla.engine;

import java.util.concurrent.CancellationException;
import nabla.value.Lang;

/** A fork came to something that is the session's alone: unwinds it, past every {@code try}, and the program does that work itself. */
public final class Refused extends CancellationException {
    private static final long serialVersionUID = 1;
    private String what;
    private boolean named;

    Refused(String en, String ru) {
        what = Lang.say(en, ru);
    }

    /** The library function of this name wanted it: tells more than what it wanted. */
    public Refused by(String function) {
        if (!named) what = function;
        named = true;
        return this;
    }

    /** What it was, to be named to the user. */
    public String what() {
        return what;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
