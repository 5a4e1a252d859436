package nabla.library;

import java.util.ArrayList;
import java.util.List;
import nabla.value.Lang;

/**
 * What {@code help} shows of a function.
 *
 * @param calls the forms in which it is called, the results in front
 * @param examples each {@code code % result}
 */
public record Help(String name, List<String> calls, String en, String ru, List<String> examples) {
    /** The text in the user's language. */
    public String text() {
        return Lang.say(en, ru);
    }

    /**
     * Of a function written in the language: its first comment block, where lines that start with {@code %ru } are the Russian text and
     * lines that start with {@code %>> } are examples.
     */
    static Help of(String name, String source) {
        StringBuilder en = new StringBuilder();
        StringBuilder ru = new StringBuilder();
        List<String> examples = new ArrayList<>();
        String call = name;
        for (String line : source.split("\n")) {
            String s = line.strip();
            if (s.startsWith("function")) call = s.substring(8).replaceFirst("%.*", "").strip().replace("varargin", "...").replace("varargout", "[...]");
            else if (!s.startsWith("%")) break;
            else if (s.startsWith("%>>")) examples.add(s.substring(3).strip());
            else if (s.startsWith("%ru")) ru.append(indented(s.substring(3))).append('\n');
            else en.append(indented(s.substring(1))).append('\n');
        }
        return new Help(name, List.of(call), en.toString().strip(), ru.toString().strip(), examples);
    }

    /** The text of a comment, which begins after one blank. */
    private static String indented(String comment) {
        return comment.startsWith(" ") ? comment.substring(1) : comment;
    }
}
