package org.twinnet.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.data.Dataset;
import org.twinnet.data.DecimalNumber;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Mutations;
import org.twinnet.data.Refusals;

/** Damaged tables: each is refused in one line, or reads as a plain splitting of its text at commas does. */
class CsvFuzzTest {

    private static final int COPIES = 6000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x1,x2,label\n0.25,-0.5,0\n1e-3,.75,1\n-3.125,2,0\n0.1,0.2,1\n",
                "0.25,-0.5,0\r\n1e-3,.75,1\r\n-3.125,2,0\r\n0.1,0.2,1\r\n",
                "\"x1\",\"x2\",\"label\"\n\"0.25\",-0.5,0\n1e-3,\".75\",1\n-3.125,2,\"0\"\n"
            })
    void should_never_read_anything_but_what_the_text_says(String table) {
        byte[] original = table.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (long seed = 0; seed < COPIES; seed++) {
            byte[] damaged = Mutations.of(original, seed);
            try {
                Dataset dataset = CsvSource.parse("table.csv", "table", damaged, ReadOptions.defaults())
                        .examples();
                assertEqualsText(new String(damaged, StandardCharsets.UTF_8), dataset);
            } catch (InvalidDataException e) {
                Refusals.assertOneLine(e);
                refused++;
            }
        }
        assertTrue(refused > COPIES / 4 && refused < COPIES, refused + " of " + COPIES + " were refused");
    }

    private static void assertEqualsText(String text, Dataset dataset) {
        List<String> lines = text.lines()
                .map(line -> line.replace("\"", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        int header = lines.size() - dataset.size();
        assertTrue(header == 0 || header == 1, text);
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < dataset.size(); i++) {
            String[] fields = lines.get(header + i).split(",", -1);
            assertEquals(fields.length, dataset.featureCount() + 1, text);
            for (int k = 0; k < dataset.featureCount(); k++) {
                assertEquals(
                        Double.doubleToRawLongBits(Double.parseDouble(fields[k].strip())),
                        Double.doubleToRawLongBits(dataset.feature(i, k)),
                        text);
            }
            labels.add(fields[dataset.featureCount()].strip());
        }
        assertLabels(text, labels, dataset);
    }

    /** Labels are the numbers 0 and 1, or other labels in the order in which they appear. */
    private static void assertLabels(String text, List<String> labels, Dataset dataset) {
        boolean plain = labels.stream()
                .allMatch(label -> DecimalNumber.parse(label)
                        .filter(number -> number.value() == 0 || number.value() == 1)
                        .isPresent());
        List<String> names = labels.stream().distinct().toList();
        for (int i = 0; i < labels.size(); i++) {
            double expected = plain ? Double.parseDouble(labels.get(i)) + 0.0 : names.indexOf(labels.get(i));
            assertEquals(expected, dataset.label(i), text);
        }
    }
}
