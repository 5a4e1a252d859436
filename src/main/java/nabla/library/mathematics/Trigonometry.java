package nabla.library.mathematics;

import nabla.kernel.Circle;
import nabla.kernel.Exp;
import nabla.kernel.Log;
import nabla.library.Elementwise;
import nabla.library.Function;

/** Circular and hyperbolic functions and their inverses, in radians. */
public final class Trigonometry {
    private Trigonometry() {}

    @Function(call = "y = sin(x)", en = "Sine of x in radians.", ru = "Синус угла x в радианах.",
            examples = {"sin(pi/2)  % 1"})
    @Elementwise(complex = "sin", integers = false)
    public static double sin(double x) {
        return Circle.sin(x);
    }

    static double[] sin(double x, double y) {
        return ComplexMath.sin(x, y);
    }

    @Function(call = "y = cos(x)", en = "Cosine of x in radians.", ru = "Косинус угла x в радианах.",
            examples = {"cos(0)  % 1"})
    @Elementwise(complex = "cos", integers = false)
    public static double cos(double x) {
        return Circle.cos(x);
    }

    static double[] cos(double x, double y) {
        return ComplexMath.cos(x, y);
    }

    @Function(call = "y = tan(x)", en = "Tangent of x in radians.", ru = "Тангенс угла x в радианах.",
            examples = {"tan(0)  % 0"})
    @Elementwise(complex = "tan", integers = false)
    public static double tan(double x) {
        return Math.tan(x);
    }

    static double[] tan(double x, double y) {
        return ComplexMath.tan(x, y);
    }

    @Function(call = "y = asin(x)",
            en = "Inverse sine in radians, complex beyond -1 … 1.",
            ru = "Арксинус в радианах, комплексный вне отрезка от -1 до 1.",
            examples = {"asin(1)  % 1.5708"})
    @Elementwise(complex = "asin", leavesReals = true, integers = false)
    public static double asin(double x) {
        return Math.asin(x);
    }

    static double[] asin(double x, double y) {
        return ComplexMath.asin(x, y);
    }

    @Function(call = "y = acos(x)",
            en = "Inverse cosine in radians, complex beyond -1 … 1.",
            ru = "Арккосинус в радианах, комплексный вне отрезка от -1 до 1.",
            examples = {"acos(1)  % 0"})
    @Elementwise(complex = "acos", leavesReals = true, integers = false)
    public static double acos(double x) {
        return Math.acos(x);
    }

    static double[] acos(double x, double y) {
        return ComplexMath.acos(x, y);
    }

    @Function(call = "y = atan(x)", en = "Inverse tangent in radians, from -pi/2 to pi/2.", ru = "Арктангенс в радианах, от -pi/2 до pi/2.",
            examples = {"atan(1)  % 0.7854"})
    @Elementwise(complex = "atan", integers = false)
    public static double atan(double x) {
        return Math.atan(x);
    }

    static double[] atan(double x, double y) {
        return ComplexMath.atan(x, y);
    }

    @Function(call = "y = sinh(x)", en = "Hyperbolic sine.", ru = "Гиперболический синус.",
            examples = {"sinh(0)  % 0"})
    @Elementwise(complex = "sinh", integers = false)
    public static double sinh(double x) {
        return Math.sinh(x);
    }

    static double[] sinh(double x, double y) {
        return ComplexMath.sinh(x, y);
    }

    @Function(call = "y = cosh(x)", en = "Hyperbolic cosine.", ru = "Гиперболический косинус.",
            examples = {"cosh(0)  % 1"})
    @Elementwise(complex = "cosh", integers = false)
    public static double cosh(double x) {
        return Math.cosh(x);
    }

    static double[] cosh(double x, double y) {
        return ComplexMath.cosh(x, y);
    }

    @Function(call = "y = tanh(x)", en = "Hyperbolic tangent.", ru = "Гиперболический тангенс.",
            examples = {"tanh(0)  % 0"})
    @Elementwise(complex = "tanh", integers = false)
    public static double tanh(double x) {
        return Exp.tanh(x);
    }

    static double[] tanh(double x, double y) {
        return ComplexMath.tanh(x, y);
    }

    @Function(call = "y = asinh(x)", en = "Inverse hyperbolic sine.", ru = "Обратный гиперболический синус.",
            examples = {"asinh(0)  % 0"})
    @Elementwise(complex = "asinh", integers = false)
    public static double asinh(double x) {
        return ComplexMath.asinh(x);
    }

    static double[] asinh(double x, double y) {
        return ComplexMath.asinh(x, y);
    }

    @Function(call = "y = acosh(x)", en = "Inverse hyperbolic cosine, complex below 1.", ru = "Обратный гиперболический косинус, комплексный ниже 1.",
            examples = {"acosh(1)  % 0"})
    @Elementwise(complex = "acosh", leavesReals = true, integers = false)
    public static double acosh(double x) {
        return x < 1 ? Double.NaN : x > 1e8 ? Log.log(x) + Log.log(2) : Log.log(x + Math.sqrt((x - 1) * (x + 1)));
    }

    static double[] acosh(double x, double y) {
        return ComplexMath.acosh(x, y);
    }

    @Function(call = "y = atanh(x)",
            en = "Inverse hyperbolic tangent, complex beyond -1 … 1.",
            ru = "Обратный гиперболический тангенс, комплексный вне -1 … 1.",
            examples = {"atanh(0)  % 0"})
    @Elementwise(complex = "atanh", leavesReals = true, integers = false)
    public static double atanh(double x) {
        return Math.abs(x) > 1 ? Double.NaN : Math.copySign(0.5 * Log.log1p(2 * Math.abs(x) / (1 - Math.abs(x))), x);
    }

    static double[] atanh(double x, double y) {
        return ComplexMath.atanh(x, y);
    }
}
