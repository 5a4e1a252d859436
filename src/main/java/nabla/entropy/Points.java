package nabla.entropy;

/** Points in the greatest-coordinate distance max |xⱼ − yⱼ|, laid out so that neighbours are found fast. */
interface Points {
    /** The points whose j-th coordinates are x[j]; runs the pause now and then while it sorts them. */
    static Points of(double[][] x, Runnable pause) {
        return x.length == 1 ? new Line(x[0], pause) : new KdTree(x, pause);
    }

    /** Point i of the layout, in which neighbours in space mostly are neighbours. */
    double[] point(int i);

    /** The distance of the k-th nearest point. */
    double distance(double[] x, int k);

    /** How many points are nearer than this. */
    int within(double[] x, double radius);
}
