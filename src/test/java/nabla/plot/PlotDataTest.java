package nabla.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotDataTest {
    private static final class Recorder implements Screen {
        final List<Figure> shown = new ArrayList<>();
        boolean live;

        @Override
        public void show(Figure figure) {
            shown.add(figure);
        }

        @Override
        public void close(int number) {}

        @Override
        public void save(Figure figure, Path file, String format, double dpi) {}

        @Override
        public boolean live() {
            return live;
        }
    }

    private static Grid cone() {
        double[] v = {-2, -1, 0, 1, 2};
        double[] z = new double[25];
        for (int k = 0; k < 25; k++) z[k] = -Math.hypot(v[k / 5], v[k % 5]);
        return Grid.of(v, v, z, 5, 5);
    }

    @Test
    void lettersDescribeALine() {
        LineSpec s = LineSpec.parse("r--o");
        assertEquals("--", s.style());
        assertEquals('o', s.marker());
        assertEquals(0xFF0000, s.color());
        assertNull(LineSpec.parse("LineWidth"));
    }

    @Test
    void aMarkerAloneMeansNoLine() {
        Line l = new Line(new double[1], new double[1], null);
        LineSpec.parse("kx").apply(l);
        assertFalse(l.hasLine());
    }

    @Test
    void closedContoursEndWhereTheyBegin() {
        List<double[][]> lines = Contours.lines(cone(), -1.5);
        assertEquals(1, lines.size());
        double[][] l = lines.get(0);
        assertEquals(l[0][0], l[0][l[0].length - 1]);
        assertEquals(l[1][0], l[1][l[1].length - 1]);
    }

    @Test
    void contoursThatMeetTheBorderStayOpenAndTheirRegionsClose() {
        double[] v = {0, 1, 2};
        Grid slope = Grid.of(v, v, new double[] {0, 0, 0, 1, 1, 1, 2, 2, 2}, 3, 3);
        double[][] line = Contours.lines(slope, 0.5).get(0);
        assertArrayEquals(new double[] {0.5, 0.5, 0.5}, line[0], 1e-12);
        double[][] ring = Contours.region(slope, 0.5).get(0);
        assertEquals(ring[0][0], ring[0][ring[0].length - 1]);
    }

    @Test
    void contourLevelsAreRound() {
        assertArrayEquals(
                new double[] {-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8}, Contours.levels(-6.55, 8.1), 1e-12);
    }

    @Test
    void texBecomesSymbolsAndShiftedRuns() {
        assertEquals("η = 0.1, ∇f", Tex.flat("\\eta = 0.1, \\nablaf"));
        List<Tex.Run> r = Tex.runs("x_0^{12}");
        assertEquals(List.of(0, -1, 1), r.stream().map(Tex.Run::level).toList());
        assertEquals("12", r.get(2).text());
    }

    @Test
    void viridisRunsFromVioletToYellow() {
        assertEquals(0x440154, Colormap.VIRIDIS.at(0));
        assertEquals(0xFDE725, Colormap.VIRIDIS.at(1));
        assertEquals(0x0072BD, Colors.order(7));
    }

    @Test
    void surfacesTurnEmptyAxesToSpace() {
        Figures f = new Figures();
        f.axes().add(new Surface(cone(), cone().z()));
        assertTrue(f.axes().inSpace());
        assertEquals(-37.5, f.axes().azimuth);
    }

    @Test
    void drawnowShowsANewFigureAtOnceAndChangesOfAFileLater() {
        Recorder screen = new Recorder();
        Figures f = new Figures();
        f.screen(screen);
        f.axes().add(new Line(new double[] {1}, new double[] {1}, null));
        f.draw();
        assertEquals(1, screen.shown.size());
        assertNotSame(f.figure(), screen.shown.get(0));
        f.changed(f.axes());
        f.draw();
        assertEquals(1, screen.shown.size());
        screen.live = true;
        f.draw();
        f.draw();
        assertEquals(2, screen.shown.size());
    }

    @Test
    void closedFiguresForgetTheirHandles() {
        Figures f = new Figures();
        double h = f.axes().handle;
        f.close(f.figure());
        assertNull(f.find(h));
        assertNull(f.find(1));
    }
}
