package org.twinnet.data.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sink;
import us.hebi.matlab.mat.types.Sinks;

/** Writes {@code .mat} files for tests with MFL, in either byte order, with and without compression. */
final class MatFiles {

    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private final Sink sink;
    private final int deflateLevel;

    private MatFiles(ByteOrder order, boolean compressed) throws IOException {
        this.sink = Sinks.wrap(buffer).order(order);
        this.deflateLevel = compressed ? 9 : 0;
        Mat5.newMatFile().writeFileHeader(sink);
    }

    static MatFiles compressed() throws IOException {
        return new MatFiles(ByteOrder.LITTLE_ENDIAN, true);
    }

    static MatFiles plain() throws IOException {
        return new MatFiles(ByteOrder.LITTLE_ENDIAN, false);
    }

    static MatFiles in(ByteOrder order, boolean compressed) throws IOException {
        return new MatFiles(order, compressed);
    }

    MatFiles with(String name, Array array) throws IOException {
        Mat5.newWriter(sink).setDeflateLevel(deflateLevel).writeArray(name, array);
        return this;
    }

    MatFiles with(String name, double[][] rows) throws IOException {
        return with(name, matrix(MatlabType.Double, rows));
    }

    byte[] bytes() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    Path write(Path folder) throws IOException {
        return Files.write(folder.resolve("data.mat"), bytes());
    }

    static Matrix matrix(MatlabType type, double[][] rows) {
        Matrix matrix = Mat5.newMatrix(rows.length, rows.length == 0 ? 0 : rows[0].length, type);
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < rows[i].length; k++) {
                matrix.setDouble(i, k, rows[i][k]);
            }
        }
        return matrix;
    }

    /** The golden file of that name, which SciPy wrote; see make.py beside it. */
    static Path golden(String name) {
        return Path.of("src", "test", "resources", "golden", "mat", name);
    }
}
