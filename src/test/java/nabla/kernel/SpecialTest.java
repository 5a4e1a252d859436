package nabla.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error function and the gamma function against values of mpmath. */
class SpecialTest {
    private static void near(double expected, double actual, double ulps) {
        assertEquals(expected, actual, ulps * Math.ulp(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-10, 1.1283791670955126e-10, 0.999999999887162, 0.999999999887162",
        "0.1, 0.1124629160182849, 0.887537083981715, 0.8964569799691267",
        "0.4999, 0.5204119951613866, 0.4795880048386134, 0.6157416166688975",
        "0.5, 0.5204998778130465, 0.4795001221869535, 0.6156903441929259",
        "0.75, 0.7111556336535151, 0.28884436634648486, 0.5069376502931449",
        "1.0, 0.8427007929497149, 0.15729920705028513, 0.427583576155807",
        "2.0, 0.9953222650189527, 0.004677734981047266, 0.25539567631050575",
        "3.999, 0.9999999844552505, 1.554474949099499e-08, 0.1370318485982712",
        "4.0, 0.9999999845827421, 1.541725790028002e-08, 0.13699945762506138",
        "5.9, 0.9999999999999999, 7.190409783550478e-17, 0.09430713614832703",
        "10.0, 1.0, 2.088487583762545e-45, 0.05614099274382259",
        "26.0, 1.0, 5.663192408856143e-296, 0.021683584850562907"
    })
    void errorFunctions(double x, double erf, double erfc, double erfcx) {
        near(erf, Erf.erf(x), 3);
        near(-erf, Erf.erf(-x), 3);
        near(erfc, Erf.erfc(x), 4);
        near(erfcx, Erf.erfcx(x), 4);
    }

    @Test
    void edgesOfErrorFunctions() {
        assertEquals(-0.0, Erf.erf(-0.0));
        assertEquals(1, Erf.erf(Double.POSITIVE_INFINITY));
        assertEquals(0, Erf.erfc(30));
        assertEquals(2, Erf.erfc(Double.NEGATIVE_INFINITY));
        assertEquals(0, Erf.erfcx(Double.POSITIVE_INFINITY));
        for (double x : new double[] {-27, -1e200, Double.NEGATIVE_INFINITY}) assertEquals(Double.POSITIVE_INFINITY, Erf.erfcx(x));
        assertTrue(Double.isNaN(Erf.erf(Double.NaN)));
        assertTrue(Double.isNaN(Erf.erfc(Double.NaN)));
        assertTrue(Double.isNaN(Erf.erfcx(Double.NaN)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 1.772453850905516, 0.5723649429247001",
        "0.75, 1.2254167024651776, 0.20328095143129538",
        "0.999999, 1.000000577216654, 5.772164873855652e-07",
        "1.0000001, 0.9999999422784434, -5.772155829918507e-08",
        "1.5, 0.886226925452758, -0.12078223763524522",
        "1.9999, 0.9999577256848119, -4.227520877215346e-05",
        "2.001, 1.00042319625708, 0.000423106734800117",
        "2.5, 1.329340388179137, 0.2846828704729192",
        "3.0, 2.0, 0.6931471805599453",
        "3.25, 2.5492569667185294, 0.9358019311087253",
        "5.5, 52.34277778455352, 3.9578139676187165",
        "9.0, 40320.0, 10.60460290274525",
        "11.75, 21733773.25099669, 16.89437797963419"
    })
    void gammaFunctions(double x, double gamma, double log) {
        near(gamma, Gamma.gamma(x), 10);
        near(log, Gamma.log(x), 10);
    }
}
