package nabla.library.optimization;

import java.util.SplittableRandom;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Options;
import nabla.optim.Descent;
import nabla.optim.Minimizer;
import nabla.optim.Outcome;
import nabla.optim.Reason.Kind;
import nabla.optim.Rule;
import nabla.value.Char;
import nabla.value.FunctionHandle;
import nabla.value.Lang;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Training: descent on the loss of one small batch of the data after another. */
public final class Train {
    private Train() {}

    @Function(
            call = "[p, loss, exitflag, output] = train(model, p0, data, rule, Name, Value, ...)",
            en = "Trains a model: finds parameters p from p0 on whose loss model(p, X, Y), one number, is small over the data {X, Y}. Each row "
                    + "of X and Y is an observation (of row vectors each element); the data may be one array X, or more than two. p is an "
                    + "array, or a structure or cells of arrays. Each step follows the rule (adam(0.01), ...) on the next batch; an epoch "
                    + "is one pass through the data in a new order. Options: 'Batch' (32), 'Epochs' (10), 'Shuffle' (true), 'Seed' (1), "
                    + "'Validation' {X, Y}, 'Gradient' a function of p, X, Y (exact derivatives otherwise), and those of "
                    + "every solver (optimset). loss is that of all data at p. output.history has loss (the mean by epoch), validation and batch (the "
                    + "loss of every batch). Ctrl-C at the console pauses: see resume.",
            ru = "Обучает модель: находит, начиная с p0, параметры p, при которых функция потерь model(p, X, Y), одно число, мала на данных {X, Y}. "
                    + "Строка в X и Y — одно наблюдение (у векторов-строк — элемент); данные могут быть одним массивом X или содержать "
                    + "больше двух. p — массив либо структура или ячейки из массивов. Каждый шаг делается по правилу (adam(0.01), ...) на "
                    + "очередной порции данных (мини-батче); эпоха — один проход по данным в новом порядке. Параметры: 'Batch' (32), "
                    + "'Epochs' (10), 'Shuffle' "
                    + "(true), 'Seed' (1), 'Validation' {X, Y}, 'Gradient' — функция от p, X, Y (иначе точные производные) "
                    + "и общие для всех решателей (optimset). loss — значение функции потерь на всех данных при p. В output.history: loss "
                    + "(среднее за эпоху), "
                    + "validation и batch (значение на каждой порции). Ctrl-C в консоли — пауза: см. resume.",
            examples = {
                "X = (1:20)'; Y = 3*X; model = @(w, X, Y) mean((X*w - Y).^2); train(model, 0, {X, Y}, gd(0.003), 'Batch', 5)  % ans = 3"
            })
    public static Value[] train(Session session, FunctionHandle model, Value p0, Value data, Value rule, Value... options) {
        Rule r = RuleValue.in("train", rule);
        Options o = new Options("train", options, 0,
                Live.options("Batch", "Epochs", "Shuffle", "Seed", "Validation", "Gradient", "GradObj"));
        Minimization task = new Minimization("train", session, model, p0, o);
        // no batch's gradient ends the run: the tolerance is below every norm
        Minimizer m = task.limits(Integer.MAX_VALUE, -1).trace(false);
        Training training = new Training(
                task.f(),
                task.live(),
                new Observations(data),
                o.get("Validation") == null ? null : new Observations(o.get("Validation")),
                Math.max(1, o.count("Batch", 32)),
                Math.max(1, o.count("Epochs", 10)),
                o.flag("Shuffle", true) ? new SplittableRandom(m.seed()) : null);
        task.live().total(training.steps());
        task.live().details(training::describe);
        task.live().ending(out -> new Live.Ending(out.reason().kind() == Kind.STEPS_DONE || out.reason().success(), said(out)));
        Outcome out = m.steps(training.steps()).watch(training).minimize(training, task.start(), task.followed(new Descent(r)));
        return results(task, training, out, r);
    }

    private static String said(Outcome out) {
        return out.reason().kind() == Kind.STEPS_DONE ? Lang.say("all epochs are done", "все эпохи пройдены") : Reasons.text(out.reason());
    }

    private static Value[] results(Minimization task, Training training, Outcome out, Rule rule) {
        boolean whole = out.reason().kind() == Kind.STEPS_DONE;
        double[] p = whole || out.reason().halted() ? out.last() : out.x();
        Value[] r = task.results(out, rule.text(), false);
        // from batch to batch the function changes: what its gradients differ by is no curvature
        Struct output = ((Struct) r[3]).without("curvature").with("history", training.history(out.steps()));
        if (whole) output.with("message", Char.of(said(out))).with("reason", Char.of("epochs done"));
        return new Value[] {task.f().result(p), Real.of(training.whole(p)), whole ? Real.of(1) : r[2], output};
    }
}
