package nabla.optim;

/** The residuals of the test problems, by name, as the paper of 1981 defines them; indices count from 1 there. */
final class MghResiduals {
    private static final double[] BARD = {.14, .18, .22, .25, .29, .32, .35, .39, .37, .58, .73, .96, 1.34, 2.10, 4.39};
    private static final double[] GAUSSIAN = {.0009, .0044, .0175, .0540, .1295, .2420, .3521, .3989};
    private static final double[] MEYER = {
        34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872
    };
    private static final double[] KOWALIK = {.1957, .1947, .1735, .1600, .0844, .0627, .0456, .0342, .0323, .0235, .0246};
    private static final double[] KOWALIK_U = {4, 2, 1, .5, .25, .167, .125, .1, .0833, .0714, .0625};
    private static final double[] OSBORNE1 = {
        .844, .908, .932, .936, .925, .908, .881, .850, .818, .784, .751, .718, .685, .658, .628, .603, .580, .558, .538, .522, .506,
        .490, .478, .467, .457, .448, .438, .431, .424, .420, .414, .411, .406
    };
    private static final double[] OSBORNE2 = {
        1.366, 1.191, 1.112, 1.013, .991, .885, .831, .847, .786, .725, .746, .679, .608, .655, .616, .606, .602, .626, .651, .724,
        .649, .649, .694, .644, .624, .661, .612, .558, .533, .495, .500, .423, .395, .375, .372, .391, .396, .405, .428, .429, .523,
        .562, .607, .653, .672, .708, .633, .668, .645, .632, .591, .559, .597, .625, .739, .710, .729, .720, .636, .581, .428, .292,
        .162, .098, .054
    };

    private MghResiduals() {}

