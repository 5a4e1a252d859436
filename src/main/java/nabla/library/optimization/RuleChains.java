package nabla.library.optimization;

import nabla.library.Function;
import nabla.optim.Average;
import nabla.optim.Clip;
import nabla.optim.ClipValue;
import nabla.optim.Decay;
import nabla.optim.Noise;
import nabla.value.Value;

/** What stands before and after a rule: clipping, decay, noise, averages. */
public final class RuleChains {
    private RuleChains() {}

    @Function(
            call = "rule = then(first, second)",
            en = "Two rules in a row: the second takes for its gradient what the first gives. first.then(second) is the same.",
            ru = "Два правила подряд: второе берёт вместо градиента то, что дало первое. first.then(second) — то же самое.",
            examples = {"then(clip(1), gd(0.1))  % ans = clip(c=1) → gd(η=0.1)"})
    public static Value then(Value first, Value second) {
        return RuleValue.of(RuleValue.in("then", first).then(RuleValue.in("then", second)));
    }

    @Function(
            call = "rule = clip(c)\nrule = clip(c).then(rule)",
            en = "Shortens a gradient longer than c to the length c; goes before another rule: clip(1).then(adam(0.01)).",
            ru = "Укорачивает градиент длиннее c до длины c; ставится перед другим правилом: clip(1).then(adam(0.01)).",
            examples = {"clip(1)  % ans = clip(c=1)"})
    public static Value clip(double limit) {
        return RuleValue.of(new Clip(RuleArguments.positive("c", limit, "clip")));
    }

    @Function(
            call = "rule = clipvalue(c)\nrule = clipvalue(c).then(rule)",
            en = "Cuts every element of the gradient to the range from -c to c; goes before another rule. The direction changes; clip keeps it.",
            ru = "Обрезает каждый элемент градиента до отрезка от -c до c; ставится перед другим правилом. Направление меняется; clip его сохраняет.",
            examples = {"clipvalue(1).then(gd(0.1))  % ans = clipvalue(c=1) → gd(η=0.1)"})
    public static Value clipvalue(double limit) {
        return RuleValue.of(new ClipValue(RuleArguments.positive("c", limit, "clipvalue")));
    }

    @Function(
            call = "rule = decay(lambda)\nrule = decay(lambda).then(rule)",
            en = "Weight decay (L2 regularization): ∇f + λ*θ instead of ∇f, the gradient of f(θ) + λ/2*|θ|²; goes before another rule. λ is "
                    + "0.01 unless given. "
                    + "adamw has the decay that Adam's root does not touch.",
            ru = "Затухание весов (L2-регуляризация): ∇f + λ*θ вместо ∇f, градиент функции f(θ) + λ/2*|θ|²; ставится перед другим правилом. "
                    + "Если не задано, "
                    + "λ = 0.01. В adamw затухание не проходит через корень Adam.",
            examples = {"decay(0.1).then(gd(0.1))  % ans = decay(λ=0.1) → gd(η=0.1)"})
    public static Value decay(Value... arguments) {
        return RuleValue.of(new Decay(new RuleArguments("decay", arguments, 1).notNegative("λ", 0.01)));
    }

    @Function(
            call = "rule = noise(sigma, gamma)\nrule = noise(sigma, gamma).then(rule)",
            en = "Adds normal noise to every element of the gradient, of the deviation σ/(1+t)^(γ/2) in step t = 0, 1, ...; goes before "
                    + "another rule. γ is 0 unless given: the noise stays. The option 'Seed' of minimize decides it.",
            ru = "Добавляет к каждому элементу градиента нормальный шум с отклонением σ/(1+t)^(γ/2) на шаге t = 0, 1, ...; ставится перед "
                    + "другим правилом. Если не задано, γ = 0: шум не убывает. Задаётся параметром 'Seed' функции minimize.",
            examples = {"noise(0.1).then(gd(0.1))  % ans = noise(σ=0.1, γ=0) → gd(η=0.1)"})
    public static Value noise(Value... arguments) {
        RuleArguments p = new RuleArguments("noise", arguments, 2);
        return RuleValue.of(new Noise(p.notNegative("σ", 0.1), p.notNegative("γ", 0)));
    }

    @Function(
            call = "rule = average\nrule = average(beta)\nrule = rule.then(average)",
            en = "Averages the iterates after a rule, whose way it does not change: the mean of all of them (Polyak), or with β < 1 one that "
                    + "forgets: x̄ = β*x̄ + (1-β)*x. The averages stand in the trace and in the result of train.",
            ru = "Усредняет точки после правила, не меняя его пути: среднее всех точек (Поляк) или, при β < 1, забывающее: "
                    + "x̄ = β*x̄ + (1-β)*x. Средние стоят в trace и в результате train.",
            examples = {"gd(0.1).then(average(0.9))  % ans = gd(η=0.1) → average(β=0.9)"})
    public static Value average(Value... arguments) {
        RuleArguments p = new RuleArguments("average", arguments, 1);
        return RuleValue.of(new Average(arguments.length == 0 ? 1 : p.fraction("β", 1)));
    }
}
