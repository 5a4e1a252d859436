package nabla.library.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Texts;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Decimal;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Time: stop-watches, the calendar. */
public final class Clocks {
    /** Days from the year 0 to 1970, as datenum counts. */
    static final double EPOCH = 719529;

    private static final int LARGEST_YEAR = 1_000_000;

    private Clocks() {}

    /** When the session's stop-watch was started, by its clock. */
    private static final class Watch {
        Instant start;
    }

    /** Time that programs were to wait and did not, for nobody watches: their clocks count it. */
    private static final class Skipped {
        Duration time = Duration.ZERO;
    }

    /** Lets the time pass for the session's programs without waiting. */
    static void skip(Session session, double seconds) {
        Skipped s = session.state(Skipped.class, Skipped::new);
        s.time = s.time.plusNanos((long) (seconds * 1e9));
    }

    private static Instant instant(Session session) {
        return Instant.now().plus(session.state(Skipped.class, Skipped::new).time);
    }

    /** Microseconds since the beginning of 1970. */
    private static long micros(Instant t) {
        return t.getEpochSecond() * 1_000_000 + t.getNano() / 1000;
    }

    @Function(call = "tic\nid = tic", en = "Starts the stop-watch that toc reads; as a value, one of its own.", ru = "Запускает секундомер для toc; как значение — отдельный секундомер.",
            examples = {"tic; toc >= 0  % 1"})
    public static Value[] tic(Session session, @Nargout int nargout) {
        if (nargout > 0) {
            return new Value[] {new Ints(IntType.UINT64, new long[] {micros(instant(session))}, 1, 1)};
        }
        session.state(Watch.class, Watch::new).start = instant(session);
        return new Value[0];
    }

    @Function(call = "toc\nt = toc\nt = toc(id)", en = "Seconds since tic: printed, or as a value.", ru = "Секунды с последнего tic: печатает или возвращает.",
            examples = {"id = tic; toc(id) >= 0  % 1"})
    public static Value[] toc(Session session, @Nargout int nargout, @Default Value id) {
        double t;
        if (id != null) {
            if (!(id instanceof Ints i && i.numel() == 1)) throw Failure.of("toc: ID must be what tic gave", "toc: ID — значение, которое дала функция tic");
            t = (micros(instant(session)) - i.data()[0]) / 1e6;
        } else {
            Watch w = session.state(Watch.class, Watch::new);
            if (w.start == null) throw Failure.of("toc: function called before timer initialization()", "toc: секундомер не запущен: сначала tic");
            t = Duration.between(w.start, instant(session)).toNanos() / 1e9;
        }
        if (nargout > 0) return new Value[] {Real.of(t)};
        String digits = Decimal.general(t, 6, false);
        session.out().println(nabla.value.Lang.say("Elapsed time is " + digits + " seconds.", "Прошло секунд: " + digits));
        return new Value[0];
    }

    @Function(call = "t = time", en = "Seconds since the beginning of 1970.", ru = "Секунды с начала 1970 года.", examples = {"time > 1e9  % 1"})
    public static double time(Session session) {
        Instant now = instant(session);
        return now.getEpochSecond() + now.getNano() / 1e9;
    }

    @Function(call = "c = clock", en = "Year, month, day, hour, minute and second of now.", ru = "Год, месяц, день, час, минута и секунда сейчас.",
            examples = {"numel(clock)  % 6"})
    public static double[] clock(Session session) {
        LocalDateTime n = LocalDateTime.ofInstant(instant(session), ZoneId.systemDefault());
        return new double[] {n.getYear(), n.getMonthValue(), n.getDayOfMonth(), n.getHour(), n.getMinute(), n.getSecond() + n.getNano() / 1e9};
    }

    @Function(call = "[total, user, system] = cputime", en = "Seconds of processor time that Nabla has used.", ru = "Секунды процессорного времени, потраченные Nabla.",
            examples = {"cputime >= 0  % 1"})
    public static Value[] cputime() {
        long ns = ProcessHandle.current().info().totalCpuDuration().map(d -> d.toNanos()).orElse(0L);
        return new Value[] {Real.of(ns / 1e9), Real.of(ns / 1e9), Real.of(0)};
    }

    @Function(call = "t = etime(t1, t0)", en = "Seconds that have passed at the clock t1 since the clock t0: etime(clock(), t0).",
            ru = "Сколько секунд прошло от показаний t0 до показаний t1: etime(clock(), t0).",
            examples = {"etime([2020 1 1 0 1 0], [2020 1 1 0 0 0])  % 60"})
    public static double etime(double[] t1, double[] t0) {
        double days = Math.floor(day("etime", t1)) - Math.floor(day("etime", t0));
        return days * 86400 + seconds(t1) - seconds(t0);
    }

    private static double seconds(double[] c) {
        return (c.length > 3 ? c[3] * 3600 : 0) + (c.length > 4 ? c[4] * 60 : 0) + (c.length > 5 ? c[5] : 0);
    }

