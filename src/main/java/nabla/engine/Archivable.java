package nabla.engine;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Run by the build: writes ASM's classes anew, for Java 11. As published they are for Java 5, which the JVM's archive of classes does not
 * take, and reading them from the jar costs a fifth of a start.
 */
public final class Archivable {
    private Archivable() {}

    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        try (JarFile jar = published()) {
            for (JarEntry e : Collections.list(jar.entries())) {
                if (!e.getName().startsWith("org/") || !e.getName().endsWith(".class")) continue;
                Path file = classes.resolve(e.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, renewed(jar.getInputStream(e).readAllBytes()));
            }
        }
    }

    /** The jar on the class path, where classes written by an earlier build may stand before it. */
    private static JarFile published() throws IOException {
        String name = ClassWriter.class.getName().replace('.', '/') + ".class";
        for (URL u : Collections.list(Archivable.class.getClassLoader().getResources(name))) {
            if (u.openConnection() instanceof JarURLConnection c) return c.getJarFile();
        }
        throw new IllegalStateException("no jar on the class path holds " + name);
    }

    private static byte[] renewed(byte[] published) {
        ClassWriter renewed = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        ClassVisitor version = new ClassVisitor(Opcodes.ASM9, renewed) {
            @Override
            public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
                super.visit(Opcodes.V11, access, name, signature, parent, interfaces);
            }
        };
        new ClassReader(published).accept(version, 0);
        return renewed.toByteArray();
    }
}
