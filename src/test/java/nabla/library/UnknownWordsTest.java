package nabla.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nabla.engine.Engine;
import nabla.language.Source;
import nabla.value.Failure;
import nabla.value.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every function of the library, called with numbers and then a word that it cannot know: an error comes, never a result. */
class UnknownWordsTest {
    /** They ask, wait, open, change files or the session. */
    private static final Set<String> LEFT_OUT = words("input keyboard pause paused resume stop exit quit clc home beep more edit system dos unix shell_cmd cd chdir "
            + "copyfile delete mkdir movefile rename rmdir unlink ls dir save load saveas print exportgraphics fopen fclose run source eval evalc evalin clear "
            + "clearvars path addpath rmpath genpath putenv setenv csvwrite dlmwrite writematrix writecell writelines help doc lookfor lang type which who whos diary ginput");

    /** Texts are among their data: joined, compared, looked for, counted by their characters' codes as numbers are, or shown. */
    private static final Set<String> TEXTS_ARE_DATA = words("char horzcat strcat strvcat colon histc lookup intersect ismember setdiff setxor union isequal isequaln "
            + "size_equal common_size numel mldivide dec2base legend text tr strcmp strcmpi isfield isprop isa softmaxfit polyout");

    /** The word is a format: one without conversions is printed as it is; for dates as numbers none is read. */
    private static final Set<String> TAKES_A_FORMAT = words("num2str datevec");

    private static final List<String> CALLS = List.of("%s(x, 'bogus')", "%s(x, 2, 'bogus')", "%s(x, x, 'bogus')", "%s(x, x, x, 'bogus')");

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    @BeforeEach
    void speakEnglish() {
        Lang.use(Lang.EN);
    }

    @Test
    void wordsThatAFunctionDoesNotKnowAreErrors() {
        Catalog catalog = new Catalog();
        Engine engine = new Engine(catalog, new PrintStream(new ByteArrayOutputStream()), Path.of("target"));
        engine.execute(new Source("start", null, "warning off\nset(0, 'DefaultFigureVisible', 'off');\n"));
        List<String> taken = new ArrayList<>();
        for (String name : new TreeSet<>(catalog.names())) {
            if (LEFT_OUT.contains(name) || TEXTS_ARE_DATA.contains(name) || TAKES_A_FORMAT.contains(name) || !name.matches("\\w+")) continue;
            for (String call : CALLS) {
                String code = String.format(call, name);
                try {
                    engine.execute(new Source("probe", null, "x = [1 2 6]; r = " + code + ";"));
                    taken.add(code);
                } catch (Failure e) {
                    // as it must be
                }
            }
        }
        assertEquals(List.of(), taken);
    }
}
