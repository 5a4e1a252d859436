package nabla.plot;

import java.util.LinkedHashMap;
import java.util.Map;

/** Anything with a handle: figures, axes and what stands in them. */
public abstract class Node implements Cloneable {
    /** The number by which programs name it; figures have small integers. */
    public double handle;

    public boolean visible = true;

    /** Properties that are kept for the program and draw nothing: Tag, UserData, …, under lower-case names. */
    public Map<String, Object> extra = new LinkedHashMap<>();

    /** What {@code get(h, 'Type')} answers. */
    public abstract String type();

    /** A copy that later changes of this node do not reach; arrays of data are shared, because they are replaced and never changed. */
    public Node copy() {
        try {
            return (Node) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
