package nabla.gradient;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The formulas of a row for some of its arguments: where their program is and what it needs to be kept for. */
final class Pullback {
    /** The arguments, counted from 0. */
    final int[] arguments;
    /** The function's name. */
    final String function;
    /** The name of the program that computes their contributions. */
    final String program;
    /** Whether every contribution is what arrives, so that there is nothing to compute. */
    final boolean passes;
    /** For each result and then each argument, whether a formula mentions it. */
    private final boolean[] mentioned;

    /** @param mask has bit k set for argument k */
    Pullback(Derivatives.Row row, int mask) {
        function = row.function();
        arguments = new int[Integer.bitCount(mask)];
        StringBuilder digits = new StringBuilder();
        Set<String> words = new HashSet<>(List.of(String.join(" ", row.before()).split("\\W+")));
        boolean same = true;
        for (int k = 0, n = 0; mask >> k != 0; k++) {
            if ((mask >> k & 1) == 0) continue;
            arguments[n++] = k;
            digits.append(k);
            same &= row.pullbacks().get(k).equals("g");
            words.addAll(Arrays.asList(row.pullbacks().get(k).split("\\W+")));
        }
        program = row.program(digits.toString());
        passes = same;
        List<String> names = row.names();
        mentioned = new boolean[names.size()];
        for (int k = 0; k < mentioned.length; k++) mentioned[k] = words.contains(names.get(k));
    }

    /** Whether the value in this place among results and arguments has to be kept; further arguments have. */
    boolean needs(int place) {
        return place >= mentioned.length || mentioned[place];
    }
}
