package nabla.library.optimization;

import nabla.library.Function;
import nabla.optim.AdaMax;
import nabla.optim.Adam;
import nabla.optim.AdamW;
import nabla.optim.NAdam;
import nabla.optim.RAdam;
import nabla.value.Value;

/** Adam and its family as values. */
public final class RulesAdam {
    private static final String[] OPTIONS = {"BiasCorrection", "EpsilonOutside", "AMSGrad"};

    private RulesAdam() {}

    @Function(
            call = "rule = adam(eta, b1, b2, eps)\nrule = adam(..., 'BiasCorrection', true, 'EpsilonOutside', true, 'AMSGrad', true)",
            en = "Adam as the lecture has it: m = β1*m + (1-β1)*∇f, v = β2*v + (1-β2)*∇f², θ = θ - η*m/sqrt(v + ε); the first step is "
                    + "3.16η. With 'BiasCorrection' and 'EpsilonOutside' true as Kingma and Ba have it: m̂ = m/(1-β1^t), v̂ = v/(1-β2^t), "
                    + "θ = θ - η*m̂/(sqrt(v̂) + ε); the first step is η. With 'AMSGrad' the greatest v so far stands for v. "
                    + "β1, β2, ε are 0.9, 0.999, 1e-8 unless given.",
            ru = "Adam, как в лекции: m = β1*m + (1-β1)*∇f, v = β2*v + (1-β2)*∇f², θ = θ - η*m/sqrt(v + ε); первый шаг равен 3.16η. "
                    + "Если 'BiasCorrection' и 'EpsilonOutside' равны true, то как у Кингмы и Ба: m̂ = m/(1-β1^t), v̂ = v/(1-β2^t), "
                    + "θ = θ - η*m̂/(sqrt(v̂) + ε); первый шаг равен η. С 'AMSGrad' вместо v берётся наибольшее из прежних v. "
                    + "Если не задано, β1, β2, ε равны 0.9, 0.999, 1e-8.",
            examples = {"adam(0.05)  % ans = adam(η=0.05, β1=0.9, β2=0.999, ε=1e-8)"})
    public static Value adam(Value... arguments) {
        return RuleValue.of(adam(new RuleArguments("adam", arguments, 4, OPTIONS), false));
    }

    private static Adam adam(RuleArguments p, boolean amsgrad) {
        return new Adam(
                p.rate(0.01),
                p.fraction("β1", 0.9),
                p.fraction("β2", 0.999),
                p.notNegative("ε", 1e-8),
                p.flag("BiasCorrection"),
                p.flag("EpsilonOutside"),
                amsgrad || p.flag("AMSGrad"));
    }

    @Function(
            call = "rule = amsgrad(eta, b1, b2, eps)\nrule = amsgrad(..., 'BiasCorrection', true, 'EpsilonOutside', true)",
            en = "AMSGrad: adam with the greatest v so far instead of v, so that the steps of a variable never grow again.",
            ru = "AMSGrad: adam, где вместо v берётся наибольшее из прежних v, поэтому шаги переменной больше не растут.",
            examples = {"amsgrad(0.05)  % ans = adam(η=0.05, β1=0.9, β2=0.999, ε=1e-8, AMSGrad)"})
    public static Value amsgrad(Value... arguments) {
        return RuleValue.of(adam(new RuleArguments("amsgrad", arguments, 4, OPTIONS), true));
    }

    @Function(
            call = "rule = adamw(eta, b1, b2, eps, lambda)\nrule = adamw(..., 'BiasCorrection', true, 'EpsilonOutside', true)",
            en = "Adam with decoupled weight decay: adam's step and, apart from it, θ = θ - η*λ*θ. λ is 0.01 unless given; the rest is as in adam.",
            ru = "Adam с отдельным затуханием весов: шаг adam и, независимо от него, θ = θ - η*λ*θ. Если не задано, λ = 0.01; остальное как в adam.",
            examples = {"adamw(0.05)  % ans = adamw(η=0.05, β1=0.9, β2=0.999, ε=1e-8, λ=0.01)"})
    public static Value adamw(Value... arguments) {
        RuleArguments p = new RuleArguments("adamw", arguments, 5, OPTIONS);
        return RuleValue.of(new AdamW(adam(p, false), p.notNegative("λ", 0.01)));
    }

