package nabla.library;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nabla.engine.Session;

/** The user at the keyboard, as library functions meet them; the console puts its own in place when there is a terminal. */
public interface Prompt {
    /** Whether somebody sits there. */
    boolean interactive();

    /** A line typed after the question, null at the end of the input. */
    String line(String question);

    /** Empties the screen. */
    void clear();

    /** Opens a file in an editor and returns when the user leaves it. */
    void edit(Path file);

    /** The session's prompt. */
    static Prompt of(Session session) {
        return session.state(Prompt.class, () -> new Piped(session));
    }

    /** Standard input that is no terminal. */
    final class Piped implements Prompt {
        private final Session session;
        private BufferedReader in;

        Piped(Session session) {
            this.session = session;
        }

        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public String line(String question) {
            session.out().print(question);
            session.out().flush();
            if (in == null) in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            try {
                return in.readLine();
            } catch (IOException e) {
                return null;
            }
        }

        @Override
        public void clear() {}

        @Override
        public void edit(Path file) {}
    }
}
