package nabla.library;

import java.util.Arrays;
import nabla.engine.Session;
import nabla.value.Callable;
import nabla.value.Char;
import nabla.value.Real;
import nabla.value.Value;

/** A function written in the language that draws: with a handle of axes first it draws there, and the current axes stay current. */
final class OnAxes implements Callable {
    private static final Value[] SCREEN = {Real.of(0), Char.of("CurrentFigure")};

    private final Session session;
    private final Callable plain;

    OnAxes(Session session, Callable plain) {
        this.session = session;
        this.plain = plain;
    }

    @Override
    public Value[] call(Value[] a, int nargout) {
        boolean given = a.length > 0 && a[0] instanceof Real r && r.numel() == 1 && r.re(0) < 0 && call("isaxes", a[0]).isTrue();
        if (!given) return plain.call(a, nargout);
        Value figure = call("get", SCREEN);
        Value axes = figure.isEmpty() ? figure : call("get", figure, Char.of("CurrentAxes"));
        session.standard("axes").call(new Value[] {a[0]}, 0);
        try {
            return plain.call(Arrays.copyOfRange(a, 1, a.length), nargout);
        } finally {
            if (!axes.isEmpty()) session.standard("axes").call(new Value[] {axes}, 0);
            else if (!figure.isEmpty()) session.standard("figure").call(new Value[] {figure}, 0);
        }
    }

    private Value call(String function, Value... a) {
        return session.standard(function).call(a, 1)[0];
    }
}
