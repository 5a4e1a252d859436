package nabla;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of packages: what each may import of the project and of other libraries. */
class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("nabla");

    private static final String EJML = "org.ejml..";
    private static final String OPENBLAS = "org.bytedeco..";
    private static final String ANTLR = "org.antlr..";
    private static final String ASM = "org.objectweb..";

    /** Package → what it may import beside itself and the JDK. */
    private static final Map<String, List<String>> ALLOWED = Map.ofEntries(
            Map.entry("kernel", List.of("jdk.incubator.vector")),
            Map.entry("value", List.of("nabla.kernel..")),
            Map.entry("linalg", List.of("nabla.value..", EJML, OPENBLAS)),
            Map.entry("gradient", List.of("nabla.value..", "nabla.linalg..")),
            Map.entry("optim", List.of("nabla.kernel..", "nabla.linalg..", "org.hipparchus..")),
            Map.entry("entropy", List.of("nabla.kernel..")),
            Map.entry("plot", List.of()),
            Map.entry("language", List.of(ANTLR, "nabla.value..")),
            Map.entry("engine", List.of("nabla.kernel..", "nabla.value..", "nabla.language..", ASM)),
            Map.entry("window", List.of("nabla.plot..", "nabla.value..", "org.knowm..", "de.erichseifert..")));

    @ParameterizedTest
    @ValueSource(strings = {"kernel", "value", "linalg", "gradient", "optim", "entropy", "plot", "language", "engine", "window"})
    void packageImportsOnlyWhatTheTableAllows(String name) {
        List<String> allowed = new ArrayList<>(ALLOWED.get(name));
        allowed.addAll(List.of("nabla." + name + "..", "java..", "javax.."));
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage("nabla." + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(new String[0]))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void libraryKnowsNeitherWindowsNorTheConsole() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("nabla.library..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nabla.window..", "nabla.console..", "org.jline..")
                .check(CLASSES);
    }

    @Test
    void familiesOfFunctionsStandOnTheLibraryAndFormNoCycle() {
        slices().matching("nabla.library.(*)..").should().beFreeOfCycles().check(CLASSES);
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("nabla.library")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("nabla.library.*..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("nabla.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /** What all sessions of a process share and anybody may change: each would carry one session's state into another. */
    @Test
    void sessionsShareNoVariablesButThese() {
        Set<String> variables = new TreeSet<>();
        for (JavaClass c : CLASSES) {
            if (c.getPackageName().equals("nabla.language.grammar")) continue;
            for (JavaField f : c.getFields()) {
                Set<JavaModifier> m = f.getModifiers();
                if (m.contains(JavaModifier.STATIC) && !m.contains(JavaModifier.FINAL) && !m.contains(JavaModifier.SYNTHETIC)) variables.add(f.getFullName());
            }
        }
        assertEquals(
                Set.of(
                        // the language of threads that run no session's program
                        "nabla.value.Lang.common",
                        // that anybody is to stop: who is asked then
                        "nabla.engine.Interruption.wanted",
                        // handed to a class while it is made, under a lock
                        "nabla.engine.Code.constants",
                        // how many elements were worked on, until the processor's wide instructions are loaded; then these
                        "nabla.kernel.Runs.done",
                        "nabla.kernel.Runs.way"),
                variables);
    }
}
