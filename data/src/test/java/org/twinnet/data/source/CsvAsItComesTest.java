package org.twinnet.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Remedy;
import org.twinnet.data.Targets;
import org.twinnet.data.table.CsvOptions;
import org.twinnet.data.table.MissingValues;

@DisplayName("A CSV file as it comes")
class CsvAsItComesTest {

    private static final ReadOptions THREE = ReadOptions.defaults().withTargets(new Targets(Targets.Kind.CLASSES, 3));

    private static FileData read(String text, ReadOptions options) {
        return org.twinnet.data.source.CsvSource.parse(
                "d.csv", "d.csv", text.getBytes(StandardCharsets.UTF_8), options);
    }

    private static FileData read(String text) {
        return read(text, ReadOptions.defaults());
    }

    private static ReadOptions csv(
            String label, List<String> drop, Character delimiter, MissingValues missing, String positive) {
        return ReadOptions.defaults()
                .withCsv(new CsvOptions(
                        Optional.ofNullable(label),
                        drop,
                        Optional.ofNullable(delimiter),
                        missing,
                        Optional.ofNullable(positive)));
    }

    private static void assertRefused(String message, Remedy remedy, String text, ReadOptions options) {
        InvalidDataException refusal = assertThrows(InvalidDataException.class, () -> read(text, options));
        assertEquals(message, refusal.getMessage());
        assertEquals(Optional.ofNullable(remedy), refusal.remedy());
    }

    @ParameterizedTest
    @CsvSource({"no, yes", "M, B", "1, 2", "2, 1", "-1, 1", "True, False", "ja, nein"})
    void should_number_labels_in_the_order_in_which_they_appear(String first, String second) {
        FileData data = read("x,y\n1," + first + "\n2," + second + "\n3," + first + "\n");

        assertArrayEquals(new double[] {0, 1, 0}, data.examples().labels());
        assertEquals(List.of(first, second), data.learned().labelNames());
        assertEquals(
                List.of("d.csv: labels: '" + first + "' is 0, '" + second
                        + "' is 1, in the order in which they appear."),
                data.notes());
    }

    @Test
    void should_leave_0_and_1_as_they_are() {
        FileData data = read("x,y\n1,1\n2,0.0\n3,01\n");

        assertArrayEquals(new double[] {1, 0, 1}, data.examples().labels());
        assertEquals(List.of(), data.learned().labelNames());
        assertEquals(List.of(), data.notes());
    }

    @Test
    void should_take_one_label_for_positive() {
        FileData words = read("x,y\n1,M\n2,B\n", csv(null, List.of(), null, MissingValues.REFUSE, "M"));
        assertArrayEquals(new double[] {1, 0}, words.examples().labels());
        FileData numbers = read("x,y\n1,1\n2,0\n", csv(null, List.of(), null, MissingValues.REFUSE, "0"));
        assertArrayEquals(new double[] {0, 1}, numbers.examples().labels());
        assertRefused(
                "d.csv: no label is 'X'; the labels are 'M, B'",
                null,
                "x,y\n1,M\n2,B\n",
                csv(null, List.of(), null, MissingValues.REFUSE, "X"));
        assertRefused(
                "d.csv: every label is 'M'; training needs examples of both classes",
                null,
                "x,y\n1,M\n2,M\n",
                csv(null, List.of(), null, MissingValues.REFUSE, "M"));
        assertRefused(
                "d.csv: a positive label can be named for two classes only",
                null,
                "x,y\n1,M\n2,B\n",
                csv(null, List.of(), null, MissingValues.REFUSE, "M").withTargets(THREE.targets()));
    }

    @Test
    void should_number_three_classes() {
        FileData words = read("x,y\n1,setosa\n2,virginica\n3,setosa\n4,versicolor\n", THREE);
        assertArrayEquals(new double[] {0, 1, 0, 2}, words.examples().labels());
        FileData numbers = read("x,y\n1,3\n2,1\n3,2\n", THREE);
        assertArrayEquals(new double[] {0, 1, 2}, numbers.examples().labels());
    }

