package nabla.engine;

/** The user pressed Ctrl-C: unwinds to the prompt; {@code try} does not catch it, unwind_protect cleans up. */
public final class Interrupted extends RuntimeException {
    public Interrupted() {
        super(null, null, false, false);
    }
}
