package nabla.library.mathematics;

import nabla.kernel.Circle;
import nabla.kernel.Exp;
import nabla.library.Elementwise;
import nabla.library.Function;

/** Secants, cotangents, and circular functions of degrees. */
public final class Angles {
    private Angles() {}

    @Function(call = "y = sec(x)", en = "Secant 1/cos(x).", ru = "Секанс 1/cos(x).",
            examples = {"sec(0)  % 1"})
    @Elementwise(complex = "sec", integers = false)
    public static double sec(double x) {
        return 1 / Circle.cos(x);
    }

    static double[] sec(double x, double y) {
        return ComplexMath.over(ComplexMath.real(1), ComplexMath.cos(x, y));
    }

    @Function(call = "y = csc(x)", en = "Cosecant 1/sin(x).", ru = "Косеканс 1/sin(x).",
            examples = {"csc(pi/2)  % 1"})
    @Elementwise(complex = "csc", integers = false)
    public static double csc(double x) {
        return 1 / Circle.sin(x);
    }

    static double[] csc(double x, double y) {
        return ComplexMath.over(ComplexMath.real(1), ComplexMath.sin(x, y));
    }

    @Function(call = "y = cot(x)", en = "Cotangent 1/tan(x).", ru = "Котангенс 1/tan(x).",
            examples = {"cot(pi/4)  % 1.0000"})
    @Elementwise(complex = "cot", integers = false)
    public static double cot(double x) {
        return 1 / Math.tan(x);
    }

    static double[] cot(double x, double y) {
        return ComplexMath.over(ComplexMath.real(1), ComplexMath.tan(x, y));
    }

    @Function(call = "y = sech(x)", en = "Hyperbolic secant.", ru = "Гиперболический секанс.",
            examples = {"sech(0)  % 1"})
    @Elementwise(complex = "sech", integers = false)
    public static double sech(double x) {
        return 1 / Math.cosh(x);
    }

    static double[] sech(double x, double y) {
        return ComplexMath.over(ComplexMath.real(1), ComplexMath.cosh(x, y));
    }

    @Function(call = "y = csch(x)", en = "Hyperbolic cosecant.", ru = "Гиперболический косеканс.",
            examples = {"csch(Inf)  % 0"})
    @Elementwise(complex = "csch", integers = false)
    public static double csch(double x) {
        return 1 / Math.sinh(x);
    }

    static double[] csch(double x, double y) {
        return ComplexMath.over(ComplexMath.real(1), ComplexMath.sinh(x, y));
    }

    @Function(call = "y = coth(x)", en = "Hyperbolic cotangent.", ru = "Гиперболический котангенс.",
            examples = {"coth(Inf)  % 1"})
    @Elementwise(complex = "coth", integers = false)
    public static double coth(double x) {
        return 1 / Exp.tanh(x);
    }

    static double[] coth(double x, double y) {
        return ComplexMath.over(ComplexMath.real(1), ComplexMath.tanh(x, y));
    }

    @Function(call = "y = asec(x)", en = "Inverse secant.", ru = "Арксеканс.",
            examples = {"asec(1)  % 0"})
    @Elementwise(complex = "asec", leavesReals = true, integers = false)
    public static double asec(double x) {
        return Math.acos(1 / x);
    }

    static double[] asec(double x, double y) {
        double[] w = ComplexMath.over(ComplexMath.real(1), new double[] {x, y});
        return ComplexMath.acos(w[0], w[1]);
    }

    @Function(call = "y = acsc(x)", en = "Inverse cosecant.", ru = "Арккосеканс.",
            examples = {"acsc(1)  % 1.5708"})
    @Elementwise(complex = "acsc", leavesReals = true, integers = false)
    public static double acsc(double x) {
        return Math.asin(1 / x);
    }

    static double[] acsc(double x, double y) {
        double[] w = ComplexMath.over(ComplexMath.real(1), new double[] {x, y});
        return ComplexMath.asin(w[0], w[1]);
    }

    @Function(call = "y = acot(x)", en = "Inverse cotangent.", ru = "Арккотангенс.",
            examples = {"acot(1)  % 0.7854"})
    @Elementwise(complex = "acot", integers = false)
    public static double acot(double x) {
        return Math.atan(1 / x);
    }

    static double[] acot(double x, double y) {
        double[] w = ComplexMath.over(ComplexMath.real(1), new double[] {x, y});
        return ComplexMath.atan(w[0], w[1]);
    }

