package nabla.console;

import java.util.ArrayList;
import java.util.List;

/** Letters and signs that are typed by name: {@code \eta} and TAB give η. */
final class Greek {
    private static final String[] TABLE = {
        "alpha α", "beta β", "gamma γ", "delta δ", "epsilon ε", "varepsilon ϵ", "zeta ζ", "eta η", "theta θ", "vartheta ϑ", "iota ι",
        "kappa κ", "lambda λ", "mu μ", "nu ν", "xi ξ", "omicron ο", "pi π", "rho ρ", "sigma σ", "varsigma ς", "tau τ", "upsilon υ",
        "phi φ", "varphi ϕ", "chi χ", "psi ψ", "omega ω", "Alpha Α", "Beta Β", "Gamma Γ", "Delta Δ", "Epsilon Ε", "Zeta Ζ", "Eta Η",
        "Theta Θ", "Iota Ι", "Kappa Κ", "Lambda Λ", "Mu Μ", "Nu Ν", "Xi Ξ", "Omicron Ο", "Pi Π", "Rho Ρ", "Sigma Σ", "Tau Τ",
        "Upsilon Υ", "Phi Φ", "Chi Χ", "Psi Ψ", "Omega Ω", "nabla ∇", "partial ∂", "infty ∞", "ell ℓ", "hbar ℏ",
        "_0 ₀", "_1 ₁", "_2 ₂", "_3 ₃", "_4 ₄", "_5 ₅", "_6 ₆", "_7 ₇", "_8 ₈", "_9 ₉", "_i ᵢ", "_j ⱼ", "_k ₖ", "_n ₙ", "_m ₘ", "_t ₜ"
    };

    private Greek() {}

    /** The letter of this name, or of the only name that begins so; null when there is none. */
    static String letter(String name) {
        List<String> rows = beginning(name);
        for (String row : rows) if (row.indexOf(' ') == name.length()) return row.substring(name.length() + 1);
        return rows.size() == 1 ? rows.get(0).substring(rows.get(0).indexOf(' ') + 1) : null;
    }

    /** The names that begin so, each with its letter after a blank. */
    static List<String> beginning(String name) {
        List<String> r = new ArrayList<>();
        for (String row : TABLE) if (row.startsWith(name)) r.add(row);
        return r;
    }

    /** Where the name before the cursor begins, its backslash; -1 when there is none. */
    static int start(String line, int cursor) {
        int i = cursor - 1;
        while (i >= 0 && (Character.isLetterOrDigit(line.charAt(i)) || line.charAt(i) == '_')) i--;
        return i >= 0 && line.charAt(i) == '\\' ? i : -1;
    }
}
