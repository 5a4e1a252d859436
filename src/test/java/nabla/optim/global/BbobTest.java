package nabla.optim.global;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BbobTest {
    /** Function, variables, instance, lowest value, value at 0: facts of COCO's implementation. */
    private static final String COCO = """
            1 2 3 -247.11 -232.6408672
            1 5 3 -247.11 -208.93311168000002
            2 2 3 -87.89 13258415.054278258
            2 5 3 -87.89 9233928.076624276
            3 2 3 115.68 141.92796942622988
            3 5 3 115.68 545.8678993719993
            4 2 3 115.68 134.73594479417955
            4 5 3 115.68 361.398750605019
            5 2 3 66.71 121.71
            5 5 3 66.71 174.52985161055395
            6 2 3 -1000.0 60176.04821881869
            6 5 3 -1000.0 160467.61132686285
            7 2 3 3.82 1234.7266055554232
            7 5 3 3.82 736.8181110855429
            8 2 3 98.62 222.6886796084761
            8 5 3 98.62 14584.530411311243
            9 2 3 55.34 61.84
            9 5 3 55.34 81.34
            10 2 3 -491.53 312789.94206711755
            10 5 3 -491.53 28686.489035724528
            11 2 3 13.66 523795.11353118496
            11 5 3 13.66 6739898.550473196
            12 2 3 56.61 117025789.43028362
            12 5 3 56.61 164171461.88892505
            13 2 3 -279.95 259.60321160193627
            13 5 3 -279.95 1634.5028997560153
            14 2 3 77.31 78.25341042221368
            14 5 3 77.31 83.10029305538322
            15 2 3 -48.22 6.392679229095535
            15 5 3 -48.22 102.89623135783685
            16 2 3 99.17 133.35304207453365
            16 5 3 99.17 298.21611483280776
            17 2 3 273.15 334.44627523324584
            17 5 3 273.15 290.03902988457793
            18 2 3 273.15 882.4361296288971
            18 5 3 273.15 360.15664502720324
            19 2 3 214.01 214.26037374271976
            19 5 3 214.01 214.26037374271976
            20 2 3 208.38 5729.895399746392
            20 5 3 208.38 6801.034470487879
            21 2 3 -370.84 -356.2431622180022
            21 5 3 -370.84 -304.65521626919644
            22 2 3 -49.13 10.452887837139329
            22 5 3 -49.13 20.277220893186147
            23 2 3 -130.61 -69.97140196304579
            23 5 3 -130.61 -115.01539617623526
            24 2 3 13.64 58.25797448540513
            24 5 3 13.64 109.9417359825571
            """;

    @Test
    void theFunctionsAreThoseOfCoco() {
        for (String row : COCO.strip().split("\n")) {
            String[] c = row.strip().split(" ");
            Bbob f = new Bbob(Integer.parseInt(c[0]), Integer.parseInt(c[1]), Integer.parseInt(c[2]));
            double zero = Double.parseDouble(c[4]);
            assertEquals(Double.parseDouble(c[3]), f.optimum, 1e-9, row);
            assertEquals(zero, f.value(new double[f.n]), 1e-9 * Math.max(1, Math.abs(zero)), row);
        }
    }

    /** The whole table, which {@link BbobTable} prints, is five times as long and has five variables too. */
    @Test
    void cmaesSolvesNearlyAllInTwoVariables() {
        int solved = 0;
        for (int id = 1; id <= 24; id++) if (BbobTable.solved(BbobTable.METHODS.get("cmaes"), id, 2, 1, 1)) solved++;
        assertTrue(solved >= 21, "solved " + solved + " of 24");
    }
}
