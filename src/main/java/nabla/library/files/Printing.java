package nabla.library.files;

import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Texts;
import nabla.library.texts.Printf;
import nabla.value.Char;
import nabla.value.Display;
import nabla.value.Failure;
import nabla.value.Format;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Output of values and text. */
public final class Printing {
    private Printing() {}

    private static Format current(Session s) {
        return s.state(Format.class, Format::initial);
    }

    private static String text(String function, Value template, Value[] args) {
        if (!(template instanceof Char t)) {
            throw Failure.of(
                    "%s: format TEMPLATE must be a string", "%s: шаблон должен быть строкой", function);
        }
        return Printf.format(function, t.doubleQuoted() ? t.text() : Printf.escapes(t.text()), args);
    }

    private static Value[] rest(Value[] v, int from) {
        return java.util.Arrays.copyOfRange(v, from, v.length);
    }

    @Function(
            call = "s = sprintf(template, x, ...)",
            en = "Text from a template: %d integers, %f fixed point, %e exponent, %g the shorter, %s strings, %c characters, %x"
                    + " hexadecimal. The template starts again while elements of the arguments are left.",
            ru = "Текст по шаблону: %d целые, %f с фиксированной точкой, %e с порядком, %g что короче, %s строки, %c знаки, %x"
                    + " шестнадцатеричные. Шаблон повторяется, пока остаются элементы аргументов.",
            examples = {"sprintf('%d apples', 3)  % 3 apples", "sprintf('%5.2f|', [1 2])  %  1.00| 2.00|"})
    public static Value sprintf(Value template, Value... x) {
        String s = text("sprintf", template, x);
        return s.isEmpty() ? new Char(new char[0], false, 1, 0) : Char.of(s);
    }

    @Function(
            call = "printf(template, x, ...)",
            en = "Prints text made from a template as sprintf makes it.",
            ru = "Печатает текст по шаблону, как его строит sprintf.",
            examples = {"printf('%d-%d\\n', 1, 2)  % 1-2"})
    public static void printf(Session session, Value template, Value... x) {
        session.out().print(text("printf", template, x));
    }

    @Function(
            call = "fprintf(template, x, ...)\nfprintf(fid, template, x, ...)\nn = fprintf(...)",
            en = "Prints text made from a template, to the console or to an open file; 1 is the console, 2 its error stream.",
            ru = "Печатает текст по шаблону на консоль или в открытый файл; 1 — консоль, 2 — поток ошибок.",
            examples = {"fprintf('%s\\n', 'hello')  % hello"})
    public static Value[] fprintf(Session session, @Nargout int nargout, Value first, Value... x) {
        boolean toFile = !(first instanceof Char) && x.length > 0;
        Value template = toFile ? x[0] : first;
        if (!toFile && !(template instanceof Char)) template = Char.of("%g");
        Value[] args = toFile ? rest(x, 1) : first instanceof Char ? x : new Value[] {first};
        String s = text("fprintf", template, args);
        OpenFiles.of(session).print(session, "fprintf", toFile ? first : Real.of(OpenFiles.OUT), s);
        return nargout == 0 ? new Value[0] : new Value[] {Real.of(Files.bytes(s).length)};
    }

    @Function(
            call = "puts(s)\nstatus = puts(s)",
            en = "Prints the string as it is. The status, when asked for, is 0, or -1 for what is no text.",
            ru = "Печатает строку как есть. Статус, если он нужен: 0 или -1, если это не текст.",
            examples = {"puts(\"one\\n\")  % one"})
    public static Value[] puts(Session session, @Nargout int nargout, Value s) {
        return put(session, "puts", nargout, Real.of(OpenFiles.OUT), s);
    }

    @Function(
            call = "fputs(fid, s)\nstatus = fputs(fid, s)",
            en = "Writes the string as it is to an open file. The status, when asked for, is 0, or -1 for what is no text.",
            ru = "Записывает строку как есть в открытый файл. Статус, если он нужен: 0 или -1, если это не текст.",
            examples = {"fputs(stdout, \"one\\n\")  % one"})
    public static Value[] fputs(Session session, @Nargout int nargout, Value fid, Value s) {
        return put(session, "fputs", nargout, fid, s);
    }

    private static Value[] put(Session session, String function, int nargout, Value fid, Value s) {
        if (nargout > 0 && !(s instanceof Char)) return new Value[] {Real.of(-1)};
        OpenFiles.of(session).print(session, function, fid, Texts.text(s, function, "s"));
        return nargout > 0 ? new Value[] {Real.of(0)} : new Value[0];
    }

    @Function(
            call = "disp(x)\ns = disp(x)",
            en = "Prints the value without its name; with a result, returns the text instead.",
            ru = "Печатает значение без имени; если нужен результат, возвращает текст.",
            examples = {"disp([1 2])  %    1   2", "disp('text')  % text"})
    public static Value[] disp(Session session, @Nargout int nargout, Value x) {
        String s = Display.plain(x, current(session));
        if (nargout > 0) return new Value[] {Char.of(s)};
        session.out().print(s);
        return new Value[0];
    }

