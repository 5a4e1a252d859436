package nabla.library.mathematics;

import java.math.BigDecimal;
import java.math.BigInteger;
import nabla.kernel.Gamma;
import nabla.library.Elementwise;
import nabla.library.Function;
import nabla.library.Lifted;
import nabla.library.Nargout;
import nabla.library.Result;
import nabla.library.arrays.Order;
import nabla.value.Array;
import nabla.value.Bool;
import nabla.value.Char;
import nabla.value.Decimal;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Divisors, primes, and counting. */
public final class Integers {
    /** A sieve of 1 GB. */
    private static final double LARGEST_SIEVE = 1e9;

    private Integers() {}

    private static double whole(String name, double x) {
        if (x == Math.rint(x) && !Double.isInfinite(x)) return Math.abs(x);
        throw Failure.of("%s: all values must be integers", "%s: все числа должны быть целыми", name);
    }

    private static double divisor(double a, double b) {
        while (b != 0) {
            double t = a % b;
            a = b;
            b = t;
        }
        return a;
    }

    @Elementwise
    public static double gcd2(double a, double b) {
        return divisor(whole("gcd", a), whole("gcd", b));
    }

    static BigDecimal gcd2(BigDecimal a, BigDecimal b) {
        return new BigDecimal(whole("gcd", a).gcd(whole("gcd", b)));
    }

    static BigDecimal lcm2(BigDecimal a, BigDecimal b) {
        BigInteger p = whole("lcm", a);
        BigInteger q = whole("lcm", b);
        return p.signum() == 0 || q.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(p.divide(p.gcd(q)).multiply(q));
    }

    private static BigInteger whole(String name, BigDecimal x) {
        whole(name, x.remainder(BigDecimal.ONE).doubleValue());
        return x.toBigInteger().abs();
    }

    @Elementwise
    public static double lcm2(double a, double b) {
        double p = whole("lcm", a);
        double q = whole("lcm", b);
        return p == 0 || q == 0 ? 0 : p / divisor(p, q) * q;
    }

