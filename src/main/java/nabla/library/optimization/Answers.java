package nabla.library.optimization;

import nabla.library.Options;
import nabla.value.Bool;
import nabla.value.Char;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Ints;
import nabla.value.Lang;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Value;

/**
 * What a function of the user's gives, as real numbers; an error that says what to do where it is none. Complex numbers are NaN, so that
 * no step leads there, unless they come first. With option 'FunValCheck' complex, infinite and undefined numbers are errors.
 */
final class Answers {
    private static final String[] NUMBER = {" must give one number", " должна давать одно число"};
    private static final String[] RESIDUALS = {" must give an array of numbers", " должна давать массив чисел"};
    private static final String[] CONSTRAINTS = {
        " must give numbers, c(x) <= 0 and ceq(x) = 0", " должна давать числа, c(x) <= 0 и ceq(x) = 0"
    };

    private final String caller;
    private final String function;
    private final boolean checked;
    /** Whether real numbers have come. */
    private volatile boolean begun;

    /** @param function what users call it */
    Answers(String caller, String function, Options options) {
        this.caller = caller;
        this.function = function;
        checked = options.flag("FunValCheck", false);
    }

    /** Those of the function to be minimized. */
    static Answers ofObjective(String caller, Options options) {
        return new Answers(caller, Lang.say("the function", "функция"), options);
    }

    /** From now on complex numbers are no error, even if they come first: of many points some may be good. */
    void lenient() {
        begun = true;
    }

    /** One number: a value to be minimized, a function whose zero is sought. */
    double one(Value given) {
        Numeric n = numeric(given, NUMBER);
        if (n.isScalar()) return real(n, 0);
        throw Failure.of("%s: %s, not %s: %s", "%s: %s, а не %s: %s", caller, must(NUMBER), Dims.text(n.dims()) + " " + n.className(), n.isEmpty()
                ? Lang.say("look at what it gives at the start", "посмотрите, что она даёт в начальной точке")
                : Lang.say("add its elements up; sums of squares are for lsqnonlin", "сложите элементы, а для суммы квадратов есть lsqnonlin"));
    }

    /** An array of numbers: residuals. */
    double[] residuals(Value given) {
        return many(given, RESIDUALS);
    }

    /** An array of numbers: constraints. */
    double[] constraints(Value given) {
        return many(given, CONSTRAINTS);
    }

    private double[] many(Value given, String[] what) {
        Numeric n = numeric(given, what);
        double[] v = new double[n.numel()];
        for (int i = 0; i < v.length; i++) v[i] = real(n, i);
        return v;
    }

    private Numeric numeric(Value given, String[] what) {
        Value v = Overloaded.ordinary(given);
        String remedy = "";
        if (v instanceof Char) remedy = Lang.say(": str2double makes numbers of text", ": числа из текста делает str2double");
        if (v instanceof Bool) remedy = Lang.say(": write x - 1 for x > 1, or double(...)", ": пишите x - 1 вместо x > 1 или double(...)");
        if (v instanceof Ints) remedy = Lang.say(": compute in double, integers are rounded", ": считайте в double, целые округляются");
        if (v instanceof Numeric n && remedy.isEmpty()) return n;
        String kind = v instanceof Char ? Lang.say("text", "текст") : Dims.text(v.dims()) + " " + v.className();
        throw Failure.of("%s: %s, not %s%s", "%s: %s, а не %s%s", caller, must(what), kind, remedy);
    }

    private String must(String[] what) {
        return function + Lang.say(what[0], what[1]);
    }

    private double real(Numeric n, int i) {
        double re = n.re(i);
        double im = n.im(i);
        if (im == 0 && (!checked || Double.isFinite(re))) {
            begun |= re == re;
            return re;
        }
        if (checked) {
            throw Failure.of("%s: %s gives %s, and FunValCheck is on", "%s: %s даёт %s, а FunValCheck включён", caller, function, text(re, im));
        }
        if (!begun) {
            throw Failure.of("%s: %s gives the complex number %s where the run begins: keep to where it is real, or take real(...) or abs(...)",
                    "%s: %s в самом начале даёт комплексное число %s: держитесь там, где она вещественна, или берите real(...) либо abs(...)",
                    caller, function, text(re, im));
        }
        return Double.NaN;
    }

    private static String text(double re, double im) {
        return im == 0 ? Reasons.number(re) : Reasons.number(re) + (im < 0 ? "" : "+") + Reasons.number(im) + "i";
    }
}
