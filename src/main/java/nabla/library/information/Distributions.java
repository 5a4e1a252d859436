package nabla.library.information;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nabla.engine.Session;
import nabla.entropy.Bernoulli;
import nabla.entropy.BetaDistribution;
import nabla.entropy.Binomial;
import nabla.entropy.Cauchy;
import nabla.entropy.ChiSquared;
import nabla.entropy.DiscreteTable;
import nabla.entropy.Distribution;
import nabla.entropy.Entropy;
import nabla.entropy.Exponential;
import nabla.entropy.FisherF;
import nabla.entropy.GammaDistribution;
import nabla.entropy.Geometric;
import nabla.entropy.Laplace;
import nabla.entropy.Logistic;
import nabla.entropy.Lognormal;
import nabla.entropy.NegativeBinomial;
import nabla.entropy.Normal;
import nabla.entropy.Pareto;
import nabla.entropy.Poisson;
import nabla.entropy.StudentT;
import nabla.entropy.Uniform;
import nabla.entropy.Weibull;
import nabla.library.Function;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Named probability distributions as values. */
public final class Distributions {
    private Distributions() {}

    private interface Maker {
        Distribution of(double[] p);
    }

    /** A family: how its call goes on after the name, the values of parameters left out, and how it is made. */
    private record Family(String parameters, double[] defaults, Maker maker) {}

    private static final Map<String, Family> FAMILIES = new LinkedHashMap<>();

    private static void family(String name, String parameters, Maker maker, double... defaults) {
        FAMILIES.put(name, new Family(parameters, defaults, maker));
    }

    static {
        double must = Double.NaN;
        family("normal", "mu, sigma", p -> new Normal(p[0], p[1]), 0, 1);
        family("uniform", "a, b", p -> new Uniform(p[0], p[1]), 0, 1);
        family("exponential", "lambda", p -> new Exponential(p[0]), 1);
        family("gamma", "k, theta", p -> new GammaDistribution(p[0], p[1]), must, 1);
        family("beta", "a, b", p -> new BetaDistribution(p[0], p[1]), must, must);
        family("laplace", "mu, b", p -> new Laplace(p[0], p[1]), 0, 1);
        family("cauchy", "x0, gamma", p -> new Cauchy(p[0], p[1]), 0, 1);
        family("lognormal", "mu, sigma", p -> new Lognormal(p[0], p[1]), 0, 1);
        family("bernoulli", "p", p -> new Bernoulli(p[0]), must);
        family("binomial", "n, p", p -> new Binomial(p[0], p[1]), must, must);
        family("geometric", "p", p -> new Geometric(p[0]), must);
        family("t", "nu", p -> new StudentT(p[0]), must);
        family("chi2", "k", p -> new ChiSquared(p[0]), must);
        family("f", "m, n", p -> new FisherF(p[0], p[1]), must, must);
        family("weibull", "k, lambda", p -> new Weibull(p[0], p[1]), must, 1);
        family("logistic", "mu, s", p -> new Logistic(p[0], p[1]), 0, 1);
        family("pareto", "alpha, m", p -> new Pareto(p[0], p[1]), must, 1);
        family("nbinomial", "r, p", p -> new NegativeBinomial(p[0], p[1]), must, must);
        family("poisson", "lambda", p -> new Poisson(p[0]), must);
    }

    @Function(
            call = "d = dist(name, parameters...)\nd = dist('normal', mu, sigma)\nd = dist('mvnormal', mu, Sigma)",
            en = "A probability distribution as a value: 'normal' mu sigma, 'uniform' a b, 'exponential' lambda (the rate, 1/mean), 'gamma' k "
                    + "theta (shape, scale), 'beta' a b, 'laplace' mu b, 'cauchy' x0 gamma, 'lognormal' mu sigma, 'bernoulli' p, 'binomial' n p, "
                    + "'geometric' p (failures before the first success), 'poisson' lambda, 't' nu, 'chi2' k, 'f' m n (degrees of freedom), 'weibull' k "
                    + "lambda (shape, scale), 'logistic' mu s, 'pareto' alpha m (shape, the least value), 'nbinomial' r p (failures before the "
                    + "r-th success), 'discrete' x P (values and their probabilities), 'mvnormal' mu Sigma. A name may be cut short: 'exp'. "
                    + "Then pdf(d, x) or d.pdf(x), logpdf, cdf, survival, icdf, mean, var, std, median, rand(d, m, n), entropy(d), kl(d1, d2), "
                    + "crossentropy, jsd.",
            ru = "Распределение вероятностей как значение: 'normal' mu sigma, 'uniform' a b, 'exponential' lambda (интенсивность, "
                    + "1/среднее), 'gamma' k theta (форма, масштаб), 'beta' a b, 'laplace' mu b, 'cauchy' x0 gamma, 'lognormal' mu sigma, "
                    + "'bernoulli' p, 'binomial' n p, 'geometric' p (число неудач до первого успеха), 'poisson' lambda, 't' nu, 'chi2' k, 'f' m n (степени "
                    + "свободы), 'weibull' k lambda (форма, масштаб), 'logistic' mu s, 'pareto' alpha m (форма, наименьшее значение), "
                    + "'nbinomial' r p (число неудач до r-го успеха), 'discrete' x P (значения и их вероятности), 'mvnormal' mu Sigma. "
                    + "Имя можно сократить: 'exp'. Затем pdf(d, x) или d.pdf(x), logpdf, cdf, survival, icdf, mean, var, std, median, rand(d, m, n), "
                    + "entropy(d), kl(d1, d2), crossentropy, jsd.",
            examples = {"dist('normal', 0, 2)  % ans = normal(μ=0, σ=2)", "mean(dist('gamma', 3, 2))  % ans = 6",
                "dist('normal', 0, -1)  % error: dist: σ must be positive and finite, not -1"})
    public static Value dist(Session session, String name, Value... parameters) {
        String key = name.toLowerCase(Locale.ROOT);
        if (key.length() >= 3 && "mvnormal".startsWith(key)) return vector(session, parameters);
        if (key.length() >= 3 && "discrete".startsWith(key)) return table(session, parameters);
        String full = FAMILIES.keySet().stream().filter(n -> n.equals(key) || key.length() >= 3 && n.startsWith(key)).findFirst().orElse(null);
        if (full == null) {
            throw Failure.of("dist: there is no distribution '%s': there are %s, discrete, mvnormal", "dist: распределения '%s' нет; есть %s, discrete, mvnormal", name,
                    String.join(", ", FAMILIES.keySet()));
        }
        Family f = FAMILIES.get(full);
        double[] p = f.defaults.clone();
        List<Boolean> given = new ArrayList<>();
        for (Value v : parameters) given.add(v instanceof Numeric n && n.isScalar() && !n.isComplex());
        boolean lacking = false;
        for (int i = parameters.length; i < p.length; i++) lacking |= p[i] != p[i];
        if (given.contains(false) || given.size() > p.length || lacking) {
            throw Failure.of("dist: its parameters are numbers: dist('%s', %s)", "dist: параметры — числа: dist('%s', %s)", full, f.parameters);
        }
        for (int i = 0; i < parameters.length; i++) p[i] = ((Numeric) parameters[i]).re(0);
        return DistributionValue.of(session, Information.said("dist", () -> f.maker.of(p)));
    }

