package nabla.entropy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import nabla.entropy.Fault.Kind;

/**
 * A code no word of which begins another: words of the letters 0 and 1 for the outcomes 1, 2, ..., so that what is written without
 * gaps can be read in one way.
 *
 * @param words empty for outcomes that never happen
 */
public record PrefixCode(List<String> words) {
    public PrefixCode {
        words = List.copyOf(words);
    }

    private record Node(double p, int order, int outcome, Node zero, Node one) {}

    /**
     * Huffman's code (1952), of the least mean length L, H ≤ L &lt; H + 1: the two least likely nodes are joined until one is left; of
     * equally likely ones the older come first. A single outcome gets the word 0.
     */
    public static PrefixCode huffman(double[] p) {
        Entropy.checked(p);
        PriorityQueue<Node> open = new PriorityQueue<>(Comparator.comparingDouble(Node::p).thenComparingInt(Node::order));
        for (int i = 0; i < p.length; i++) if (p[i] > 0) open.add(new Node(p[i], i, i, null, null));
        String[] words = new String[p.length];
        Arrays.fill(words, "");
        if (open.size() == 1) {
            words[open.peek().outcome] = "0";
            return new PrefixCode(List.of(words));
        }
        for (int order = p.length; open.size() > 1; order++) {
            Node one = open.poll();
            Node zero = open.poll();
            open.add(new Node(one.p + zero.p, order, -1, zero, one));
        }
        spell(open.poll(), words);
        return new PrefixCode(List.of(words));
    }

    /** Writes each leaf's way from the root; a list instead of recursion, as the tree may be as deep as it has leaves. */
    private static void spell(Node root, String[] words) {
        record At(Node node, String word) {}
        List<At> open = new ArrayList<>(List.of(new At(root, "")));
        while (!open.isEmpty()) {
            At at = open.remove(open.size() - 1);
            if (at.node.outcome >= 0) {
                words[at.node.outcome] = at.word;
            } else {
                open.add(new At(at.node.zero, at.word + "0"));
                open.add(new At(at.node.one, at.word + "1"));
            }
        }
    }

    /**
     * Fano's code (1949): the outcomes, the likeliest first, are split where the halves differ least, and each half again.
     */
    public static PrefixCode shannonFano(double[] p) {
        Entropy.checked(p);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < p.length; i++) if (p[i] > 0) order.add(i);
        order.sort(Comparator.comparingDouble((Integer i) -> -p[i]));
        String[] words = new String[p.length];
        Arrays.fill(words, "");
        if (order.size() == 1) words[order.get(0)] = "0";
        List<List<Integer>> open = new ArrayList<>(List.of(order));
        while (!open.isEmpty()) {
            List<Integer> part = open.remove(open.size() - 1);
            if (part.size() == 1) continue;
            int cut = cut(p, part);
            for (int i = 0; i < part.size(); i++) words[part.get(i)] += i < cut ? "0" : "1";
            open.add(part.subList(0, cut));
            open.add(part.subList(cut, part.size()));
        }
        return new PrefixCode(List.of(words));
    }

    private static int cut(double[] p, List<Integer> part) {
        double sum = 0;
        for (int i : part) sum += p[i];
        double before = 0;
        double best = Double.POSITIVE_INFINITY;
        int cut = 1;
        for (int i = 1; i < part.size(); i++) {
            before += p[part.get(i - 1)];
            double difference = Math.abs(sum - 2 * before);
            if (difference < best) {
                best = difference;
                cut = i;
            }
        }
        return cut;
    }

    /** The mean length L = Σ pᵢ·lᵢ of a word, in bits. */
    public double meanLength(double[] p) {
        double mean = 0;
        for (int i = 0; i < p.length; i++) mean += p[i] * words.get(i).length();
        return mean;
    }

    /**
     * The words of the outcomes, counted from 1, one after the other.
     *
     * @throws Fault for an outcome without a word
     */
    public String encode(int[] outcomes) {
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < outcomes.length; i++) {
            int k = outcomes[i];
            if (k < 1 || k > words.size() || words.get(k - 1).isEmpty()) throw new Fault(Kind.OUTCOME, k, i + 1);
            bits.append(words.get(k - 1));
        }
        return bits.toString();
    }

    /**
     * The outcomes, counted from 1, that these bits were written for.
     *
     * @throws Fault for a place where no word begins
     */
    public int[] decode(String bits) {
        Map<String, Integer> outcome = new HashMap<>();
        int longest = 0;
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).isEmpty()) outcome.put(words.get(i), i + 1);
            longest = Math.max(longest, words.get(i).length());
        }
        int[] read = new int[bits.length()];
        int n = 0;
        int from = 0;
        while (from < bits.length()) {
            int to = from + 1;
            int last = Math.min(from + longest, bits.length());
            while (to < last && !outcome.containsKey(bits.substring(from, to))) to++;
            Integer k = to > last ? null : outcome.get(bits.substring(from, to));
            if (k == null) throw new Fault(Kind.BITS, Double.NaN, from + 1);
            read[n++] = k;
            from = to;
        }
        return Arrays.copyOf(read, n);
    }
}
