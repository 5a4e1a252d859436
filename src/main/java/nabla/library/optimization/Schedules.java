package nabla.library.optimization;

import nabla.library.Function;
import nabla.optim.CosineDecay;
import nabla.optim.ExponentialDecay;
import nabla.optim.OneCycle;
import nabla.optim.StepDecay;
import nabla.optim.TimeDecay;
import nabla.optim.WarmUp;
import nabla.value.Value;

/** Learning rates that change from step to step: they stand where a rule takes η. */
public final class Schedules {
    private Schedules() {}

    @Function(
            call = "eta = cosinedecay(eta, n)\neta = cosinedecay(eta, n, last)",
            en = "A learning rate that falls from η to last (0) along half a cosine in n steps: adam(cosinedecay(0.1, 100)). c(k) is the rate of step k.",
            ru = "Скорость обучения, убывающая от η до last (0) по половине косинуса за n шагов: adam(cosinedecay(0.1, 100)). c(k) — скорость на шаге k.",
            examples = {"c = cosinedecay(0.1, 100); c([1 51 101])  % ans = 0.1000 0.0500 0"})
    public static Value cosinedecay(Value... arguments) {
        RuleArguments p = new RuleArguments("cosinedecay", arguments, 3);
        return RateValue.of(new CosineDecay(p.positive("η", 0.01), p.count("n", 1000), p.notNegative("last", 0)));
    }

    @Function(
            call = "eta = expdecay(eta, factor)",
            en = "A learning rate that is multiplied by a factor (0.99) each step: η*factor^k, k = 0, 1, ...",
            ru = "Скорость обучения, которая каждый шаг умножается на factor (0.99): η*factor^k, k = 0, 1, ...",
            examples = {"c = expdecay(0.1, 0.5); c(1:3)  % ans = 0.100000 0.050000 0.025000"})
    public static Value expdecay(Value... arguments) {
        RuleArguments p = new RuleArguments("expdecay", arguments, 2);
        return RateValue.of(new ExponentialDecay(p.positive("η", 0.01), p.positive("factor", 0.99)));
    }

    @Function(
            call = "eta = stepdecay(eta, factor, every)",
            en = "A learning rate that is multiplied by a factor (0.5) every so many steps (100).",
            ru = "Скорость обучения, которая умножается на factor (0.5) через каждые every (100) шагов.",
            examples = {"c = stepdecay(0.1, 0.5, 2); c(1:4)  % ans = 0.100000 0.100000 0.050000 0.050000"})
    public static Value stepdecay(Value... arguments) {
        RuleArguments p = new RuleArguments("stepdecay", arguments, 3);
        return RateValue.of(new StepDecay(p.positive("η", 0.01), p.positive("factor", 0.5), p.count("every", 100)));
    }

    @Function(
            call = "eta = timedecay(eta, d)",
            en = "A learning rate that falls as η/(1 + d*k), k = 0, 1, ...; d is 0.01 unless given: half is left after 100 steps.",
            ru = "Скорость обучения, убывающая как η/(1 + d*k), k = 0, 1, ...; если не задано, d = 0.01: через 100 шагов остаётся половина.",
            examples = {"c = timedecay(0.1, 1); c(1:2)  % ans = 0.100000 0.050000"})
    public static Value timedecay(Value... arguments) {
        RuleArguments p = new RuleArguments("timedecay", arguments, 2);
        return RateValue.of(new TimeDecay(p.positive("η", 0.01), p.notNegative("d", 0.01)));
    }

    @Function(
            call = "eta = onecycle(eta, n)",
            en = "A learning rate that rises from η/25 to η in the first 30 % of n steps and then falls to η/250000, each along half a cosine.",
            ru = "Скорость обучения, которая за первые 30 % из n шагов растёт от η/25 до η, а затем падает до η/250000, каждый раз по половине косинуса.",
            examples = {"c = onecycle(0.1, 10); c(4)  % ans = 0.1000"})
    public static Value onecycle(Value... arguments) {
        RuleArguments p = new RuleArguments("onecycle", arguments, 2);
        return RateValue.of(new OneCycle(p.positive("η", 0.01), p.count("n", 1000)));
    }

    @Function(
            call = "eta = warmup(eta, n)",
            en = "Reaches the learning rate, a number or a schedule, in n even steps and then follows it: adam(warmup(cosinedecay(0.1, 100), 10)).",
            ru = "Доходит до скорости обучения (числа или расписания) за n равных шагов и дальше следует ей: adam(warmup(cosinedecay(0.1, 100), 10)).",
            examples = {"c = warmup(0.1, 2); c(1:3)  % ans = 0.050000 0.100000 0.100000"})
    public static Value warmup(Value... arguments) {
        RuleArguments p = new RuleArguments("warmup", arguments, 2);
        return RateValue.of(new WarmUp(p.rate(0.01), p.count("n", 100)));
    }
}
