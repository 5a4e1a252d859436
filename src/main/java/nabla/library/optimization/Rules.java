package nabla.library.optimization;

import nabla.library.Function;
import nabla.optim.AdaDelta;
import nabla.optim.AdaGrad;
import nabla.optim.GradientDescent;
import nabla.optim.Lion;
import nabla.optim.Momentum;
import nabla.optim.Nesterov;
import nabla.optim.RmsProp;
import nabla.optim.Rprop;
import nabla.value.Value;

/** Rules of descent as values: the lecture's, and those that stand between them; Adam's family is in {@link RulesAdam}. */
public final class Rules {
    private Rules() {}

    @Function(
            call = "rule = gd(eta)",
            en = "Gradient descent: θ = θ - η*∇f(θ). A rule for minimize and train. η, 0.01 unless given, is a number or a schedule "
                    + "(cosinedecay, expdecay, stepdecay, timedecay, onecycle, warmup), as in every rule.",
            ru = "Градиентный спуск: θ = θ - η*∇f(θ). Правило для minimize и train. η (если не задано, 0.01) — число или расписание "
                    + "(cosinedecay, expdecay, stepdecay, timedecay, onecycle, warmup), как и в любом правиле.",
            examples = {"gd(0.1)  % ans = gd(η=0.1)", "gd(cosinedecay(0.1, 100))  % ans = gd(η=cosinedecay(η=0.1, n=100, last=0))"})
    public static Value gd(Value... arguments) {
        return RuleValue.of(new GradientDescent(new RuleArguments("gd", arguments, 1).rate(0.01)));
    }

    @Function(
            call = "rule = momentum(eta, gamma)",
            en = "Descent with momentum, the heavy ball: v = γ*v + η*∇f(θ), θ = θ - v. γ is 0.9 unless given.",
            ru = "Спуск с инерцией (метод тяжёлого шарика, momentum): v = γ*v + η*∇f(θ), θ = θ - v. Если не задано, γ = 0.9.",
            examples = {"momentum(0.01)  % ans = momentum(η=0.01, γ=0.9)"})
    public static Value momentum(Value... arguments) {
        RuleArguments p = new RuleArguments("momentum", arguments, 2);
        return RuleValue.of(new Momentum(p.rate(0.01), p.fraction("γ", 0.9)));
    }

    @Function(
            call = "rule = nesterov(eta, gamma)",
            en = "Nesterov's accelerated gradient, momentum that looks ahead: v = γ*v + η*∇f(θ), θ = θ - (γ*v + η*∇f(θ)), where θ is the "
                    + "point looked ahead to. γ is 0.9 unless given.",
            ru = "Ускоренный градиентный метод Нестерова, инерция с заглядыванием вперёд: v = γ*v + η*∇f(θ), θ = θ - (γ*v + η*∇f(θ)), где θ — "
                    + "точка впереди. Если не задано, γ = 0.9.",
            examples = {"nesterov(0.01)  % ans = nesterov(η=0.01, γ=0.9)"})
    public static Value nesterov(Value... arguments) {
        RuleArguments p = new RuleArguments("nesterov", arguments, 2);
        return RuleValue.of(new Nesterov(p.rate(0.01), p.fraction("γ", 0.9)));
    }

    @Function(
            call = "rule = adagrad(eta, eps)\nrule = adagrad(..., 'EpsilonOutside', true)",
            en = "AdaGrad: v = v + ∇f².  θ = θ - η*∇f/sqrt(v + ε); 'EpsilonOutside' gives η*∇f/(sqrt(v) + ε). ε is 1e-8 unless given. Its "
                    + "steps only become shorter, since v only grows.",
            ru = "AdaGrad: v = v + ∇f².  θ = θ - η*∇f/sqrt(v + ε); 'EpsilonOutside' даёт η*∇f/(sqrt(v) + ε). Если не задано, ε = 1e-8. "
                    + "Шаги только укорачиваются, ведь v только растёт.",
            examples = {"adagrad(0.5)  % ans = adagrad(η=0.5, ε=1e-8)"})
    public static Value adagrad(Value... arguments) {
        RuleArguments p = new RuleArguments("adagrad", arguments, 2, "EpsilonOutside");
        return RuleValue.of(new AdaGrad(p.rate(0.01), p.notNegative("ε", 1e-8), p.flag("EpsilonOutside")));
    }

    @Function(
            call = "rule = adadelta(eta, rho, eps)",
            en = "AdaDelta, which finds the length of its steps itself: v = ρ*v + (1-ρ)*∇f², Δ = ∇f.*sqrt(u + ε)./sqrt(v + ε), "
                    + "u = ρ*u + (1-ρ)*Δ², θ = θ - η*Δ. η, ρ, ε are 1, 0.9, 1e-6 unless given.",
            ru = "AdaDelta сама находит длину шагов: v = ρ*v + (1-ρ)*∇f², Δ = ∇f.*sqrt(u + ε)./sqrt(v + ε), "
                    + "u = ρ*u + (1-ρ)*Δ², θ = θ - η*Δ. Если не задано, η, ρ, ε равны 1, 0.9, 1e-6.",
            examples = {"adadelta  % ans = adadelta(η=1, ρ=0.9, ε=1e-6)"})
    public static Value adadelta(Value... arguments) {
        RuleArguments p = new RuleArguments("adadelta", arguments, 3);
        return RuleValue.of(new AdaDelta(p.rate(1), p.fraction("ρ", 0.9), p.positive("ε", 1e-6)));
    }

