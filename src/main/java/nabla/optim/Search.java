package nabla.optim;

/** A method that needs values alone: it asks for the value at a point, is told, and says when it has nothing more to ask. */
public interface Search {
    /** The next point to evaluate, in an array of its own. */
    double[] ask();

    /** The value at the point last asked for; NaN and infinities are allowed and count as worse than any number. */
    void tell(double value);

    /** Why the search has ended, null while it goes on. */
    Reason reason();
}
