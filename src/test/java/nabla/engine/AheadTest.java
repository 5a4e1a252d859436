package nabla.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import nabla.language.Source;
import nabla.library.Catalog;
import nabla.value.FunctionHandle;
import nabla.value.Lang;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forks do tasks ahead of a program, and nothing else. */
@Timeout(60)
class AheadTest {
    private static final String PROGRAM = """
            1;
            function y = counting(x)
              global n
              n = n + 1; y = x;
            end
            function y = remembering(x)
              persistent k
              k = x; y = k;
            end
            function y = calling(x)
              y = counting(x);
            end
            function y = fib(x)
              if x < 2, y = x; else y = fib(x-1) + fib(x-2); end
            end
            function y = inside(x)
              a = 1;
              function twice(), a = 2*a; end
              for k = 1:x, twice(); end
              y = a;
            end
            function y = catching(x)
              try, error('a:b', 'no %d', x); catch e, y = numel(e.message) + e.stack(1).line; end
            end
            function y = endless(x)
              while x > 0, end
              y = x;
            end
            c = {@(t) t^2, struct('g', @sin)}; m = containers.Map(); v = [1 2 3];
            """;

    private static final long PATIENCE = 20;

    private final Engine engine = new Engine(new Catalog(), new PrintStream(OutputStream.nullOutputStream()), Path.of("."));

    @BeforeEach
    void defineFunctions() {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
        Lang.use(Lang.EN);
        engine.execute(new Source("", null, PROGRAM));
    }

    private FunctionHandle function(String text) {
        return (FunctionHandle) engine.evaluate(text, engine.baseWorkspace(), 1)[0];
    }

    /** Goes through four tasks that take their time, leaving out the work; what the last gave, null when that was left to the program. */
    private Numeric lastOf(Ahead<Numeric> ahead) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        ahead.begin(4, (fork, f, k) -> {
            try {
                return (Numeric) Ahead.call(fork, f[0], new Value[] {Real.of(k)}, 1)[0];
            } finally {
                done.countDown();
            }
        });
        for (int k = 0; k < 3; k++) {
            assertNull(ahead.next());
            Thread.sleep(PATIENCE);
        }
        for (int k = 0; k < 200 && ahead.refused() == null && !done.await(PATIENCE, TimeUnit.MILLISECONDS); k++) {}
        return ahead.next();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@(x) x + 1", "@sqrt", "@fib", "@inside", "@catching", "@(x) c{1}(x) + c{2}.g(x)", "@(x) feval('fib', x)",
            "@(x) sum(arrayfun(@(t) t*x, v))", "@(x) ∇(@(t) t^3)(x)", "@(x) fzero(@(t) t^3 - x, [0 9])", "@(x) median([x 1 2])"})
    void forkGivesWhatTheProgramWould(String text) throws InterruptedException {
        FunctionHandle f = function(text);
        Ahead<Numeric> ahead = engine.ahead(f);
        Numeric there = lastOf(ahead);
        assertNull(ahead.refused());
        assertArrayEquals(((Numeric) f.apply(Real.of(3))).toDoubles(), there.toDoubles());
    }

    @ParameterizedTest
    @CsvSource({"@rand, rand", "@(x) disp(x), disp", "@counting, the global variable n", "@calling, the global variable n",
        "@remembering, the persistent variable k", "@(x) eval('x'), eval", "@(x) m.Count, containers.Map", "@(x) warning('w'), warning",
        "@(x) figure(x), figure", "@(x) toc, toc", "@(x) exist('nothing'), exist", "@(x) fopen('x'), fopen", "@(x) @() x, function_handle"})
    void whatIsTheSessionsAloneIsRefusedByName(String text, String what) throws InterruptedException {
        Ahead<Numeric> ahead = engine.ahead(function(text));
        assertNull(lastOf(ahead));
        assertEquals(what, ahead.refused().what());
    }

    @Test
    void forksThatWereTurnedAwayStayAway() throws InterruptedException {
        Ahead<Numeric> ahead = engine.ahead(function("@(x) rand"));
        lastOf(ahead);
        assertNull(lastOf(ahead));
    }

    @Test
    void failureIsLeftToTheProgram() throws InterruptedException {
        Ahead<Numeric> ahead = engine.ahead(function("@(x) error('no')"));
        assertNull(lastOf(ahead));
        assertNull(ahead.refused());
    }

    @Test
    void endlessTasksEndWithTheirBatch() throws InterruptedException {
        Ahead<Numeric> ahead = engine.ahead(function("@endless"));
        CountDownLatch begun = new CountDownLatch(1);
        ahead.begin(4, (fork, f, k) -> {
            begun.countDown();
            return (Numeric) f[0].apply(Real.of(k));
        });
        for (int k = 0; k < 3; k++) {
            assertNull(ahead.next());
            Thread.sleep(PATIENCE);
        }
        begun.await();
        assertNull(ahead.next());
        ahead.close();
        assertNotNull(lastOf(engine.ahead(function("@fib"))));
        assertFalse(Interruption.wanted);
    }

    @Test
    void whoAsksForParallelEvaluationIsToldWhatHinders() {
        engine.execute(new Source("", null, "global n; n = 0; [~, ~, flag] = de(@(x) counting(x(1) + 0*fib(24)), [-1 -1], [1 1], 'MaxFunEvals', 99, 'UseParallel', true); w = lastwarn;"));
        assertEquals("de: UseParallel: one point was evaluated after another, since the function needs the global variable n",
                engine.baseWorkspace().get("w").toString());
    }

    @Test
    void interruptStopsProgramAndForks() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread program = new Thread(() -> {
            try {
                engine.execute(new Source("", null, "de(@(x) x(1)^2 + fib(25), [-1 -1], [1 1], 'MaxFunEvals', 1e9)"));
            } catch (CancellationException e) {
                thrown.set(e);
            }
        });
        program.start();
        Thread.sleep(1000);
        engine.interrupt();
        program.join();
        assertNotNull(thrown.get());
        engine.execute(new Source("", null, "x = 1;"));
        assertNotNull(lastOf(engine.ahead(function("@fib"))));
    }
}
