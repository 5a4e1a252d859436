package nabla.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** ASM's classes as the program has them, which the archive of classes must take. */
class ArchivableTest {
    @ParameterizedTest
    @ValueSource(strings = {"ClassWriter", "MethodWriter", "Frame"})
    void classesAreForJava11(String name) throws IOException {
        try (DataInputStream in = new DataInputStream(ClassWriter.class.getResourceAsStream(name + ".class"))) {
            in.readInt();
            in.readUnsignedShort();
            assertEquals(Opcodes.V11, in.readUnsignedShort());
        }
    }
}
