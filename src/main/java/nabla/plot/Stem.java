package nabla.plot;

/** Points standing on stalks. */
public final class Stem extends Line {
    public double base;

    public Stem(double[] x, double[] y, double[] z) {
        super(x, y, z);
        marker = 'o';
    }

    @Override
    public String type() {
        return "stem";
    }

    @Override
    public void extent(Extent e) {
        super.extent(e);
        e.add(z == null ? Extent.Y : Extent.Z, base);
    }
}
