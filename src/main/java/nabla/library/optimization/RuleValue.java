package nabla.library.optimization;

import java.util.Map;
import nabla.optim.Named;
import nabla.optim.Rate;
import nabla.optim.Rule;
import nabla.value.Bool;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.Indexed;
import nabla.value.Real;
import nabla.value.Value;

/** An optimizer's rule as scripts hold it: prints its formula's parameters, composes by {@code then}, shows parameters as properties. */
final class RuleValue implements Foreign.Named, Indexed {
    private static final Map<String, String> LETTERS = Map.of(
            "eta", "η", "gamma", "γ", "beta", "β", "beta1", "β1", "beta2", "β2", "rho", "ρ", "lambda", "λ", "epsilon", "ε", "eps", "ε");

    private final Rule rule;

    RuleValue(Rule rule) {
        this.rule = rule;
    }

    Rule rule() {
        return rule;
    }

    static Foreign of(Rule rule) {
        return new Foreign(new RuleValue(rule));
    }

    /** The rule that the value holds; an error otherwise. */
    static Rule in(String function, Value v) {
        if (v instanceof Foreign f && f.object() instanceof RuleValue r) return r.rule;
        throw Failure.of("%s: the rule must be gd(...), momentum(...), rmsprop(...), adam(...) or a chain of such, not a %s",
                "%s: правило — это gd(...), momentum(...), rmsprop(...), adam(...) или их цепочка, а не %s", function, v.className());
    }

    @Override
    public String className() {
        return "rule";
    }

    @Override
    public String toString() {
        return rule.text();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof RuleValue r && rule.equals(r.rule);
    }

    @Override
    public int hashCode() {
        return rule.hashCode();
    }

    @Override
    public Value get(Value[] indices) {
        throw Failure.of("a rule is not called: pass it to minimize(f, x0, rule)", "правило не вызывают: передайте его в minimize(f, x0, rule)");
    }

    @Override
    public void set(Value[] indices, Value v) {
        throw Failure.of("a rule cannot be changed: make a new one", "правило нельзя изменить: создайте новое");
    }

    @Override
    public Value property(String name) {
        return property(rule, name);
    }

    /** A parameter under the name of its letter, null when there is none. */
    static Value property(Named named, String name) {
        if (name.equals("name")) return Char.of(named.name());
        Object v = named.parameters().get(LETTERS.getOrDefault(name, name));
        if (v instanceof Rate.Constant c) return Real.of(c.eta());
        if (v instanceof Rate r) return RateValue.of(r);
        return v instanceof Number n ? Real.of(n.doubleValue()) : v == Boolean.TRUE ? Bool.of(true) : null;
    }

    @Override
    public Value[] method(String name, Value[] arguments, int nargout) {
        if (!name.equals("then") || arguments.length != 1) return null;
        return new Value[] {of(rule.then(in("then", arguments[0])))};
    }
}
