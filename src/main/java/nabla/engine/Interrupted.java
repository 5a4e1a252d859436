package nabla.engine;

import java.util.concurrent.CancellationException;

/** The user pressed Ctrl-C: unwinds to the prompt; {@code try} does not catch it, unwind_protect cleans up. */
public final class Interrupted extends CancellationException {
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
