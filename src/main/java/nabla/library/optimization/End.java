package nabla.library.optimization;

import static nabla.library.optimization.Explaining.say;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import nabla.optim.Landscape;

/** What a function is like where a run ended, in words. */
final class End {
    /** A condition above this costs digits and steps. */
    private static final double BAD = 1e4;
    /** Nothing is known of the end. */
    static final int UNKNOWN = 2;

    /** The part of the gradient along a direction that makes it one in which f falls. */
    private static final double SLOPING = 1e-6;

    private End() {}

    /** The direction of the least curvature in which f falls. */
    private static double[] falling(Landscape l) {
        double[] d = l.lowest().clone();
        for (int i = 0; i < d.length; i++) d[i] *= l.slope() > 0 ? -1 : 1;
        return d;
    }

    /** Adds what the Hessian says; its sign: 1 a minimum, 0 flat, −1 a saddle; {@link #UNKNOWN} where it says nothing. */
    static int described(Minimized problem, List<String> lines) {
        Landscape l = problem.landscape();
        if (l == null) return UNKNOWN;
        double[] v = l.eigenvalues();
        double greatest = v[v.length - 1];
        lines.add(v.length == 1
                ? say("At the end |∇f| = %.3g and the second derivative is %.3g.", "В конце |∇f| = %.3g, вторая производная %.3g.", l.gradientNorm(), v[0])
                : say("At the end |∇f| = %.3g and the Hessian's eigenvalues are from %.3g to %.3g.",
                        "В конце |∇f| = %.3g, собственные значения гессиана — от %.3g до %.3g.", l.gradientNorm(), v[0], greatest));
        String way = direction(problem, l.lowest());
        if (l.sign() < 0) {
            lines.add(l.stationary()
                    ? say("The least is negative: this is no minimum. f falls along %s to both sides: start again from a step that way.",
                            "Наименьшее отрицательно: это не минимум. f убывает в обе стороны вдоль %s: начните снова, шагнув туда.", way)
                    : say("The least is negative: f curves down along %s here.", "Наименьшее отрицательно: здесь f выгнута вниз вдоль %s.", way));
        } else if (l.sign() == 0 && !l.stationary() && Math.abs(l.slope()) > SLOPING * l.gradientNorm()) {
            lines.add(say("The least is 0 to rounding, but f has the slope %.3g along %s: it goes on falling there.",
                    "Наименьшее — нуль с точностью до округления, но наклон f вдоль %2$s равен %1$.3g: там она убывает дальше.", -Math.abs(l.slope()),
                    direction(problem, falling(l))));
        } else if (l.sign() == 0) {
            lines.add(say("The least is 0 to rounding: f is flat along %s, so other points are as low, or nearly.",
                    "Наименьшее — нуль с точностью до округления: f плоская вдоль %s, и другие точки столь же низки или почти.", way));
        } else if (!l.stationary()) {
            lines.add(say("The gradient is not short yet for such curvatures: the minimum is still ahead.",
                    "Для такой кривизны градиент ещё не мал: минимум впереди."));
        } else {
            lines.add(say("A minimum: all directions lead up.", "Это минимум: все направления ведут вверх."));
        }
        if (l.sign() > 0) conditioned(l, lines);
        return l.stationary() ? l.sign() : UNKNOWN;
    }

    private static void conditioned(Landscape l, List<String> lines) {
        if (l.condition() < BAD) return;
        lines.add(l.scaled() < l.condition() / 100
                ? say("The condition there is %.2g, but %.2g in variables y with x = s.*y, s = %s: scale them.",
                        "Обусловленность там %.2g, но лишь %.2g в переменных y, где x = s.*y, s = %s: измените масштаб.",
                        l.condition(), l.scaled(), numbers(l.scale()))
                : say("The condition there is %.2g, and no scaling of single variables mends it: expect to lose digits along the flattest direction.",
                        "Обусловленность там %.2g, и масштабом отдельных переменных её не исправить: вдоль самого плоского направления теряются знаки.",
                        l.condition()));
    }

    /** The variables that carry a direction, the largest first: x(2) and x(1). */
    private static String direction(Minimized problem, double[] d) {
        if (d.length <= 6) return numbers(d);
        int best = 0;
        for (int i = 1; i < d.length; i++) if (Math.abs(d[i]) > Math.abs(d[best])) best = i;
        return say("a direction that is mostly %s", "направления, главное в котором — %s", problem.name(best));
    }

    private static String numbers(double[] v) {
        StringJoiner s = new StringJoiner(" ", "[", v.length > 6 ? " ...]" : "]");
        for (int i = 0; i < Math.min(6, v.length); i++) s.add(String.format(Locale.ROOT, "%.2g", v[i] + 0.0));
        return s.toString();
    }
}
