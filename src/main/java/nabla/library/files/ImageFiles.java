package nabla.library.files;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Texts;
import nabla.value.Bool;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Pictures in files: PNG, JPEG, GIF, BMP. */
final class ImageFiles {
    private static final int COLORS = 3;

    private ImageFiles() {}

    @Function(call = "A = imread(file)\n[X, map, alpha] = imread(file)",
            en = "The picture in a PNG, JPEG, GIF or BMP file: m-by-n grey levels, or m-by-n-by-3 for red, green and blue, 0 to 255 (uint8) or 65535 (uint16). Of a picture with a palette, positions in it from 0, and the palette as rows of three numbers from 0 to 1. Alpha is the opacity, empty where there is none.",
            ru = "Картинка из файла PNG, JPEG, GIF или BMP: m×n уровней серого или m×n×3 — красный, зелёный, синий, от 0 до 255 (uint8) или 65535 (uint16). Для картинки с палитрой — номера в ней с нуля и сама палитра: строки из трёх чисел от 0 до 1. alpha — непрозрачность, пусто, если её нет.",
            examples = {"f = [tempname() '.png']; imwrite(uint8([0 100; 200 255]), f); imread(f)(2, 1)  % 200"})
    public static Value[] imread(Session session, String file, Value... more) {
        BufferedImage image = image(session, "imread", file);
        Raster raster = image.getRaster();
        if (image.getColorModel() instanceof IndexColorModel palette) {
            Ints rows = levels(raster, 0, 1, IntType.UINT8);
            return new Value[] {rows, map(palette, (int) Arrays.stream(rows.data()).max().orElse(0) + 1), Real.empty()};
        }
        int bands = raster.getNumBands();
        boolean fine = raster.getSampleModel().getSampleSize(0) == 16;
        Raster samples = fine || bands == 1 ? raster : plain(image, BufferedImage.TYPE_INT_ARGB).getRaster();
        IntType type = fine ? IntType.UINT16 : IntType.UINT8;
        boolean alpha = image.getColorModel().hasAlpha();
        int colors = bands - (alpha ? 1 : 0) >= COLORS ? COLORS : 1;
        Value opacity = alpha ? levels(samples, samples.getNumBands() - 1, 1, type) : Real.empty();
        return new Value[] {levels(samples, 0, colors, type), Real.empty(), opacity};
    }

    private static BufferedImage image(Session session, String function, String file) {
        try {
            Path path = Folders.resolve(session, file);
            if (!java.nio.file.Files.isRegularFile(path)) throw Failure.of("%s: unable to find file '%s'", "%s: файла '%s' нет", function, file);
            BufferedImage image = ImageIO.read(path.toFile());
            if (image != null) return image;
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw Failure.of("%s: unable to read '%s': %s", "%s: файл '%s' не читается: %s", function, file, e.getMessage());
        }
        throw Failure.of("%s: '%s' is no picture in the formats PNG, JPEG, GIF, BMP", "%s: '%s' — не картинка в формате PNG, JPEG, GIF или BMP", function, file);
    }

    /** The picture with a byte for each of red, green, blue and perhaps opacity. */
    private static BufferedImage plain(BufferedImage image, int type) {
        BufferedImage r = new BufferedImage(image.getWidth(), image.getHeight(), type);
        for (int i = 0; i < image.getHeight(); i++) for (int j = 0; j < image.getWidth(); j++) r.setRGB(j, i, image.getRGB(j, i));
        return r;
    }

    /** Bands from one on as an array of height by width by count. */
    private static Ints levels(Raster raster, int band, int count, IntType type) {
        int m = raster.getHeight();
        int n = raster.getWidth();
        long[] r = new long[m * n * count];
        for (int k = 0, at = 0; k < count; k++) {
            for (int j = 0; j < n; j++) for (int i = 0; i < m; i++) r[at++] = raster.getSample(raster.getMinX() + j, raster.getMinY() + i, band + k);
        }
        return count == 1 ? new Ints(type, r, m, n) : new Ints(type, r, m, n, count);
    }

    /** The first n colours. */
    private static Real map(IndexColorModel palette, int n) {
        double[] r = new double[COLORS * n];
        for (int k = 0; k < n; k++) {
            r[k] = palette.getRed(k) / 255.0;
            r[n + k] = palette.getGreen(k) / 255.0;
            r[2 * n + k] = palette.getBlue(k) / 255.0;
        }
        return new Real(r, n, COLORS);
    }

    @Function(call = "s = imfinfo(file)", en = "What a picture's file says of it: Filename, Format, Width, Height, BitDepth, ColorType.",
            ru = "Сведения о файле с картинкой: Filename, Format, Width, Height, BitDepth, ColorType.",
            examples = {"f = [tempname() '.png']; imwrite(zeros(2, 3), f); imfinfo(f).Width  % 3"})
    public static Value imfinfo(Session session, String file) {
        BufferedImage image = image(session, "imfinfo", file);
        Struct s = Struct.scalar();
        s.put("Filename", 0, Char.of(Folders.resolve(session, file).toString()));
        s.put("Format", 0, Char.of(format(file).toUpperCase(Locale.ROOT)));
        s.put("Width", 0, Real.of(image.getWidth()));
        s.put("Height", 0, Real.of(image.getHeight()));
        s.put("BitDepth", 0, Real.of(image.getSampleModel().getSampleSize(0)));
        boolean indexed = image.getColorModel() instanceof IndexColorModel;
        s.put("ColorType", 0, Char.of(indexed ? "indexed" : image.getRaster().getNumBands() < COLORS ? "grayscale" : "truecolor"));
        return s;
    }

