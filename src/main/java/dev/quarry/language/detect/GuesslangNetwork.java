package dev.quarry.language.detect;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The Guesslang network in plain Java: a deep part and a linear part over pairs of bytes, added up. Takes two
/// milliseconds for ten kilobytes. Safe to use from any thread.
final class GuesslangNetwork {

    /// What the network tells apart, in the order of its outputs.
    static final List<String> LABELS = List.of(
            "asm",
            "bat",
            "c",
            "cs",
            "cpp",
            "clj",
            "cmake",
            "cbl",
            "coffee",
            "css",
            "csv",
            "dart",
            "dm",
            "dockerfile",
            "ex",
            "erl",
            "f90",
            "go",
            "groovy",
            "hs",
            "html",
            "ini",
            "java",
            "js",
            "json",
            "jl",
            "kt",
            "lisp",
            "lua",
            "makefile",
            "md",
            "matlab",
            "mm",
            "ml",
            "pas",
            "pm",
            "php",
            "ps1",
            "prolog",
            "py",
            "r",
            "rb",
            "rs",
            "scala",
            "sh",
            "sql",
            "swift",
            "tex",
            "toml",
            "ts",
            "v",
            "vba",
            "xml",
            "yaml");

    /// More of a text it was not trained on.
    private static final int MOST_PAIRS = 10_000;

    private static final int BUCKETS = 5_000;
    private static final int EMBEDDED = 70;
    private static final int WIDE = 512;
    private static final int NARROW = 32;
    private static final int OUTPUTS = 54;

    private static final GuesslangNetwork INSTANCE = load();

    private final float[] embedding;
    private final float[] hidden0;
    private final float[] bias0;
    private final float[] hidden1;
    private final float[] bias1;
    private final float[] logits;
    private final float[] logitsBias;
    private final float[] linear;
    private final float[] linearBias;

    private GuesslangNetwork(DataInputStream in) throws IOException {
        embedding = read(in, BUCKETS * EMBEDDED, -0.23829841794920903, 0.0018763654956630632);
        hidden0 = read(in, EMBEDDED * WIDE, -0.10249130375245037, 0.0008070181397830738);
        bias0 = read(in, WIDE, -0.021031223785351303, 0.00020029736938429813);
        hidden1 = read(in, WIDE * NARROW, -0.10604567843324998, 0.000841632368517857);
        bias1 = read(in, NARROW, -0.022284538547197977, 0.00032771380216467614);
        logits = read(in, NARROW * OUTPUTS, -0.27378906011581416, 0.002172929048538208);
        logitsBias = read(in, OUTPUTS, -0.11504998528489879, 0.0009508263246685851);
        linear = read(in, BUCKETS * OUTPUTS, -0.3894611456814934, 0.003933950966479732);
        linearBias = read(in, OUTPUTS, -0.5752425799182816, 0.004754070908415551);
    }

    static GuesslangNetwork instance() {
        return INSTANCE;
    }

    /// One number a label, in their order; larger is likelier. The softmax of them are probabilities.
    float[] scores(String text) {
        var bytes = text.substring(0, Math.min(text.length(), MOST_PAIRS + 1)).getBytes(StandardCharsets.UTF_8);
        var pairs = Math.min(MOST_PAIRS, bytes.length - 1);
        var counts = new int[BUCKETS];
        for (var i = 0; i < pairs; i++) {
            counts[bucket(bytes[i], bytes[i + 1])]++;
        }
        var mean = new float[EMBEDDED];
        var scores = linearBias.clone();
        for (var bucket = 0; bucket < BUCKETS; bucket++) {
            if (counts[bucket] > 0) {
                add(embedding, bucket * EMBEDDED, (float) counts[bucket] / pairs, mean);
                add(linear, bucket * OUTPUTS, counts[bucket], scores);
            }
        }
        var deep = layer(layer(layer(mean, hidden0, bias0, true), hidden1, bias1, true), logits, logitsBias, false);
        for (var i = 0; i < OUTPUTS; i++) {
            scores[i] += deep[i];
        }
        return scores;
    }

    private static float[] layer(float[] input, float[] kernel, float[] bias, boolean rectified) {
        var output = bias.clone();
        for (var i = 0; i < input.length; i++) {
            add(kernel, i * output.length, input[i], output);
        }
        if (rectified) {
            for (var i = 0; i < output.length; i++) {
                output[i] = Math.max(0, output[i]);
            }
        }
        return output;
    }

    private static void add(float[] weights, int from, float factor, float[] sum) {
        for (var i = 0; i < sum.length; i++) {
            sum[i] += weights[from + i] * factor;
        }
    }

    /// Google's FarmHash Fingerprint64 of the two bytes with a space between them, which is what the network
    /// was trained with, modulo the number of buckets.
    private static int bucket(byte first, byte second) {
        var k0 = 0xc3a5c85c97cb3127L;
        var k2 = 0x9ae16a3b2f90404fL;
        var y = (first & 0xff) + (' ' << 8);
        var z = 3 + ((second & 0xff) << 2);
        var mixed = y * k2 ^ z * k0;
        return (int) Long.remainderUnsigned((mixed ^ (mixed >>> 47)) * k2, BUCKETS);
    }

    private static float[] read(DataInputStream in, int length, double least, double step) throws IOException {
        var bytes = new byte[length];
        in.readFully(bytes);
        var weights = new float[length];
        for (var i = 0; i < length; i++) {
            weights[i] = (float) (least + step * (bytes[i] & 0xff));
        }
        return weights;
    }

    private static GuesslangNetwork load() {
        try (var in = GuesslangNetwork.class.getResourceAsStream("guesslang.bin")) {
            if (in == null) {
                throw new IllegalStateException("the weights of the language detection are missing");
            }
            return new GuesslangNetwork(new DataInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the weights of the language detection", e);
        }
    }
}
