package nabla.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The little TeX that plots need: {@code \eta}, {@code \nabla}, {@code x_0}, {@code e^{-x}}, {@code \bf}, {@code \it}, dollars ignored. */
public final class Tex {
    /** A stretch of text in one style; level 1 is raised, −1 lowered. */
    public record Run(String text, int level, boolean bold, boolean italic) {}

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            e("alpha", "α"),
            e("beta", "β"),
            e("gamma", "γ"),
            e("delta", "δ"),
            e("epsilon", "ε"),
            e("varepsilon", "ε"),
            e("zeta", "ζ"),
            e("eta", "η"),
            e("theta", "θ"),
            e("vartheta", "ϑ"),
            e("iota", "ι"),
            e("kappa", "κ"),
            e("lambda", "λ"),
            e("mu", "μ"),
            e("nu", "ν"),
            e("xi", "ξ"),
            e("pi", "π"),
            e("rho", "ρ"),
            e("sigma", "σ"),
            e("varsigma", "ς"),
            e("tau", "τ"),
            e("upsilon", "υ"),
            e("phi", "φ"),
            e("varphi", "φ"),
            e("chi", "χ"),
            e("psi", "ψ"),
            e("omega", "ω"),
            e("Gamma", "Γ"),
            e("Delta", "Δ"),
            e("Theta", "Θ"),
            e("Lambda", "Λ"),
            e("Xi", "Ξ"),
            e("Pi", "Π"),
            e("Sigma", "Σ"),
            e("Upsilon", "Υ"),
            e("Phi", "Φ"),
            e("Psi", "Ψ"),
            e("Omega", "Ω"),
            e("nabla", "∇"),
            e("partial", "∂"),
            e("infty", "∞"),
            e("int", "∫"),
            e("sum", "∑"),
            e("prod", "∏"),
            e("surd", "√"),
            e("sqrt", "√"),
            e("leq", "≤"),
            e("le", "≤"),
            e("geq", "≥"),
            e("ge", "≥"),
            e("neq", "≠"),
            e("ne", "≠"),
            e("approx", "≈"),
            e("equiv", "≡"),
            e("sim", "∼"),
            e("propto", "∝"),
            e("pm", "±"),
            e("mp", "∓"),
            e("times", "×"),
            e("div", "÷"),
            e("cdot", "·"),
            e("circ", "∘"),
            e("bullet", "•"),
            e("ldots", "…"),
            e("dots", "…"),
            e("cdots", "⋯"),
            e("in", "∈"),
            e("notin", "∉"),
            e("subset", "⊂"),
            e("cup", "∪"),
            e("cap", "∩"),
            e("forall", "∀"),
            e("exists", "∃"),
            e("leftarrow", "←"),
            e("rightarrow", "→"),
            e("to", "→"),
            e("uparrow", "↑"),
            e("downarrow", "↓"),
            e("leftrightarrow", "↔"),
            e("Rightarrow", "⇒"),
            e("Leftarrow", "⇐"),
            e("deg", "°"),
            e("prime", "′"),
            e("otimes", "⊗"),
            e("oplus", "⊕"),
            e("perp", "⊥"),
            e("mid", "|"),
            e("ell", "ℓ"),
            e("Re", "ℜ"),
            e("Im", "ℑ"),
            e("langle", "⟨"),
            e("rangle", "⟩"),
            e("emptyset", "∅"),
            e("star", "⋆"),
            e("ast", "∗"),
            e("left", ""),
            e("right", ""),
            e("rm", ""),
            e("newline", "\n"),
            e("quad", "  "),
            e("log", "log"),
            e("exp", "exp"),
            e("sin", "sin"),
            e("cos", "cos"),
            e("min", "min"),
            e("max", "max"),
            e("ln", "ln"));

    private final String s;
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private boolean bold;
    private boolean italic;
    private int level;
    private int i;

    private Tex(String s) {
        this.s = s;
    }

    private static Map.Entry<String, String> e(String name, String symbol) {
        return Map.entry(name, symbol);
    }

    /** One line of text as runs. */
    public static List<Run> runs(String text) {
        Tex t = new Tex(text);
        t.group(false);
        t.cut();
        return t.runs;
    }

    /** The text with symbols in place and all styling dropped. */
    public static String flat(String text) {
        StringBuilder b = new StringBuilder();
        for (Run r : runs(text)) b.append(r.text());
        return b.toString();
    }

    private void cut() {
        if (plain.length() > 0) runs.add(new Run(plain.toString(), level, bold, italic));
        plain.setLength(0);
    }

    private void group(boolean inBraces) {
        boolean b = bold;
        boolean it = italic;
        while (i < s.length()) {
            char c = s.charAt(i);
            if (c == '}' && inBraces) {
                i++;
                break;
            }
            one(c);
        }
        if (inBraces) style(b, it);
    }

    private void one(char c) {
        i++;
        if (c == '\\') command();
        else if ((c == '^' || c == '_') && i < s.length()) shifted(c == '^' ? 1 : -1);
        else if (c == '{') group(true);
        else if (c != '$') plain.append(c);
    }

    private void shifted(int to) {
        cut();
        int before = level;
        level = to;
        one(s.charAt(i));
        cut();
        level = before;
    }

    private void style(boolean b, boolean it) {
        if (b == bold && it == italic) return;
        cut();
        bold = b;
        italic = it;
    }

    private void command() {
        int from = i;
        while (i < s.length() && (Character.isLetter(s.charAt(i)) && s.charAt(i) < 128)) i++;
        String name = s.substring(from, i);
        if (name.isEmpty()) {
            if (i < s.length()) plain.append(s.charAt(i++));
            return;
        }
        if (name.equals("bf") || name.equals("mathbf")) style(true, italic);
        else if (name.equals("it") || name.equals("sl")) style(bold, true);
        else if (name.equals("rm") || name.equals("mathrm")) style(false, false);
        else if (name.equals("color") || name.equals("fontsize") || name.equals("fontname")) skipArgument();
        else symbol(name, from);
        if (i < s.length() && s.charAt(i) == ' ' && (name.equals("bf") || name.equals("it") || name.equals("rm"))) i++;
    }

    /** The longest symbol that begins the name: {@code \etax} is η followed by x. */
    private void symbol(String name, int from) {
        for (int n = name.length(); n > 0; n--) {
            String symbol = SYMBOLS.get(name.substring(0, n));
            if (symbol == null) continue;
            plain.append(symbol);
            i = from + n;
            return;
        }
        plain.append('\\').append(name);
    }

    private void skipArgument() {
        while (i < s.length() && (s.charAt(i) == '{' || s.charAt(i) == '[')) {
            int end = s.indexOf(s.charAt(i) == '{' ? '}' : ']', i);
            i = end < 0 ? s.length() : end + 1;
        }
    }
}
