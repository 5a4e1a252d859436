package nabla.library.optimization;

import java.util.Arrays;
import nabla.library.Options;
import nabla.optim.Rate;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Value;

/** What a rule or a schedule is made of: numbers in the formula's order, each checked as it is taken, then options by name. */
final class RuleArguments {
    private final String function;
    private final Value[] numbers;
    private final Options options;
    private int next;

    /** @param most how many numbers there may be */
    RuleArguments(String function, Value[] all, int most, String... known) {
        this.function = function;
        int n = 0;
        while (n < all.length && !(all[n] instanceof Char)) n++;
        if (n > most || known.length == 0 && n < all.length) {
            throw known.length == 0
                    ? Failure.of("%s: at most %d numbers", "%s: не больше %d чисел", function, most)
                    : Failure.of("%s: at most %d numbers, then options", "%s: не больше %d чисел, затем параметры", function, most);
        }
        numbers = Arrays.copyOf(all, n);
        options = new Options(function, all, n, known);
    }

    /** The next number, a rate that stays, or a schedule. */
    Rate rate(double otherwise) {
        Rate schedule = next < numbers.length ? RateValue.in(numbers[next]) : null;
        if (schedule == null && next < numbers.length && !real(numbers[next])) {
            throw Failure.of("%s: η must be a number or a schedule (cosinedecay, expdecay, stepdecay, timedecay, onecycle, warmup), not a %s",
                    "%s: η — число или расписание (cosinedecay, expdecay, stepdecay, timedecay, onecycle, warmup), а не %s", function,
                    numbers[next].className());
        }
        if (schedule == null) return Rate.of(positive("η", otherwise));
        next++;
        return schedule;
    }

    double positive(String name, double otherwise) {
        return positive(name, number(name, otherwise), function);
    }

    /** How many: a whole number above 0. */
    int count(String name, int otherwise) {
        double v = number(name, otherwise);
        return (int) checked(v >= 1 && v == Math.rint(v) && v < Integer.MAX_VALUE, name, "a whole number above 0", "целым числом больше 0", v);
    }

    double fraction(String name, double otherwise) {
        return fractional(name, number(name, otherwise));
    }

    double notNegative(String name, double otherwise) {
        double v = number(name, otherwise);
        return checked(v >= 0 && v < Double.POSITIVE_INFINITY, name, "0 or more", "не меньше 0", v);
    }

    boolean flag(String name) {
        return options.flag(name, false);
    }

    /** The option's number, which must be in [0, 1). */
    double fractionOption(String name, double otherwise) {
        return fractional(name, options.number(name, otherwise));
    }

    private double number(String name, double otherwise) {
        return next < numbers.length ? Options.number(function + ": " + name, numbers[next++]) : otherwise;
    }

    private static boolean real(Value v) {
        return v instanceof Numeric n && !(v instanceof Char) && n.isScalar() && !n.isComplex();
    }

    private double fractional(String name, double v) {
        return checked(v >= 0 && v < 1, name, "from 0 to below 1", "от 0 до 1, не включая 1", v);
    }

    /** The number when it can be a rate, an error otherwise. */
    static double positive(String name, double v, String function) {
        return checked(function, v > 0 && v < Double.POSITIVE_INFINITY, name, "positive", "положительным", v);
    }

    private double checked(boolean holds, String name, String en, String ru, double v) {
        return checked(function, holds, name, en, ru, v);
    }

    private static double checked(String function, boolean holds, String name, String en, String ru, double v) {
        if (holds) return v;
        String shown = v == Math.rint(v) && Math.abs(v) < 1e9 ? String.valueOf((long) v) : String.valueOf(v);
        throw Failure.of("%1$s: %2$s must be %3$s, not %5$s", "%1$s: %2$s должно быть %4$s, а не %5$s", function, name, en, ru, shown);
    }
}
