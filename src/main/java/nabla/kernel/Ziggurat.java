package nabla.kernel;

import java.util.function.DoubleUnaryOperator;

/**
 * Random numbers of the standard normal and the exponential distribution by 256 layers of equal area (Marsaglia and Tsang 2000, "The
 * ziggurat method for generating random variables"): one integer chooses the layer and the point in it, which nearly always lies under
 * the density. The bits are used in GNU Octave's order, so that its seeds give its numbers.
 */
public final class Ziggurat {
    private static final int LAYERS = 256;
    private static final double NORMAL_TAIL = 3.6541528853610088;
    private static final double EXPONENTIAL_TAIL = 7.69711747013104972;
    private static final Ziggurat NORMAL =
            new Ziggurat(NORMAL_TAIL, 0.00492867323399, x -> Math.exp(-0.5 * x * x), y -> Math.sqrt(-2 * Math.log(y)));
    private static final Ziggurat EXPONENTIAL =
            new Ziggurat(EXPONENTIAL_TAIL, 0.0039496598225815571993, x -> Math.exp(-x), y -> -Math.log(y));

    /** By layer: integers below it lie under the density for certain. */
    private final long[] inside = new long[LAYERS];
    /** By layer: what an integer is multiplied with to give the point. */
    private final double[] width = new double[LAYERS];
    /** By layer: the density at its outer end. */
    private final double[] height = new double[LAYERS];

    /** @param tail where the lowest layer's tail begins; area the area of each layer; inverse the density's */
    private Ziggurat(double tail, double area, DoubleUnaryOperator density, DoubleUnaryOperator inverse) {
        double outer = tail;
        int last = LAYERS - 1;
        width[last] = tail * 0x1p-53;
        height[last] = density.applyAsDouble(tail);
        inside[0] = (long) (tail * height[last] / area * 0x1p53);
        width[0] = area / height[last] * 0x1p-53;
        height[0] = 1;
        for (int k = last - 1; k > 0; k--) {
            double x = inverse.applyAsDouble(area / outer + height[k + 1]);
            inside[k + 1] = (long) (x / outer * 0x1p53);
            width[k] = x * 0x1p-53;
            height[k] = density.applyAsDouble(x);
            outer = x;
        }
    }

    /** A number of the normal distribution of mean 0 and variance 1. */
    public static double normal(MersenneTwister bits) {
        Ziggurat z = NORMAL;
        while (true) {
            long r = bits.bits(54);
            long size = r >> 1;
            int layer = (int) size & LAYERS - 1;
            double x = ((r & 1) == 0 ? size : -size) * z.width[layer];
            if (size < z.inside[layer]) return x;
            if (layer == 0) return (size & LAYERS) == 0 ? tail(bits) : -tail(bits);
            if (z.under(layer, bits.uniform(), Math.exp(-0.5 * x * x))) return x;
        }
    }

    /** A normal number beyond the layers (Marsaglia 1964). */
    private static double tail(MersenneTwister bits) {
        double x;
        double y;
        do {
            x = -Math.log(bits.uniform()) / NORMAL_TAIL;
            y = -Math.log(bits.uniform());
        } while (y + y <= x * x);
        return NORMAL_TAIL + x;
    }

    /** A number of the exponential distribution of mean 1. */
    public static double exponential(MersenneTwister bits) {
        Ziggurat z = EXPONENTIAL;
        while (true) {
            long size = bits.bits(53);
            int layer = (int) size & LAYERS - 1;
            double x = size * z.width[layer];
            if (size < z.inside[layer]) return x;
            if (layer == 0) return EXPONENTIAL_TAIL - Math.log(bits.uniform());
            if (z.under(layer, bits.uniform(), Math.exp(-x))) return x;
        }
    }

    private boolean under(int layer, double uniform, double density) {
        return (height[layer - 1] - height[layer]) * uniform + height[layer] < density;
    }
}
