package nabla.language;

/** Questions about single characters of a text. */
final class CharacterKinds {
    private CharacterKinds() {}

    static boolean blank(int c) {
        return c == ' ' || c == '\t' || c == '\f' || c == 0xA0 || c == 0xFEFF;
    }

    /** Also true at the end of the text. */
    static boolean lineEnd(int c) {
        return c == '\n' || c == '\r' || c < 0;
    }

    static boolean letter(int c) {
        return c == '_' || Character.isLetter(c);
    }
}
