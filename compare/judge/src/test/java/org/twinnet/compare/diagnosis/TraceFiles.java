package org.twinnet.compare.diagnosis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.Trace;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/** Writes traces as NumPy would, and broken ones as nobody should. */
public final class TraceFiles {

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** A correct trace of 40 iterations under dropout and L2. */
    public static TraceFiles correct() {
        return of(new SchoolbookNetwork("", task(), 1).trace());
    }

    /** The same with one mistake, by its id. */
    public static TraceFiles faulty(String id) {
        return of(new SchoolbookNetwork(id, task(), 1).trace());
    }

    private static SchoolbookNetwork.Task task() {
        return new SchoolbookNetwork.Task(List.of(2, 6, 4, 1), 80, 0.5, 0.8, 0.3, 40, 11);
    }

    static TraceFiles of(Trace trace) {
        TraceFiles files = new TraceFiles()
                .matrix("X", trace.X(), Dtype.FLOAT64)
                .matrix("Y", trace.Y(), Dtype.FLOAT64)
                .scalar("learning_rate", trace.hyperParameters().learningRate())
                .scalar("lambd", trace.hyperParameters().lambda())
                .scalar("keep_prob", trace.hyperParameters().keepProbability(1));
        trace.tensors().forEach((name, tensor) -> {
            boolean mask = name.toString().startsWith("D");
            files.matrix(name.toString(), tensor.values(), mask ? Dtype.BOOL : Dtype.FLOAT64);
        });
        double[] iterations =
                trace.costs().stream().mapToDouble(ReportedCost::iteration).toArray();
        double[] costs = trace.costs().stream().mapToDouble(ReportedCost::cost).toArray();
        return files.vector("cost_iterations", "<i8", iterations).vector("costs", "<f8", costs);
    }

    public TraceFiles matrix(String name, Matrix values, Dtype dtype) {
        double[] flat = new double[values.rows() * values.columns()];
        values.writeTo(flat, 0);
        String shape = "(" + values.rows() + ", " + values.columns() + ")";
        return put(name, dtype == Dtype.BOOL ? "|b1" : dtype == Dtype.FLOAT32 ? "<f4" : "<f8", shape, flat);
    }

    public TraceFiles scalar(String name, double value) {
        return put(name, "<f8", "()", value);
    }

    public TraceFiles vector(String name, String descr, double... values) {
        return put(name, descr, "(" + values.length + ",)", values);
    }

    /** A single string. */
    public TraceFiles text(String name, String text) {
        byte[] characters = text.getBytes(Charset.forName("UTF-32LE"));
        entries.put(name, entry("<U" + characters.length / 4, "()", characters));
        return this;
    }

    /** Any entry, right or wrong. */
    public TraceFiles put(String name, String descr, String shape, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            switch (descr) {
                case "|b1" -> bytes.put((byte) value);
                case "<f4" -> bytes.putFloat((float) value);
                case "<i8" -> bytes.putLong((long) value);
                default -> bytes.putDouble(value);
            }
        }
        entries.put(name, entry(descr, shape, Arrays.copyOf(bytes.array(), bytes.position())));
        return this;
    }

    private static byte[] entry(String descr, String shape, byte[] elements) {
        String header =
                String.format(Locale.ROOT, "{'descr': '%s', 'fortran_order': False, 'shape': %s, }", descr, shape);
        String padded = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        return ByteBuffer.allocate(10 + padded.length() + elements.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.ISO_8859_1))
                .put(elements)
                .array();
    }

    public TraceFiles without(String name) {
        entries.remove(name);
        return this;
    }

    public Path write(Path file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey() + ".npy"));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return Files.write(file, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
