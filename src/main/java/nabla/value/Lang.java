package nabla.value;

import java.util.Locale;

/** The language in which the console speaks to its user: that of the locale until {@code lang ru} or {@code lang en}. */
public enum Lang {
    EN,
    RU;

    private static volatile Lang current = Locale.getDefault().getLanguage().equals("ru") ? RU : EN;

    public static Lang current() {
        return current;
    }

    public static void use(Lang lang) {
        current = lang;
    }

    /** Of one text in both languages, the one the user reads. */
    public static String say(String en, String ru) {
        return current == RU ? ru : en;
    }
}