    @Function(
            call = "rule = rmsprop(eta, gamma, eps)\nrule = rmsprop(..., 'EpsilonOutside', true, 'Centered', true, 'Momentum', mu)",
            en = "RMSProp as the lecture has it: v = γ*v + (1-γ)*∇f².  θ = θ - η*∇f/sqrt(v + ε). 'EpsilonOutside' gives "
                    + "η*∇f/(sqrt(v) + ε), as PyTorch has it. 'Centered' takes v - a² for v, with a = γ*a + (1-γ)*∇f. 'Momentum' "
                    + "accumulates the quotients: b = μ*b + ∇f/sqrt(v + ε), θ = θ - η*b. γ is 0.9 and ε 1e-8 unless given.",
            ru = "RMSProp, как в лекции: v = γ*v + (1-γ)*∇f².  θ = θ - η*∇f/sqrt(v + ε). 'EpsilonOutside' даёт "
                    + "η*∇f/(sqrt(v) + ε), как в PyTorch. С 'Centered' вместо v берётся v - a², где a = γ*a + (1-γ)*∇f. 'Momentum' "
                    + "накапливает частные: b = μ*b + ∇f/sqrt(v + ε), θ = θ - η*b. Если не задано, γ = 0.9, ε = 1e-8.",
            examples = {"rmsprop(0.01, 0.99)  % ans = rmsprop(η=0.01, γ=0.99, ε=1e-8)",
                "rmsprop(0.01, 'Centered', true)  % ans = rmsprop(η=0.01, γ=0.9, ε=1e-8, Centered)"})
    public static Value rmsprop(Value... arguments) {
        RuleArguments p = new RuleArguments("rmsprop", arguments, 3, "EpsilonOutside", "Centered", "Momentum");
        return RuleValue.of(new RmsProp(
                p.rate(0.01),
                p.fraction("γ", 0.9),
                p.notNegative("ε", 1e-8),
                p.fractionOption("Momentum", 0),
                p.flag("Centered"),
                p.flag("EpsilonOutside")));
    }

    @Function(
            call = "rule = lion(eta, b1, b2, lambda)",
            en = "Lion: every variable goes η in the direction of a mean gradient's sign: θ = θ - η*(sign(β1*m + (1-β1)*∇f) + λ*θ), then "
                    + "m = β2*m + (1-β2)*∇f. η, β1, β2, λ are 0.001, 0.9, 0.99, 0 unless given.",
            ru = "Lion: каждая переменная сдвигается на η по знаку среднего градиента: θ = θ - η*(sign(β1*m + (1-β1)*∇f) + λ*θ), затем "
                    + "m = β2*m + (1-β2)*∇f. Если не задано, η, β1, β2, λ равны 0.001, 0.9, 0.99, 0.",
            examples = {"lion(0.01)  % ans = lion(η=0.01, β1=0.9, β2=0.99, λ=0)"})
    public static Value lion(Value... arguments) {
        RuleArguments p = new RuleArguments("lion", arguments, 4);
        return RuleValue.of(new Lion(p.rate(0.001), p.fraction("β1", 0.9), p.fraction("β2", 0.99), p.notNegative("λ", 0)));
    }

    @Function(
            call = "rule = rprop(eta, down, up, least, greatest)",
            en = "Rprop: each variable has a step of its own, η at first, which grows by the factor up while the gradient keeps its sign "
                    + "and shrinks by down when it changes; only signs matter. η, down, up, least, greatest are 0.01, 0.5, 1.2, 1e-6, 50 "
                    + "unless given. For whole data, not for minibatches.",
            ru = "Rprop: у каждой переменной свой шаг, сначала η; он растёт в up раз, пока знак градиента тот же, и уменьшается "
                    + "умножением на down, когда знак меняется; важны одни знаки. Если не задано, η, down, up, least, greatest равны "
                    + "0.01, 0.5, 1.2, 1e-6, 50. Годится для всех данных сразу, но не для порций.",
            examples = {"rprop(0.1)  % ans = rprop(η=0.1, down=0.5, up=1.2, least=1e-6, greatest=50)"})
    public static Value rprop(Value... arguments) {
        RuleArguments p = new RuleArguments("rprop", arguments, 5);
        return RuleValue.of(new Rprop(p.positive("η", 0.01), p.fraction("down", 0.5), p.positive("up", 1.2), p.positive("least", 1e-6),
                p.positive("greatest", 50)));
    }
}