    /** The number of days of a date; an error names the function when its parts are none. */
    private static double day(String function, double[] c) {
        if (c.length < 3 || !Double.isFinite(c[0] + c[1] + c[2]) || Math.abs(c[0]) + Math.abs(c[1]) / 12 > LARGEST_YEAR) {
            throw Failure.of("%s: a date has year, month and day, a year between -%d and %2$d; here it is [%s]", "%s: дата — это год, месяц и день, год от -%d до %2$d; здесь [%s]",
                    function, LARGEST_YEAR, Arrays.stream(c).mapToObj(x -> Decimal.general(x, 5, false)).collect(Collectors.joining(" ")));
        }
        double hours = c.length > 3 ? c[3] : 0;
        double minutes = c.length > 4 ? c[4] : 0;
        double seconds = c.length > 5 ? c[5] : 0;
        long months = (long) c[0] * 12 + (long) Math.floor(c[1]) - 1;
        java.time.LocalDate first = java.time.LocalDate.of((int) Math.floorDiv(months, 12L), (int) Math.floorMod(months, 12L) + 1, 1);
        double part = (c[1] - Math.floor(c[1])) * first.lengthOfMonth();
        return EPOCH + first.toEpochDay() + part + c[2] - 1 + (hours + (minutes + seconds / 60) / 60) / 24;
    }

    @Function(call = "d = now", en = "Now as a number of days since the year 0.", ru = "Текущие дата и время числом дней с нулевого года.", examples = {"now > 7e5  % 1"})
    public static double now(Session session) {
        return day("now", clock(session));
    }

    @Function(call = "d = datenum(year, month, day, hour, minute, second)\nd = datenum([year month day ...])\nd = datenum(text)\nd = datenum(text, format)",
            en = "A date as a number of days since the year 0; a row, a text or a cell of texts for each (see datevec for the texts and formats).",
            ru = "Дата числом дней с нулевого года; для нескольких дат — строки матрицы, строки текста или ячейки (тексты и форматы — как у datevec).",
            examples = {"datenum(1970, 1, 1)  % 719529", "datenum('2016-01-01')  % 736330", "datenum('1-Jan-2000')  % 730486"})
    public static Value datenum(Value date, Value... rest) {
        if (texts(date)) {
            return days(Dates.rows(date, rest.length > 0 && rest[0] instanceof Char c ? c.text() : null));
        }
        if (!(date instanceof Numeric year)) throw Failure.of("datenum: a date is a number, a vector or a text, not a %s", "datenum: дата — число, вектор или текст, а не %s", date.className());
        if (rest.length == 0) return days(rows(year));
        int n = year.numel();
        int[] dims = year.dims();
        for (Value v : rest) {
            if (!(v instanceof Numeric)) throw Failure.of("datenum: all arguments must be numbers, not a %s", "datenum: все аргументы — числа, а не %s", v.className());
            if (v.numel() == 1) continue;
            if (n != 1 && v.numel() != n) throw Failure.of("datenum: the arguments must be of one size or scalars", "datenum: аргументы — одного размера или числа");
            n = v.numel();
            dims = v.dims();
        }
        double[] r = new double[n];
        for (int i = 0; i < n; i++) {
            double[] c = {year.re(year.numel() == 1 ? 0 : i), 1, 1, 0, 0, 0};
            for (int k = 0; k < rest.length && k < 5; k++) c[k + 1] = ((Numeric) rest[k]).re(rest[k].numel() == 1 ? 0 : i);
            r[i] = day("datenum", c);
        }
        return new Real(r, dims);
    }

    private static boolean texts(Value v) {
        return v instanceof Char || v instanceof Cell c && Arrays.stream(c.data()).allMatch(Char.class::isInstance);
    }

    private static Value days(double[][] dates) {
        double[] r = new double[dates.length];
        for (int i = 0; i < r.length; i++) r[i] = day("datenum", dates[i]);
        return Real.column(r);
    }

    private static double[][] rows(Numeric a) {
        double[][] r = new double[a.rows()][a.columns()];
        for (int i = 0; i < r.length; i++) for (int k = 0; k < r[i].length; k++) r[i][k] = a.re(i + k * r.length);
        return r;
    }

    /** The dates of datestr: numbers of days, rows of parts (three or six of which the first two look like a year and a month), or texts. */
    private static LocalDateTime[] moments(Value v) {
        if (texts(v)) return Arrays.stream(Dates.rows(v, null)).map(c -> moment(day("datestr", c))).toArray(LocalDateTime[]::new);
        if (!(v instanceof Numeric n)) throw Failure.of("datestr: a date is a number, a clock's vector or a text, not a %s", "datestr: дата — число, вектор как у clock или текст, а не %s", v.className());
        if (parts(n)) return Arrays.stream(rows(n)).map(c -> moment(day("datestr", c))).toArray(LocalDateTime[]::new);
        LocalDateTime[] r = new LocalDateTime[n.numel()];
        for (int i = 0; i < r.length; i++) r[i] = moment(n.re(i));
        return r;
    }