    static Dual[] of(String name, Dual[] x, int m) {
        return switch (name.replaceAll("(?<=[A-Za-z_])\\d+(m20)?$", "")) {
            case "Rosenbrock", "ExtRosenbrock" -> rosenbrock(x);
            case "FreudensteinRoth" -> new Dual[] {
                x[0].plus(x[1].negate().plus(5).times(x[1]).plus(-2).times(x[1])).plus(-13),
                x[0].plus(x[1].plus(1).times(x[1]).plus(-14).times(x[1])).plus(-29)
            };
            case "PowellBadlyScaled" -> new Dual[] {
                x[0].times(x[1]).times(1e4).plus(-1), x[0].negate().exp().plus(x[1].negate().exp()).plus(-1.0001)
            };
            case "BrownBadlyScaled" -> new Dual[] {x[0].plus(-1e6), x[1].plus(-2e-6), x[0].times(x[1]).plus(-2)};
            case "Beale" -> each(m, i -> x[0].times(x[1].pow(i).negate().plus(1)).negate().plus(new double[] {1.5, 2.25, 2.625}[i - 1]));
            case "JennrichSampson" -> each(m, i -> x[0].times(i).exp().plus(x[1].times(i).exp()).negate().plus(2 + 2 * i));
            case "HelicalValley" -> helical(x);
            case "Bard" -> each(m, i -> x[0].plus(x[0].constant(i).over(x[1].times(16 - i).plus(x[2].times(Math.min(i, 16 - i))))).negate().plus(BARD[i - 1]));
            case "Gaussian" -> each(m, i -> x[0].times(x[2].plus((i - 8) / 2.0).square().times(x[1]).times(-0.5).exp()).plus(-GAUSSIAN[Math.min(i, 16 - i) - 1]));
            case "Meyer" -> each(m, i -> x[0].times(x[1].over(x[2].plus(45 + 5 * i)).exp()).plus(-MEYER[i - 1]));
            case "GulfRD" -> each(m, i -> gulf(x, i / 100.0));
            case "Box3D" -> each(m, i -> box(x, i / 10.0));
            case "PowellSingular", "ExtPowell" -> powell(x);
            case "Wood" -> new Dual[] {
                x[1].minus(x[0].square()).times(10), x[0].negate().plus(1), x[3].minus(x[2].square()).times(Math.sqrt(90)),
                x[2].negate().plus(1), x[1].plus(x[3]).plus(-2).times(Math.sqrt(10)), x[1].minus(x[3]).times(1 / Math.sqrt(10))
            };
            case "KowalikOsborne" -> each(m, i -> kowalik(x, KOWALIK_U[i - 1]).negate().plus(KOWALIK[i - 1]));
            case "BrownDennis" -> each(m, i -> brownDennis(x, i / 5.0));
            case "Osborne" -> m == 33 ? each(m, i -> osborne1(x, 10.0 * (i - 1)).negate().plus(OSBORNE1[i - 1]))
                    : each(m, i -> osborne2(x, (i - 1) / 10.0).negate().plus(OSBORNE2[i - 1]));
            case "BiggsEXP" -> each(m, i -> biggs(x, i / 10.0));
            case "Watson" -> each(m, i -> watson(x, i));
            case "PenaltyI" -> penalty1(x);
            case "PenaltyII" -> penalty2(x);
            case "VarDim" -> varDim(x);
            case "Trigonometric" -> each(m, i -> sum(x, j -> x[j - 1].cos()).negate().plus(x.length)
                    .plus(x[i - 1].cos().negate().plus(1).times(i)).minus(x[i - 1].sin()));
            case "BrownAlmostLinear" -> each(m, i -> i < m ? x[i - 1].plus(sum(x, j -> x[j - 1])).plus(-x.length - 1) : product(x).plus(-1));
            case "DiscreteBV" -> each(m, i -> x[i - 1].times(2).minus(at(x, i - 1)).minus(at(x, i + 1)).plus(cube(x, i).times(0.5 * Math.pow(x.length + 1, -2))));
            case "DiscreteIE" -> each(m, i -> integral(x, i));
            case "BroydenTri" -> each(m, i -> x[i - 1].times(-2).plus(3).times(x[i - 1]).minus(at(x, i - 1)).minus(at(x, i + 1).times(2)).plus(1));
            case "BroydenBand" -> each(m, i -> band(x, i));
            case "LinearFullRank" -> each(m, i -> sum(x, j -> x[j - 1]).times(-2.0 / m).plus(-1).plus(i <= x.length ? x[i - 1] : x[0].constant(0)));
            case "LinearRank1_" -> each(m, i -> sum(x, j -> x[j - 1].times(j)).times(i).plus(-1));
            case "LinearRank1Zero" -> each(m, i -> sum(x, j -> x[j - 1].times(j == 1 || j == x.length || i == m ? 0 : j)).times(i - 1).plus(-1));
            case "Chebyquad" -> each(m, i -> sum(x, j -> chebyshev(x[j - 1], i)).times(1.0 / x.length).plus(i % 2 == 1 ? 0 : 1.0 / (i * i - 1)));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private interface Term {
        Dual of(int i);
    }

    private static Dual[] each(int m, Term r) {
        Dual[] all = new Dual[m];
        for (int i = 1; i <= m; i++) all[i - 1] = r.of(i);
        return all;
    }

    private static Dual sum(Dual[] x, Term t) {
        Dual s = x[0].constant(0);
        for (int j = 1; j <= x.length; j++) s = s.plus(t.of(j));
        return s;
    }

    private static Dual product(Dual[] x) {
        Dual p = x[0].constant(1);
        for (Dual v : x) p = p.times(v);
        return p;
    }

    /** xᵢ, 0 beyond the ends. */
    private static Dual at(Dual[] x, int i) {
        return i < 1 || i > x.length ? x[0].constant(0) : x[i - 1];
    }

    private static Dual[] rosenbrock(Dual[] x) {
        return each(x.length, i -> i % 2 == 1 ? x[i].minus(x[i - 1].square()).times(10) : x[i - 2].negate().plus(1));
    }

    private static Dual[] helical(Dual[] x) {
        Dual angle = x[1].over(x[0]).atan().times(0.5 / Math.PI).plus(x[0].v() < 0 ? 0.5 : 0);
        return new Dual[] {
            x[2].minus(angle.times(10)).times(10), x[0].square().plus(x[1].square()).sqrt().plus(-1).times(10), x[2]
        };
    }

    private static Dual gulf(Dual[] x, double t) {
        double y = 25 + Math.pow(-50 * Math.log(t), 2.0 / 3);
        return x[1].negate().plus(y).abs().pow(x[2]).over(x[0]).negate().exp().plus(-t);
    }

    private static Dual box(Dual[] x, double t) {
        return x[0].times(-t).exp().minus(x[1].times(-t).exp()).minus(x[2].times(Math.exp(-t) - Math.exp(-10 * t)));
    }

    private static Dual[] powell(Dual[] x) {
        return each(x.length, i -> {
            int k = (i - 1) / 4 * 4;
            return switch (i % 4) {
                case 1 -> x[k].plus(x[k + 1].times(10));
                case 2 -> x[k + 2].minus(x[k + 3]).times(Math.sqrt(5));
                case 3 -> x[k + 1].minus(x[k + 2].times(2)).square();
                default -> x[k].minus(x[k + 3]).square().times(Math.sqrt(10));
            };
        });
    }

    private static Dual kowalik(Dual[] x, double u) {
        return x[0].times(x[1].times(u).plus(u * u)).over(x[2].times(u).plus(u * u).plus(x[3]));
    }

    private static Dual brownDennis(Dual[] x, double t) {
        Dual a = x[0].plus(x[1].times(t)).plus(-Math.exp(t));
        return a.square().plus(x[2].plus(x[3].times(Math.sin(t))).plus(-Math.cos(t)).square());
    }

    private static Dual osborne1(Dual[] x, double t) {
        return x[0].plus(x[1].times(x[3].times(-t).exp())).plus(x[2].times(x[4].times(-t).exp()));
    }

    private static Dual osborne2(Dual[] x, double t) {
        Dual s = x[0].times(x[4].times(-t).exp());
        for (int k = 1; k <= 3; k++) s = s.plus(x[k].times(x[k + 7].plus(-t).square().times(x[k + 4]).negate().exp()));
        return s;
    }

    private static Dual biggs(Dual[] x, double t) {
        double y = Math.exp(-t) - 5 * Math.exp(-10 * t) + 3 * Math.exp(-4 * t);
        return x[2].times(x[0].times(-t).exp()).minus(x[3].times(x[1].times(-t).exp())).plus(x[5].times(x[4].times(-t).exp())).plus(-y);
    }

    private static Dual watson(Dual[] x, int i) {
        if (i == 30) return x[0];
        if (i == 31) return x[1].minus(x[0].square()).plus(-1);
        double t = i / 29.0;
        Dual slope = sum(x, j -> x[j - 1].times(j == 1 ? 0 : (j - 1) * Math.pow(t, j - 2)));
        return slope.minus(sum(x, j -> x[j - 1].times(Math.pow(t, j - 1))).square()).plus(-1);
    }

    private static Dual[] penalty1(Dual[] x) {
        int n = x.length;
        return each(n + 1, i -> i <= n ? x[i - 1].plus(-1).times(Math.sqrt(1e-5)) : sum(x, j -> x[j - 1].square()).plus(-0.25));
    }

    private static Dual[] penalty2(Dual[] x) {
        int n = x.length;
        double a = Math.sqrt(1e-5);
        return each(2 * n, i -> {
            if (i == 1) return x[0].plus(-0.2);
            if (i == 2 * n) return sum(x, j -> x[j - 1].square().times(n - j + 1)).plus(-1);
            if (i > n) return x[i - n].times(0.1).exp().plus(-Math.exp(-0.1)).times(a);
            double y = Math.exp(i / 10.0) + Math.exp((i - 1) / 10.0);
            return x[i - 1].times(0.1).exp().plus(x[i - 2].times(0.1).exp()).plus(-y).times(a);
        });
    }

    private static Dual[] varDim(Dual[] x) {
        int n = x.length;
        Dual s = sum(x, j -> x[j - 1].plus(-1).times(j));
        return each(n + 2, i -> i <= n ? x[i - 1].plus(-1) : i == n + 1 ? s : s.square());
    }

    /** (xᵢ + tᵢ + 1)³ with tᵢ = i·h. */
    private static Dual cube(Dual[] x, int i) {
        return x[i - 1].plus(i / (x.length + 1.0) + 1).pow(3);
    }

    private static Dual integral(Dual[] x, int i) {
        double h = 1 / (x.length + 1.0);
        double t = i * h;
        return x[i - 1].plus(sum(x, j -> cube(x, j).times(j <= i ? (1 - t) * j * h : t * (1 - j * h))).times(h / 2));
    }

    private static Dual band(Dual[] x, int i) {
        Dual r = x[i - 1].times(x[i - 1].square().times(5).plus(2)).plus(1);
        for (int j = Math.max(1, i - 5); j <= Math.min(x.length, i + 1); j++) {
            if (j != i) r = r.minus(x[j - 1].times(x[j - 1].plus(1)));
        }
        return r;
    }

    /** The Chebyshev polynomial Tᵢ shifted to [0, 1]. */
    private static Dual chebyshev(Dual x, int i) {
        Dual u = x.times(2).plus(-1);
        Dual before = x.constant(1);
        Dual now = u;
        for (int k = 2; k <= i; k++) {
            Dual next = u.times(now).times(2).minus(before);
            before = now;
            now = next;
        }
        return now;
    }
}
