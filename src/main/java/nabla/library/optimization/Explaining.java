package nabla.library.optimization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.optim.GradientCheck;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.Lang;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** What a run's output means, in words. */
public final class Explaining {
    /** Reasons after which the end of the run is no place to look at. */
    private static final Set<String> FAILED = Set.of("diverged", "value not finite", "gradient not finite", "start not finite",
            "stalled", "plateau", "infeasible", "unbounded");

    private Explaining() {}

    @Function(
            call = "explain(output)\ntext = explain(output)",
            en = "Explains the output of a solver (minimize, fminunc, cmaes, train, ...): why the run stopped; how its gradients were made, and "
                    + "whether given ones are right, by exact ones or differences at the end and at the start, naming the wrong component; what "
                    + "the function is like at the end: a minimum, a saddle, flat, badly scaled; how curved it was along the way and what that "
                    + "asks of the learning rate; what to try next.",
            ru = "Объясняет output решателя (minimize, fminunc, cmaes, train, ...): почему прогон кончился; откуда брались градиенты и верны "
                    + "ли заданные — по точным или по разностям в конце и в начале, с указанием неверной компоненты; какова функция в конце: "
                    + "минимум, седло, плоское место, плохой масштаб; насколько крива она была вдоль пути и что из этого следует для скорости "
                    + "обучения; что попробовать.",
            examples = {"[x, f, flag, out] = minimize(@(x) x^2, 1, gd(2)); s = explain(out); any(strfind(s, 'diverged'))  % ans = 1"})
    public static Value[] explain(Session session, @Nargout int nargout, Struct output) {
        if (!output.has("message")) {
            throw Failure.of("explain: this is no output of a run: it has no message", "explain: это не output прогона: в нём нет message");
        }
        List<String> lines = new ArrayList<>();
        lines.add(text(output, "algorithm") + ": " + text(output, "message") + ".");
        way(output, lines);
        String gradient = text(output, "gradient");
        if (!gradient.isEmpty()) lines.add(gradients(gradient));
        Minimized problem = output.has("problem") && output.get("problem") instanceof Foreign f && f.object() instanceof Minimized m ? m : null;
        boolean right = problem == null || !gradient.equals("given") || checked(problem, lines);
        if (right) {
            // the kink at which a run stalls has no curvature
            if (!text(output, "reason").equals("stalled")) curvature(output, rule(text(output, "algorithm")), lines);
            String reason = text(output, "reason");
            int sign = problem == null || FAILED.contains(reason) ? End.UNKNOWN : End.described(problem, lines);
            advice(reason, text(output, "algorithm"), gradient, sign, lines);
            pace(output, reason, lines);
        }
        String all = String.join("\n", lines);
        if (nargout > 0) return new Value[] {Char.of(all)};
        session.out().println(all);
        return new Value[0];
    }

    private static String text(Struct s, String name) {
        return s.has(name) && s.get(name) instanceof Char c ? c.text() : "";
    }

    private static double number(Struct s, String name, int k) {
        return s.has(name) && s.get(name) instanceof Numeric n && n.numel() > k ? n.re(k) : Double.NaN;
    }

    static String say(String en, String ru, Object... arguments) {
        return String.format(Locale.ROOT, Lang.say(en, ru), arguments);
    }

    private static void way(Struct output, List<String> lines) {
        lines.add(say("It took %.0f steps and %.0f evaluations.", "Сделано шагов: %.0f, вычислений функции: %.0f.",
                number(output, "iterations", 0), number(output, output.has("funcCount") ? "funcCount" : "funccount", 0)));
        if (!output.has("trace") || !(output.get("trace") instanceof Foreign f) || !(f.object() instanceof TraceValue trace)) return;
        Real values = (Real) trace.property("fval");
        int rises = 0;
        for (int k = 1; k < values.numel(); k++) if (values.re(k) > values.re(k - 1)) rises++;
        if (values.numel() < 2) return;
        lines.add(say("f went from %.6g to %.6g and rose in %d of %d steps.", "f изменилась с %.6g до %.6g и росла на %d из %d шагов.",
                values.re(0), values.re(values.numel() - 1), rises, values.numel() - 1));
    }

