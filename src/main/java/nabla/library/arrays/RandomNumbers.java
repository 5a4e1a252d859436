package nabla.library.arrays;

import java.util.Arrays;
import nabla.engine.Session;
import nabla.kernel.MersenneTwister;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.RandomStreams;
import nabla.library.RandomStreams.Stream;
import nabla.library.Result;
import nabla.library.Shape;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Random numbers; each console has one generator. */
public final class RandomNumbers {
    private RandomNumbers() {}

    private interface Draw {
        double from(RandomStreams g);
    }

    public static RandomStreams generator(Session session) {
        return session.state(RandomStreams.class, RandomStreams::new);
    }

    private static Value filled(Session session, String name, Stream stream, Value[] a, Draw draw) {
        RandomStreams g = generator(session);
        if (a.length >= 1 && a[0] instanceof Char c && isState(c.text())) return state(g, stream, a.length == 1 ? null : a[1]);
        Shape s = Shape.of(name, a);
        double[] r = Real.zeros(s.dims).data();
        for (int i = 0; i < r.length; i++) r[i] = draw.from(g);
        return Result.real("single".equals(s.type), r, s.dims);
    }

    private static boolean isState(String s) {
        return s.equals("seed") || s.equals("state") || s.equals("twister");
    }

    /** Sets a stream's state from numbers or 'reset'; null answers it as a column. */
    private static Value state(RandomStreams g, Stream stream, Value to) {
        if (to == null) return state(g.of(stream));
        if (to instanceof Numeric v && !(v instanceof Char)) g.put(stream, begun(v));
        else g.put(stream, MersenneTwister.of((int) System.nanoTime(), stream.ordinal()));
        return null;
    }

    private static Real state(MersenneTwister bits) {
        return Real.column(Arrays.stream(bits.state()).mapToDouble(Integer::toUnsignedLong).toArray());
    }

    /** A stream continued from a state of {@link #state}, or begun by as many numbers as there are. */
    private static MersenneTwister begun(Numeric v) {
        int n = v.numel();
        int[] words = new int[Math.max(1, n)];
        for (int k = 0; k < n; k++) words[k] = (int) (long) v.re(k);
        return n == MersenneTwister.WORDS + 1 ? MersenneTwister.at(words) : MersenneTwister.of(words);
    }

    @Function(call = "x = rand\nx = rand(n)\nx = rand(m, n, ...)\nrand('seed', s)\nrand('state', s)",
            en = "Random numbers, uniform in (0, 1). 'state' makes the sequence repeatable: rand('state', s) gives the numbers of "
                    + "Octave's, rng(s) those of MATLAB.",
            ru = "Случайные числа, равномерные на (0, 1). 'state' делает последовательность повторяемой: rand('state', s) даёт числа "
                    + "Octave, rng(s) – числа MATLAB.",
            examples = {"size(rand(2, 3))  % 2 3"})
    public static Value rand(Session session, Value... sizes) {
        return filled(session, "rand", Stream.UNIFORM, sizes, RandomStreams::uniform);
    }

    @Function(call = "x = randn\nx = randn(n)\nx = randn(m, n, ...)\nrandn('seed', s)", en = "Random numbers of the standard normal distribution.",
            ru = "Случайные числа стандартного нормального распределения.", examples = {"size(randn(3))  % 3 3"})
    public static Value randn(Session session, Value... sizes) {
        return filled(session, "randn", Stream.NORMAL, sizes, RandomStreams::normal);
    }

    @Function(call = "x = rande\nx = rande(m, n, ...)", en = "Random numbers of the exponential distribution with mean 1.",
            ru = "Случайные числа показательного распределения со средним 1.", examples = {"all(rande(1, 9) > 0)  % 1"})
    public static Value rande(Session session, Value... sizes) {
        return filled(session, "rande", Stream.EXPONENTIAL, sizes, RandomStreams::exponential);
    }

    @Function(call = "x = randg(a)\nx = randg(a, m, n, ...)", en = "Random numbers of the gamma distribution of shape a and scale 1.",
            ru = "Случайные числа гамма-распределения с параметром формы a и масштабом 1.", examples = {"size(randg(2, 3, 1))  % 3 1"})
    public static Value randg(Session session, Numeric a, Value... sizes) {
        return parametrized(session, "randg", Stream.GAMMA, a, sizes, RandomStreams::gamma);
    }

    @Function(call = "x = randp(mean)\nx = randp(mean, m, n, ...)", en = "Random numbers of the Poisson distribution.",
            ru = "Случайные числа распределения Пуассона со средним mean.", examples = {"randp(0)  % 0"})
    public static Value randp(Session session, Numeric mean, Value... sizes) {
        return parametrized(session, "randp", Stream.POISSON, mean, sizes, RandomStreams::poisson);
    }

    private interface DrawBy {
        double from(RandomStreams g, double parameter);
    }

