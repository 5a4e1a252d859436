package nabla.library.optimization;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import nabla.library.texts.Printf;
import nabla.optim.Reason;
import nabla.value.Lang;
import nabla.value.Real;
import nabla.value.Value;

/** Why a run ended, in words of the user's language. */
final class Reasons {
    private Reasons() {}

    /** The kind of reason as a script compares it: gradient small, steps done. */
    static String word(Reason r) {
        return r.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String text(Reason r) {
        String en = switch (r.kind()) {
            case GRADIENT_SMALL -> "converged: the gradient is short, |∇f| = %.3g <= %.3g";
            case STEP_SMALL -> "converged: the steps became smaller than the tolerance, %.3g <= %.3g";
            case SETTLED -> "%.0f searches from elsewhere led to nothing lower, and %.0f in all to this value";
            case VALUE_FLAT -> "the value has not improved in %.0f evaluations";
            case GAIN_SMALL -> "converged: a step gains no more than the tolerance, relatively %.3g <= %.3g";
            case TARGET_REACHED -> "the value asked for is reached: f = %.6g <= %.6g";
            case STEPS_DONE -> "all %.0f steps are done" + (r.limit() == r.limit() ? ", the gradient is still longer than the tolerance" : "");
            case EVALUATIONS_DONE -> "all %.0f evaluations are done";
            case TIME_OVER -> "the time is over: %.3g s of the %.3g s allowed";
            case STOPPED -> "stopped by the user at step %.0f";
            case DIVERGED -> "diverged: the steps lead away (f = %.3g); try a smaller learning rate, or f has no minimum";
            case VALUE_NOT_FINITE -> r.measure() < 0 ? "unbounded: f became %.3g" : "stopped: f became %.3g";
            case GRADIENT_NOT_FINITE -> "stopped: the gradient became %.3g";
            case START_NOT_FINITE -> "f is %.3g at the start: choose another one";
            case CONSTRAINT_NOT_FINITE -> "the constraints are violated by %.3g at the start: choose another one";
            case NEVER_FINITE -> "f was %.3g wherever it was taken: choose another start or other bounds";
            case NO_DESCENT -> "converged as far as rounding allows: no point along the direction is lower" + slope(r, " (|∇f| = %.3g)");
            case STALLED -> "stopped short: no step leads on, but the conditions for a minimum hold only to within %.3g (%.0e would do): "
                    + "f or a constraint has a kink here, or the constraints' gradients depend on each other; try another start or 'pattern'";
            case PLATEAU -> "f is flat for %.0e all around, but not farther off: its slopes say nothing; try 'pattern' or 'neldermead'";
            case INFEASIBLE -> "no feasible point found: the constraints are violated by %.3g";
            case UNBOUNDED -> "unbounded: feasible points are as low as one likes";
            case NOT_CONVEX -> "not convex: H has the eigenvalue %.3g";
        };
        String ru = switch (r.kind()) {
            case GRADIENT_SMALL -> "сошлось: градиент мал, |∇f| = %.3g <= %.3g";
            case STEP_SMALL -> "сошлось: шаги стали меньше допуска, %.3g <= %.3g";
            case SETTLED -> "из других мест поиск шёл %.0f раз и ниже не привёл, а к этому значению пришёл всего %.0f раз";
            case VALUE_FLAT -> "значение не улучшилось за %.0f вычислений";
            case GAIN_SMALL -> "сошлось: выигрыш от шага не больше допуска, относительно %.3g <= %.3g";
            case TARGET_REACHED -> "нужное значение достигнуто: f = %.6g <= %.6g";
            case STEPS_DONE -> "сделаны все шаги (%.0f)" + (r.limit() == r.limit() ? ", градиент всё ещё больше допуска" : "");
            case EVALUATIONS_DONE -> "сделаны все вычисления функции (%.0f)";
            case TIME_OVER -> "время вышло: прошло %.3g с, отведено %.3g с";
            case STOPPED -> "остановлено пользователем на шаге %.0f";
            case DIVERGED -> "разошлось: шаги уводят прочь (f = %.3g); попробуйте меньшую скорость обучения, или минимума нет";
            case VALUE_NOT_FINITE -> r.measure() < 0 ? "не ограничено снизу: f стала равна %.3g" : "остановлено: f стала равна %.3g";
            case GRADIENT_NOT_FINITE -> "остановлено: градиент стал равен %.3g";
            case START_NOT_FINITE -> "в начальной точке f = %.3g: выберите другую";
            case CONSTRAINT_NOT_FINITE -> "в начальной точке ограничения нарушены на %.3g: выберите другую";
            case NEVER_FINITE -> "f везде, где её вычисляли, равна %.3g: выберите другое начало или границы";
            case NO_DESCENT -> "сошлось, насколько позволяет округление: ниже вдоль направления точек нет" + slope(r, " (|∇f| = %.3g)");
            case STALLED -> "остановка раньше времени: дальше шагов нет, но условия минимума выполнены лишь с точностью %.3g (нужно %.0e): "
                    + "у f или ограничения здесь излом, или градиенты ограничений зависимы; попробуйте другое начало или 'pattern'";
            case PLATEAU -> "f вокруг плоская на %.0e, а дальше нет: её наклоны ни о чём не говорят; попробуйте 'pattern' или 'neldermead'";
            case INFEASIBLE -> "допустимая точка не найдена: ограничения нарушены на %.3g";
            case UNBOUNDED -> "не ограничено снизу: есть сколь угодно низкие допустимые точки";
            case NOT_CONVEX -> "не выпукло: у H есть собственное значение %.3g";
        };
        return filled(Lang.say(en, ru), r.measure(), r.limit());
    }

    /** The template with as many of the numbers as it names. */
    private static String filled(String template, double... numbers) {
        int n = 0;
        for (int k = template.indexOf('%'); k >= 0; k = template.indexOf('%', k + 1)) n++;
        Value[] given = new Value[n];
        for (int k = 0; k < n; k++) given[k] = Real.of(numbers[k]);
        return Printf.format(template, given);
    }

    /** A number as messages write it. */
    static String number(double v) {
        if (!Double.isFinite(v)) return v > 0 ? "Inf" : v < 0 ? "-Inf" : "NaN";
        return new BigDecimal(v).round(new MathContext(4)).stripTrailingZeros().toString();
    }

    private static String slope(Reason r, String text) {
        return r.measure() == r.measure() ? text : "";
    }

    /** Why the solver of a linear or quadratic program ended. */
    static String ofProgram(Reason r) {
        return switch (r.kind()) {
            case GRADIENT_SMALL -> Lang.say("the minimum is found", "минимум найден");
            case STEPS_DONE -> Lang.say("all iterations are done", "сделаны все итерации");
            default -> text(r);
        };
    }
}
