package nabla.library.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Result;
import nabla.library.Texts;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Dates taken apart into year, month, day, hour, minute, second. */
public final class Dates {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    /** Texts that are understood without a format: the names of the groups are the parts. */
    private static final List<Pattern> KNOWN = List.of(
            Pattern.compile("(?<d>\\d{1,2})-(?<b>[A-Za-z]{3})-(?<y>\\d{4})" + clock()),
            Pattern.compile("(?<y>\\d{4})[-/](?<m>\\d{1,2})[-/](?<d>\\d{1,2})" + clock()),
            Pattern.compile("(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{2,4})" + clock()),
            Pattern.compile("(?<b>[A-Za-z]{3})-(?<d>\\d{1,2})-(?<y>\\d{4})" + clock()),
            Pattern.compile("(?<d>\\d{1,2}) (?<b>[A-Za-z]{3}) (?<y>\\d{4})" + clock()),
            Pattern.compile("(?<H>\\d{1,2}):(?<M>\\d{2})(:(?<S>\\d{2}(\\.\\d+)?))?( ?(?<P>[AP]M))?"));

    private Dates() {}

    private static String clock() {
        return "([ T](?<H>\\d{1,2}):(?<M>\\d{2})(:(?<S>\\d{2}(\\.\\d+)?))?( ?(?<P>[AP]M))?)?";
    }

    @Function(call = "c = datevec(date)\nc = datevec(text, format)\n[y, m, d, h, mi, s] = datevec(...)",
            en = "Year, month, day, hour, minute and second of a date: a number as datenum counts, or a text such as '31-Jan-2020 23:59:59' or"
                    + " '2020-01-31'; a format is made of yyyy, mm, mmm, dd, HH, MM, SS, PM. A row for each date.",
            ru = "Год, месяц, день, час, минута и секунда даты: числа в счёте datenum или текста вроде '31-Jan-2020 23:59:59' или '2020-01-31';"
                    + " формат составляют yyyy, mm, mmm, dd, HH, MM, SS, PM. По строке на дату.",
            examples = {"datevec(719529.5)  % 1970 1 1 12 0 0", "datevec('2020-01-31')(1:3)  % 2020 1 31"})
    public static Value[] datevec(@Nargout int nargout, Value date, @Default Value format) {
        double[][] all = rows(date, format instanceof Char c ? c.text() : null);
        double[] r = new double[all.length * 6];
        for (int i = 0; i < all.length; i++) for (int k = 0; k < 6; k++) r[i + k * all.length] = all[i][k];
        Real c = new Real(r, all.length, 6);
        if (nargout <= 1) return Result.of(c);
        Value[] parts = new Value[6];
        for (int k = 0; k < 6; k++) parts[k] = Real.column(java.util.Arrays.copyOfRange(r, k * all.length, (k + 1) * all.length));
        return parts;
    }

    /** The six parts of each date: of numbers of days, of texts. */
    static double[][] rows(Value date, String format) {
        List<double[]> rows = new ArrayList<>();
        if (date instanceof Cell || date instanceof Char) {
            for (String s : Texts.list(date, "datevec")) rows.add(parsed(s.strip(), format));
        } else if (date instanceof Numeric n) {
            for (int i = 0; i < n.numel(); i++) rows.add(apart(n.re(i)));
        } else throw Failure.of("datevec: DATE must be a number or a text", "datevec: дата должна быть числом или текстом");
        return rows.toArray(new double[0][]);
    }

    /** A number of days as the parts of a date; seconds are rounded where their error would show. */
    private static double[] apart(double date) {
        if (!(Math.abs(date) < 366e6)) throw Failure.of("datevec: %s is no number of days of a date", "datevec: %s не число дней даты", date);
        double fraction = date - Math.floor(date);
        double second = 86400 * fraction;
        double step = Math.pow(2, Math.floor(Math.log(Math.abs(date) * 86400 + 1) / Math.log(2)) - 50);
        second = Math.rint(second / step) * step;
        if (Math.abs(second - Math.rint(second)) < 1e-4) second = Math.rint(second);
        double day = Math.floor(date);
        if (second >= 86400) {
            second -= 86400;
            day++;
        }
        java.time.LocalDate d = java.time.LocalDate.ofEpochDay((long) (day - Clocks.EPOCH));
        double hour = Math.floor(second / 3600);
        double minute = Math.floor((second - 3600 * hour) / 60);
        return new double[] {d.getYear(), d.getMonthValue(), d.getDayOfMonth(), hour, minute, second - 3600 * hour - 60 * minute};
    }

    private static double[] parsed(String s, String format) {
        for (Pattern p : format == null ? KNOWN : List.of(pattern(format))) {
            Matcher m = p.matcher(s);
            if (m.matches()) return parts(m, p.pattern());
        }
        throw Failure.of("datevec: none of the standard formats match the DATE string", "datevec: дата '%s' не распознана: укажите формат", s);
    }

    private static Pattern pattern(String format) {
        return Pattern.compile(Pattern.quote(format)
                .replace("yyyy", "\\E(?<y>\\d{4})\\Q").replace("yy", "\\E(?<y>\\d{2})\\Q")
                .replace("mmm", "\\E(?<b>[A-Za-z]{3})\\Q").replace("mm", "\\E(?<m>\\d{1,2})\\Q").replace("dd", "\\E(?<d>\\d{1,2})\\Q")
                .replace("HH", "\\E(?<H>\\d{1,2})\\Q").replace("MM", "\\E(?<M>\\d{1,2})\\Q").replace("SS", "\\E(?<S>\\d{1,2})\\Q")
                .replace(".FFF", "\\E(?<F>\\.\\d+)\\Q").replace("PM", "\\E(?<P>[AP]M)\\Q"));
    }

    private static double[] parts(Matcher m, String pattern) {
        int now = java.time.LocalDate.now().getYear();
        boolean dated = pattern.contains("<d>") || pattern.contains("<m>") || pattern.contains("<b>") || pattern.contains("<y>");
        double[] c = {now, dated ? 1 : java.time.LocalDate.now().getMonthValue(), 1, 0, 0, 0};
        String[] names = {"y", "m", "d", "H", "M", "S"};
        for (int k = 0; k < 6; k++) {
            String g = pattern.contains("<" + names[k] + ">") ? m.group(names[k]) : null;
            if (g != null) c[k] = Double.parseDouble(g);
        }
        if (pattern.contains("<b>")) c[1] = MONTHS.indexOf(m.group("b").toLowerCase(Locale.ROOT)) / 3 + 1;
        if (pattern.contains("<F>")) c[5] += Double.parseDouble("0" + m.group("F"));
        if (pattern.contains("<y>") && m.group("y").length() == 2) c[0] += Math.floor((now - c[0] + 50) / 100) * 100;
        String half = pattern.contains("<P>") ? m.group("P") : null;
        if (half != null) c[3] = c[3] % 12 + (half.equals("PM") ? 12 : 0);
        return c;
    }
}
