package nabla.library.session;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import nabla.engine.Session;
import nabla.library.Catalog;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Help;
import nabla.library.Nargout;
import nabla.library.files.SearchPath;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Lang;
import nabla.value.Value;

/** Help on functions, and the language it speaks. */
public final class Helping {
    private static final int WIDTH = 78;
    /** Descriptions farther to the right go on under the beginning of their line. */
    private static final int WIDEST = 44;

    private Helping() {}

    @Function(call = "help\nhelp name\ns = help(name)", en = "What a function does: how it is called, a description, examples. Alone: where to start.",
            ru = "Что делает функция: как вызывается, описание, примеры. Без имени: с чего начать.", examples = {"help norm", "ischar(help('help'))  % 1"})
    public static Value[] help(Session session, @Nargout int nargout, @Default String name) {
        String text = name == null ? start() : text(session, name);
        if (nargout > 0) return new Value[] {Char.of(text)};
        session.out().println(text);
        return new Value[0];
    }

    /** Functions to begin with: a topic in both languages, then names. */
    static final String[][] TOPICS = {
        {"optimization", "оптимизация", "minimize gd momentum rmsprop adam multistart fminunc"},
        {"demonstrations", "показы", "peaks peak showGrad basins lrscan vanish"},
        {"information", "информация", "hartley entropy kl jsd dist codetree klmap entropycurve"},
        {"vectors, matrices", "векторы, матрицы", "zeros ones linspace size sum max sort find any"},
        {"linear algebra", "линейная алгебра", "dot norm angle project det inv rank eig svd lu"},
        {"mathematics", "математика", "sqrt exp log log2 sin floor round mod polyfit trapz"},
        {"random numbers", "случайные числа", "rand randn randi mean median std hist"},
        {"pictures", "рисунки", "plot figure subplot title legend axis contour surf print"},
        {"text and data", "текст и данные", "disp printf sprintf num2str struct cell load save"},
        {"programs", "программы", "run edit exist error eval tic toc"},
    };

    private static String start() {
        StringBuilder b = new StringBuilder(Lang.say(
                """

                  help NAME      what a function does       lookfor WORD  which deal with it
                  peaks(0.1)     descents that never settle peak(0.05)    one that does
                  edit showGrad  read, change a function    who           your variables
                  lang ru        по-русски                  exit          leave

                  \\eta<TAB> gives η, → takes the hint, ↑ brings back, Ctrl-C stops a program.

                """,
                """

                  help ИМЯ       что делает функция         lookfor СЛОВО функции о нём
                  peaks(0.1)     спуски, что не сходятся    peak(0.05)    и один, что сходится
                  edit showGrad  прочесть, изменить функцию who           ваши переменные
                  lang en        in English                 exit          выйти

                  \\eta<TAB> даёт η, → берёт подсказку, ↑ возвращает строку, Ctrl-C прерывает.

                """));
        for (String[] t : TOPICS) b.append(String.format("  %-18s %s%n", Lang.say(t[0], t[1]), t[2]));
        return b.toString();
    }

    private static String text(Session session, String name) {
        Path file = SearchPath.file(session, name);
        if (file != null) return ofFile(name, file);
        Help h = Catalog.of(session).help(name);
        if (h != null) return laidOut(h);
        throw Failure.of(
                        "help: '%s' not found; lookfor %s searches the descriptions",
                        "help: '%s' не найдено; lookfor %s поищет в описаниях", name, name)
                .id("Octave:undefined-function");
    }

    private static String ofFile(String name, Path file) {
        try {
            String source = Files.readString(file);
            StringBuilder b = new StringBuilder();
            boolean begun = false;
            for (String line : source.split("\n")) {
                String s = line.strip();
                boolean comment = s.startsWith("%") || s.startsWith("#");
                if (comment && !s.startsWith("#!")) {
                    b.append("  ").append(s.replaceFirst("^[%#]+\\s?", "")).append('\n');
                    begun = true;
                } else if (begun || !s.isEmpty() && !s.startsWith("function")) {
                    break;
                }
            }
            return "\n  " + name + "  (" + file + ")\n\n" + b;
        } catch (IOException e) {
            throw Failure.of("help: %s can't be read", "help: файл %s не читается", file);
        }
    }

    private static String laidOut(Help h) {
        StringBuilder b = new StringBuilder("\n");
        for (String c : h.calls()) wrap(b, c, WIDTH);
        b.append('\n');
        for (String paragraph : joined(h.text())) wrap(b, paragraph, WIDTH);
        if (!h.examples().isEmpty()) {
            b.append('\n');
            for (String e : h.examples()) example(b, e);
        }
        return b.toString();
    }