    @Function(
            call = "fdisp(fid, x)",
            en = "Prints the value, as disp does, to an open file.",
            ru = "Печатает значение, как disp, в открытый файл.",
            examples = {"fdisp(stdout, 5)  % 5"})
    public static void fdisp(Session session, Value fid, Value x) {
        OpenFiles.of(session).print(session, "fdisp", fid, Display.plain(x, current(session)));
    }

    @Function(
            call = "format\nformat short\nformat long\nformat short g\nformat long e\nformat bank\nformat rat\nformat compact\n[style, spacing, case] = format",
            en = "How numbers print: short (5 significant digits) or long (16), with g the shorter notation, with e always an"
                    + " exponent, with eng one divisible by three; bank two decimals; rat fractions; hex the bits; + the signs; compact without blank lines, loose with them. Alone: as at first; with results: what is set.",
            ru = "Как печатаются числа: short (5 значащих цифр) или long (16), с g запись покороче, с e всегда с порядком, с eng – кратным трём; bank два"
                    + " знака; rat дроби; hex биты; + знаки чисел; compact без пустых строк, loose с ними. Без слов: как в начале; с результатами: что задано.",
            examples = {"format long"})
    public static Value[] format(Session session, @Nargout int nargout, Value... words) {
        if (nargout > 0 && words.length == 0) return settings(current(session));
        Format f = words.length == 0 ? Format.initial() : current(session);
        for (Value w : words) {
            String word = Texts.text(w, "format", "the word").toLowerCase(java.util.Locale.ROOT);
            f = switch (word) {
                case "short" -> Format.initial().withCompact(f.compact());
                case "long" -> Format.ofLong().withCompact(f.compact());
                case "g" -> f.with(Format.Style.GENERAL);
                case "e" -> f.with(Format.Style.EXPONENT);
                case "shortg" -> Format.initial().withCompact(f.compact()).with(Format.Style.GENERAL);
                case "longg" -> Format.ofLong().withCompact(f.compact()).with(Format.Style.GENERAL);
                case "shorte" -> Format.initial().withCompact(f.compact()).with(Format.Style.EXPONENT);
                case "longe" -> Format.ofLong().withCompact(f.compact()).with(Format.Style.EXPONENT);
                case "shorteng" -> Format.initial().withCompact(f.compact()).with(Format.Style.ENGINEERING);
                case "longeng" -> Format.ofLong().withCompact(f.compact()).with(Format.Style.ENGINEERING);
                case "eng" -> f.with(Format.Style.ENGINEERING);
                case "hex" -> f.with(Format.Style.HEXADECIMAL);
                case "+" -> f.with(Format.Style.SIGNS);
                case "bank" -> f.with(Format.Style.BANK);
                case "rat" -> f.with(Format.Style.RATIONAL);
                case "compact" -> f.withCompact(true);
                case "loose" -> f.withCompact(false);
                default -> throw Failure.of(
                        "format: unrecognized format state '%s': short, long, g, e, eng, bank, rat, hex, +, compact or loose",
                        "format: нет такого формата '%s': short, long, g, e, eng, bank, rat, hex, +, compact или loose", word);
            };
        }
        session.keep(Format.class, f);
        return new Value[0];
    }

    private static Value[] settings(Format f) {
        String digits = f.precision() > Format.initial().precision() ? "long" : "short";
        String style = switch (f.style()) {
            case GENERAL -> digits + "g";
            case EXPONENT -> digits + "e";
            case ENGINEERING -> digits + "eng";
            case HEXADECIMAL -> "hex";
            case SIGNS -> "+";
            case BANK -> "bank";
            case RATIONAL -> "rat";
            default -> digits;
        };
        return new Value[] {Char.of(style), Char.of(f.compact() ? "compact" : "loose"), Char.of("lowercase")};
    }

    @Function(
            call = "n = output_precision()\noutput_precision(n)",
            en = "How many significant digits numbers print with; n from 1 to 16 sets it.",
            ru = "Со сколькими значащими цифрами печатаются числа; n от 1 до 16 задаёт.",
            examples = {"output_precision()  % 5"})
    public static Value[] output_precision(Session session, @Nargout int nargout, @Default Value n) {
        Format f = current(session);
        if (n != null) {
            double d = n instanceof Numeric x && x.isScalar() ? x.re(0) : Double.NaN;
            if (!(d >= 1 && d <= 16)) {
                throw Failure.of("output_precision: n must be from 1 to 16", "output_precision: n должно быть от 1 до 16");
            }
            session.keep(Format.class, f.withPrecision((int) d));
            if (nargout == 0) return new Value[0];
        }
        return new Value[] {Real.of(f.precision())};
    }
}