    @Function(
            call = "rule = adamax(eta, b1, b2, eps)",
            en = "AdaMax, Adam with the largest gradient of late for the root mean square: m = β1*m + (1-β1)*∇f, u = max(β2*u, |∇f| + ε), "
                    + "θ = θ - η/(1-β1^t)*m/u. η, β1, β2, ε are 0.01, 0.9, 0.999, 1e-8 unless given.",
            ru = "AdaMax, Adam с наибольшим из последних градиентов вместо корня из среднего квадрата: m = β1*m + (1-β1)*∇f, "
                    + "u = max(β2*u, |∇f| + ε), θ = θ - η/(1-β1^t)*m/u. Если не задано, η, β1, β2, ε равны 0.01, 0.9, 0.999, 1e-8.",
            examples = {"adamax(0.05)  % ans = adamax(η=0.05, β1=0.9, β2=0.999, ε=1e-8)"})
    public static Value adamax(Value... arguments) {
        RuleArguments p = new RuleArguments("adamax", arguments, 4);
        return RuleValue.of(new AdaMax(p.rate(0.01), p.fraction("β1", 0.9), p.fraction("β2", 0.999), p.notNegative("ε", 1e-8)));
    }

    @Function(
            call = "rule = nadam(eta, b1, b2, eps, psi)\nrule = nadam(..., 'MuTwice', true)",
            en = "NAdam, Adam that looks ahead as Nesterov does: with μ_t = β1*(1 - 0.96^(t*ψ)/2) and M_t = μ_1*...*μ_t, m and v as in adam, "
                    + "v̂ = v/(1-β2^t): θ = θ - η*((1-μ_t)/(1-M_t)*∇f + μ_(t+1)/(1-M_(t+1))*m)/(sqrt(v̂) + ε). η, β1, β2, ε, ψ are 0.01, "
                    + "0.9, 0.999, 1e-8, 0.004 unless given. 'MuTwice' puts μ_t twice into M_(t+1), as PyTorch up to 1.13 does.",
            ru = "NAdam, Adam с заглядыванием вперёд по Нестерову: μ_t = β1*(1 - 0.96^(t*ψ)/2), M_t = μ_1*...*μ_t, m и v как в adam, "
                    + "v̂ = v/(1-β2^t): θ = θ - η*((1-μ_t)/(1-M_t)*∇f + μ_(t+1)/(1-M_(t+1))*m)/(sqrt(v̂) + ε). Если не задано, η, β1, β2, "
                    + "ε, ψ равны 0.01, 0.9, 0.999, 1e-8, 0.004. 'MuTwice' берёт μ_t в M_(t+1) дважды, как PyTorch до 1.13.",
            examples = {"nadam(0.05)  % ans = nadam(η=0.05, β1=0.9, β2=0.999, ε=1e-8, ψ=0.004)"})
    public static Value nadam(Value... arguments) {
        RuleArguments p = new RuleArguments("nadam", arguments, 5, "MuTwice");
        return RuleValue.of(new NAdam(p.rate(0.01), p.fraction("β1", 0.9), p.fraction("β2", 0.999), p.notNegative("ε", 1e-8),
                p.notNegative("ψ", 0.004), p.flag("MuTwice")));
    }

    @Function(
            call = "rule = radam(eta, b1, b2, eps)",
            en = "RAdam, Adam that warms up by itself: while v means little the step is η*m̂, then η*r*m̂/(sqrt(v̂) + ε) with a factor r "
                    + "that grows to 1. η, β1, β2, ε are 0.01, 0.9, 0.999, 1e-8 unless given.",
            ru = "RAdam, Adam, который разогревается сам: пока v ненадёжно, шаг равен η*m̂, затем η*r*m̂/(sqrt(v̂) + ε), где r растёт до 1. "
                    + "Если не задано, η, β1, β2, ε равны 0.01, 0.9, 0.999, 1e-8.",
            examples = {"radam(0.05)  % ans = radam(η=0.05, β1=0.9, β2=0.999, ε=1e-8)"})
    public static Value radam(Value... arguments) {
        RuleArguments p = new RuleArguments("radam", arguments, 4);
        return RuleValue.of(new RAdam(p.rate(0.01), p.fraction("β1", 0.9), p.fraction("β2", 0.999), p.notNegative("ε", 1e-8)));
    }
}
