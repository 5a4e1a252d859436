package nabla.library.texts;

import java.util.function.IntPredicate;
import nabla.library.Function;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Numeric;
import nabla.value.Value;

/** What kind each character is of. */
public final class CharacterClasses {
    private CharacterClasses() {}

    private static Value test(Value s, IntPredicate kind) {
        if (s instanceof Cell c) {
            Value[] r = new Value[c.numel()];
            for (int i = 0; i < r.length; i++) r[i] = test(c.get(i), kind);
            return new Cell(r, c.dims());
        }
        boolean[] r = new boolean[s.numel()];
        if (s instanceof Char c) for (int i = 0; i < r.length; i++) r[i] = kind.test(c.data()[i]);
        else if (s instanceof Numeric n) for (int i = 0; i < r.length; i++) r[i] = kind.test((int) n.re(i));
        return new Bool(r, s.dims());
    }

    private static boolean isInk(int c) {
        return c > 32 && !Character.isISOControl(c) && !Character.isSpaceChar(c) && Character.isDefined(c);
    }

    @Function(call = "tf = is_dq_string(s)", en = "Whether s is a text written between double quotes.", ru = "Записан ли текст s в двойных кавычках.",
            examples = {"is_dq_string('a')  % 0"})
    public static boolean isDqString(Value s) {
        return s instanceof Char c && c.doubleQuoted();
    }

    @Function(call = "tf = is_sq_string(s)", en = "Whether s is a text written between single quotes, or computed.", ru = "Записан ли текст s в одинарных кавычках (или вычислен).",
            examples = {"is_sq_string('a')  % 1"})
    public static boolean isSqString(Value s) {
        return s instanceof Char c && !c.doubleQuoted();
    }

    @Function(call = "tf = isalpha(s)", en = "Which characters are letters.", ru = "Какие символы — буквы.",
            examples = {"isalpha('a1')  %   1  0"}, aliases = {"isletter"})
    public static Value isalpha(Value s) {
        return test(s, Character::isLetter);
    }

    @Function(call = "tf = isdigit(s)", en = "Which characters are digits.", ru = "Какие символы — цифры.",
            examples = {"isdigit('a1')  %   0  1"})
    public static Value isdigit(Value s) {
        return test(s, c -> c >= '0' && c <= '9');
    }

    @Function(call = "tf = isspace(s)", en = "Which characters are blanks, tabs or ends of lines.",
            ru = "Какие символы — пробелы, табуляции или концы строк.", examples = {"isspace('a b')  %   0  1  0"})
    public static Value isspace(Value s) {
        return s instanceof Char || s instanceof Cell ? test(s, c -> c == ' ' || c >= 9 && c <= 13) : test(s, c -> false);
    }

    @Function(call = "tf = isupper(s)", en = "Which characters are capital letters.", ru = "Какие символы — прописные буквы.",
            examples = {"isupper('aB')  %   0  1"})
    public static Value isupper(Value s) {
        return test(s, Character::isUpperCase);
    }

    @Function(call = "tf = islower(s)", en = "Which characters are small letters.", ru = "Какие символы — строчные буквы.",
            examples = {"islower('aB')  %   1  0"})
    public static Value islower(Value s) {
        return test(s, Character::isLowerCase);
    }

    @Function(call = "tf = isalnum(s)", en = "Which characters are letters or digits.", ru = "Какие символы — буквы или цифры.",
            examples = {"isalnum('a-1')  %   1  0  1"})
    public static Value isalnum(Value s) {
        return test(s, Character::isLetterOrDigit);
    }

    @Function(call = "tf = ispunct(s)", en = "Which characters print, but are neither letters, digits nor blanks.",
            ru = "Какие символы печатаются, но не буквы, не цифры и не пробелы.", examples = {"ispunct('a,')  %   0  1"})
    public static Value ispunct(Value s) {
        return test(s, c -> isInk(c) && !Character.isLetterOrDigit(c));
    }

    @Function(call = "tf = iscntrl(s)", en = "Which characters are control characters.", ru = "Какие символы — управляющие.",
            examples = {"iscntrl(char([65 7]))  %   0  1"})
    public static Value iscntrl(Value s) {
        return test(s, c -> c < 32 || c == 127);
    }

    @Function(call = "tf = isgraph(s)", en = "Which characters leave ink.", ru = "Какие символы видны на печати.",
            examples = {"isgraph('a ')  %   1  0"})
    public static Value isgraph(Value s) {
        return test(s, CharacterClasses::isInk);
    }

    @Function(call = "tf = isprint(s)", en = "Which characters print, the blank included.", ru = "Какие символы печатаются, включая пробел.",
            examples = {"isprint('a ')  %   1  1"})
    public static Value isprint(Value s) {
        return test(s, c -> c == ' ' || isInk(c));
    }

    @Function(call = "tf = isxdigit(s)", en = "Which characters are hexadecimal digits.", ru = "Какие символы — шестнадцатеричные цифры.",
            examples = {"isxdigit('fg')  %   1  0"})
    public static Value isxdigit(Value s) {
        return test(s, c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F');
    }

    @Function(call = "tf = isascii(s)", en = "Which characters are among the first 128.", ru = "Какие символы — из первых 128.",
            examples = {"isascii('a')  % 1"})
    public static Value isascii(Value s) {
        return test(s, c -> c < 128);
    }
}
