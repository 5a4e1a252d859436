package nabla.kernel;

import java.util.function.Consumer;

/**
 * Makes {@link Vectors} ready. Java's vectors are a module that is not loaded by default, and naming it on the command line makes Java
 * warn at every start; so it is loaded while running, as Java itself loads its debugging agents. That needs the package jdk.internal.module
 * of java.base opened to us, as the manifest of nabla.jar asks (Add-Exports); where it is not, runs stay one by one.
 */
final class Wide {
    private static final int BLOCK = 1024;
    /** Vectors are slow until they have been compiled: so many blocks are tried at most. */
    private static final int TRIES = 200_000;

    private Wide() {}

    /** Loads and tries vectors in the background, and hands them over when they have been seen to be faster. */
    static void prepare(Consumer<Runs.Way> ready) {
        Thread t = new Thread(() -> {
            Runs.Way vectors = load();
            if (vectors != null && faster(vectors)) ready.accept(vectors);
        }, "vectors");
        t.setDaemon(true);
        t.setUncaughtExceptionHandler((thread, outOfMemory) -> {});
        t.setPriority(Thread.MIN_PRIORITY);
        t.start();
    }

    /** null where Java or the processor has no vectors, or Java does not let us have them. */
    static Runs.Way load() {
        try {
            Class<?> modules = Class.forName("jdk.internal.module.Modules");
            modules.getMethod("loadModule", String.class).invoke(null, "jdk.incubator.vector");
            return Vectors.usable() ? new Vectors() : null;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return null;
        }
    }

    private static boolean faster(Runs.Way vectors) {
        Runs.Way scalars = new Runs.OneByOne();
        double[] w = new double[BLOCK];
        double[] r = new double[BLOCK];
        for (int i = 0; i < BLOCK; i++) w[i] = 1.0 / (i + 1);
        long least = time(scalars, w, r);
        for (int k = 0; k < TRIES; k++) {
            if (k % 16 == 0) least = Math.min(least, time(scalars, w, r));
            if (time(vectors, w, r) < 0.7 * least) return true;
        }
        return false;
    }

    private static long time(Runs.Way way, double[] w, double[] r) {
        long start = System.nanoTime();
        way.exp(w, 0, r, 0, BLOCK);
        way.weights(w, 0, BLOCK, r, 0);
        return System.nanoTime() - start;
    }
}