    @Function(call = "y = asech(x)", en = "Inverse hyperbolic secant.", ru = "Обратный гиперболический секанс.",
            examples = {"asech(1)  % 0"})
    @Elementwise(complex = "asech", leavesReals = true, integers = false)
    public static double asech(double x) {
        return Trigonometry.acosh(1 / x);
    }

    static double[] asech(double x, double y) {
        double[] w = ComplexMath.over(ComplexMath.real(1), new double[] {x, y});
        return ComplexMath.acosh(w[0], w[1]);
    }

    @Function(call = "y = acsch(x)", en = "Inverse hyperbolic cosecant.", ru = "Обратный гиперболический косеканс.",
            examples = {"acsch(Inf)  % 0"})
    @Elementwise(complex = "acsch", integers = false)
    public static double acsch(double x) {
        return Trigonometry.asinh(1 / x);
    }

    static double[] acsch(double x, double y) {
        double[] w = ComplexMath.over(ComplexMath.real(1), new double[] {x, y});
        return ComplexMath.asinh(w[0], w[1]);
    }

    @Function(call = "y = acoth(x)", en = "Inverse hyperbolic cotangent.", ru = "Обратный гиперболический котангенс.",
            examples = {"acoth(Inf)  % 0"})
    @Elementwise(complex = "acoth", leavesReals = true, integers = false)
    public static double acoth(double x) {
        return Trigonometry.atanh(1 / x);
    }

    static double[] acoth(double x, double y) {
        double[] w = ComplexMath.over(ComplexMath.real(1), new double[] {x, y});
        return ComplexMath.atanh(w[0], w[1]);
    }

    @Function(call = "y = sind(x)", en = "Sine of degrees, exact at 0, 30, 90, ….", ru = "Синус угла в градусах, точный в 0, 30, 90, ….",
            examples = {"sind(30)  % 0.5000"})
    @Elementwise(complex = "sind", integers = false)
    public static double sind(double x) {
        return degrees(x);
    }

    static double[] sind(double x, double y) {
        double r = Math.toRadians(y);
        return new double[] {sind(x) * Math.cosh(r), cosd(x) * Math.sinh(r)};
    }

    @Function(call = "y = cosd(x)", en = "Cosine of degrees, exact at 0, 60, 90, ….", ru = "Косинус угла в градусах, точный в 0, 60, 90, ….",
            examples = {"cosd(60)  % 0.5000"})
    @Elementwise(complex = "cosd", integers = false)
    public static double cosd(double x) {
        return degrees(Math.abs(x) % 360 + 90);
    }

    static double[] cosd(double x, double y) {
        double r = Math.toRadians(y);
        return new double[] {cosd(x) * Math.cosh(r), -sind(x) * Math.sinh(r)};
    }

    @Function(call = "y = tand(x)", en = "Tangent of degrees.", ru = "Тангенс угла в градусах.",
            examples = {"tand(0)  % 0"})
    @Elementwise(integers = false)
    public static double tand(double x) {
        return x % 180 == 0 ? 0 : Math.abs(x % 180) == 90 ? Math.copySign(Double.POSITIVE_INFINITY, x % 180) : sind(x) / cosd(x);
    }

    @Function(call = "y = asind(x)", en = "Inverse sine in degrees.", ru = "Арксинус в градусах.",
            examples = {"asind(1)  % 90"})
    @Elementwise(integers = false)
    public static double asind(double x) {
        return Math.toDegrees(Math.asin(x));
    }

    @Function(call = "y = acosd(x)", en = "Inverse cosine in degrees.", ru = "Арккосинус в градусах.",
            examples = {"acosd(1)  % 0"})
    @Elementwise(integers = false)
    public static double acosd(double x) {
        return Math.toDegrees(Math.acos(x));
    }

    @Function(call = "y = atand(x)", en = "Inverse tangent in degrees.", ru = "Арктангенс в градусах.",
            examples = {"atand(1)  % 45"})
    @Elementwise(integers = false)
    public static double atand(double x) {
        return Math.toDegrees(Math.atan(x));
    }

    /** The sine of an angle in degrees: the angle is brought to 0 … 90 first, where 0, 30 and 90 have exact answers. */
    private static double degrees(double x) {
        double r = x % 360;
        if (r < 0) r += 360;
        double s = 1;
        if (r >= 180) {
            r -= 180;
            s = -1;
        }
        if (r > 90) r = 180 - r;
        return r == 0 ? 0 : r == 30 ? s * 0.5 : r == 90 ? s : s * Circle.sin(Math.toRadians(r));
    }
}
