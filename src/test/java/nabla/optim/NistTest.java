package nabla.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The nonlinear regressions of NIST's Statistical Reference Datasets, without derivatives of their own. */
class NistTest {
    @Test
    void allModelsAreFittedToSixDigitsFromBothStarts() {
        List<String> poor = new ArrayList<>();
        int fits = 0;
        for (Nist model : Nist.all()) {
            for (double[] start : model.starts()) {
                Outcome o = new Minimizer().tolerance(0).trace(false).minimize(model, start, new LevenbergMarquardt());
                if (!(model.digits(o.x()) >= 6)) poor.add(model.name() + " " + o);
                fits++;
            }
        }
        assertEquals(List.of(), poor);
        assertEquals(54, fits);
    }
}
