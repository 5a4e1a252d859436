package nabla.library.optimization;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nabla.library.Default;
import nabla.library.Function;
import nabla.optim.AugmentedLagrangian;
import nabla.optim.Bobyqa;
import nabla.optim.BoundedMemory;
import nabla.optim.ConjugateGradient;
import nabla.optim.Descent;
import nabla.optim.LevenbergMarquardt;
import nabla.optim.LimitedMemory;
import nabla.optim.Method;
import nabla.optim.Method.Scope;
import nabla.optim.NelderMead;
import nabla.optim.NewtonConjugate;
import nabla.optim.PatternSearch;
import nabla.optim.Powell;
import nabla.optim.QuasiNewton;
import nabla.optim.SimulatedAnnealing;
import nabla.optim.Sqp;
import nabla.optim.TrustRegion;
import nabla.optim.global.BasinHopping;
import nabla.optim.global.CrossEntropyMethod;
import nabla.optim.global.DifferentialEvolution;
import nabla.optim.global.Direct;
import nabla.optim.global.DualAnnealing;
import nabla.optim.global.GeneticAlgorithm;
import nabla.optim.global.GlobalMinimum;
import nabla.optim.global.MultiLevel;
import nabla.optim.global.ParticleSwarm;
import nabla.optim.global.Restarts;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.Struct;
import nabla.value.Value;

/** The methods by name, the local ones as values too. */
public final class Methods {
    private static final Map<String, Supplier<Method>> LOCAL = Map.ofEntries(
            Map.entry("bfgs", QuasiNewton::new),
            Map.entry("lbfgs", LimitedMemory::new),
            Map.entry("lbfgsb", BoundedMemory::new),
            Map.entry("cg", ConjugateGradient::new),
            Map.entry("newton", NewtonConjugate::new),
            Map.entry("trust", TrustRegion::new),
            Map.entry("neldermead", NelderMead::new),
            Map.entry("powell", Powell::new),
            Map.entry("pattern", PatternSearch::new),
            Map.entry("bobyqa", Bobyqa::new),
            Map.entry("lm", LevenbergMarquardt::new),
            Map.entry("sqp", Sqp::new),
            Map.entry("auglag", AugmentedLagrangian::new));

    /** The global methods for a number of evaluations. */
    private static final Map<String, IntFunction<Method>> GLOBAL = Map.ofEntries(
            Map.entry("globalmin", GlobalMinimum::new),
            Map.entry("globalsearch", most -> new MultiLevel(10)),
            Map.entry("basinhop", most -> new BasinHopping(1, 0.1, 100)),
            Map.entry("simulannealbnd", most -> new SimulatedAnnealing(100, 0.998)),
            Map.entry("dualannealing", most -> new DualAnnealing(5230, 2.62, -5)),
            Map.entry("direct", most -> new Direct(1e-4)),
            Map.entry("cmaes", most -> new Restarts(0, 0.2, 30, true)),
            Map.entry("de", most -> new DifferentialEvolution(0, Math.max(1, most))),
            Map.entry("particleswarm", most -> new ParticleSwarm(0, new double[] {0.4, 0.73}, 1.49, 1.49, 40, 1e-10)),
            Map.entry("ga", most -> new GeneticAlgorithm(0, 0, 0.8, null, 50, 1e-9)),
            Map.entry("crossentropymin", most -> new CrossEntropyMethod(0, 0.1, 0.8)));

    private Methods() {}

    /** Whether the first of these arguments chooses a method: what is neither an option's name nor options. */
    static boolean chosen(Value... arguments) {
        if (arguments.length == 0 || arguments[0] instanceof Struct) return false;
        if (!(arguments[0] instanceof Char name) || LOCAL.containsKey(name.text()) || global(name)) return true;
        // names and values come in pairs: what is left over in front names a method, though not one there is
        return Arrays.stream(arguments).filter(a -> !(a instanceof Struct)).count() % 2 == 1;
    }

    /** Whether the value names a global method. */
    static boolean global(Value v) {
        return v instanceof Char c && GLOBAL.containsKey(c.text());
    }

