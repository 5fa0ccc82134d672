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
import org.twinnet.data.Targets;
import org.twinnet.data.generator.Arms;
import org.twinnet.data.generator.Generator;
import org.twinnet.data.generator.Pitch;
import org.twinnet.data.generator.Waves;

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
    void should_hold_three_classes_and_numbers_as_well_byte_by_byte() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (Generator generator : new Generator[] {Arms.defaults(), Waves.defaults()}) {
            Split split = generator instanceof Arms ? ShippedData.arms() : ShippedData.waves();
            int train = split.train().size();
            Dataset all = generator.generate(train * 3 / 2, 5);
            Dataset first = all.select(IntStream.range(0, train).toArray());
            Dataset next = all.select(IntStream.range(train, all.size()).toArray());
            assertFile(generator.name() + "-train.csv", first);
            assertFile(generator.name() + "-test.csv", next);
            assertEquals(first.sha256(), split.train().sha256());
            assertEquals(next.sha256(), split.test().orElseThrow().sha256());
            assertTrue(readme.contains("| " + generator.name() + ", train | `" + first.sha256() + "` |"));
            assertTrue(readme.contains("| " + generator.name() + ", test | `" + next.sha256() + "` |"));
        }
        assertEquals(
                new Targets(Targets.Kind.CLASSES, 3), ShippedData.arms().train().targets());
        assertEquals(
                new Targets(Targets.Kind.NUMBERS, 1),
                ShippedData.waves().train().targets());
    }

    @Test
    void should_be_the_same_as_a_file() {
        Dataset file = DataFiles.read(FOLDER.resolve("pitch-train.csv"), ReadOptions.defaults())
                .train();
        assertEquals(ShippedData.pitch().train().sha256(), file.sha256());
    }
}