    private static String format(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ending.equals("jpeg") ? "jpg" : ending;
    }

    @Function(call = "imwrite(A, file)\nimwrite(X, map, file)\nimwrite(..., format)\nimwrite(..., 'Quality', q)",
            en = "Writes a picture as PNG, JPEG, GIF or BMP by the file's ending or the format: m-by-n grey levels or m-by-n-by-3 colours, from 0 to 255 for integers, from 0 to 1 otherwise; or rows of a palette, counted from 1, from 0 for integers. q is JPEG's quality, 75 of 100.",
            ru = "Записывает картинку как PNG, JPEG, GIF или BMP по окончанию имени или формату: m×n уровней серого или m×n×3 цвета, целые от 0 до 255, прочие от 0 до 1; или номера строк палитры, считая с 1, для целых с 0. q — качество JPEG, 75 из 100.",
            examples = {"f = [tempname() '.png']; imwrite(cat(3, 1, 0, 0.5), f); squeeze(imread(f))'  % 255 0 128"})
    public static void imwrite(Session session, Numeric picture, Value... options) {
        int k = 0;
        Numeric map = options.length > 0 && options[0] instanceof Numeric m && !(m instanceof Char) ? m : null;
        if (map != null) k++;
        if (k >= options.length) throw Failure.of("imwrite: no file name", "imwrite: нет имени файла");
        String file = Texts.text(options[k++], "imwrite", "FILE");
        String format = format(file);
        double quality = 75;
        for (; k < options.length; k++) {
            if (!Texts.option(options[k], "Quality")) format = format("." + Texts.text(options[k], "imwrite", "FORMAT"));
            else if (k + 1 < options.length && options[k + 1] instanceof Numeric q && q.isScalar()) {
                quality = q.re(0);
                k++;
            } else throw Failure.of("imwrite: 'Quality' must be followed by a number from 0 to 100", "imwrite: после 'Quality' нужно число от 0 до 100");
        }
        BufferedImage image = map == null ? drawn(picture) : painted(picture, map);
        write(Folders.resolve(session, file), format.equals("jpg") && map != null ? plain(image, BufferedImage.TYPE_INT_RGB) : image, format, quality);
    }

    private static void write(Path path, BufferedImage image, String format, double quality) {
        if (!ImageIO.getImageWritersBySuffix(format).hasNext()) {
            throw Failure.of("imwrite: '%s' is no format for pictures: png, jpg, gif or bmp", "imwrite: картинок в формате '%s' нет: png, jpg, gif или bmp", format);
        }
        ImageWriter writer = ImageIO.getImageWritersBySuffix(format).next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(path.toFile())) {
            if (out == null) throw new IOException(path.toString());
            ImageWriteParam p = writer.getDefaultWriteParam();
            if (format.equals("jpg")) {
                p.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                p.setCompressionQuality((float) Math.max(0, Math.min(1, quality / 100)));
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), p);
        } catch (IOException e) {
            throw Failure.of("imwrite: unable to write '%s'", "imwrite: файл '%s' не записать", path);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage drawn(Numeric a) {
        int m = a.rows();
        int n = a.ndims() == 2 ? a.columns() : a.dims()[1];
        int bands = a.ndims() == 2 ? 1 : a.ndims() == 3 ? a.dims()[2] : 0;
        if (bands != 1 && bands != COLORS || m == 0 || n == 0) {
            throw Failure.of("imwrite: a picture is m-by-n or m-by-n-by-3, not %s", "imwrite: картинка имеет размер m×n или m×n×3, а не %s", nabla.value.Dims.text(a.dims()));
        }
        BufferedImage image = new BufferedImage(n, m, bands == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        for (int b = 0; b < bands; b++) {
            for (int j = 0; j < n; j++) for (int i = 0; i < m; i++) image.getRaster().setSample(j, i, b, level(a, i + m * (j + n * b)));
        }
        return image;
    }

    /** An element as a level from 0 to 255. */
    private static int level(Numeric a, int k) {
        double v = a.re(k);
        if (a instanceof Ints n) return (int) Math.max(0, Math.min(255, n.type().bits == 16 ? Math.rint(v / 257) : v));
        return (int) Math.rint(255 * Math.max(0, Math.min(1, v)));
    }

    /** Rows of a palette; those after the 256th are not drawn. */
    private static BufferedImage painted(Numeric x, Numeric map) {
        int m = x.rows();
        int n = x.columns();
        if (map.ndims() > 2 || map.columns() != COLORS || map.isEmpty() || x.ndims() > 2 || x.isEmpty()) {
            throw Failure.of("imwrite: a picture with a palette is a matrix of numbers of rows, the palette a matrix of 3 columns; they are %s and %s",
                    "imwrite: картинка с палитрой — матрица номеров строк, палитра — матрица из 3 столбцов; здесь они %s и %s", nabla.value.Dims.text(x.dims()), nabla.value.Dims.text(map.dims()));
        }
        int rows = Math.min(map.rows(), 256);
        byte[][] colors = new byte[COLORS][rows];
        for (int b = 0; b < COLORS; b++) for (int k = 0; k < rows; k++) colors[b][k] = (byte) level(map, k + map.rows() * b);
        IndexColorModel palette = new IndexColorModel(8, rows, colors[0], colors[1], colors[2]);
        BufferedImage image = new BufferedImage(n, m, BufferedImage.TYPE_BYTE_INDEXED, palette);
        int first = x instanceof Ints || x instanceof Bool ? 0 : 1;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) image.getRaster().setSample(j, i, 0, (int) Math.max(0, Math.min(rows - 1, x.re(i + m * j) - first)));
        }
        return image;
    }
}