    /** The method that the value chooses, for so many evaluations; an error when it is none. */
    static Method in(String function, Value v, int most) {
        if (v instanceof Char c && LOCAL.containsKey(c.text())) return LOCAL.get(c.text()).get();
        if (v instanceof Char c && GLOBAL.containsKey(c.text())) return GLOBAL.get(c.text()).apply(most);
        if (v instanceof Foreign f && f.object() instanceof MethodValue m) return m.method();
        if (v instanceof Foreign f && f.object() instanceof RuleValue) return new Descent(RuleValue.in(function, v));
        throw Failure.of("%s: the method must be a rule (gd, momentum, adam, ...), a method's value or name: %s",
                "%s: метод — это правило (gd, momentum, adam, ...), значение или имя метода: %s", function, names(Scope.FREE));
    }

    /** An error where the method does not keep to what is asked for; it names those that do. */
    static Method keeping(String function, Method method, Scope asked) {
        if (method.scope().compareTo(asked) >= 0) return method;
        throw asked == Scope.BOUNDED
                ? Failure.of("%s: %s knows no bounds; these methods do: rules (gd, adam, ...), %s",
                        "%s: %s не знает границ; их знают правила (gd, adam, ...) и %s", function, method.name(), names(asked))
                : Failure.of("%s: %s knows no constraints beside bounds; these methods do: %s",
                        "%s: %s не знает ограничений, кроме границ; их знают %s", function, method.name(), names(asked));
    }

    /** The names of the methods that keep to at least this. */
    private static String names(Scope least) {
        Stream<String> local = LOCAL.keySet().stream().filter(name -> LOCAL.get(name).get().scope().compareTo(least) >= 0);
        Stream<String> global = GLOBAL.keySet().stream().filter(name -> GLOBAL.get(name).apply(1).scope().compareTo(least) >= 0);
        return Stream.concat(local, global).sorted().collect(Collectors.joining(", "));
    }

    @Function(
            call = "method = bfgs()",
            en = "BFGS, quasi-Newton: an inverse Hessian learnt from gradients, steps by a line search. For minimize; the method it takes unless told.",
            ru = "Квазиньютоновский метод BFGS: обратная матрица Гессе строится по изменениям градиента, шаг — линейным поиском. Для "
                    + "minimize; берётся, если метод не назван.",
            examples = {"x = minimize(@(x) (x - 3)^2, 0, bfgs())  % x = 3"})
    public static Value bfgs() {
        return MethodValue.of(new QuasiNewton(), "bfgs()");
    }

    @Function(
            call = "method = lbfgs(memory)",
            en = "L-BFGS: BFGS from the last steps alone (memory of them, 10 unless given), for any number of variables. For minimize.",
            ru = "BFGS с ограниченной памятью: только по последним memory шагам (если не задано, 10), для любого числа переменных. Для minimize.",
            examples = {"lbfgs(5)  % ans = lbfgs(m=5)"})
    public static Value lbfgs(@Default("10") int memory) {
        if (memory < 1) throw Failure.of("lbfgs: the memory must be 1 or more", "lbfgs: память должна быть не меньше 1");
        return MethodValue.of(new LimitedMemory(memory), "lbfgs(m=" + memory + ")");
    }

    @Function(
            call = "method = cg()",
            en = "Nonlinear conjugate gradients (Hager and Zhang): remembers one direction. For minimize.",
            ru = "Метод сопряжённых градиентов для нелинейных функций (Хагер и Чжан): помнит лишь одно направление. Для minimize.",
            examples = {"x = minimize(@(x) (x(1) - 1)^2 + 9*x(2)^2, [0 2], cg()); norm(x - [1 0]) < 1e-6  % ans = 1"})
    public static Value cg() {
        return MethodValue.of(new ConjugateGradient(), "cg()");
    }

    @Function(
            call = "method = newton()",
            en = "Newton's method by conjugate gradients with a line search; second derivatives by differences of gradients. For minimize.",
            ru = "Метод Ньютона: направление — методом сопряжённых градиентов, шаг — линейным поиском; вторые производные — разностями "
                    + "градиентов. Для minimize.",
            examples = {"x = minimize(@(x) exp(x) - x, 1, newton()); abs(x) < 1e-6  % ans = 1"})
    public static Value newton() {
        return MethodValue.of(new NewtonConjugate(), "newton()");
    }

