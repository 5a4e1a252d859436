package nabla.library;

import nabla.engine.Session;

/** Where a long run shows how far it is: a line that is written over and over. Silent unless the console puts its own in place. */
@FunctionalInterface
public interface Progress {
    /** Shows the line in place of the last one; an empty one takes it away. */
    void show(String line);

    /** The session's. */
    static Progress of(Session session) {
        return session.state(Progress.class, () -> line -> {});
    }
}
