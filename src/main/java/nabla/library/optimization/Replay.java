package nabla.library.optimization;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.Supplier;
import nabla.engine.Engine;
import nabla.engine.Session;
import nabla.library.RandomStreams;

/** What it takes to run a program again unnoticed: it draws the random numbers that it drew before, and prints nothing. */
final class Replay {
    private final Session session;
    private final RandomStreams before;

    /** Made before the program runs for the first time. */
    Replay(Session session) {
        this.session = session;
        before = streams().copy();
    }

    private RandomStreams streams() {
        return session.state(RandomStreams.class, RandomStreams::new);
    }

    <T> T of(Supplier<T> program) {
        RandomStreams after = streams();
        session.keep(RandomStreams.class, before.copy());
        PrintStream shown = session instanceof Engine e ? e.divert(new PrintStream(OutputStream.nullOutputStream())) : null;
        try {
            return program.get();
        } finally {
            session.keep(RandomStreams.class, after);
            if (session instanceof Engine e) e.divert(shown);
        }
    }
}