    @Function(
            call = "method = trust()",
            en = "Newton's method in a trust region (Steihaug); second derivatives by differences of gradients. For minimize.",
            ru = "Метод Ньютона в доверительной области (Стейхауг); вторые производные — разностями градиентов. Для minimize.",
            examples = {"x = minimize(@(x) (x(1) - 1)^4 + x(2)^2, [0 1], trust()); norm(x - [1 0]) < 1e-2  % ans = 1"})
    public static Value trust() {
        return MethodValue.of(new TrustRegion(), "trust()");
    }

    @Function(
            call = "method = neldermead()",
            en = "The simplex of Nelder and Mead, without derivatives. For minimize.",
            ru = "Симплекс-метод Нелдера — Мида (деформируемый многогранник), без производных. Для minimize.",
            examples = {"x = minimize(@(x) abs(x - 2), 0, neldermead()); abs(x - 2) < 1e-6  % ans = 1"})
    public static Value neldermead() {
        return MethodValue.of(new NelderMead(), "neldermead()");
    }

    @Function(
            call = "method = powell()",
            en = "Powell's method: minimization line by line along directions that are renewed, without derivatives. For minimize.",
            ru = "Метод Пауэлла: минимизация вдоль прямых, одной за другой, с обновлением направлений; без производных. Для minimize.",
            examples = {"x = minimize(@(x) (x(1) + x(2))^2 + (x(1) - 1)^2, [0 0], powell()); norm(x - [1 -1]) < 1e-6  % ans = 1"})
    public static Value powell() {
        return MethodValue.of(new Powell(), "powell()");
    }

    @Function(
            call = "method = bobyqa()",
            en = "BOBYQA: quadratic models through values, within bounds, without derivatives. For minimize.",
            ru = "BOBYQA: квадратичные модели по значениям, в границах, без производных. Для minimize.",
            examples = {"x = minimize(@(x) (x(1) + x(2))^2 + (x(1) - 1)^2, [0 0], bobyqa()); norm(x - [1 -1]) < 1e-6  % ans = 1"})
    public static Value bobyqa() {
        return MethodValue.of(new Bobyqa(), "bobyqa()");
    }

    @Function(
            call = "method = pattern(mesh)",
            en = "Pattern search: looks right and left along the axes, where that fails along axes turned at random, farther after success, nearer "
                    + "after failure; mesh is the first step (1). Kinks as of max(abs(x)) do not stop it. For minimize.",
            ru = "Поиск по образцу (pattern search): смотрит вправо и влево вдоль осей, а если ниже там нет, то вдоль осей, повёрнутых случайно; "
                    + "после удачи дальше, после неудачи ближе; mesh — первый шаг (1). Изломы, как у max(abs(x)), его не останавливают. Для minimize.",
            examples = {"x = minimize(@(x) max(abs(x - [1 2])), [0 0], pattern()); norm(x - [1 2]) < 1e-6  % ans = 1"})
    public static Value pattern(@Default("1") double mesh) {
        if (!(mesh > 0 && mesh < Double.POSITIVE_INFINITY)) throw Failure.of("pattern: the mesh must be positive and finite", "pattern: шаг должен быть положительным и конечным");
        return MethodValue.of(new PatternSearch(mesh, 1e-9), mesh == 1 ? "pattern()" : "pattern(Δ=" + mesh + ")");
    }

    @Function(
            call = "method = lm()",
            en = "Levenberg and Marquardt's method for sums of squares: f gives the numbers to be squared. For minimize; see lsqnonlin.",
            ru = "Метод Левенберга — Марквардта для сумм квадратов: f даёт числа, которые возводятся в квадрат. Для minimize; см. lsqnonlin.",
            examples = {"x = minimize(@(x) [10*(x(2) - x(1)^2), 1 - x(1)], [-1.2 1], lm())  % x = 1 1"})
    public static Value lm() {
        return MethodValue.of(new LevenbergMarquardt(), "lm()");
    }
}
