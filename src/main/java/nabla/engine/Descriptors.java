package nabla.engine;

/** Type descriptors that generated code names again and again. */
final class Descriptors {
    /** A value. */
    static final String V = "Lnabla/value/Value;";

    /** An array of values. */
    static final String ARRAY = "[" + V;

    /** The frame of the call. */
    static final String F = "Lnabla/engine/Frame;";

    private Descriptors() {}
}
