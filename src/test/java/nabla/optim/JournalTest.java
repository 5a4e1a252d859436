package nabla.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final double[] START = {0.2, -1.2};

    private static final class OfAnother extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @TempDir
    private Path folder;

    private int asked;

    /** Peaks, counting how often it is asked. */
    private final Objective counted = new Objective() {
        @Override
        public double value(double[] x) {
            asked++;
            return new Peaks().value(x);
        }

        @Override
        public double[] gradient(double[] x) {
            return new Peaks().gradient(x);
        }

        @Override
        public boolean hasGradient() {
            return true;
        }
    };

    private Outcome run(Path file, Method method, Objective f) throws IOException {
        Journal journal = Journal.open(file, "peaks", OfAnother::new);
        Outcome o = new Minimizer().steps(60).journal(journal).minimize(f, START, method);
        journal.flush();
        return o;
    }

    @Test
    void aJournalCutAnywhereContinuesToTheSameEnd() throws IOException {
        Method method = new Descent(new Noise(0.1, 0).then(new Adam(0.02)));
        Path file = folder.resolve("run");
        Outcome whole = run(file, method, counted);
        byte[] all = Files.readAllBytes(file);
        for (int length = all.length; length > 40; length -= 37) {
            Path cut = folder.resolve("cut");
            Files.write(cut, Arrays.copyOf(all, length));
            asked = 0;
            Outcome again = run(cut, method, counted);
            assertArrayEquals(whole.x(), again.x());
            assertArrayEquals(whole.trace().values(), again.trace().values());
            assertTrue(asked <= 62 - (length - 40) / 41, length + " bytes left " + asked + " questions");
            assertArrayEquals(all, Files.readAllBytes(cut));
        }
    }

    @Test
    void everyMethodGoesOn() throws IOException {
        for (Method method : new Method[] {new QuasiNewton(), new NelderMead(1e-6, 1e-6), new SimulatedAnnealing(1, 0.9)}) {
            Path file = folder.resolve(method.name());
            Outcome whole = run(file, method, counted);
            byte[] all = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(all, all.length / 2));
            assertArrayEquals(whole.x(), run(file, method, counted).x());
            assertEquals(all.length, Files.size(file));
        }
    }

    @Test
    void noJournalServesAnotherFunctionOrMethod() throws IOException {
        Path file = folder.resolve("run");
        Method method = new Descent(new GradientDescent(0.01));
        run(file, method, counted);
        assertThrows(OfAnother.class, () -> run(file, method, x -> 1));
        assertThrows(OfAnother.class, () -> run(file, new Descent(new GradientDescent(0.02)), counted));
        assertThrows(OfAnother.class, () -> Journal.open(file, "another", OfAnother::new));
    }

    @Test
    void notesComeBackInTheirPlace() throws IOException {
        Path file = folder.resolve("run");
        Journal first = Journal.open(file, "notes", OfAnother::new);
        Objective f = first.of(x -> x[0]);
        f.value(new double[] {1});
        first.note(0.5);
        f.value(new double[] {2});
        first.flush();
        Journal again = Journal.open(file, "notes", OfAnother::new);
        Objective g = again.of(x -> x[0]);
        assertTrue(Double.isNaN(again.noted()));
        g.value(new double[] {1});
        assertEquals(0.5, again.noted());
        assertEquals(2, g.value(new double[] {2}));
    }

    @Test
    void whoLooksBetweenIteratesLeavesTheJournalAsItIs() throws IOException {
        Watch restless = new Watch() {
            @Override
            public boolean stop(Iterate i) {
                return false;
            }

            @Override
            public boolean restless() {
                return true;
            }
        };
        Constraints disc = new Constraints(x -> new Constraints.Values(new double[] {x[0] * x[0] + x[1] * x[1] - 1}, new double[0]));
        double[] far = {9, 9};
        Problem p = new Problem(counted, START, new double[] {-9, -9}, far, disc);
        Path file = folder.resolve("disc");
        for (Watch w : new Watch[] {Watch.NOTHING, restless}) {
            Journal journal = Journal.open(file, "disc", OfAnother::new);
            Outcome o = new Minimizer().watch(w).journal(journal).minimize(p, new Sqp());
            journal.flush();
            assertTrue(o.reason().success(), o.toString());
        }
    }
}
