package nabla.gradient;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import nabla.value.Callable;
import nabla.value.Failure;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/**
 * The computations of a program in their order, and from them exact derivatives: {@link #variable} gives values to compute with,
 * {@link #derivatives} sweeps back over what was computed. Costs about what the program itself costs, however many variables there are.
 */
public final class Tape implements AutoCloseable {
    private static final AtomicLong BEGUN = new AtomicLong();

    /** Functions whose derivative loses the digits that their argument of this number (from 0) has lost. */
    private static final Map<String, Integer> SENSITIVE =
            Map.of("log", 0, "log2", 0, "log10", 0, "reallog", 0, "sqrt", 0, "realsqrt", 0, "rdivide", 1, "ldivide", 0);

    private static final double SMALL = 0x1p-20;

    private final long order = BEGUN.incrementAndGet();
    private final Function<String, Callable> functions;
    private final Recorder recorder;
    private Step[] steps = new Step[64];
    private int count;
    private boolean closed;
    private boolean paused;
    /** Steps that indices were computed from. */
    private final BitSet choosing = new BitSet();
    /** The first function that told in jumps where a followed value is, and the first that gave complex numbers for real ones; or null. */
    private String jump;
    private int jumps;
    private String extension;
    private boolean doubtful;
    private boolean watches;
    /** The step where the derivative was lost, −1 when it was not, and why. */
    private int lostAt = -1;
    private Supplier<Failure> lost;
    /** The step that is not to be taken, −1 for none, and the error in its place. */
    private int stopAt = -1;
    private Supplier<Failure> stop;

    /** @param functions finds the library's functions, and the programs of this package by names such as {@code gradient/sin/1} */
    public Tape(Function<String, Callable> functions) {
        this.functions = functions;
        recorder = new Recorder(this, Derivatives.standard());
        Traced.begun();
    }

    /** A value like x that the tape follows; x is real, or followed by an earlier tape. */
    public Value variable(Value x) {
        x.share();
        return add(new Step.Variable(x), x);
    }

    /** The tape begun last of those that still run and follow the value; null when none does. */
    public static Tape following(Value v) {
        return Traced.innermost(v);
    }

    /** Whether the value's computation is on this tape. */
    public boolean follows(Value v) {
        return v instanceof Traced t && t.tape == this;
    }

    /** The value without the memory of this tape. */
    public Value released(Value v) {
        return v instanceof Traced t && t.tape == this ? t.value : v;
    }

    /**
     * The derivatives by variables of ⟨seed, y⟩, in the variables' sizes.
     *
     * @param y what was computed
     * @param seed as large as y
     */
    public Value[] derivatives(Value y, Value seed, Value... variables) {
        Value[] r = new Value[variables.length];
        Sweep sweep = follows(y) ? Sweep.of(this, (Traced) y, seed) : null;
        for (int k = 0; k < r.length; k++) {
            Traced x = (Traced) variables[k];
            Value d = sweep == null ? null : sweep.of(x.step);
            r[k] = d == null ? Real.zeros(x.dims()) : d;
        }
        return r;
    }

    /** The function by whose jumps alone the program may know followed values; null when there is none. */
    public String jump() {
        return jump;
    }

    void jumped(String function) {
        if (jump == null) jump = function;
        jumps++;
    }

    /** The error to raise when the result is complex: it names the function that left the real numbers; null when none did. */
    public Failure complexity() {
        return extension == null ? null : Recorder.complexOf(extension);
    }

    void leftReals(String function) {
        if (extension == null) extension = function;
    }

    /** Notes where a small difference is divided by, or its root or logarithm taken: few of its digits may be right. */
    void doubt(String function, int[] parents, Value[] a) {
        Integer k = SENSITIVE.get(function);
        if (k == null || doubtful || parents[k] < 0 || !(Traced.behind(a[k]) instanceof Real x)) return;
        if (steps[parents[k]] != null && hasSmall(x) && steps[parents[k]].isDifference(this)) doubtful = true;
    }

    private static boolean hasSmall(Real x) {
        for (double d : x.data()) if (Math.abs(d) < SMALL) return true;
        return false;
    }

