package nabla.library.optimization;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nabla.library.Function;
import org.junit.jupiter.api.Test;

class SolverOptionsTest {
    private static final Set<Class<?>> LIBRARY = Set.of(MinimizeOptions.class, GlobalPopulations.class, GlobalSearch.class);

    /** What optimset and optimoptions say, with the help of the solvers they name for more. */
    private static Stream<Function> texts() {
        return LIBRARY.stream().flatMap(c -> Arrays.stream(c.getDeclaredMethods())).map(m -> m.getAnnotation(Function.class)).filter(f -> f != null);
    }

    @Test
    void helpListsWhatActs() {
        String en = texts().map(Function::en).collect(Collectors.joining(" "));
        String ru = texts().map(Function::ru).collect(Collectors.joining(" "));
        SolverOptions.all().values().stream().flatMap(names -> names.stream()).distinct().forEach(name -> {
            assertTrue(en.matches("(?s).*\\b" + name + "\\b.*"), name + " is missing");
            assertTrue(ru.matches("(?s).*\\b" + name + "\\b.*"), name + " is missing in Russian");
        });
    }
}
