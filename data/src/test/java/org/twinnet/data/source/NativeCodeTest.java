package org.twinnet.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Reading data must not start ND4J: its factory loads a native library of hundreds of megabytes. DataVec's own checks
 * load one class of ND4J that formats messages, which is harmless.
 */
class NativeCodeTest {

    /** What the child process runs. */
    static final class ReadEverything {
        private ReadEverything() {}

        public static void main(String[] args) {
            ShippedData.pitch();
            DataFiles.read(MatFiles.golden("compressed.mat"), ReadOptions.defaults());
        }
    }

    @Test
    void should_not_start_nd4j_or_deeplearning4j() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ReadEverything.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, child.waitFor(), () -> String.join("\n", lines));
        assertTrue(lines.stream()
                .anyMatch(line -> line.contains("org.datavec.api.records.reader.impl.csv.CSVRecordReader")));
        List<String> unwanted = lines.stream()
                .filter(line -> line.contains(" org.nd4j.linalg.factory.")
                        || line.contains(" org.nd4j.linalg.cpu.")
                        || line.contains(" org.nd4j.nativeblas.")
                        || line.contains(" org.deeplearning4j.")
                        || line.contains(" org.bytedeco."))
                .toList();
        assertEquals(List.of(), unwanted);
    }
}
