package org.twinnet.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.twinnet.data.Refusals.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFilesTest {

    @TempDir
    Path folder;

    private static void read(Path file) {
        DataFiles.read(file, ReadOptions.defaults());
    }

    @Test
    void should_not_mind_the_case_of_the_extension() throws IOException {
        Path file = Files.writeString(folder.resolve("DATA.Csv"), "1,0\n2,1\n");
        assertEquals(2, DataFiles.read(file, ReadOptions.defaults()).train().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.txt", "data", "data.csv.gz", "csv.", ".hidden", "data.npy"})
    void should_name_the_three_kinds_for_any_other_extension(String name) {
        assertRefused(() -> read(folder.resolve(name)), name, ".csv", ".mat", ".npz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.csv", "data.mat", "data.npz"})
    void should_refuse_missing_and_empty_files_and_folders(String name) throws IOException {
        Path file = folder.resolve(name);
        assertRefused(() -> read(file), file.toString(), "no such file");
        Files.createFile(file);
        assertRefused(() -> read(file), file.toString(), "is empty");
        Files.delete(file);
        Files.createDirectory(file);
        assertRefused(() -> read(file), file.toString(), "is a directory");
        assertRefused(() -> read(Path.of("/")), "/", "unknown kind of file");
    }

    @Test
    void should_refuse_options_that_the_file_does_not_have() {
        ReadOptions label = ReadOptions.defaults().withLabelColumn("y");
        ReadOptions orientation = ReadOptions.defaults().withNpzOrientation(NpzOrientation.EXAMPLES_AS_ROWS);
        assertRefused(() -> DataFiles.read(Path.of("a.mat"), label), "a.mat", "label column", ".csv");
        assertRefused(() -> DataFiles.read(Path.of("a.npz"), label), "a.npz", "label column", ".csv");
        assertRefused(() -> DataFiles.read(Path.of("a.csv"), orientation), "a.csv", "orientation", ".npz");
    }

    @Test
    void should_take_test_examples_of_one_class_but_not_train_on_them() throws IOException {
        Path file = Files.writeString(folder.resolve("zeros.csv"), "1,0\n2,0\n");
        assertEquals(2, DataFiles.readTest(file, ReadOptions.defaults()).size());
        assertRefused(() -> read(file), "zeros.csv", "both classes");
    }
}