    private static boolean parts(Numeric n) {
        if (n.columns() != 3 && n.columns() != 6) return false;
        for (int i = 0, m = n.rows(); i < m; i++) {
            for (int k = 0; k < 3; k++) if (n.re(i + k * m) != Math.floor(n.re(i + k * m))) return false;
            if (!(n.re(i + m) >= 1 && n.re(i + m) <= 12 && Math.abs(n.re(i)) < 10_000)) return false;
        }
        return true;
    }

    private static LocalDateTime moment(double days) {
        if (!(Math.abs(days) < 366.0 * LARGEST_YEAR)) throw Failure.of("datestr: %s is no number of days of a date", "datestr: %s не число дней даты", Decimal.general(days, 5, false));
        long millis = Math.round((days - EPOCH) * 86400e3);
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneId.of("UTC"));
    }

    private static final String[] FORMATS = {
        "dd-MMM-yyyy HH:mm:ss", "dd-MMM-yyyy", "MM/dd/yy", "MMM", "MMMMM", "MM", "MM/dd", "dd", "EEE", "EEEEE", "yyyy", "yy", "MMMyy",
        "HH:mm:ss", "hh:mm:ss a", "HH:mm", "hh:mm a", "'QQ-YY'", "'QQ'", "dd/MM", "dd/MM/yy", "MMM.dd,yyyy HH:mm:ss", "MMM.dd,yyyy",
        "MM/dd/yyyy", "dd/MM/yyyy", "yy/MM/dd", "yyyy/MM/dd", "'QQ-YYYY'", "MMMyyyy", "yyyy-MM-dd", "yyyyMMdd'T'HHmmss",
        "yyyy-MM-dd HH:mm:ss"
    };

    @Function(call = "s = datestr(date)\ns = datestr(date, format)", en = "A date (of now or datenum, a clock, a text) as text, a row for each; the format is a number (31 is 2020-01-31 23:59:59) or letters such as 'yyyy-mm-dd HH:MM:SS'.",
            ru = "Дата (из now, datenum, clock или текста) текстом, по строке на дату; формат — номер (31: 2020-01-31 23:59:59) или буквы, например 'yyyy-mm-dd HH:MM:SS'.",
            examples = {"datestr(719529, 29)  % 1970-01-01", "datestr('2000-01-01')  % 01-Jan-2000"})
    public static Value datestr(@Default Value date, @Default Value format) {
        LocalDateTime[] d = date == null ? new LocalDateTime[] {LocalDateTime.now()} : moments(date);
        String f;
        if (format instanceof Char c) f = letters(c.text());
        else if (format instanceof Numeric n && n.numel() == 1 && n.re(0) >= 0 && n.re(0) < FORMATS.length) f = FORMATS[(int) n.re(0)];
        else f = format == null && Arrays.stream(d).allMatch(t -> t.toLocalTime().toNanoOfDay() == 0) ? FORMATS[1] : FORMATS[0];
        try {
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(f, Locale.ENGLISH);
            return Char.rows(Arrays.stream(d).map(formatter::format).toList());
        } catch (IllegalArgumentException e) {
            throw Failure.of("datestr: the format '%s' is not understood: use yyyy mm dd HH MM SS FFF PM and signs between", "datestr: формат '%s' не понятен: годятся yyyy mm dd HH MM SS FFF PM и знаки между ними", format);
        }
    }

    /** The letters of the language's date formats as Java has them: months small, minutes capital there. */
    private static String letters(String s) {
        boolean half = s.contains("PM") || s.contains("AM");
        return s.replace("mmmm", "\1").replace("mmm", "\2").replace("mm", "\3").replace("MM", "mm").replace("\1", "MMMM").replace("\2", "MMM")
                .replace("\3", "MM").replace("dddd", "EEEE").replace("ddd", "EEE").replace("SS", "ss").replace("FFF", "SSS").replace("PM", "a")
                .replace("AM", "a").replace("HH", half ? "hh" : "HH").replace("T", "'T'");
    }

    @Function(call = "s = date", en = "Today as text: 31-Jan-2020.", ru = "Сегодняшняя дата текстом: 31-Jan-2020.", examples = {"numel(date)  % 11"})
    public static String date() {
        return DateTimeFormatter.ofPattern(FORMATS[1], Locale.ENGLISH).format(LocalDateTime.now());
    }

    @Function(call = "s = ctime(t)", en = "Seconds since 1970 as local date and time.", ru = "Секунды с 1970 года — датой и временем.", examples = {"ischar(ctime(0))  % 1"})
    public static String ctime(double t) {
        if (!(Math.abs(t) < 366.0 * 86400 * LARGEST_YEAR)) throw Failure.of("ctime: %s is no number of seconds of a date", "ctime: %s не число секунд даты", t);
        LocalDateTime d = LocalDateTime.ofInstant(Instant.ofEpochSecond((long) t), ZoneId.systemDefault());
        return DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss yyyy", Locale.ENGLISH).format(d) + "\n";
    }
}
