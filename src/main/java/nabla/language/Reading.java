package nabla.language;

/** What {@link Reader} makes of a text. */
public sealed interface Reading {
    record Complete(Tree.Program program) implements Reading {}

    /** More lines are needed; {@code closing} is what would close the innermost open construct: {@code end} */
    record Incomplete(String closing) implements Reading {}

    record Wrong(Tree.Position at, String message) implements Reading {}
}
