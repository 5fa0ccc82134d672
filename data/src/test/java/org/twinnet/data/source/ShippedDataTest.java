package org.twinnet.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Pitch;

class ShippedDataTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "org", "twinnet", "data");
    private static final int TRAIN = 211;
    private static final int TEST = 200;
    private static final long SEED = 23;

    private static Dataset generated(int from, int to) {
        return Pitch.defaults()
                .generate(TRAIN + TEST, SEED)
                .select(IntStream.range(from, to).toArray());
    }

    @Test
    void should_be_what_the_generator_makes_byte_by_byte() throws IOException {
        assertFile("pitch-train.csv", generated(0, TRAIN));
        assertFile("pitch-test.csv", generated(TRAIN, TRAIN + TEST));
    }

    private static void assertFile(String file, Dataset expected) throws IOException {
        StringBuilder text = new StringBuilder();
        CsvWriter.write(expected, text);
        assertEquals(text.toString(), Files.readString(FOLDER.resolve(file)));
    }

    @Test
    void should_be_read_from_the_class_path_with_the_same_bits() {
        Split pitch = ShippedData.pitch();
        assertEquals(generated(0, TRAIN).sha256(), pitch.train().sha256());
        assertEquals(
                generated(TRAIN, TRAIN + TEST).sha256(),
                pitch.test().orElseThrow().sha256());
        assertEquals("pitch-train.csv", pitch.train().name());
        assertEquals("pitch-test.csv", pitch.test().orElseThrow().name());
    }

    @Test
    void should_have_the_hashes_that_the_readme_states() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Split pitch = ShippedData.pitch();
        assertTrue(readme.contains("| train | `" + pitch.train().sha256() + "` |"));
        assertTrue(readme.contains("| test | `" + pitch.test().orElseThrow().sha256() + "` |"));
    }

    @Test
    void should_be_the_same_as_a_file() {
        Dataset file = DataFiles.read(FOLDER.resolve("pitch-train.csv"), ReadOptions.defaults())
                .train();
        assertEquals(ShippedData.pitch().train().sha256(), file.sha256());
    }
}
