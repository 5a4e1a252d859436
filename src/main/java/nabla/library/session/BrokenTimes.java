package nabla.library.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.library.Function;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Times as structures of their parts, as C's struct tm has them: years from 1900, months and days of the year from 0, Sunday 0. */
public final class BrokenTimes {
    private static final List<String> NAMES = List.of("usec", "sec", "min", "hour", "mday", "mon", "year", "wday", "yday", "isdst", "gmtoff");

    private BrokenTimes() {}

    @Function(call = "tm = gmtime(t)", en = "Seconds since the beginning of 1970 as a structure of parts, in Greenwich: usec, sec, min, hour, mday, mon (from 0), year (from 1900), wday (0 is Sunday), yday, isdst, gmtoff, zone.",
            ru = "Секунды с начала 1970 года — структурой частей по Гринвичу: usec, sec, min, hour, mday, mon (с 0), year (с 1900), wday (0 — воскресенье), yday, isdst, gmtoff, zone.",
            examples = {"gmtime(0).year  % 70"})
    public static Value gmtime(double t) {
        return parts(at("gmtime", t, ZoneOffset.UTC), "GMT");
    }

    @Function(call = "tm = localtime(t)", en = "Seconds since the beginning of 1970 as a structure of parts, as gmtime gives, in the time zone of this machine.",
            ru = "Секунды с начала 1970 года — структурой частей, как у gmtime, в часовом поясе этой машины.", examples = {"isstruct(localtime(0))  % 1"})
    public static Value localtime(double t) {
        ZonedDateTime z = at("localtime", t, ZoneId.systemDefault());
        return parts(z, z.getZone().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
    }

    private static ZonedDateTime at(String function, double t, ZoneId zone) {
        try {
            long seconds = (long) Math.floor(t);
            if (!(Math.abs(t) < 3e13)) throw new DateTimeException("");
            return Instant.ofEpochSecond(seconds, Math.round((t - seconds) * 1e6) * 1000).atZone(zone);
        } catch (DateTimeException e) {
            throw Failure.of("%s: this is no number of seconds of a date", "%s: это не число секунд даты", function);
        }
    }

    private static Struct parts(ZonedDateTime z, String zone) {
        double[] v = {
            z.getNano() / 1000, z.getSecond(), z.getMinute(), z.getHour(), z.getDayOfMonth(), z.getMonthValue() - 1, z.getYear() - 1900,
            z.getDayOfWeek().getValue() % 7, z.getDayOfYear() - 1, z.getZone().getRules().isDaylightSavings(z.toInstant()) ? 1 : 0, z.getOffset().getTotalSeconds()
        };
        Struct s = Struct.scalar();
        for (int i = 0; i < v.length; i++) s = s.with(NAMES.get(i), Real.of(v[i]));
        return s.with("zone", Char.of(zone));
    }

    private static double part(String function, Value tm, String name) {
        if (tm instanceof Struct s && s.isScalar() && s.get(name) instanceof Numeric n && n.isScalar()) return n.re(0);
        throw Failure.of("%s: TM must be a structure as localtime gives, with a number %s", "%s: нужна структура, какую даёт localtime, с числом %s", function, name);
    }

    private static LocalDateTime time(String function, Value tm) {
        double months = 12 * (part(function, tm, "year") + 1900) + part(function, tm, "mon");
        double seconds = part(function, tm, "hour") * 3600 + part(function, tm, "min") * 60 + part(function, tm, "sec");
        if (!(Math.abs(months) < 1e7 && Math.abs(part(function, tm, "mday")) < 1e7 && Math.abs(seconds) < 1e12)) {
            throw Failure.of("%s: TM is no date", "%s: это не дата", function);
        }
        LocalDate day = LocalDate.of((int) Math.floor(months / 12), (int) (months - 12 * Math.floor(months / 12)) + 1, 1);
        return day.atStartOfDay().plusDays((long) part(function, tm, "mday") - 1).plusSeconds((long) seconds);
    }

    @Function(call = "t = mktime(tm)", en = "The seconds since the beginning of 1970 of a structure of local parts, as localtime gives it.",
            ru = "Секунды с начала 1970 года для структуры частей местного времени, какую даёт localtime.", examples = {"mktime(localtime(1e6))  % 1000000"})
    public static double mktime(Value tm) {
        LocalDateTime t = time("mktime", tm);
        long seconds = t.atZone(ZoneId.systemDefault()).toEpochSecond();
        return seconds + (tm instanceof Struct s && s.has("usec") ? part("mktime", tm, "usec") / 1e6 : 0);
    }

    @Function(call = "s = asctime(tm)", en = "A structure of parts as text: Thu Jan 01 00:00:00 1970 and a line feed.",
            ru = "Структура частей текстом: Thu Jan 01 00:00:00 1970 и перевод строки.", examples = {"asctime(gmtime(0))(1:10)  % Thu Jan 01"})
    public static String asctime(Value tm) {
        return strftime("%a %b %d %H:%M:%S %Y\n", tm);
    }

    @Function(call = "s = strftime(format, tm)", en = "A structure of parts as text by C's letters: %Y %y %m %d %e %H %I %M %S %p %a %A %b %B %j %D %F %T %R %Z %z %s %n %t %%.",
            ru = "Структура частей текстом по буквам языка C: %Y %y %m %d %e %H %I %M %S %p %a %A %b %B %j %D %F %T %R %Z %z %s %n %t %%.",
            examples = {"strftime('%Y-%m-%d', gmtime(0))  % 1970-01-01"})
    public static String strftime(String format, Value tm) {
        LocalDateTime t = time("strftime", tm);
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) s.append(c);
            else s.append(written(format.charAt(++i), t, tm));
        }
        return s.toString();
    }

    private static String written(char letter, LocalDateTime t, Value tm) {
        return switch (letter) {
            case 'F' -> by("yyyy-MM-dd", t);
            case 'D', 'x' -> by("MM/dd/yy", t);
            case 'T', 'X' -> by("HH:mm:ss", t);
            case 'R' -> by("HH:mm", t);
            case 'r' -> by("hh:mm:ss a", t);
            case 'c' -> by("EEE MMM dd HH:mm:ss yyyy", t);
            case 'Y' -> by("yyyy", t);
            case 'y' -> by("yy", t);
            case 'm' -> by("MM", t);
            case 'd' -> by("dd", t);
            case 'e' -> String.format("%2d", t.getDayOfMonth());
            case 'H' -> by("HH", t);
            case 'I' -> by("hh", t);
            case 'M' -> by("mm", t);
            case 'S' -> by("ss", t);
            case 'p' -> by("a", t);
            case 'a' -> by("EEE", t);
            case 'A' -> by("EEEE", t);
            case 'b', 'h' -> by("MMM", t);
            case 'B' -> by("MMMM", t);
            case 'j' -> by("DDD", t);
            case 'w' -> "" + t.getDayOfWeek().getValue() % 7;
            case 'C' -> by("yyyy", t).substring(0, 2);
            case 's' -> "" + (long) mktime(tm);
            case 'Z' -> tm instanceof Struct s && s.get("zone") instanceof Char c ? c.text() : "";
            case 'z' -> DateTimeFormatter.ofPattern("xx").format(ZoneOffset.ofTotalSeconds(tm instanceof Struct s && s.has("gmtoff") ? (int) part("strftime", tm, "gmtoff") : 0));
            case 'n' -> "\n";
            case 't' -> "\t";
            case '%' -> "%";
            default -> throw Failure.of("strftime: there is no letter %%%s", "strftime: буквы %%%s нет", letter);
        };
    }

    private static String by(String pattern, LocalDateTime t) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(t);
    }

    @Function(call = "[tm, n] = strptime(text, format)", en = "The parts of a time read from a text by C's letters (see strftime); n is the position after what was read, 0 where the text does not fit.",
            ru = "Части времени, прочитанные из текста по буквам языка C (см. strftime); n — позиция после прочитанного, 0, если текст не подходит.",
            examples = {"strptime('2020-03-04', '%Y-%m-%d').mon  % 2"})
    public static Value[] strptime(String text, String format) {
        StringBuilder pattern = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        String all = format.replace("%D", "%m/%d/%y").replace("%F", "%Y-%m-%d").replace("%T", "%H:%M:%S").replace("%R", "%H:%M");
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            if (c == '%' && i + 1 < all.length()) {
                letters.append(all.charAt(++i));
                pattern.append(group(all.charAt(i)));
            } else {
                pattern.append(Character.isWhitespace(c) ? "\\s*" : Pattern.quote("" + c));
            }
        }
        Matcher m = Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE).matcher(text);
        if (!m.lookingAt()) return new Value[] {parts(LocalDateTime.of(1899, 12, 31, 0, 0).atZone(ZoneOffset.UTC), "GMT"), Real.of(0)};
        int[] v = {1900, 1, 1, 0, 0, 0, 0};
        for (int k = 0; k < letters.length(); k++) read(letters.charAt(k), m.group(k + 1), v);
        try {
            LocalDateTime t = LocalDateTime.of(v[0], v[1], v[2], v[3] % 24 + v[6], v[4], Math.min(v[5], 59));
            return new Value[] {parts(t.atZone(ZoneOffset.UTC), "GMT"), Real.of(m.end() + 1)};
        } catch (DateTimeException e) {
            throw Failure.of("strptime: '%s' is no date: %s", "strptime: '%s' не дата: %s", text, e.getMessage());
        }
    }

    private static String group(char letter) {
        return switch (letter) {
            case 'Y' -> "(\\d{4})";
            case 'y', 'm', 'd', 'e', 'H', 'I', 'M', 'S' -> "\\s*(\\d{1,2})";
            case 'j' -> "(\\d{1,3})";
            case 'p' -> "([AP]M)";
            case 'a', 'A', 'b', 'B', 'h' -> "([A-Za-z]+)";
            default -> throw Failure.of("strptime: there is no letter %%%s", "strptime: буквы %%%s нет", letter);
        };
    }

    /** Puts what one letter read into year, month, day, hour, minute, second and hours to add. */
    private static void read(char letter, String s, int[] v) {
        switch (letter) {
            case 'Y' -> v[0] = Integer.parseInt(s);
            case 'y' -> v[0] = Integer.parseInt(s) + (Integer.parseInt(s) < 69 ? 2000 : 1900);
            case 'm' -> v[1] = Integer.parseInt(s);
            case 'd', 'e' -> v[2] = Integer.parseInt(s);
            case 'H' -> v[3] = Integer.parseInt(s);
            case 'I' -> v[3] = Integer.parseInt(s) % 12;
            case 'M' -> v[4] = Integer.parseInt(s);
            case 'S' -> v[5] = Integer.parseInt(s);
            case 'p' -> v[6] = s.equalsIgnoreCase("PM") ? 12 : 0;
            case 'b', 'B', 'h' -> v[1] = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(s.toLowerCase(Locale.ROOT).substring(0, Math.min(3, s.length()))) / 3 + 1;
            default -> { }
        }
    }
}