    private static String gradients(String source) {
        return switch (source) {
            case "exact" -> say("The gradients are exact.", "Градиенты точные.");
            case "given" -> say(
                    "The gradients were given.",
                    "Градиенты заданы.");
            default -> say(
                    "The gradients are central differences, good to about 10 digits, at 2n evaluations each: f can't be differentiated.",
                    "Градиенты — центральные разности, верные примерно до 10 знаков, по 2n вычислений на каждый: f не дифференцируется.");
        };
    }

    /** Compares a given gradient with a right one; whether they agree. */
    private static boolean checked(Minimized problem, List<String> lines) {
        GradientCheck c = problem.check();
        boolean exact = problem.differentiable();
        String by = exact ? say("the exact derivatives", "точными производными") : say("differences", "разностями");
        if (c.agrees()) {
            lines.add(say("They agree with %s at the start and at the end, to %.1g.", "Они согласны с %s в начале и в конце, до %.1g.", by, c.difference()));
            return true;
        }
        int k = c.worst();
        lines.add(say("The given gradient is WRONG: its component by %s is %.6g, but %s give %.6g; %d of %d components are wrong.",
                "Заданный градиент НЕВЕРЕН: производная по %s равна %.6g, а по %s — %.6g; неверных компонент: %d из %d.",
                problem.name(k), c.given()[k], exact ? say("exact derivatives", "точному вычислению") : say("differences", "разностям"), c.right()[k],
                c.wrong(), c.given().length));
        lines.add(exact
                ? say("Try: leave the gradient out; the exact one is then taken by itself.", "Попробуйте: не задавать градиент; точный берётся сам.")
                : say("Try: mend that derivative; checkgrad compares others.", "Попробуйте: исправить эту производную; другие сравнит checkgrad."));
        return false;
    }

    /** Whether the algorithm is a rule, by its text: gd(0.1). */
    private static boolean rule(String algorithm) {
        return algorithm.indexOf('(') > 0;
    }

    /** How much farther the way is, judged by the gradients of its second half. */
    private static void pace(Struct output, String reason, List<String> lines) {
        if (!reason.equals("steps done") || !output.has("trace") || !(output.get("trace") instanceof Foreign f)) return;
        if (!(f.object() instanceof TraceValue trace) || !(trace.property("gradnorm") instanceof Real g) || g.numel() < 20) return;
        int n = g.numel() - 1;
        double digits = Math.log10(g.re(n / 2) / g.re(n));
        if (digits > 0.01) {
            lines.add(say("At the pace of the second half |∇f| loses a decimal digit in about %.2g steps.",
                    "В темпе второй половины пути |∇f| теряет десятичный разряд примерно за %.2g шагов.", n / 2 / digits));
        } else if (digits == digits) {
            lines.add(say("In the second half |∇f| did not fall: more steps alone will not help.",
                    "Во второй половине пути |∇f| не убывала: одни лишние шаги не помогут."));
        }
    }

    private static void curvature(Struct output, boolean rule, List<String> lines) {
        double least = number(output, "curvature", 0);
        double greatest = number(output, "curvature", 1);
        if (least != least) return;
        lines.add(say("Along the way the curvature was from %.3g to %.3g.", "Кривизна вдоль пути — от %.3g до %.3g.", least, greatest));
        if (greatest > 0) {
            lines.add(say("Gradient descent is stable there for η below 2/%.3g = %.3g.", "Градиентный спуск там устойчив при η меньше 2/%.3g = %.3g.",
                    greatest, 2 / greatest));
        }
        if (least < 0 && greatest > 0) {
            lines.add(say("A negative curvature: the way passed a saddle or a ridge.", "Отрицательная кривизна: путь прошёл седло или гребень."));
        } else if (least > 0 && greatest / least > 100) {
            lines.add(!rule
                    ? say("The condition is at least %.3g: a long valley. Scale the variables.",
                            "Обусловленность не меньше %.3g: длинный овраг. Измените масштаб переменных.", greatest / least)
                    : say("The condition is at least %.3g: a long valley. Scale the variables, or take bfgs, adam or momentum.",
                    "Обусловленность не меньше %.3g: длинный овраг. Измените масштаб переменных или возьмите bfgs, adam, momentum.",
                    greatest / least));
        }
    }