    private static Value folded(String name, String method, Value[] a) {
        if (a.length < 2) throw Failure.of("Invalid call to %s: at least two arguments are needed", "%s: нужно не меньше двух аргументов", name);
        try {
            Lifted f = new Lifted(name, Integers.class.getDeclaredMethod(method, double.class, double.class));
            Value r = a[0];
            for (int k = 1; k < a.length; k++) r = f.call(new Value[] {r, a[k]}, 1)[0];
            return r;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @Function(call = "g = gcd(a, b, ...)\n[g, c, d] = gcd(a, b)", en = "The greatest common divisor, element by element; c and d with g = c*a + d*b.",
            ru = "Наибольший общий делитель, поэлементно; c и d таковы, что g = c*a + d*b.", examples = {"gcd([12 18], 6)  % 6 6", "[g, c, d] = gcd(12, 18); [g c d]  % 6 -1 1"})
    public static Value[] gcd(@Nargout int nargout, Value... a) {
        if (nargout < 2) return Result.of(folded("gcd", "gcd2", a));
        if (a.length != 2) throw Failure.of("gcd: the factors c and d are found of two arguments, not of %d", "gcd: множители c и d находят для двух аргументов, а не для %d", a.length);
        return new Value[] {folded("gcd", "gcd2", a), folded("gcd", "factorOfFirst", a), folded("gcd", "factorOfSecond", a)};
    }

    /** c of gcd(a, b) = c·a + d·b, by Euclid's extended algorithm. */
    @Elementwise
    public static double factorOfFirst(double a, double b) {
        return bezout(a, b)[0];
    }

    /** d of gcd(a, b) = c·a + d·b. */
    @Elementwise
    public static double factorOfSecond(double a, double b) {
        return bezout(a, b)[1];
    }

    private static double[] bezout(double a, double b) {
        double p = whole("gcd", a);
        double q = whole("gcd", b);
        double c = 1;
        double d = 0;
        double e = 0;
        double f = 1;
        while (q != 0) {
            double k = Math.floor(p / q);
            double t = p - k * q;
            p = q;
            q = t;
            t = c - k * e;
            c = e;
            e = t;
            t = d - k * f;
            d = f;
            f = t;
        }
        return new double[] {a < 0 ? -c : c, b < 0 ? -d : d};
    }

    @Function(call = "m = lcm(a, b, ...)", en = "The least common multiple, element by element.", ru = "Наименьшее общее кратное, поэлементно.", examples = {"lcm(4, 6)  % 12"})
    public static Value lcm(Value... a) {
        return folded("lcm", "lcm2", a);
    }

    @Function(call = "y = factorial(n)", en = "n! for whole n >= 0, element by element.", ru = "n! для целых n >= 0, поэлементно.", examples = {"factorial([3 5])  % 6 120"})
    @Elementwise
    public static double factorial(double n) {
        if (n < 0 || n != Math.rint(n)) {
            throw Failure.of("factorial: all N must be real non-negative integers", "factorial: n должно быть целым неотрицательным");
        }
        return Math.rint(Gamma.of(n + 1));
    }

    @Function(call = "c = nchoosek(n, k)\nC = nchoosek(set, k)", en = "The number of ways to choose k of n; of a vector, the choices as rows.",
            ru = "Число способов выбрать k из n; для вектора — сами выборки строками.", examples = {"nchoosek(5, 2)  % 10", "nchoosek([1 2 3], 2)(3, :)  % 2 3"})
    public static Value nchoosek(Array v, double k) {
        if (k != Math.rint(k) || k < 0) throw Failure.of("nchoosek: K must be an integer between 0 and N", "nchoosek: k должно быть целым неотрицательным");
        if (v.numel() == 1 && v instanceof Numeric x && !(v instanceof Char)) {
            double n = x.re(0);
            if (n < 0 || x.isComplex() || n != Math.rint(n)) throw Failure.of("nchoosek: N must be a non-negative integer", "nchoosek: n должно быть целым неотрицательным");
            if (k > n) throw Failure.of("nchoosek: N must be a non-negative integer >= K (= %s)", "nchoosek: n — целое число не меньше k (= %s)", (long) k);
            return Result.like(x, new double[] {ways(n, k)}, 1, 1);
        }
        if (!v.isVector() && !v.isEmpty()) throw Failure.of("nchoosek: first argument must be a scalar or a vector", "nchoosek: первый аргумент — число или вектор");
        int n = v.numel();
        int m = (int) k;
        if (m > n) return v.gather(new int[0], new int[] {0, m});
        int count = fitting("nchoosek", ways(n, m), m);
        int[] choice = Order.all(m);
        int[] p = new int[count * m];
        for (int row = 0; row < count; row++) {
            for (int j = 0; j < m; j++) p[row + j * count] = choice[j];
            int j = m - 1;
            while (j >= 0 && choice[j] == n - m + j) j--;
            if (j < 0) break;
            choice[j]++;
            for (int i = j + 1; i < m; i++) choice[i] = choice[i - 1] + 1;
        }
        return v.gather(p, new int[] {count, m});
    }

    private static double ways(double n, double k) {
        double c = 1;
        double m = Math.min(k, n - k);
        for (double i = 1; i <= m && c < Double.POSITIVE_INFINITY; i++) c = Math.rint(c * (n - m + i) / i);
        return c;
    }

    /** So many rows of n elements, if they fit into an array. */
    private static int fitting(String function, double rows, int n) {
        double elements = rows * Math.max(1, n);
        if (elements <= Integer.MAX_VALUE - 8 && elements * 12 < Runtime.getRuntime().maxMemory()) return (int) rows;
        throw Failure.of("out of memory or dimension too large: %s: %s rows of %d elements take %s GB",
                "не хватит памяти: %s: %s строк из %d элементов занимают %s ГБ", function, Decimal.general(rows, 6, false), n, Decimal.general(elements * 8 / 1e9, 3, false)).id("Octave:out-of-memory");
    }

    @Function(call = "P = perms(v)",
            en = "All permutations of the elements as rows, in reverse order of positions.",
            ru = "Все перестановки элементов строками, в обратном порядке номеров.",
            examples = {"perms([1 2 3])(1, :)  % 3 2 1"})
    public static Value perms(Array v) {
        int n = v.numel();
        int count = fitting("perms", Gamma.of(n + 1), n);
        int[] p = new int[count * n];
        int[] row = new int[n];
        for (int i = 0; i < n; i++) row[i] = n - 1 - i;
        for (int r = 0; r < count; r++) {
            for (int j = 0; j < n; j++) p[r + j * count] = row[j];
            int i = n - 2;
            while (i >= 0 && row[i] < row[i + 1]) i--;
            if (i < 0) break;
            int k = n - 1;
            while (row[k] > row[i]) k--;
            swap(row, i, k);
            for (int a = i + 1, b = n - 1; a < b; a++, b--) swap(row, a, b);
        }
        return v.gather(p, new int[] {count, n});
    }

    private static void swap(int[] a, int i, int k) {
        int t = a[i];
        a[i] = a[k];
        a[k] = t;
    }

    @Function(call = "p = primes(n)", en = "The primes up to n, by the sieve of Eratosthenes.", ru = "Простые числа до n, решетом Эратосфена.", examples = {"primes(20)  % 2 3 5 7 11 13 17 19"})
    public static Value primes(Numeric limit) {
        if (limit.numel() != 1 || limit.isComplex()) throw Failure.of("primes: N must be a scalar", "primes: n должно быть одним числом");
        if (!(limit.re(0) < LARGEST_SIEVE)) {
            throw Failure.of("primes: N must be less than %s, not %s: the primes up to it would not fit into memory", "primes: n должно быть меньше %s, а не %s: простые числа до него не поместились бы в память",
                    Decimal.general(LARGEST_SIEVE, 6, false), Decimal.general(limit.re(0), 6, false));
        }
        int n = (int) Math.max(1, limit.re(0));
        boolean[] composite = new boolean[n + 1];
        double[] p = new double[Math.max(10, (int) (1.26 * n / Math.log(n + 2)) + 1)];
        int count = 0;
        for (int i = 2; i <= n; i++) {
            if (composite[i]) continue;
            p[count++] = i;
            for (long k = (long) i * i; k <= n; k += i) composite[(int) k] = true;
        }
        return Result.like(limit, java.util.Arrays.copyOf(p, count), 1, count);
    }

    @Function(call = "t = isprime(n)",
            en = "Which elements are prime; of negative numbers those whose opposites are, of complex ones (with whole parts) the Gaussian primes.",
            ru = "Какие элементы — простые числа; для отрицательных — просты ли противоположные, для комплексных (с целыми частями) — гауссовы простые.",
            examples = {"isprime([1 2 4 5])  % 0 1 0 1", "isprime([5i 7i 1+2i])  % 0 1 1"})
    public static Bool isprime(Numeric n) {
        boolean[] r = new boolean[n.numel()];
        for (int k = 0; k < r.length; k++) {
            double b = n.isComplex() ? n.im(k) : 0;
            if (n.re(k) != Math.rint(n.re(k)) || b != Math.rint(b) || n.re(k) - n.re(k) != b - b) {
                throw Failure.of("isprime: X contains non-integer entries", "isprime: числа должны быть целыми");
            }
            r[k] = n.isComplex() ? gaussian(whole(n.re(k)), whole(b)) : exact(n, k).abs().isProbablePrime(60);
        }
        return new Bool(r, n.dims());
    }

    /** A Gaussian integer on an axis is prime when its length is a prime 3 modulo 4, another one when its norm is prime. */
    private static boolean gaussian(BigInteger a, BigInteger b) {
        if (a.signum() != 0 && b.signum() != 0) return a.multiply(a).add(b.multiply(b)).isProbablePrime(60);
        BigInteger length = a.add(b).abs();
        return length.testBit(0) && length.testBit(1) && length.isProbablePrime(60);
    }

    private static BigInteger whole(double x) {
        return new BigDecimal(x).toBigInteger();
    }

    /** The integer at k, also where a double would round it. */
    private static BigInteger exact(Numeric n, int k) {
        if (!(n instanceof Ints i)) return whole(n.re(k));
        return i.type() == IntType.UINT64 ? new BigInteger(Long.toUnsignedString(i.data()[k])) : BigInteger.valueOf(i.data()[k]);
    }

    @Function(call = "p = factor(n)\n[p, k] = factor(n)", en = "The prime factors of n in order; with two results each once, and its power.",
            ru = "Простые множители n по порядку; с двумя результатами — каждый один раз и его показатель степени.", examples = {"factor(12)  % 2 2 3"})
    public static Value[] factor(Numeric x, @Nargout int nargout) {
        double q = x.numel() == 1 ? x.re(0) : -1;
        if (q < 0 || q != Math.rint(q) || Double.isInfinite(q)) throw Failure.of("factor: Q must be a real non-negative integer", "factor: нужно одно целое положительное число");
        double most = x.isSingle() ? 1 << 24 : x instanceof Ints ? Double.MAX_VALUE : 9007199254740992.0;
        if (q > most) throw Failure.of("factor: Q too large to factor: above %s numbers of its class are not exact", "factor: число слишком велико: выше %s числа этого класса не точны", Decimal.general(most, 17, false));
        double[] p = new double[64];
        int n = 0;
        for (double d = 2; d * d <= q; d += d == 2 ? 1 : 2) {
            while (q % d == 0) {
                p[n++] = d;
                q /= d;
            }
        }
        if (q > 1 || n == 0) p[n++] = q;
        if (nargout < 2) return Result.of(Result.like(x, java.util.Arrays.copyOf(p, n), 1, n));
        double[] power = new double[n];
        int m = 0;
        for (int i = 0; i < n; i++) {
            if (i > 0 && p[i] == p[m - 1]) power[m - 1]++;
            else {
                p[m] = p[i];
                power[m++] = 1;
            }
        }
        return Result.of(Result.like(x, java.util.Arrays.copyOf(p, m), 1, m), Real.row(java.util.Arrays.copyOf(power, m)));
    }
}
