package org.twinnet.compare.report.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.twinnet.compare.boundary.Field;

/** Fields as text: one byte a point, deflated, in Base64. */
public final class Packing {

    /** Decades below 1 that a difference is shown over; 1e-17 is below the resolution of a probability. */
    private static final double DECADES = 17;

    private Packing() {}

    /** In a field of more than two classes: no class, because some probability is no number. */
    public static final int NO_CLASS = 255;

    /** What a field shows: round(255·p) of class 1, where a NaN is 0, or the most probable of more classes. */
    static byte[] answers(List<Field> fields) {
        byte[] bytes = new byte[fields.get(0).grid().pointCount()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)
                    (fields.size() > 2 ? top(fields, i) : Math.round(255 * at(fields.get(fields.size() - 1), i)));
        }
        return bytes;
    }

    private static int top(List<Field> fields, int i) {
        int top = 0;
        for (int k = 0; k < fields.size(); k++) {
            if (Double.isNaN(at(fields.get(k), i))) {
                return NO_CLASS;
            }
            top = at(fields.get(k), i) > at(fields.get(top), i) ? k : top;
        }
        return Math.min(top, NO_CLASS - 1);
    }

    /**
     * 0 where p = q, otherwise 1 + round(254·(log₁₀|p − q| + 17)/17), at least 1; NaN counts as the largest difference.
     */
    static byte[] differences(List<Field> p, List<Field> q) {
        byte[] bytes = new byte[p.get(0).grid().pointCount()];
        for (int i = 0; i < bytes.length; i++) {
            double difference = 0;
            for (int k = 0; k < p.size(); k++) {
                // written so that a NaN stays one
                difference = Math.max(difference, Math.abs(at(p.get(k), i) - at(q.get(k), i)));
            }
            double level = (Math.log10(Double.isNaN(difference) ? 1 : difference) + DECADES) / DECADES;
            bytes[i] = (byte) (difference == 0 ? 0 : 1 + Math.round(254 * Math.max(0, Math.min(1, level))));
        }
        return bytes;
    }

    /**
     * Packs.
     *
     * @param bytes one a point
     * @return text
     */
    public static String pack(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    /**
     * The bytes again.
     *
     * @param text what {@link #pack} made
     * @param length how many bytes
     * @return the bytes
     * @throws IllegalArgumentException if the text is not exactly so many packed bytes
     */
    public static byte[] unpack(String text, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(Base64.getDecoder().decode(text));
            byte[] bytes = new byte[length];
            int at = 0;
            for (int n = 1; n > 0 && at < length; at += n) {
                n = inflater.inflate(bytes, at, length - at);
            }
            if (at < length || inflater.inflate(new byte[1]) > 0 || !inflater.finished()) {
                throw new IllegalArgumentException("a packed field does not hold " + length + " points");
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("a packed field is damaged", e);
        } finally {
            inflater.end();
        }
    }

    private static double at(Field field, int i) {
        return field.probability(i / field.grid().size(), i % field.grid().size());
    }
}
