package nabla.library.optimization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Nargout;
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
    private Explaining() {}

    @Function(
            call = "explain(output)\ntext = explain(output)",
            en = "Explains the output of minimize, fminunc, train, ...: why the run stopped, how its gradients were made, how curved the function "
                    + "is along the way and what that asks of the learning rate, and what to try next.",
            ru = "Объясняет output функций minimize, fminunc, train, ...: почему прогон кончился, откуда брались градиенты, насколько крива "
                    + "функция вдоль пути, что из этого следует для скорости обучения и что попробовать.",
            examples = {"[x, f, flag, out] = minimize(@(x) x^2, 1, gd(2)); s = explain(out); any(strfind(s, 'diverged'))  % ans = 1"})
    public static Value[] explain(Session session, @Nargout int nargout, Struct output) {
        if (!output.has("message") || !output.has("reason")) {
            throw Failure.of("explain: this is no output of a run: it has no message", "explain: это не output прогона: в нём нет message");
        }
        List<String> lines = new ArrayList<>();
        lines.add(text(output, "algorithm") + ": " + text(output, "message") + ".");
        way(output, lines);
        String gradient = text(output, "gradient");
        if (!gradient.isEmpty()) lines.add(gradients(gradient));
        // the kink at which a run stalls has no curvature
        if (!text(output, "reason").equals("stalled")) curvature(output, lines);
        advice(text(output, "reason"), gradient, lines);
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

    private static String say(String en, String ru, Object... arguments) {
        return String.format(Locale.ROOT, Lang.say(en, ru), arguments);
    }

    private static void way(Struct output, List<String> lines) {
        lines.add(say("It took %.0f steps and %.0f evaluations.", "Сделано шагов: %.0f, вычислений функции: %.0f.",
                number(output, "iterations", 0), number(output, "funcCount", 0)));
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
                    "The gradients were given: compare them with the exact ones of ∇f if in doubt.",
                    "Градиенты заданы: если сомневаетесь, сравните их с точными ∇f.");
            default -> say(
                    "The gradients are central differences, good to about 10 digits, at 2n evaluations each: f can't be differentiated.",
                    "Градиенты — центральные разности, верные примерно до 10 знаков, по 2n вычислений на каждый: f не дифференцируется.");
        };
    }

    private static void curvature(Struct output, List<String> lines) {
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
            lines.add(say("The condition is at least %.3g: a long valley. Scale the variables, or take bfgs, adam or momentum.",
                    "Обусловленность не меньше %.3g: длинный овраг. Измените масштаб переменных или возьмите bfgs, adam, momentum.",
                    greatest / least));
        }
    }

    private static void advice(String reason, String gradient, List<String> lines) {
        switch (reason) {
            case "diverged", "value not finite" -> lines.add(say(
                    "Try: a smaller η (a tenth), clip(1) before the rule, or a start nearer to the minimum.",
                    "Попробуйте: меньшую η (в десять раз), clip(1) перед правилом или начало ближе к минимуму."));
            case "steps done", "evaluations done" -> lines.add(say(
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
            case "infeasible" -> lines.add(say(
                    "Look for constraints that contradict each other; nonlinear ones may let another start through.",
                    "Поищите ограничения, противоречащие друг другу; при нелинейных может помочь другое начало."));
            case "unbounded" -> lines.add(say("A bound or a constraint is missing, or a sign is wrong.", "Не хватает границы или ограничения, или неверен знак."));
            case "stopped", "target reached" -> {}
            default -> lines.add(say(
                    "A local minimum (or a saddle): another start, multistart or a global method may find a lower one.",
                    "Это локальный минимум (или седло): другое начало, multistart или глобальный метод могут найти более низкий."));
        }
    }
}
