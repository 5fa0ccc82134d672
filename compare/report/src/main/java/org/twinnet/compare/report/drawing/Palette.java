package org.twinnet.compare.report.drawing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Paints a picture again with its 64 most frequent colours: a third of the bytes, and the few others are blends that
 * hardly differ.
 */
final class Palette {

    private static final int SIZE = 64;

    private Palette() {}

    static BufferedImage apply(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        int[] colors = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SIZE)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        Map<Integer, Integer> nearest = new HashMap<>();
        int[] indices = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indices[i] = nearest.computeIfAbsent(pixels[i], pixel -> nearest(colors, pixel));
        }
        IndexColorModel model = new IndexColorModel(8, colors.length, colors, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        image.getRaster().setPixels(0, 0, width, height, indices);
        return image;
    }

    private static int nearest(int[] colors, int pixel) {
        int best = 0;
        for (int i = 1; i < colors.length; i++) {
            if (distance(colors[i], pixel) < distance(colors[best], pixel)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int distance = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int d = ((a >> shift) & 0xff) - ((b >> shift) & 0xff);
            distance += d * d;
        }
        return distance;
    }
}
