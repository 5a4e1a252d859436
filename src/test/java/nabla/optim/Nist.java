package nabla.optim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A nonlinear regression of NIST's Statistical Reference Datasets: a model, its data, two starts, the certified parameters.
 *
 * @param data rows of y and x
 */
record Nist(String name, double[][] starts, double[] certified, double sum, List<double[]> data) implements Residuals {
    static List<Nist> all() {
        Map<String, List<double[]>> data = new LinkedHashMap<>();
        for (String[] c : rows("nist_strd_data.tsv")) {
            double[] row = new double[c.length - 1];
            for (int k = 0; k < row.length; k++) row[k] = Double.parseDouble(c[k + 1]);
            data.computeIfAbsent(c[0], name -> new ArrayList<>()).add(row);
        }
        List<Nist> all = new ArrayList<>();
        for (String[] c : rows("nist_strd.tsv")) {
            all.add(new Nist(c[0], new double[][] {numbers(c[1]), numbers(c[2])}, numbers(c[3]), Double.parseDouble(c[5]), data.get(c[0])));
        }
        return all;
    }

    private static List<String[]> rows(String resource) {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Nist.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            for (String line; (line = in.readLine()) != null; ) if (!line.startsWith("#")) rows.add(line.split("\t"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static double[] numbers(String list) {
        String[] parts = list.split(",");
        double[] d = new double[parts.length];
        for (int i = 0; i < d.length; i++) d[i] = Double.parseDouble(parts[i]);
        return d;
    }

    /** The decimal digits that b shares with the certified parameters, in the worst of them. */
    double digits(double[] b) {
        double worst = 15;
        for (int i = 0; i < b.length; i++) {
            double error = Math.abs(b[i] - certified[i]) / Math.abs(certified[i]);
            worst = Math.min(worst, error == 0 ? 15 : -Math.log10(error));
        }
        return b.length == 0 || worst != worst ? 0 : worst;
    }

    @Override
    public double[] residuals(double[] b) {
        double[] r = new double[data.size()];
        for (int i = 0; i < r.length; i++) {
            double[] row = data.get(i);
            r[i] = name.equals("Nelson")
                    ? b[0] - b[1] * row[1] * Math.exp(-b[2] * row[2]) - Math.log(row[0])
                    : model(b, row[1]) - row[0];
        }
        return r;
    }

    private double model(double[] b, double x) {
        return switch (name) {
            case "Bennett5" -> b[0] * Math.pow(b[1] + x, -1 / b[2]);
            case "BoxBOD", "Misra1a" -> b[0] * (1 - Math.exp(-b[1] * x));
            case "Chwirut1", "Chwirut2" -> Math.exp(-b[0] * x) / (b[1] + b[2] * x);
            case "DanWood" -> b[0] * Math.pow(x, b[1]);
            case "ENSO" -> b[0] + b[1] * Math.cos(2 * Math.PI * x / 12) + b[2] * Math.sin(2 * Math.PI * x / 12)
                    + b[4] * Math.cos(2 * Math.PI * x / b[3]) + b[5] * Math.sin(2 * Math.PI * x / b[3])
                    + b[7] * Math.cos(2 * Math.PI * x / b[6]) + b[8] * Math.sin(2 * Math.PI * x / b[6]);
            case "Eckerle4" -> b[0] / b[1] * Math.exp(-0.5 * Math.pow((x - b[2]) / b[1], 2));
            case "Gauss1", "Gauss2", "Gauss3" -> b[0] * Math.exp(-b[1] * x)
                    + b[2] * Math.exp(-Math.pow(x - b[3], 2) / (b[4] * b[4])) + b[5] * Math.exp(-Math.pow(x - b[6], 2) / (b[7] * b[7]));
            case "Hahn1", "Thurber" -> (b[0] + x * (b[1] + x * (b[2] + x * b[3]))) / (1 + x * (b[4] + x * (b[5] + x * b[6])));
            case "Kirby2" -> (b[0] + x * (b[1] + x * b[2])) / (1 + x * (b[3] + x * b[4]));
            case "Lanczos1", "Lanczos2", "Lanczos3" -> b[0] * Math.exp(-b[1] * x) + b[2] * Math.exp(-b[3] * x) + b[4] * Math.exp(-b[5] * x);
            case "MGH09" -> b[0] * (x * x + x * b[1]) / (x * x + x * b[2] + b[3]);
            case "MGH10" -> b[0] * Math.exp(b[1] / (x + b[2]));
            case "MGH17" -> b[0] + b[1] * Math.exp(-x * b[3]) + b[2] * Math.exp(-x * b[4]);
            case "Misra1b" -> b[0] * (1 - Math.pow(1 + b[1] * x / 2, -2));
            case "Misra1c" -> b[0] * (1 - Math.pow(1 + 2 * b[1] * x, -0.5));
            case "Misra1d" -> b[0] * b[1] * x / (1 + b[1] * x);
            case "Rat42" -> b[0] / (1 + Math.exp(b[1] - b[2] * x));
            case "Rat43" -> b[0] / Math.pow(1 + Math.exp(b[1] - b[2] * x), 1 / b[3]);
            case "Roszman1" -> b[0] - b[1] * x - Math.atan(b[2] / (x - b[3])) / Math.PI;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
