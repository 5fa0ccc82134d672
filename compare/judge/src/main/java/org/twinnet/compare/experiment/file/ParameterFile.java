package org.twinnet.compare.experiment.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.twinnet.compare.experiment.Tensor;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.npz.NpyArray;
import org.twinnet.data.npz.NpzArchive;

/** Reads the parameters that a network starts from: an {@code .npz} with one array for each tensor. */
public final class ParameterFile {

    private ParameterFile() {}

    /**
     * Reads all parameters of a network.
     *
     * @param file the archive; other arrays than those asked for may be in it
     * @param tensors names and shapes of what the network has, in the order of its vector
     * @return the numbers of all tensors, one after the other, row by row
     * @throws InvalidDataException if the file cannot be read, or an array is missing, of another shape, or has a
     *     number that is not finite; the message names file, array and what is needed
     */
    public static double[] read(String file, List<Tensor> tensors) {
        NpzArchive archive = NpzArchive.read(Path.of(file));
        List<double[]> parts = new ArrayList<>();
        int length = 0;
        for (Tensor tensor : tensors) {
            double[] values = values(file, archive, tensor);
            parts.add(values);
            length += values.length;
        }
        double[] all = new double[length];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static double[] values(String file, NpzArchive archive, Tensor tensor) {
        String name = tensor.symbol() + tensor.layer();
        int rows = tensor.values().length / tensor.columns();
        NpyArray array =
                archive.array(name).orElseThrow(() -> none(file, archive, name, shape(rows, tensor.columns())));
        if (!shapes(rows, tensor.columns()).contains(array.shapeText())) {
            throw new InvalidDataException(file + ", array " + name + ": its shape is " + array.shapeText()
                    + "; the network needs " + shape(rows, tensor.columns()));
        }
        double[] values = array.values();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new InvalidDataException(file + ", array " + name + ": number " + i + " is " + values[i]
                        + "; training needs finite ones");
            }
        }
        return values;
    }

    private static InvalidDataException none(String file, NpzArchive archive, String name, String needed) {
        if (archive.text(name).isPresent()) {
            return new InvalidDataException(
                    file + ", array " + name + ": is a text; the network needs numbers, " + needed);
        }
        String names = String.join(", ", archive.names());
        return new InvalidDataException(
                file + ": has no array " + name + ", " + needed + "; it has " + (names.isEmpty() ? "none" : names));
    }

    /** A single column is also a row or a flat array, as people keep their biases. */
    private static Set<String> shapes(int rows, int columns) {
        Set<String> shapes = new LinkedHashSet<>(List.of(shape(rows, columns)));
        if (columns == 1) {
            shapes.addAll(List.of("(" + rows + ",)", shape(1, rows)));
        }
        return shapes;
    }

    private static String shape(int rows, int columns) {
        return "(" + rows + ", " + columns + ")";
    }
}
