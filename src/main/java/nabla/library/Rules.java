package nabla.library;

import nabla.optim.Adam;
import nabla.optim.Clip;
import nabla.optim.GradientDescent;
import nabla.optim.Momentum;
import nabla.optim.RmsProp;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Value;

/** The lecture's optimizers as values. */
public final class Rules {
    private Rules() {}

    @Function(
            call = "rule = gd(eta)",
            en = "Gradient descent: θ = θ - η*∇f(θ). A rule for minimize.",
            ru = "Градиентный спуск: θ = θ - η*∇f(θ). Правило для minimize.",
            examples = {"gd(0.1)  % ans = gd(η=0.1)"})
    public static Value gd(@Default("0.01") double eta) {
        return RuleValue.of(new GradientDescent(positive("gd", "η", eta)));
    }

    @Function(
            call = "rule = momentum(eta, gamma)",
            en = "Descent with momentum, the heavy ball: v = γ*v + η*∇f(θ), θ = θ - v. γ is 0.9 unless given.",
            ru = "Спуск с моментом, тяжёлый шарик: v = γ*v + η*∇f(θ), θ = θ - v. Если не задано, γ = 0.9.",
            examples = {"momentum(0.01)  % ans = momentum(η=0.01, γ=0.9)"})
    public static Value momentum(@Default("0.01") double eta, @Default("0.9") double gamma) {
        return RuleValue.of(new Momentum(positive("momentum", "η", eta), fraction("momentum", "γ", gamma)));
    }

    @Function(
            call = "rule = rmsprop(eta, gamma, eps)\nrule = rmsprop(..., 'EpsilonOutside', true)",
            en = "RMSProp as the lecture has it: v = γ*v + (1-γ)*∇f².  θ = θ - η*∇f/sqrt(v + ε). 'EpsilonOutside' gives "
                    + "η*∇f/(sqrt(v) + ε), as PyTorch has it. γ is 0.9 and ε 1e-8 unless given.",
            ru = "RMSProp, как в лекции: v = γ*v + (1-γ)*∇f².  θ = θ - η*∇f/sqrt(v + ε). 'EpsilonOutside' даёт "
                    + "η*∇f/(sqrt(v) + ε), как в PyTorch. Если не задано, γ = 0.9, ε = 1e-8.",
            examples = {"rmsprop(0.01, 0.99)  % ans = rmsprop(η=0.01, γ=0.99, ε=1e-8)"})
    public static Value rmsprop(Value... arguments) {
        Parameters p = new Parameters("rmsprop", arguments, 3);
        return RuleValue.of(new RmsProp(
                positive("rmsprop", "η", p.number(0, 0.01)),
                fraction("rmsprop", "γ", p.number(1, 0.9)),
                notNegative("rmsprop", "ε", p.number(2, 1e-8)),
                p.flag("EpsilonOutside")));
    }

    @Function(
            call = "rule = adam(eta, b1, b2, eps)\nrule = adam(..., 'BiasCorrection', true, 'EpsilonOutside', true)",
            en = "Adam as the lecture has it: m = β1*m + (1-β1)*∇f, v = β2*v + (1-β2)*∇f², θ = θ - η*m/sqrt(v + ε); the first step is "
                    + "3.16η. With 'BiasCorrection' and 'EpsilonOutside' true as Kingma and Ba have it: m̂ = m/(1-β1^t), v̂ = v/(1-β2^t), "
                    + "θ = θ - η*m̂/(sqrt(v̂) + ε); the first step is η. β1, β2, ε are 0.9, 0.999, 1e-8 unless given.",
            ru = "Adam, как в лекции: m = β1*m + (1-β1)*∇f, v = β2*v + (1-β2)*∇f², θ = θ - η*m/sqrt(v + ε); первый шаг равен 3.16η. "
                    + "Если 'BiasCorrection' и 'EpsilonOutside' равны true, то как у Кингмы и Ба: m̂ = m/(1-β1^t), v̂ = v/(1-β2^t), "
                    + "θ = θ - η*m̂/(sqrt(v̂) + ε); первый шаг равен η. Если не задано, β1, β2, ε равны 0.9, 0.999, 1e-8.",
            examples = {"adam(0.05)  % ans = adam(η=0.05, β1=0.9, β2=0.999, ε=1e-8)"})
    public static Value adam(Value... arguments) {
        Parameters p = new Parameters("adam", arguments, 4);
        return RuleValue.of(new Adam(
                positive("adam", "η", p.number(0, 0.01)),
                fraction("adam", "β1", p.number(1, 0.9)),
                fraction("adam", "β2", p.number(2, 0.999)),
                notNegative("adam", "ε", p.number(3, 1e-8)),
                p.flag("BiasCorrection"),
                p.flag("EpsilonOutside")));
    }

    @Function(
            call = "rule = clip(c)\nrule = then(clip(c), rule)",
            en = "Shortens a gradient longer than c to the length c; goes before another rule: clip(1).then(adam(0.01)), or "
                    + "then(clip(1), adam(0.01)).",
            ru = "Укорачивает градиент длиннее c до длины c; ставится перед другим правилом: clip(1).then(adam(0.01)) или "
                    + "then(clip(1), adam(0.01)).",
            examples = {"clip(1)  % ans = clip(c=1)"})
    public static Value clip(double limit) {
        return RuleValue.of(new Clip(positive("clip", "c", limit)));
    }

    @Function(
            call = "rule = then(first, second)",
            en = "Two rules in a row: the second takes for its gradient what the first gives.",
            ru = "Два правила подряд: второе берёт вместо градиента то, что дало первое.",
            examples = {"then(clip(1), gd(0.1))  % ans = clip(c=1) → gd(η=0.1)"})
    public static Value then(Value first, Value second) {
        return RuleValue.of(RuleValue.in("then", first).then(RuleValue.in("then", second)));
    }

    /** Numbers in order, then options by name. */
    private static final class Parameters {
        private final String function;
        private final Value[] numbers;
        private final Options options;

        Parameters(String function, Value[] all, int most) {
            this.function = function;
            int n = 0;
            while (n < all.length && !(all[n] instanceof Char)) n++;
            if (n > most) {
                throw Failure.of("%s: at most %d numbers, then options", "%s: не больше %d чисел, затем параметры", function, most);
            }
            numbers = java.util.Arrays.copyOf(all, n);
            options = new Options(function, all, n, "BiasCorrection", "EpsilonOutside");
        }

        double number(int k, double otherwise) {
            return k < numbers.length ? Options.number(function, numbers[k]) : otherwise;
        }

        boolean flag(String name) {
            return options.flag(name, false);
        }
    }

    private static double positive(String function, String name, double v) {
        return checked(v > 0 && v < Double.POSITIVE_INFINITY, function, name, "positive", "положительным", v);
    }

    private static double fraction(String function, String name, double v) {
        return checked(v >= 0 && v < 1, function, name, "from 0 to below 1", "от 0 до 1, не включая 1", v);
    }

    private static double notNegative(String function, String name, double v) {
        return checked(v >= 0 && v < Double.POSITIVE_INFINITY, function, name, "0 or more", "не меньше 0", v);
    }

    private static double checked(boolean holds, String function, String name, String en, String ru, double v) {
        if (holds) return v;
        String shown = v == Math.rint(v) && Math.abs(v) < 1e9 ? String.valueOf((long) v) : String.valueOf(v);
        throw Failure.of("%1$s: %2$s must be %3$s, not %5$s", "%1$s: %2$s должно быть %4$s, а не %5$s", function, name, en, ru, shown);
    }
}