    private static void advice(String reason, String algorithm, String gradient, int sign, List<String> lines) {
        switch (reason) {
            case "diverged", "value not finite" -> lines.add(say(
                    "Try: a smaller η (a tenth), clip(1) before the rule, or a start nearer to the minimum.",
                    "Попробуйте: меньшую η (в десять раз), clip(1) перед правилом или начало ближе к минимуму."));
            case "steps done", "evaluations done" -> lines.add(!rule(algorithm)
                    ? say("Try: more steps ('Steps', 'MaxFunEvals'), variables of like scale, or another method.",
                            "Попробуйте: больше шагов ('Steps', 'MaxFunEvals'), переменные одного масштаба или другой метод.")
                    : say(
                    "Try: more steps, a larger η while f falls steadily, a smaller one or a schedule (cosinedecay) if it swings, or bfgs.",
                    "Попробуйте: больше шагов; большую η, если f убывает ровно; меньшую или расписание (cosinedecay), если она скачет; или bfgs."));
            case "gradient not finite", "start not finite" -> lines.add(say(
                    "Try: another start, where f and its gradient are numbers; look for log(0), 0/0 and sqrt at 0 in f.",
                    "Попробуйте: другое начало, где f и её градиент — числа; поищите в f log(0), 0/0 и sqrt в нуле."));
            case "no descent" -> lines.add(gradient.equals("given")
                    ? say("Either this is the minimum to rounding, or the given gradient is wrong.",
                            "Либо это минимум с точностью до округления, либо заданный градиент неверен.")
                    : say("This is as low as rounding allows.", "Ниже не позволяет округление."));
            case "epochs done" -> lines.add(say(
                    "If the loss still falls: more epochs. If that of the validation data rises: fewer, decay or adamw.",
                    "Если потеря ещё убывает: больше эпох. Если на проверочных данных она растёт: меньше эпох, decay или adamw."));
            case "stalled" -> lines.add(say(
                    "Try: another start, smooth formulas for max and abs, fewer constraints that say the same, patternsearch.",
                    "Попробуйте: другое начало, гладкие формулы вместо max и abs, меньше одинаковых ограничений, patternsearch."));
            case "plateau" -> lines.add(say(
                    "Try: a method that needs no slopes ('pattern', 'neldermead', a global one), or f without floor, round and comparisons.",
                    "Попробуйте: метод, которому наклоны не нужны ('pattern', 'neldermead', глобальный), или f без floor, round и сравнений."));
            case "infeasible" -> lines.add(say(
                    "Look for constraints that contradict each other; nonlinear ones may let another start through.",
                    "Поищите ограничения, противоречащие друг другу; при нелинейных может помочь другое начало."));
            case "unbounded" -> lines.add(say("A bound or a constraint is missing, or a sign is wrong.", "Не хватает границы или ограничения, или неверен знак."));
            case "settled" -> lines.add(say(
                    "A narrow basin may still have been missed; 'Patience', 8 or another 'Seed' make it surer.",
                    "Узкую впадину поиск мог и пропустить; 'Patience', 8 или другое 'Seed' дадут больше уверенности."));
            case "value flat" -> lines.add(say(
                    "Nothing lower turned up; more evaluations ('MaxFunEvals', in globalmin 'Patience', 8) or another 'Seed' make it surer.",
                    "Ничего ниже не нашлось; больше вычислений ('MaxFunEvals', в globalmin 'Patience', 8) или другое 'Seed' дадут больше уверенности."));
            case "stopped", "target reached", "" -> {}
            default -> {
                if (sign < 0) return;
                lines.add(sign == 1
                        ? say("A local minimum: another start, multistart or a global method may find a lower one.",
                                "Это локальный минимум: другое начало, multistart или глобальный метод могут найти более низкий.")
                        : say("Another start, multistart or a global method may find a lower point.",
                                "Другое начало, multistart или глобальный метод могут найти точку ниже."));
            }
        }
    }
}
