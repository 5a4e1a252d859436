package nabla.library.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nabla.library.Default;
import nabla.library.Function;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Value;

/** The words that the language keeps for itself. */
public final class Keywords {
    private static final Set<String> WORDS = new TreeSet<>(Set.of(
            "__FILE__", "__LINE__", "break", "case", "catch", "continue", "do", "else", "elseif", "end", "end_try_catch",
            "end_unwind_protect", "endfor", "endfunction", "endif", "endparfor", "endswitch", "endwhile", "for", "function", "global",
            "if", "otherwise", "parfor", "persistent", "return", "switch", "try", "until", "unwind_protect", "unwind_protect_cleanup",
            "while"));

    private Keywords() {}

    static boolean isKeyword(String s) {
        return WORDS.contains(s);
    }

    @Function(call = "tf = iskeyword(s)\nc = iskeyword", en = "Whether s is a word of the language; alone, all of them.", ru = "Слово ли это языка; без аргумента — все такие слова.",
            examples = {"iskeyword('for')  % 1"})
    public static Value iskeyword(@Default String s) {
        if (s != null) return Bool.of(isKeyword(s));
        List<Value> all = new ArrayList<>();
        for (String w : WORDS) all.add(Char.of(w));
        return Cell.column(all);
    }
}
