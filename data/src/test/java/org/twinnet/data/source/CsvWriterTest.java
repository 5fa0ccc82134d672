package org.twinnet.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.twinnet.data.Refusals.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.data.Dataset;

class CsvWriterTest {

    private static String write(Dataset dataset) throws IOException {
        StringBuilder out = new StringBuilder();
        CsvWriter.write(dataset, out);
        return out.toString();
    }

    @Test
    void should_write_a_header_and_one_line_an_example() throws IOException {
        Dataset dataset =
                Dataset.of("d", List.of("a", "b c"), new double[][] {{0.1, -0.0}, {1e300, 2}}, new double[] {1, 0});
        assertEquals("a,b c,label\n0.1,-0.0,1\n1.0E300,2.0,0\n", write(dataset));
    }

    @Test
    void should_give_the_same_bits_when_read_again() throws IOException {
        Random random = new Random(4);
        double[][] rows = new double[500][3];
        double[] labels = new double[500];
        for (int i = 0; i < 500; i++) {
            for (int k = 0; k < 3; k++) {
                double any = Double.longBitsToDouble(random.nextLong());
                rows[i][k] = Double.isFinite(any) ? any : k;
            }
            labels[i] = i % 2;
        }
        Dataset dataset = Dataset.of("d", List.of("a", "b", "c"), rows, labels);
        byte[] text = write(dataset).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                dataset.sha256(),
                CsvSource.parse("d.csv", "d", text, ReadOptions.defaults())
                        .examples()
                        .sha256());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"label", "a,b", "a\"b", "a\\b", " a", "a ", "1.5", "NaN", "-inf", "a\nb", "a\u0007", "a\u202Eb"})
    void should_refuse_a_feature_name_that_would_not_survive(String name) {
        Dataset dataset = Dataset.of("d", List.of(name), new double[][] {{1}}, new double[] {1});
        assertRefused(() -> write(dataset), "d: the feature name");
    }
}
