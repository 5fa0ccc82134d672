package org.twinnet.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.data.source.DataFiles;
import org.twinnet.data.source.ReadOptions;

class TargetsTest {

    private static final Targets THREE = new Targets(Targets.Kind.CLASSES, 3);
    private static final Targets TWO_NUMBERS = new Targets(Targets.Kind.NUMBERS, 2);

    @TempDir
    private Path folder;

    private Dataset read(String text, Targets targets) throws IOException {
        Path file = Files.writeString(folder.resolve("d.csv"), text);
        return DataFiles.readTest(file, ReadOptions.defaults().withTargets(targets));
    }

    @Test
    void should_read_numbers_of_classes_as_one_hot_outputs() throws IOException {
        Dataset dataset = read("x,y,class\n1,2,0\n3,4,2\n5,6,1\n", THREE);
        assertArrayEquals(new double[] {0, 2, 1}, dataset.labels());
        assertArrayEquals(new double[][] {{1, 0, 0}, {0, 0, 1}, {0, 1, 0}}, dataset.targetRows());
    }

    @Test
    void should_take_one_hot_labels_for_the_same_data() {
        double[][] rows = {{1}, {2}};
        Dataset numbers = Dataset.of("n", List.of("x"), rows, new double[][] {{2}, {0}}, THREE);
        Dataset oneHot = Dataset.of("o", List.of("x"), rows, new double[][] {{0, 0, 1}, {1, 0, 0}}, THREE);
        assertEquals(numbers.sha256(), oneHot.sha256());
        assertArrayEquals(numbers.targetRows(), oneHot.targetRows());
    }

    @Test
    void should_read_numbers_from_the_last_columns() throws IOException {
        Dataset dataset = read("x,a,b\n1,-2.5,1e3\n3,-0.0,7\n", TWO_NUMBERS);
        assertEquals(List.of("x"), dataset.featureNames());
        assertArrayEquals(new double[][] {{-2.5, 1000}, {0.0, 7}}, dataset.targetRows());
        assertThrows(IllegalStateException.class, dataset::labels);
    }

    @Test
    void should_keep_targets_in_what_is_selected_and_in_the_hash() {
        double[][] rows = {{1}, {2}, {3}};
        double[][] targets = {{1, 2}, {3, 4}, {5, 6}};
        Dataset all = Dataset.of("n", List.of("x"), rows, targets, TWO_NUMBERS);
        assertArrayEquals(
                new double[][] {{5, 6}, {1, 2}}, all.select(new int[] {2, 0}).targetRows());
        targets[1][1] = 4.5;
        assertNotEquals(
                all.sha256(),
                Dataset.of("n", List.of("x"), rows, targets, TWO_NUMBERS).sha256());
    }

    @Test
    void should_split_and_deal_each_class_apart_and_numbers_all_together() {
        double[][] rows = new double[30][1];
        double[][] classes = new double[30][1];
        for (int i = 0; i < 30; i++) {
            rows[i][0] = i;
            classes[i][0] = i % 3;
        }
        Split split = Split.of(Dataset.of("c", List.of("x"), rows, classes, THREE), 0.3, 1);
        int[] counts = new int[3];
        for (double label : split.test().orElseThrow().labels()) {
            counts[(int) label]++;
        }
        assertArrayEquals(new int[] {3, 3, 3}, counts);
        Dataset numbers = Dataset.of("n", List.of("x"), rows, classes, new Targets(Targets.Kind.NUMBERS, 1));
        assertEquals(9, Split.of(numbers, 0.3, 1).test().orElseThrow().size());
        assertEquals(10, Folds.of(numbers, 3, 1).fold(0).test().orElseThrow().size());
    }

    @Test
    void should_refuse_in_one_line_what_is_no_target() {
        assertRefused(
                "d.csv, line 2, column 2 ('c'): '3' is not a label; labels are whole numbers from 0 to 2",
                "x,c\n1,3\n",
                THREE);
        assertRefused(
                "d.csv, line 2, column 2 ('c'): '0.5' is not a label; labels are whole numbers from 0 to 2",
                "x,c\n1,0.5\n",
                THREE);
        assertRefused(
                "d.csv, line 1: has 2 columns; an example needs at least one feature and 2 targets",
                "x,c\n1,3\n",
                TWO_NUMBERS);
        assertEquals(
                "d, row 1: one-hot labels have exactly one 1",
                assertThrows(
                                InvalidDataException.class,
                                () -> Dataset.of(
                                        "d", List.of("x"), new double[][] {{1}}, new double[][] {{1, 1, 0}}, THREE))
                        .getMessage());
        assertEquals(
                "d, row 1: 2 targets, expected 3, one for each output",
                assertThrows(
                                InvalidDataException.class,
                                () -> Dataset.of(
                                        "d", List.of("x"), new double[][] {{1}}, new double[][] {{1, 1}}, THREE))
                        .getMessage());
        assertEquals(
                "Targets: 1 outputs; needed: at least 2",
                assertThrows(InvalidDataException.class, () -> new Targets(Targets.Kind.CLASSES, 1))
                        .getMessage());
    }

    private void assertRefused(String message, String text, Targets targets) {
        assertEquals(
                message,
                assertThrows(InvalidDataException.class, () -> read(text, targets))
                        .getMessage()
                        .replace(folder + "/", ""));
    }
}
