package nabla.library.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Value;

/** A text file as a table: lines of fields, of which the first ones may be headers. */
final class TextTable {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:[eEdD][+-]?\\d+)?|[iI]nf|NaN|nan|NA)");

    final List<String> lines;
    /** Between the fields; empty where a line is one field. */
    final String delimiter;
    /** How many lines stand before the numbers; all of them when there are no numbers. */
    final int headers;

    /**
     * @param delimiter null to be guessed from the first line that ends in a number
     * @param headers negative to be guessed: the lines before that line
     */
    TextTable(String text, String delimiter, int headers) {
        lines = new ArrayList<>(Arrays.asList(text.split("\r?\n|\r", -1)));
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) lines.remove(lines.size() - 1);
        String guess = delimiter;
        int first = headers < 0 ? 0 : Math.min(headers, lines.size());
        int data = first;
        while (data < lines.size() && (delimiter == null ? guess = guessed(lines.get(data)) : ended(lines.get(data), delimiter)) == null) data++;
        this.delimiter = guess != null ? guess : lines.isEmpty() ? "" : among(lines.get(0));
        this.headers = headers < 0 ? data : first;
    }

    /** The delimiter behind which the line ends in a number; null when there is none. */
    private static String guessed(String line) {
        for (String d : new String[] {",", "\t", ";", " "}) if ((d.equals(" ") ? line.strip().indexOf(' ') >= 0 : line.contains(d)) && ended(line, d) != null) return d;
        return isNumber(line) ? "" : null;
    }

    private static String among(String words) {
        for (String d : new String[] {",", "\t", ";"}) if (words.contains(d)) return d;
        return "";
    }

    private static String ended(String line, String delimiter) {
        List<String> f = fields(line, delimiter);
        String last = f.isEmpty() ? "" : f.get(f.size() - 1);
        return isNumber(last) || last.isBlank() && f.stream().anyMatch(TextTable::isNumber) ? delimiter : null;
    }

    static boolean isNumber(String s) {
        return NUMBER.matcher(s.strip()).matches();
    }

    /** The number of a field; NaN where it is empty or holds anything else. */
    static double number(String s) {
        return isNumber(s) ? SavedText.real(s) : Double.NaN;
    }

    /** A field as a number where it is one, otherwise as a text. */
    static Value value(String s) {
        return isNumber(s) ? Real.of(SavedText.real(s)) : Char.of(s);
    }

    List<String> fields(int line) {
        return fields(lines.get(line), delimiter);
    }

    /** The fields of a line; in quotes delimiters are letters, and two quotes one. Blanks between fields count as one. */
    static List<String> fields(String line, String delimiter) {
        if (delimiter.isEmpty()) return List.of(line);
        if (delimiter.isBlank() && delimiter.equals(" ")) return Arrays.asList(line.strip().split("\\s+"));
        List<String> r = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && line.startsWith("\"", i + 1)) field.append(line.charAt(++i));
            else if (quoted) {
                if (c == '"') quoted = false;
                else field.append(c);
            } else if (c == '"' && field.toString().isBlank()) {
                quoted = true;
                field.setLength(0);
            } else if (line.startsWith(delimiter, i)) {
                r.add(field.toString().strip());
                field.setLength(0);
                i += delimiter.length() - 1;
            } else field.append(c);
        }
        r.add(field.toString().strip());
        return r;
    }

    /** The rows of fields below the headers, blank lines left out. */
    List<List<String>> rows() {
        List<List<String>> r = new ArrayList<>();
        for (int i = headers; i < lines.size(); i++) if (!lines.get(i).isBlank()) r.add(fields(i));
        return r;
    }

    /** The numbers of the rows from a column (from 0) on, NaN where a field is no number or missing. */
    static Real numbers(List<List<String>> rows, int from) {
        int m = rows.size();
        int n = 0;
        for (List<String> row : rows) n = Math.max(n, row.size() - from);
        double[] x = new double[m * n];
        Arrays.fill(x, Double.NaN);
        for (int i = 0; i < m; i++) for (int j = 0; j < rows.get(i).size() - from; j++) x[i + j * m] = number(rows.get(i).get(j + from));
        return m == 0 ? Real.empty() : new Real(x, m, n);
    }

    /** The error of a field that must be a number. */
    static Failure noNumber(String function, String field, int line, int column) {
        return Failure.of("%s: '%s' in line %d, field %d is no number: skip headers as dlmread(file, ',', 1, 0) does, or read texts with importdata, readcell or textscan",
                "%s: «%s» в строке %d, поле %d — не число: пропустите заголовок, как dlmread(file, ',', 1, 0), или читайте тексты через importdata, readcell, textscan",
                function, field, line, column);
    }
}
