package org.twinnet.compare.move.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** Model zips that somebody made to do harm, or that were damaged, by what is wrong with them. */
final class HostileZips {

    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";
    private static final String STATE = "updaterState.bin";

    private final byte[] whole;
    private final Map<String, byte[]> zips = new LinkedHashMap<>();

    private HostileZips(byte[] whole) {
        this.whole = whole;
    }

    /** Made from a good model with Adam. */
    static Map<String, byte[]> of(byte[] whole) {
        HostileZips hostile = new HostileZips(whole);
        hostile.archives();
        hostile.bombs();
        hostile.names();
        hostile.configurations();
        hostile.arrays();
        return hostile.zips;
    }

    private void archives() {
        zips.put("no zip", "PK is not enough".getBytes(StandardCharsets.UTF_8));
        zips.put("nothing at all", new byte[0]);
        zips.put("gzip", gzip());
        zips.put("truncated", Arrays.copyOf(whole, whole.length / 2));
        zips.put("truncated by a byte", Arrays.copyOf(whole, whole.length - 1));
        byte[] behind = Arrays.copyOf(whole, whole.length + 4);
        zips.put("bytes behind the end", behind);
        byte[] before = new byte[whole.length + 64];
        System.arraycopy(whole, 0, before, 64, whole.length);
        zips.put("a program before the archive", before);
        byte[] flipped = whole.clone();
        flipped[whole.length / 3] ^= 0x55;
        zips.put("a byte of the content changed", flipped);
        zips.put("an empty archive", SavedModel.zip(Map.of()));
        zips.put("one entry twice", twice());
        zips.put("an entry that claims to be encrypted", encrypted());
    }

    private void bombs() {
        zips.put("a bomb as configuration", with(CONFIGURATION, new byte[300_000_000]));
        zips.put("a bomb as coefficients", with(COEFFICIENTS, new byte[300_000_000]));
        zips.put("a bomb as state", with(STATE, new byte[300_000_000]));
        zips.put("brackets 100,000 deep", with(CONFIGURATION, text("[".repeat(100_000))));
    }

    private void names() {
        zips.put("a path outside", renamed(COEFFICIENTS, "../../../etc/cron.d/evil"));
        zips.put("an absolute path", added("/tmp/evil.sh", text("rm -rf")));
        zips.put("a Java object as preprocessor", added("preprocessor.bin", object()));
        zips.put("a Java object of its own", added("objects/labels", object()));
        zips.put("a normalizer of a class of its own", added("normalizer.bin", customNormalizer()));
        zips.put("ten thousand entries", many());
        zips.put("no coefficients", without(COEFFICIENTS));
    }

    private void configurations() {
        zips.put("no JSON", with(CONFIGURATION, text("{\"confs\": [")));
        zips.put(
                "an unknown class",
                changed(it -> it.replaceFirst("org.nd4j.linalg.activations.impl.\\w+", "com.evil.A")));
        zips.put(
                "a class that runs scripts",
                changed(it -> it.replaceFirst(
                        "\"@class\" : \"org.deeplearning4j.nn.weights.WeightInitXavier\"",
                        "\"@class\" : \"javax.script.ScriptEngineManager\"")));
        zips.put(
                "a class where none belongs",
                changed(it -> it.replaceFirst("\"seed\" : 1", "\"seed\" : {\"@class\": \"java.net.URLClassLoader\"}")));
        zips.put(
                "a layer of two billion units",
                changed(it -> it.replaceFirst("\"nout\" : \\d+", "\"nout\" : 2000000000")));
        zips.put(
                "a layer of a million units",
                changed(it -> it.replaceAll("\"n(in|out)\" : \\d+", "\"n$1\" : 1000000")));
        zips.put("a layer of minus one unit", changed(it -> it.replaceFirst("\"nout\" : \\d+", "\"nout\" : -1")));
        zips.put("a field twice", changed(it -> it.replaceFirst("\"seed\" : 1", "\"seed\" : 1, \"seed\" : 2")));
        zips.put("no layers", with(CONFIGURATION, text("{\"confs\": [], \"dataType\": \"DOUBLE\"}")));
        zips.put(
                "a number of a million digits",
                changed(it -> it.replaceFirst("\"seed\" : 1", "\"seed\" : 1" + "0".repeat(1_000_000))));
    }

