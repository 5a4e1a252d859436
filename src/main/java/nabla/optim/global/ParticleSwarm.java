package nabla.optim.global;

import java.util.SplittableRandom;
import nabla.optim.Method;
import nabla.optim.Reason;
import nabla.optim.Reason.Kind;
import nabla.optim.Run;

/**
 * Particle swarm (Kennedy and Eberhart 1995; neighbourhoods and inertia adapt as MATLAB's particleswarm documents, after Mezura-Montes and
 * Coello 2011): v ← W·v + y₁·r₁·(p − x) + y₂·r₂·(g − x), x ← x + v, p the particle's best place, g the best of its random
 * neighbourhood, r uniform.
 *
 * @param size the number of particles; 0: 10 n, 100 at most
 * @param inertia the least and the greatest W
 * @param self y₁
 * @param social y₂
 * @param initial places of the first particles, others being random; null: none
 * @param stall ends the run when the best value changed by less than {@code tolerance} (of 1 + |f|) in so many generations
 */
public record ParticleSwarm(int size, double[] inertia, double self, double social, double[][] initial, int stall, double tolerance) implements Method {
    private static final double LEAST_NEIGHBOURS = 0.25;

    /** With random first places. */
    public ParticleSwarm(int size, double[] inertia, double self, double social, int stall, double tolerance) {
        this(size, inertia, self, social, null, stall, tolerance);
    }

    @Override
    public String name() {
        return "particleswarm";
    }

    @Override
    public Reason run(Run run) {
        Swarm s = new Swarm(new Cube(run), run.random());
        double[] lowest = new double[stall];
        for (int k = 0; ; k++) {
            s.cube.generation(s.x, s.fx);
            double before = lowest[k % stall];
            lowest[k % stall] = s.lowest;
            if (k >= stall && before - s.lowest <= tolerance * (1 + Math.abs(s.lowest))) {
                return Reason.of(Kind.VALUE_FLAT, (double) stall * s.x.length, tolerance);
            }
            s.move();
        }
    }

    private final class Swarm {
        private final Cube cube;
        private final SplittableRandom random;
        private final double[][] x;
        private final double[][] v;
        private double[] fx;
        private final double[][] p;
        private final double[] fp;
        private double lowest;
        private final int least;
        private int neighbours;
        private double w;
        private int idle;

        Swarm(Cube cube, SplittableRandom random) {
            this.cube = cube;
            this.random = random;
            int m = size > 0 ? Math.max(2, size) : Math.min(100, 10 * cube.n);
            x = new double[m][];
            v = new double[m][cube.n];
            for (int k = 0; k < m; k++) {
                x[k] = initial != null && k < initial.length ? cube.clipped(cube.of(initial[k])) : cube.random(random);
                for (int i = 0; i < cube.n; i++) v[k][i] = 2 * random.nextDouble() - 1;
            }
            fx = cube.values(x);
            p = x.clone();
            fp = fx.clone();
            lowest = fp[Cube.lowest(fp)];
            least = Math.max(2, (int) (m * LEAST_NEIGHBOURS));
            neighbours = least;
            w = inertia[1];
        }

        void move() {
            for (int k = 0; k < x.length; k++) {
                double[] g = bestNeighbour(k);
                double[] to = new double[cube.n];
                for (int i = 0; i < cube.n; i++) {
                    v[k][i] = w * v[k][i] + self * random.nextDouble() * (p[k][i] - x[k][i]) + social * random.nextDouble() * (g[i] - x[k][i]);
                    to[i] = x[k][i] + v[k][i];
                    if (cube.below(i, to[i]) || cube.above(i, to[i])) {
                        to[i] = to[i] < 0 ? 0 : 1;
                        v[k][i] = 0;
                    }
                }
                x[k] = to;
            }
            fx = cube.values(x);
            boolean better = false;
            for (int k = 0; k < x.length; k++) {
                if (!(fx[k] < fp[k])) continue;
                fp[k] = fx[k];
                p[k] = x[k];
                better |= fx[k] < lowest;
                lowest = Math.min(lowest, fx[k]);
            }
            adapt(better);
        }

        private double[] bestNeighbour(int k) {
            int best = k;
            for (int t = 1; t < neighbours; t++) {
                int other = random.nextInt(x.length);
                if (fp[other] < fp[best]) best = other;
            }
            return p[best];
        }

        private void adapt(boolean better) {
            idle = better ? Math.max(0, idle - 1) : idle + 1;
            neighbours = better ? least : Math.min(neighbours + least, x.length);
            if (better && idle < 2) w *= 2;
            if (better && idle > 5) w /= 2;
            w = Math.min(inertia[1], Math.max(inertia[0], w));
        }
    }
}