    private static Value parametrized(Session session, String name, Stream stream, Numeric p, Value[] sizes, DrawBy draw) {
        RandomStreams g = generator(session);
        if (p instanceof Char c && isState(c.text())) return state(g, stream, sizes.length == 0 ? null : sizes[0]);
        int[] d = sizes.length == 0 ? p.dims() : Shape.of(name, sizes).dims;
        if (p.numel() != 1 && !Dims.same(d, p.dims())) {
            throw Failure.of("%s: dimensions mismatch", "%s: размеры не совпадают с размерами параметра", name);
        }
        double[] r = new double[Dims.count(d)];
        for (int i = 0; i < r.length; i++) r[i] = draw.from(g, p.re(p.numel() == 1 ? 0 : i));
        return new Real(r, d);
    }

    @Function(call = "k = randi(n)\nk = randi([a b])\nk = randi(n, m, k, ...)", en = "Random integers from 1 to n, or from a to b.",
            ru = "Равновероятные случайные целые от 1 до n или от a до b.", examples = {"randi([5 5])  % 5"})
    public static Value randi(Session session, Real limits, Value... sizes) {
        if (limits.numel() < 1 || limits.numel() > 2) {
            throw Failure.of("randi: IMIN and IMAX must be one or two integers", "randi: границы — одно или два целых числа");
        }
        double a = limits.numel() == 1 ? 1 : limits.re(0);
        double b = limits.re(limits.numel() - 1);
        if (a != Math.rint(a) || b != Math.rint(b)) {
            throw Failure.of("randi: IMIN and IMAX must be integer bounds", "randi: границы должны быть целыми");
        }
        if (b < a) {
            throw Failure.of("randi: require IMAX >= IMIN", "randi: верхняя граница меньше нижней");
        }
        RandomStreams g = generator(session);
        Shape s = Shape.of("randi", sizes);
        double[] r = g.integers(b - a + 1, Dims.count(s.dims));
        for (int i = 0; i < r.length; i++) r[i] += a;
        nabla.value.IntType t = s.type == null ? null : nabla.value.IntType.named(s.type);
        return t != null ? Result.integers(t, r, s.dims) : Result.real("single".equals(s.type), r, s.dims);
    }

    @Function(call = "p = randperm(n)\np = randperm(n, m)", en = "The numbers 1…n in random order, or m of them.",
            ru = "Числа 1…n в случайном порядке или m из них.", examples = {"sort(randperm(3))  % 1 2 3"})
    public static Value randperm(Session session, int n, @Default("-1") int m) {
        int count = m < 0 ? n : m;
        if (n < 0 || count > n) {
            throw Failure.of("randperm: M must be at most N, and N not negative", "randperm: нужно 0 ≤ m ≤ n");
        }
        return Real.row(Arrays.copyOf(order(generator(session), n, count), count));
    }

    private static double[] order(RandomStreams g, int n, int count) {
        double[] p = new double[n];
        for (int i = 0; i < n; i++) p[i] = i + 1;
        for (int i = 0; i < count; i++) {
            int k = i + (int) g.below(n - i);
            double t = p[i];
            p[i] = p[k];
            p[k] = t;
        }
        return p;
    }

    @Function(call = "rng(seed)\nrng('shuffle')\nrng('default')\ns = rng\nrng(s)",
            en = "Sets the generator of random numbers: by a seed, from the clock, to the start, or back to a saved state.",
            ru = "Задаёт генератор случайных чисел: по числу, по часам, в начальное или в сохранённое состояние.",
            examples = {"rng(1); a = rand; rng(1); a == rand  % 1"})
    public static Value rng(Session session, @Nargout int nargout, Value... a) {
        RandomStreams g = generator(session);
        Value old = nargout > 0 || a.length == 0 ? saved(g) : null;
        if (a.length == 0) return old;
        if (a[0] instanceof Struct s && s.has("State") && s.get("State") instanceof Cell c) restore(g, c);
        else if (a[0] instanceof Char c && c.text().equals("shuffle")) g.shuffle();
        else if (a[0] instanceof Char c && c.text().equals("default")) g.seed(0);
        else if (a[0] instanceof Numeric n && !(n instanceof Char) && n.numel() == 1) g.seed((int) (long) n.re(0));
        else throw Failure.of("rng: SEED must be a number, 'shuffle', 'default' or a saved state", "rng: нужно число, 'shuffle', 'default' или сохранённое состояние");
        return old;
    }

    private static Struct saved(RandomStreams g) {
        Value[] states = Arrays.stream(Stream.values()).map(s -> state(g.of(s))).toArray(Value[]::new);
        return Struct.scalar()
                .with("Type", Char.of("twister"))
                .with("Seed", Char.of("Not applicable"))
                .with("State", new Cell(states, 1, states.length));
    }

    private static void restore(RandomStreams g, Cell states) {
        for (Stream s : Stream.values()) {
            if (s.ordinal() < states.numel() && states.get(s.ordinal()) instanceof Numeric v) g.put(s, begun(v));
        }
    }
}
