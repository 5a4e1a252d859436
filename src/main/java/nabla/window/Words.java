package nabla.window;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import nabla.plot.Tex;

/** A laid-out text of one or more lines, with raised and lowered parts, drawn at any angle. */
final class Words {
    private static final double SMALL = 0.72;
    /** Metrics that do not depend on the device, so that PNG, SVG and window break lines alike. */
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** The hint to draw words by their outlines: for files that know no letters but those of Western Europe. */
    static final RenderingHints.Key OUTLINES = new RenderingHints.Key(1) {
        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof Boolean;
        }
    };

    private final List<List<Tex.Run>> lines = new ArrayList<>();
    private final List<Double> widths = new ArrayList<>();
    private final String text;
    private final boolean tex;
    private final Font font;
    private final double leading;
    private double width;

    private Words(String text, Font font, boolean tex) {
        this.text = text;
        this.tex = tex;
        this.font = font;
        this.leading = font.getSize2D() * 1.25;
        for (String line : text.split("\n", -1)) {
            List<Tex.Run> runs =
                    tex ? Tex.runs(line) : line.isEmpty() ? List.of() : List.of(new Tex.Run(line, 0, false, false));
            double w = 0;
            for (Tex.Run r : runs)
                w += font(r).getStringBounds(r.text(), CONTEXT).getWidth();
            lines.add(runs);
            widths.add(w);
            width = Math.max(width, w);
        }
    }

    static Words of(String text, Font font) {
        return new Words(text, font, true);
    }

    static Words plain(String text, Font font) {
        return new Words(text, font, false);
    }

    /** The same words in lines no wider than so many pixels where blanks outside braces allow. */
    Words within(double room) {
        if (width <= room) return this;
        StringBuilder broken = new StringBuilder();
        String line = "";
        for (String word : text.split(" (?![^{}]*\\})")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && new Words(longer, font, tex).width > room) {
                broken.append(line).append('\n');
                longer = word;
            }
            line = longer;
        }
        return new Words(broken + line, font, tex);
    }

    static Font font(double pixels, boolean bold, boolean italic) {
        int style = (bold ? Font.BOLD : 0) | (italic ? Font.ITALIC : 0);
        return new Font(Font.SANS_SERIF, style, 12).deriveFont((float) pixels);
    }

    private Font font(Tex.Run r) {
        int style = font.getStyle() | (r.bold() ? Font.BOLD : 0) | (r.italic() ? Font.ITALIC : 0);
        return font.deriveFont(style, (float) (r.level() == 0 ? font.getSize2D() : font.getSize2D() * SMALL));
    }

    double width() {
        return width;
    }

    double height() {
        return leading * lines.size();
    }

    /**
     * Draws it.
     *
     * @param h where x lies in the text: 0 its left end, ½ its middle, 1 its right end
     * @param v where y lies in the text: 0 its top, ½ its middle, 1 its bottom
     */
    void draw(Graphics2D g, double x, double y, double h, double v, double degrees, Color color) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        if (degrees != 0) g.rotate(-Math.toRadians(degrees));
        g.setColor(color);
        double top = -v * height();
        for (int k = 0; k < lines.size(); k++) {
            double at = -h * width + (width - widths.get(k)) * h;
            double base = top + leading * k + font.getSize2D() * 0.98;
            for (Tex.Run r : lines.get(k)) {
                Font f = font(r);
                double shift = r.level() > 0 ? -font.getSize2D() * 0.42 : r.level() < 0 ? font.getSize2D() * 0.2 : 0;
                draw(g, r.text(), f, (float) at, (float) (base + shift));
                at += f.getStringBounds(r.text(), CONTEXT).getWidth();
            }
        }
        g.setTransform(before);
    }

    private static void draw(Graphics2D g, String text, Font font, float x, float y) {
        if (Boolean.TRUE.equals(g.getRenderingHint(OUTLINES))) {
            g.fill(font.createGlyphVector(CONTEXT, text).getOutline(x, y));
            return;
        }
        g.setFont(font);
        g.drawString(text, x, y);
    }

    /** The rectangle it covers when drawn unturned. */
    Rectangle2D bounds(double x, double y, double h, double v) {
        return new Rectangle2D.Double(x - h * width, y - v * height(), width, height());
    }
}
