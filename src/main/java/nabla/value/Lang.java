package nabla.value;

import java.util.Locale;

/** The language in which the console speaks to its user: that of the locale until {@code lang ru} or {@code lang en}. */
public enum Lang {
    EN,
    RU;

    /** What a session's user has chosen. */
    public static final class Choice {
        /** Null while nothing is chosen. */
        private volatile Lang chosen;
    }

    /** Holds for threads that run no session's program, and for sessions in which nothing is chosen. */
    private static volatile Choice common = new Choice();

    private static final ThreadLocal<Choice> OURS = new ThreadLocal<>();

    static {
        common.chosen = environment().startsWith("ru") ? RU : EN;
    }

    /** The language that the environment names, whether or not the system has its locale; where it names none, Java's. */
    private static String environment() {
        for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = System.getenv(variable);
            if (value != null && !value.isEmpty()) return value;
        }
        return Locale.getDefault().getLanguage();
    }

    /** From now on this thread speaks as the session's user chooses; returns whose choice held before, for the next call of this method. */
    public static Choice attach(Choice session) {
        Choice before = OURS.get();
        OURS.set(session);
        return before;
    }

    /** From now on threads of no session speak as this one's user chooses. */
    public static void everywhere(Choice session) {
        if (session.chosen == null) session.chosen = common.chosen;
        common = session;
    }

    public static Lang current() {
        Choice ours = OURS.get();
        return ours != null && ours.chosen != null ? ours.chosen : common.chosen;
    }

    public static void use(Lang lang) {
        Choice ours = OURS.get();
        (ours != null ? ours : common).chosen = lang;
    }

    /** Of one text in both languages, the one the user reads. */
    public static String say(String en, String ru) {
        return current() == RU ? ru : en;
    }
}
