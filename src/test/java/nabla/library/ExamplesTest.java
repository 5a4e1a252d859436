package nabla.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nabla.engine.Engine;
import nabla.language.Source;
import nabla.value.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples that help shows: what they print, blanks aside, is what stands after the percent sign. */
class ExamplesTest {
    @TempDir
    private Path folder;

    @Test
    void examplesOfTheNumericFunctionsPrintWhatTheyPromise() {
        assertPromises("abs", "sum", "prod", "max", "min", "sort", "unique", "ismember", "union", "setdiff",
                "find", "any", "all", "size", "reshape", "repmat", "linspace", "circshift", "flip", "diag", "mod", "rem", "round", "gamma",
                "erf", "erfinv", "betainc", "factorial", "nchoosek", "primes", "factor", "gcd", "bitand", "bitshift", "typecast",
                "cast", "mean", "median", "mode", "var", "std", "histc", "cov", "sub2ind", "ind2sub", "meshgrid", "accumarray", "cat",
                "magic", "cumsum", "diff", "cummax", "log2", "nthroot", "isequal", "plus", "lookup", "sortrows", "intmax", "eps");
    }

    @Test
    void examplesOfTheRulesPrintWhatTheyPromise() {
        assertPromises("minimize", "train", "explain", "gd", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "lion", "rprop", "adam", "amsgrad", "adamw",
                "adamax", "nadam", "radam", "then", "clip", "clipvalue", "decay", "noise", "average", "cosinedecay", "expdecay", "stepdecay",
                "timedecay", "onecycle", "warmup");
    }

    @Test
    void examplesOfTheGlobalMethodsPrintWhatTheyPromise() {
        assertPromises("globalmin", "globalsearch", "multistart", "basinhop", "simulannealbnd", "dualannealing", "direct", "cmaes", "de",
                "particleswarm", "ga", "crossentropymin");
    }

    @Test
    void examplesOfDensitiesAndDistributionsPrintWhatTheyPromise() {
        assertPromises("kl", "crossentropy", "jsd", "diffentropy", "dist", "pdf", "logpdf", "cdf", "icdf");
    }

    @Test
    void examplesOfTablesEstimatesAndCodesPrintWhatTheyPromise() {
        assertPromises("entropy", "surprisal", "renyi", "tsallis", "perplexity", "redundancy", "jointentropy", "condentropy", "mutualinfo",
                "transferentropy", "channelcapacity", "entropyest", "knnentropy", "knnkl", "ksg", "fileentropy", "huffman", "shannonfano",
                "encode", "decode", "arithenco", "arithdeco");
    }

    private void assertPromises(String... names) {
        Catalog catalog = new Catalog();
        List<String> wrong = new ArrayList<>();
        for (String name : names) for (String example : catalog.help(name).examples()) check(example, wrong);
        assertEquals(List.of(), wrong);
    }

    private void check(String example, List<String> wrong) {
        int at = example.lastIndexOf("  % ");
        if (at < 0) return;
        String printed = plain(run(example.substring(0, at)));
        if (!printed.equals(plain(example.substring(at + 4)))) wrong.add(example + " printed " + printed);
    }

    private static String plain(String s) {
        return s.replaceAll("\\s+", " ").strip().replaceFirst("^\\w+ = ?", "");
    }

    private String run(String code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Engine engine = new Engine(new Catalog(), new PrintStream(bytes, true, StandardCharsets.UTF_8), folder);
        try {
            engine.execute(new Source("example", null, code));
        } catch (Failure f) {
            return "error: " + f.getMessage();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
