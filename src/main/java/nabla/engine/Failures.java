package nabla.engine;

import nabla.language.Reading;
import nabla.language.Source;
import nabla.value.Failure;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;

/** What befalls a program from outside its own statements, as errors of the language: exhausted memory, endless recursion, bad syntax, defects. */
final class Failures {
    private Failures() {}

    /** What a program's code threw, as an error of the language; thrown on when it is none. */
    static Failure of(Throwable t) {
        if (t instanceof Failure f) return f;
        if (t instanceof OutOfMemoryError) return memory();
        if (t instanceof StackOverflowError) return tooDeep();
        if (t instanceof Error e && !(t instanceof LinkageError || t instanceof AssertionError)) throw e;
        return internal(t);
    }

    /** A text that is no program. */
    static Failure of(Reading r, Source source) {
        if (r instanceof Reading.Wrong w) return at(new Failure(w.message()), source, w.at().line(), w.at().column());
        Failure f = Failure.of(
                "parse error: the text ends before %s",
                "ошибка разбора: текст кончился раньше, чем встретилось %s",
                ((Reading.Incomplete) r).closing());
        return at(f, source, Math.max(1, (int) source.text().lines().count()), 1);
    }

    private static Failure at(Failure f, Source source, int line, int column) {
        f.places().add(new Failure.Place(source.name(), "", line, column));
        return f.id("Octave:parse-error");
    }

    static Failure tooDeep() {
        return Failure.of(
                        "max_recursion_depth exceeded: more than %d calls inside each other; does the recursion end?",
                        "слишком глубокая рекурсия: больше %d вложенных вызовов; кончается ли она?",
                        Engine.DEEPEST)
                .id("Octave:undefined-function");
    }

    private static Failure memory() {
        return Failure.of("out of memory or dimension too large for Nabla's index type", "не хватает памяти").id("Octave:bad-alloc");
    }

    /** A defect of Nabla itself, told as an error so that the session goes on. */
    private static Failure internal(Throwable t) {
        if (t instanceof MethodTooLargeException || t instanceof ClassTooLargeException) {
            return Failure.of(
                    "a statement is too long to be run: keep such data in a file and load it",
                    "слишком длинный оператор: храните такие данные в файле и загружайте их (load)");
        }
        Failure f = Failure.of(
                "internal error of Nabla (please report it): %s", "внутренняя ошибка Nabla (сообщите о ней, пожалуйста): %s", t);
        f.setStackTrace(t.getStackTrace());
        return f;
    }
}
