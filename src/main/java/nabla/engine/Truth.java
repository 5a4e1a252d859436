package nabla.engine;

import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Equality;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/** What generated code asks where a program branches: whether a value is true, and which case it is. */
public final class Truth {
    private Truth() {}

    public static boolean of(double d) {
        if (d != d) throw Failure.of("NaN is neither true nor false: test it with isnan", "NaN не истина и не ложь: проверьте isnan");
        return d != 0;
    }

    public static boolean of(Value v) {
        if (v instanceof Real r && !r.isEmpty()) {
            for (int i = 0; i < r.numel(); i++) if (!of(r.re(i))) return false;
            return true;
        }
        return v instanceof Overloaded o ? of(o.primal()) : v.isTrue();
    }

    /** Whether a switch's subject matches a case's label. */
    public static boolean matches(Value subject, Value label) {
        if (label instanceof Cell c) {
            for (Value v : c.data()) if (matches(subject, v)) return true;
            return false;
        }
        if (label instanceof Char || subject instanceof Char) {
            return label instanceof Char a && subject instanceof Char b && (a.isEmpty() && b.isEmpty() || Equality.isequal(a, b));
        }
        if (label.isEmpty() && subject.isEmpty()) return true;
        if (label.isEmpty() || subject.isEmpty()) return false;
        if (Overloaded.among(subject, label) != null) return matches(Overloaded.primal(subject), Overloaded.primal(label));
        return label instanceof Numeric && subject instanceof Numeric && Equality.isequal(subject, label);
    }
}
