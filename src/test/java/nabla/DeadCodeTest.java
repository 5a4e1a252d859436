package nabla;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nabla.console.Main;
import nabla.library.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * No method of the program is without a caller in the program. Called from elsewhere are: functions of the language, methods that
 * generated code or an annotation names in a string, what overrides or implements, and the public methods of the libraries for Java.
 */
class DeadCodeTest {
    /** Libraries in their own right, and what the grammar's generator writes. */
    private static final Set<String> LIBRARIES = Set.of("nabla.optim", "nabla.optim.global", "nabla.entropy");

    /** How Java programs run sources in a session. */
    private static final String DOOR = "nabla.engine.Engine.execute(nabla.language.Source)";

    private static final String GENERATED = "nabla.language.grammar";

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("nabla");

    /** Every string constant of the program. */
    private static final Set<String> STRINGS = new TreeSet<>();

    @BeforeAll
    static void readStrings() throws IOException, URISyntaxException {
        URI classes = Main.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        try (Stream<Path> files = Files.walk(Path.of(classes).resolve("nabla"))) {
            for (Path f : files.filter(p -> p.toString().endsWith(".class")).toList()) new ClassReader(Files.readAllBytes(f)).accept(new Strings(), 0);
        }
    }

    @Test
    void everyMethodHasACaller() {
        Set<String> dead = new TreeSet<>();
        for (JavaClass c : CLASSES) {
            if (c.getPackageName().equals(GENERATED)) continue;
            for (JavaMethod m : c.getMethods()) if (!isCalled(m) && !isMeantForOthers(c, m)) dead.add(m.getFullName());
        }
        assertEquals(Set.of(), dead);
    }

    private static boolean isCalled(JavaMethod m) {
        return m.getAccessesToSelf().stream().anyMatch(a -> !a.getOrigin().equals(m));
    }

    private static boolean isMeantForOthers(JavaClass c, JavaMethod m) {
        return m.getModifiers().contains(JavaModifier.SYNTHETIC)
                || m.getModifiers().contains(JavaModifier.BRIDGE)
                || m.isAnnotatedWith(Function.class)
                || m.getName().equals("main")
                || m.getFullName().equals(DOOR)
                || STRINGS.contains(m.getName())
                || isOfKind(c, m)
                || overrides(c, m)
                || LIBRARIES.contains(c.getPackageName()) && isPublic(c) && m.getModifiers().contains(JavaModifier.PUBLIC);
    }

    /** What the compiler writes for every enumeration, record and annotation. */
    private static boolean isOfKind(JavaClass c, JavaMethod m) {
        return c.isEnum() && Set.of("values", "valueOf").contains(m.getName())
                || c.isRecord() && c.tryGetField(m.getName()).isPresent() && m.getRawParameterTypes().isEmpty()
                || c.isAnnotation();
    }

    private static boolean isPublic(JavaClass c) {
        return c.getModifiers().contains(JavaModifier.PUBLIC) || c.getEnclosingClass().map(DeadCodeTest::isPublic).orElse(false);
    }

    private static boolean overrides(JavaClass c, JavaMethod m) {
        return Stream.concat(c.getAllRawSuperclasses().stream(), c.getAllRawInterfaces().stream())
                .flatMap(s -> s.getMethods().stream())
                .anyMatch(s -> s.getName().equals(m.getName()) && s.getRawParameterTypes().size() == m.getRawParameterTypes().size());
    }

    /** Collects the string constants of a class. */
    private static final class Strings extends ClassVisitor {
        Strings() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof String s) STRINGS.add(s);
                }

                @Override
                public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                    return new AnnotationVisitor(Opcodes.ASM9) {
                        @Override
                        public void visit(String name, Object value) {
                            if (value instanceof String s) STRINGS.add(s);
                        }
                    };
                }
            };
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            if (value instanceof String s) STRINGS.add(s);
            return null;
        }
    }
}
