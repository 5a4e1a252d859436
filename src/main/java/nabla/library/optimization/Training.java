package nabla.library.optimization;

import java.util.Arrays;
import java.util.SplittableRandom;
import nabla.optim.FiniteDifferences;
import nabla.optim.Iterate;
import nabla.optim.Objective;
import nabla.optim.Outcome;
import nabla.optim.Point;
import nabla.optim.Reason;
import nabla.optim.Watch;
import nabla.value.Real;
import nabla.value.Struct;

/**
 * A loss on one batch of the data after another, as an objective that changes with each step, and the history of its epochs. An epoch
 * is one pass through the data in a new order.
 */
final class Training implements Objective, Watch {
    private final Scripted loss;
    private final Live live;
    private final Observations data;
    private final Observations validation;
    private final SplittableRandom random;
    private final int batch;
    private final int steps;
    /** Batches in an epoch. */
    private final int batches;

    private final double[] batchLoss;
    private final double[] epochLoss;
    private final double[] validationLoss;
    private int done;
    /** The iterate looked at. */
    private int step;

    /**
     * @param validation data whose loss is taken after each epoch, or null
     * @param random null for the data's own order
     */
    Training(Scripted loss, Live live, Observations data, Observations validation, int batch, int epochs, SplittableRandom random) {
        this.loss = loss;
        this.live = live;
        this.data = data;
        this.validation = validation;
        this.random = random;
        this.batch = Math.min(batch, data.count());
        batches = (data.count() + this.batch - 1) / this.batch;
        steps = Math.multiplyExact(batches, epochs);
        batchLoss = new double[steps];
        epochLoss = new double[epochs];
        validationLoss = new double[epochs];
        deal(0);
    }

    int steps() {
        return steps;
    }

    /** The batch of step k. */
    private void deal(int k) {
        int from = k % batches * batch;
        if (from == 0 && random != null) data.shuffle(random);
        loss.rest(data.batch(from, Math.min(from + batch, data.count())));
    }

    @Override
    public double value(double[] x) {
        return loss.value(x);
    }

    @Override
    public double[] gradient(double[] x) {
        return both(x).gradient();
    }

    @Override
    public Point both(double[] x) {
        if (loss.hasGradient()) return loss.both(x);
        double v = loss.value(x);
        return new Point(x, v, Double.isFinite(v) ? FiniteDifferences.central(loss, x) : null);
    }

    /** True: differences, where they are needed, are taken on the one batch here. */
    @Override
    public boolean hasGradient() {
        return true;
    }

    @Override
    public void begin() {
        live.begin();
    }

    @Override
    public void end() {
        live.end();
    }

    @Override
    public void done(Outcome o) {
        live.done(o);
    }

    @Override
    public Reason why(int step) {
        return live.why(step);
    }

    @Override
    public boolean restless() {
        return live.restless();
    }

    @Override
    public boolean glance(Iterate best) {
        return live.glance(best);
    }

    @Override
    public boolean stop(Iterate i) {
        int k = i.step();
        if (k > 0 && k % batches == 0) epoch(k / batches - 1, i.x());
        step = k;
        boolean stop = live.stop(i);
        if (k < steps) {
            batchLoss[k] = i.value();
            done = k;
        }
        if (k + 1 < steps) deal(k + 1);
        return stop;
    }

    /** What the user's functions are told beside the usual: the epoch, and at its end its losses. */
    void describe(Struct info) {
        info.with("epoch", Real.of((double) step / batches));
        if (step == 0 || step % batches != 0) return;
        info.with("loss", Real.of(epochLoss[step / batches - 1]));
        if (validation != null) info.with("validation", Real.of(validationLoss[step / batches - 1]));
    }

    private void epoch(int e, double[] x) {
        double sum = 0;
        for (int b = 0; b < batches; b++) {
            int size = Math.min(batch, data.count() - b * batch);
            sum += batchLoss[e * batches + b] * size / data.count();
        }
        epochLoss[e] = sum;
        if (validation == null) return;
        loss.rest(validation.all());
        validationLoss[e] = loss.value(x);
    }

    /** The loss on all of the data. */
    double whole(double[] x) {
        loss.rest(data.all());
        return loss.value(x);
    }

    /** The mean loss of the batches by epoch, the loss on the validation data after each, the loss of every batch. */
    Struct history(int taken) {
        int epochs = Math.min(taken, steps) / batches;
        Struct h = Struct.scalar().with("loss", Real.column(Arrays.copyOf(epochLoss, epochs)));
        if (validation != null) h.with("validation", Real.column(Arrays.copyOf(validationLoss, epochs)));
        return h.with("batch", Real.column(Arrays.copyOf(batchLoss, done + 1)));
    }
}
