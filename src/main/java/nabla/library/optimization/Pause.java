package nabla.library.optimization;

import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Options;
import nabla.library.Prompt;
import nabla.value.Failure;
import nabla.value.Lang;
import nabla.value.Struct;
import nabla.value.Value;

/** Runs that Ctrl-C has paused: what the user does in the pause. */
public final class Pause {
    private Live run;
    private Struct state;
    /** Null while the pause lasts. */
    private Boolean stop;

    Pause() {}

    /** Reads lines and runs them until the user goes on or ends the run; true for the latter. */
    boolean talk(Session session, Live paused, Struct at) {
        run = paused;
        state = at;
        stop = null;
        session.out().println(Lang.say(
                "paused: resume goes on, resume('eta', 0.01) with another rate, stop ends the run, paused shows where it is",
                "пауза: resume продолжает, resume('eta', 0.01) — с другой скоростью, stop завершает, paused показывает состояние"));
        Prompt p = Prompt.of(session);
        try {
            while (stop == null) line(session, p.line("paused> "));
            return stop;
        } finally {
            run = null;
        }
    }

    private void line(Session session, String text) {
        if (text == null) {
            stop = true;
            return;
        }
        try {
            session.evaluate(text, session.workspace(), 0);
        } catch (Failure e) {
            session.out().println("error: " + e.getMessage());
        }
    }

    private static Pause of(Session session) {
        Pause p = session.state(Pause.class, Pause::new);
        if (p.run != null) return p;
        throw Failure.of("no run is paused: Ctrl-C pauses one", "ни один прогон не на паузе: пауза — по Ctrl-C");
    }

    @Function(
            call = "resume\nresume('eta', eta)",
            en = "Goes on with the run of a solver that Ctrl-C has paused, with another learning rate if one is given. Variables that are assigned in the pause "
                    + "do not change the run.",
            ru = "Продолжает прогон решателя, приостановленный по Ctrl-C, — с другой скоростью обучения, если она дана. Присваивания во время паузы на "
                    + "прогон не влияют.")
    public static void resume(Session session, Value... options) {
        Pause p = of(session);
        Options o = new Options("resume", options, 0, "eta");
        if (o.get("eta") != null) p.run.turn(RuleArguments.positive("η", o.number("eta", 0), "resume"));
        p.stop = false;
    }

    @Function(
            call = "stop",
            en = "Ends the run of a solver that Ctrl-C has paused; the best point so far is its result.",
            ru = "Завершает прогон решателя, приостановленный по Ctrl-C; результат — лучшая из найденных точек.")
    public static void stop(Session session) {
        of(session).stop = true;
    }

    @Function(
            call = "state = paused",
            en = "Where the run is that Ctrl-C has paused: a structure with iteration, fval, gradnorm, eta and x.",
            ru = "Состояние прогона, приостановленного по Ctrl-C: структура с полями iteration, fval, gradnorm, eta и x.")
    public static Value paused(Session session) {
        return of(session).state;
    }
}