    private static Value vector(Session session, Value[] p) {
        if (p.length == 2 && p[0] instanceof Real mu && p[1] instanceof Real sigma) return GaussianVector.of(session, mu, sigma);
        throw Failure.of("dist: pass a vector and a matrix: dist('mvnormal', mu, Sigma)", "dist: нужны вектор и матрица: dist('mvnormal', mu, Sigma)");
    }

    private static Value table(Session session, Value[] p) {
        boolean normal = p.length == 4 && p[2] instanceof Char c && c.text().equalsIgnoreCase("Normalize") && p[3].isTrue();
        if (!normal && p.length != 2 || !(p[0] instanceof Real x) || !(p[1] instanceof Real w)) {
            throw Failure.of("dist: pass the values and their probabilities: dist('discrete', [1 2 3], [0.5 0.25 0.25])",
                    "dist: нужны значения и их вероятности: dist('discrete', [1 2 3], [0.5 0.25 0.25])");
        }
        return DistributionValue.of(session, Information.said("dist",
                () -> new DiscreteTable(x.toDoubles(), normal ? Entropy.normalized(w.toDoubles()) : w.toDoubles())));
    }

    @Function(call = "y = pdf(d, x)", en = "The density of the distribution d (see dist) at each x; of a discrete one the probability.",
            ru = "Плотность распределения d (см. dist) в каждой точке x; для дискретного — вероятность.",
            examples = {"pdf(dist('normal', 0, 1), 0)  % ans = 0.3989", "pdf(dist('binomial', 2, 0.5), 0:2)  % 0.2500 0.5000 0.2500"})
    public static Value pdf(Value d, Value x) {
        throw noDistribution("pdf");
    }

    @Function(call = "y = logpdf(d, x)", en = "The natural logarithm of pdf(d, x), a number also where pdf underflows.",
            ru = "Натуральный логарифм pdf(d, x); конечен и там, где pdf обращается в машинный ноль.", examples = {"logpdf(dist('normal', 0, 1), 100)  % ans = -5000.9"})
    public static Value logpdf(Value d, Value x) {
        throw noDistribution("logpdf");
    }

    @Function(call = "P = cdf(d, x)", en = "The probability that the distribution d (see dist) gives a number of at most x; of vectors ('mvnormal', "
                    + "at most three coordinates) that none is above its own in a row of x.",
            ru = "Вероятность того, что величина с распределением d (см. dist) не больше x; для векторов ('mvnormal', не более трёх координат) — "
                    + "что ни одна координата не больше своей в строке x.",
            examples = {"cdf(dist('exponential', 2), log(2)/2)  % ans = 0.5000", "cdf(dist('mvnormal', [0 0], [1 0.5; 0.5 1]), [0 0])  % ans = 0.3333"})
    public static Value cdf(Value d, Value x) {
        throw noDistribution("cdf");
    }

    @Function(call = "Q = survival(d, x)", en = "The probability that the distribution d (see dist) gives a number above x: 1 - cdf(d, x), exact also where that is tiny.",
            ru = "Вероятность того, что величина с распределением d (см. dist) больше x: 1 - cdf(d, x), точно и там, где это мало.",
            examples = {"survival(dist('normal', 0, 1), 10)  % ans = 7.6199e-24"})
    public static Value survival(Value d, Value x) {
        throw noDistribution("survival");
    }

    @Function(call = "x = icdf(d, P)", en = "The quantiles of the distribution d (see dist): the least x with cdf(d, x) >= P.",
            ru = "Квантили распределения d (см. dist): наименьшее x, при котором cdf(d, x) >= P.", examples = {"icdf(dist('normal', 0, 1), 0.975)  % ans = 1.9600"})
    public static Value icdf(Value d, Value x) {
        throw noDistribution("icdf");
    }

    /** The binder hands calls with a distribution to its method; what comes here is something else. */
    private static Failure noDistribution(String function) {
        return Failure.of("%s: the first argument must be a distribution: %s(dist('normal', 0, 1), x)",
                "%s: первый аргумент — распределение: %s(dist('normal', 0, 1), x)", function, function);
    }
}