    /** Whether digits may have been lost that count. */
    public boolean isDoubtful() {
        return doubtful;
    }

    /** From now on the step where a derivative becomes NaN is noted as the one that lost it. */
    public void watch() {
        watches = true;
    }

    boolean watches() {
        return watches && lostAt < 0;
    }

    Failure lost(int at, Supplier<Failure> reason) {
        lostAt = at;
        lost = reason;
        return reason.get();
    }

    /** Whether the derivative was lost on a step of this tape. */
    public boolean hasLost() {
        return lostAt >= 0;
    }

    /** Why the derivative was lost. */
    public Failure loss() {
        return lost.get();
    }

    /** From now on the step where the other tape lost the derivative is an error: running the program again shows its place. */
    public void stopWhere(Tape other) {
        stopAt = other.lostAt;
        stop = other.lost;
    }

    /** Notes that an index was computed from the step's result. */
    void chooses(int step) {
        Deque<Integer> open = new ArrayDeque<>(List.of(step));
        while (!open.isEmpty()) {
            int at = open.pop();
            if (at < 0 || choosing.get(at)) continue;
            choosing.set(at);
            if (steps[at] != null) for (int p : steps[at].parents()) open.push(p);
        }
    }

    boolean hasChosen(int step) {
        return choosing.get(step);
    }

    static boolean isZero(Value v) {
        if (Overloaded.primal(v) instanceof Real x) for (double d : x.data()) if (d != 0) return false;
        return true;
    }

    static boolean hasNaN(Value... values) {
        for (Value v : values) {
            if (Overloaded.primal(v) instanceof Real x) for (double d : x.data()) if (d != d) return true;
        }
        return false;
    }

    /**
     * How y changes, in its sizes, when the variables, or from the step of this number on what they are computed from, move along one
     * direction, the same for each call.
     */
    public Value along(Value y, int from) {
        try (Tape outer = new Tape(functions)) {
            Value u = outer.variable(Real.zeros(y.dims()));
            Sweep sweep = Sweep.of(this, (Traced) y, u, from);
            Value sum = Real.of(0);
            for (int at = 0; at < sweep.length(); at++) {
                if (sweep.raw(at) == null || at >= from && !(steps[at] instanceof Step.Variable)) continue;
                Value moved = function("times").call(new Value[] {sweep.of(at), direction(steps[at].dims)}, 1)[0];
                sum = function("plus").call(new Value[] {sum, function("sum").call(new Value[] {moved.numel() == 1 ? moved : column(moved)}, 1)[0]}, 1)[0];
            }
            return Overloaded.primal(outer.derivatives(sum, Real.of(1), u)[0]);
        }
    }

    private Value column(Value v) {
        return function("vec").call(new Value[] {v}, 1)[0];
    }

    private static Real direction(int[] dims) {
        Real r = Real.zeros(dims);
        for (int i = 0; i < r.numel(); i++) r.data()[i] = 1 + i * 0.6180339887 % 1;
        return r;
    }

    /** How many steps there are by now. */
    public int steps() {
        return count;
    }

    /** How often followed values were asked for what tells in jumps where they are. */
    public int jumps() {
        return jumps;
    }

    /** From now on values of this tape are ordinary ones: they may live on in the program's variables. */
    @Override
    public void close() {
        if (!closed) Traced.ended();
        closed = true;
        steps = null;
    }

    public boolean runs() {
        return !closed && !paused;
    }

    /** While it pauses, values of this tape are ordinary ones. */
    void pause(boolean now) {
        paused = now;
    }

    boolean laterThan(Tape other) {
        return order > other.order;
    }

    Recorder recorder() {
        return recorder;
    }

    Callable function(String name) {
        return functions.apply(name);
    }

    Traced add(Step step, Value result) {
        if (count == stopAt) throw stop.get();
        if (count == steps.length) steps = Arrays.copyOf(steps, 2 * count);
        steps[count] = step;
        return new Traced(result, this, count++);
    }

    /** A further result of the step added last. */
    Traced addResult(Value result) {
        return add(null, result);
    }

    /** The step of this number; null for what is a further result of the one before. */
    Step step(int at) {
        return steps[at];
    }
}