    private void arrays() {
        zips.put("coefficients that claim 2^60 numbers", with(COEFFICIENTS, array(1L << 60, 1L << 60, "DOUBLE", 8)));
        zips.put("coefficients whose two lengths differ", with(COEFFICIENTS, array(17, 1L << 40, "DOUBLE", 17)));
        zips.put("coefficients of another network", with(COEFFICIENTS, array(3, 3, "DOUBLE", 3)));
        zips.put("coefficients of texts", with(COEFFICIENTS, array(17, 17, "UTF8", 17)));
        zips.put("random coefficients", with(COEFFICIENTS, random(500)));
        zips.put("garbage as state", with(STATE, random(300)));
        zips.put("state of another updater", with(STATE, array(5, 5, "DOUBLE", 5)));
        zips.put("infinite coefficients", with(COEFFICIENTS, infinite()));
    }

    private byte[] with(String name, byte[] content) {
        Map<String, byte[]> entries = SavedModel.entries(whole);
        entries.put(name, content);
        return SavedModel.zip(entries);
    }

    private byte[] added(String name, byte[] content) {
        return with(name, content);
    }

    private byte[] without(String name) {
        Map<String, byte[]> entries = SavedModel.entries(whole);
        entries.remove(name);
        return SavedModel.zip(entries);
    }

    private byte[] renamed(String name, String other) {
        Map<String, byte[]> entries = SavedModel.entries(whole);
        entries.put(other, entries.remove(name));
        return SavedModel.zip(entries);
    }

    private byte[] changed(UnaryOperator<String> change) {
        byte[] changed = SavedModel.configured(whole, change);
        if (Arrays.equals(
                SavedModel.entries(changed).get(CONFIGURATION),
                SavedModel.entries(whole).get(CONFIGURATION))) {
            throw new IllegalStateException("nothing was changed");
        }
        return changed;
    }

    /** Java's own writer refuses a name twice, so the second one gets it afterwards. */
    private byte[] twice() {
        byte[] zip = added("configuration.jsoN", SavedModel.entries(whole).get(CONFIGURATION));
        byte[] name = text("configuration.jsoN");
        for (int at = 0; at + name.length <= zip.length; at++) {
            if (Arrays.equals(Arrays.copyOfRange(zip, at, at + name.length), name)) {
                zip[at + name.length - 1] = 'n';
            }
        }
        return zip;
    }

    private byte[] encrypted() {
        byte[] zip = whole.clone();
        zip[6] |= 1;
        for (int at = 0; at + 4 < zip.length; at++) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
                zip[at + 8] |= 1;
                break;
            }
        }
        return zip;
    }

    private byte[] many() {
        Map<String, byte[]> entries = SavedModel.entries(whole);
        for (int k = 0; k < 10_000; k++) {
            entries.put("e" + k, new byte[0]);
        }
        return SavedModel.zip(entries);
    }

    private static byte[] gzip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] object() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(List.of("a", "b")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] customNormalizer() {
        return written(out -> {
            out.writeUTF("NORMALIZER");
            out.writeInt(1);
            out.writeUTF("CUSTOM");
            out.writeUTF("com.evil.Strategy");
        });
    }

    private static byte[] array(long shape, long length, String type, int numbers) {
        return written(out -> {
            out.writeUTF("MIXED_DATA_TYPES");
            out.writeLong(6);
            out.writeUTF("LONG");
            for (long each : new long[] {1, shape, 1, 16384, 1, 'c'}) {
                out.writeLong(each);
            }
            out.writeUTF("MIXED_DATA_TYPES");
            out.writeLong(length);
            out.writeUTF(type);
            for (int k = 0; k < numbers; k++) {
                out.writeDouble(k);
            }
        });
    }

    private byte[] infinite() {
        byte[] coefficients = SavedModel.entries(whole).get(COEFFICIENTS);
        byte[] infinity = {0x7f, (byte) 0xf0, 0, 0, 0, 0, 0, 0};
        System.arraycopy(infinity, 0, coefficients, coefficients.length - 8, 8);
        return coefficients;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