    @Test
    void should_read_test_examples_by_what_the_training_examples_taught() {
        Learned learned = read("x,y\n1,no\n2,yes\n").learned();
        FileData test = read("x,y\n5,yes\n6,no\n", ReadOptions.defaults().after(learned));
        assertArrayEquals(new double[] {1, 0}, test.examples().labels());
        assertEquals(List.of(), test.notes());
        assertRefused(
                "d.csv, line 2, column 2 ('y'): the label 'maybe' is none of the training examples'; they have"
                        + " 'no, yes'",
                null,
                "x,y\n5,maybe\n",
                ReadOptions.defaults().after(learned));
        assertRefused(
                "d.csv, line 2, column 2 ('y'): the label '2' is none of the training examples'; they have numbers"
                        + " from 0 to 1",
                null,
                "x,y\n5,2\n",
                ReadOptions.defaults().after(read("x,y\n1,0\n2,1\n").learned()));
    }

    @Test
    void should_refuse_labels_that_are_none() {
        assertRefused(
                "d.csv, line 4, column 2 ('y'): 'c' is one label more than 'a, b'; the file has 3 different labels, and"
                        + " the network tells 2 apart",
                Remedy.OUTPUTS,
                "x,y\n1,a\n2,b\n3,c\n",
                ReadOptions.defaults());
        assertRefused(
                "d.csv, line 3, column 2 ('y'): '2' is not a label; labels are 0 or 1; the file has 3 different labels,"
                        + " and the network tells 2 apart",
                Remedy.OUTPUTS,
                "x,y\n1,0\n2,2\n3,1\n",
                ReadOptions.defaults());
        assertRefused(
                "d.csv, line 1, column 2 ('label'): 'target' is not a number, which other labels are, such as 0; write"
                        + " all labels as numbers or all as words",
                Remedy.LABEL_COLUMN,
                "0,target\n1,0\n2,1\n",
                ReadOptions.defaults());
        String many = IntStream.range(0, 120).mapToObj(i -> i + "," + i + "\n").collect(Collectors.joining());
        assertRefused(
                "d.csv, line 4, column 2 ('y'): '2' is not a label; labels are 0 or 1; the file has 120 different"
                        + " labels, and the network tells 2 apart",
                Remedy.LABEL_COLUMN,
                "x,y\n" + many,
                ReadOptions.defaults());
    }

    @ParameterizedTest
    @CsvSource({"first", "1"})
    void should_find_the_label_by_its_name_or_number(String column) {
        Dataset data = read("first,x,y\na,1,5\nb,2,6\n", csv(column, List.of(), null, MissingValues.REFUSE, null))
                .examples();
        assertEquals(List.of("x", "y"), data.featureNames());
        assertArrayEquals(new double[] {0, 1}, data.labels());
    }

    @Test
    void should_find_the_label_of_a_file_that_names_no_column() {
        Dataset data = read("1,5,0.5\n0,6,0.25\n", csv("1", List.of(), null, MissingValues.REFUSE, null))
                .examples();
        assertEquals(List.of("x1", "x2"), data.featureNames());
        assertArrayEquals(new double[] {5, 0.5}, data.featureRows()[0]);
        assertArrayEquals(new double[] {1, 0}, data.labels());
        assertRefused(
                "d.csv: there is no column 4; there are 3",
                null,
                "1,5,0.5\n0,6,0.25\n",
                csv("4", List.of(), null, MissingValues.REFUSE, null));
    }