    /** The lines, a description that goes on under itself as one line. */
    private static List<String> joined(String text) {
        List<String> r = new ArrayList<>();
        for (String line : text.split("\n")) {
            String last = r.isEmpty() ? "" : r.get(r.size() - 1);
            int begin = blanks(line);
            if (begin > 0 && begin == hang(last) && begin > blanks(last)) r.set(r.size() - 1, last + " " + line.strip());
            else r.add(line);
        }
        return r;
    }

    /** An example; what it prints goes under it when that is longer than a line, or one line is too short for both. */
    private static void example(StringBuilder b, String e) {
        int result = e.lastIndexOf("  % ");
        boolean fits = result < 0 || e.length() + 5 <= WIDTH && e.indexOf('\n', result) < 0;
        b.append("  >> ").append((fits ? e : e.substring(0, result)).replace("\n", "\n  >> ")).append('\n');
        if (fits) return;
        for (String line : e.substring(result + 4).stripTrailing().split("\n")) wrap(b, line, WIDTH);
        b.append('\n');
    }

    /** Breaks a line; what follows stands under its description when wide blanks set one off, else under its beginning. */
    private static void wrap(StringBuilder b, String text, int width) {
        if (text.isBlank()) {
            b.append('\n');
            return;
        }
        int hang = 2 + hang(text);
        int column = 2;
        b.append("  ");
        boolean begun = false;
        for (String word : text.split(" ")) {
            if (begun && !word.isEmpty() && column + 1 + word.length() > width) {
                b.append('\n').append(" ".repeat(hang));
                column = hang;
            } else if (begun) {
                b.append(' ');
                column++;
            }
            b.append(word);
            column += word.length();
            begun = true;
        }
        b.append('\n');
    }

    private static int hang(String text) {
        int begin = blanks(text);
        int gap = text.indexOf("  ", begin);
        if (gap < 0) return begin;
        int description = gap + blanks(text.substring(gap));
        return description > WIDEST ? begin : description;
    }

    /** How many blanks a text begins with. */
    private static int blanks(String text) {
        int n = 0;
        while (n < text.length() && text.charAt(n) == ' ') n++;
        return n;
    }

    @Function(call = "doc name", en = "The same as help name.", ru = "То же, что help name.", examples = {"doc norm"})
    public static Value[] doc(Session session, @Default String name) {
        return help(session, 0, name);
    }

    @Function(call = "lookfor word", en = "The functions whose description has the word, in either language.", ru = "Функции, в описании которых есть это слово (на любом из двух языков).",
            examples = {"lookfor entropy"})
    public static void lookfor(Session session, String word) {
        Catalog catalog = Catalog.of(session);
        PrintStream out = session.out();
        String sought = word.toLowerCase(Locale.ROOT);
        int found = 0;
        for (String name : new TreeSet<>(catalog.names())) {
            session.poll();
            Help h = catalog.help(name);
            if (h == null) continue;
            String all = (name + " " + h.en() + " " + h.ru()).toLowerCase(Locale.ROOT);
            if (!all.contains(sought)) continue;
            found++;
            out.println("  " + name + " ".repeat(Math.max(2, 22 - name.length())) + firstSentence(h.text()));
        }
        if (found == 0) out.println(Lang.say("nothing found about ", "ничего не найдено: ") + word);
    }

    private static String firstSentence(String s) {
        String t = s.replace('\n', ' ').strip();
        int end = t.indexOf(". ");
        t = end < 0 ? t : t.substring(0, end + 1);
        int room = WIDTH - 24;
        return t.length() <= room ? t : t.substring(0, room - 1) + "…";
    }

    @Function(call = "lang\nlang en\nlang ru", en = "The language of help, errors, titles and labels: English or Russian. Alone, tells it.",
            ru = "Язык справки, ошибок, заголовков и подписей: английский или русский. Без аргумента сообщает его.")
    public static Value[] lang(Session session, @Nargout int nargout, @Default String language) {
        if (language != null) {
            switch (language.toLowerCase(Locale.ROOT)) {
                case "ru" -> Lang.use(Lang.RU);
                case "en" -> Lang.use(Lang.EN);
                default -> throw Failure.of("lang: %s is neither en nor ru", "lang: %s — не en и не ru", language);
            }
            return new Value[0];
        }
        String now = Lang.current() == Lang.RU ? "ru" : "en";
        if (nargout > 0) return new Value[] {Char.of(now)};
        session.out().println(now);
        return new Value[0];
    }
}
