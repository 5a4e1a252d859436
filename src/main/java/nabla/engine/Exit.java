package nabla.engine;

/** {@code exit} was called: unwinds everything, no {@code try} catches it, and the program ends with the status. */
public final class Exit extends RuntimeException {
    private final int status;

    public Exit(int status) {
        super(null, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