    @Test
    void should_leave_columns_out() {
        Dataset data = read(
                        ",name,x,y\n0,ann,1,0\n1,bob,2,1\n",
                        csv(null, List.of("1", "name"), null, MissingValues.REFUSE, null))
                .examples();
        assertEquals(List.of("x"), data.featureNames());
        assertRefused(
                "d.csv, line 1, column 1: has no name, as the index of a table that pandas wrote; name every column,"
                        + " or none, or leave it out",
                Remedy.DROP_COLUMN,
                ",x,y\n0,1,0\n1,2,1\n",
                ReadOptions.defaults());
        assertRefused(
                "d.csv, line 2, column 1 ('name'): 'ann' is not a number; write a finite decimal number such as -0.25"
                        + " or 1e-3",
                Remedy.DROP_COLUMN,
                "name,x,y\nann,1,0\nbob,2,1\n",
                ReadOptions.defaults());
        assertRefused(
                "d.csv: the column 'y' cannot be the label and be left out",
                null,
                "x,z,y\n1,1,0\n2,1,1\n",
                csv("y", List.of("y"), null, MissingValues.REFUSE, null));
    }

    @Test
    void should_point_at_a_column_that_counts_the_examples() {
        String rows = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> i + "," + i * i + "," + i % 2 + "\n")
                .collect(Collectors.joining());
        FileData data = read("id,x,y\n" + rows);
        assertEquals(
                List.of("d.csv: the column 'id' counts the examples; that is no feature, and a network learns the order"
                        + " of the file by it."),
                data.notes());
        assertEquals(2, data.examples().featureCount(), "it stays until somebody says otherwise");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"; x;z;y", "| x|z|y"})
    void should_find_the_delimiter(String delimiter, String header) {
        String text = header + "\n1;2;0\n3;4;1\n".replace(";", delimiter);
        assertArrayEquals(new double[] {1, 2}, read(text).examples().featureRows()[0]);
    }

    @Test
    void should_read_tabs_and_refuse_what_two_delimiters_might_mean() {
        assertEquals(2, read("x\tz\ty\n1\t2\t0\n3\t4\t1\n").examples().featureCount());
        String both = "a;x,b;y\n1;2,3;0\n4;5,6;1\n";
        assertRefused(
                "d.csv, line 1: both commas and semicolons may separate the columns",
                Remedy.DELIMITER,
                both,
                ReadOptions.defaults());
        assertEquals(
                List.of("a", "x,b"),
                read(
                                both.replace("2,3", "2").replace("5,6", "5"),
                                csv(null, List.of(), ';', MissingValues.REFUSE, null))
                        .examples()
                        .featureNames());
    }

    @ParameterizedTest
    @CsvSource({"''", "NA", "nan", "?", "null"})
    void should_fill_or_leave_out_what_is_missing(String word) {
        String text = "x,z,y\n1,4,0\n" + word + ",8,1\n5,6,1\n";
        assertRefused(
                "d.csv, line 3, column 1 ('x'): "
                        + (word.isEmpty() ? "is empty" : "'" + word + "' is not a number")
                        + "; every number must be known",
                Remedy.MISSING,
                text,
                ReadOptions.defaults());

        FileData filled = read(text, csv(null, List.of(), null, MissingValues.MEAN, null));
        assertArrayEquals(new double[] {3, 8}, filled.examples().featureRows()[1]);
        assertEquals(List.of("d.csv: numbers that are missing (1) became the mean of their column."), filled.notes());

        FileData left = read(text, csv(null, List.of(), null, MissingValues.DROP_ROWS, null));
        assertEquals(2, left.examples().size());
        assertEquals(List.of("d.csv: 1 of 3 examples lack a number and are left out."), left.notes());
    }

    @Test
    void should_fill_test_examples_by_the_means_of_the_training_examples() {
        ReadOptions mean = csv(null, List.of(), null, MissingValues.MEAN, null);
        Learned learned = read("x,y\n1,0\n3,1\n", mean).learned();
        FileData test = read("x,y\nNA,0\n100,1\n", mean.after(learned));
        assertEquals(2, test.examples().feature(0, 0));
        assertEquals(
                List.of(
                        "d.csv: numbers that are missing (1) became the mean of their column in the training examples."),
                test.notes());
    }

    @Test
    void should_never_invent_a_label() {
        assertRefused(
                "d.csv, line 2, column 2 ('y'): is empty; every example needs a label",
                Remedy.MISSING,
                "x,y\n1,\n2,1\n",
                csv(null, List.of(), null, MissingValues.MEAN, null));
    }
}
