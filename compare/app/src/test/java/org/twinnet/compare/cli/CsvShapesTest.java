package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.testing.ProjectFolder;

@DisplayName("CSV files as people have them")
class CsvShapesTest {

    /** A file, what is said of it without options, and the options that mend it where it is refused. */
    enum Shape {
        LABELS_BY_NAME("a,b,kind\n1,2,no\n3,4,yes\n2,1,no\n", "'no' is 0, 'yes' is 1"),
        LABELS_ONE_AND_TWO("a,b,kind\n1,2,1\n3,4,2\n2,1,1\n", "'1' is 0, '2' is 1"),
        LABEL_FIRST("kind,a,b\nM,1,2.5\nB,3,4.5\nM,2,1.5\n", "is not a number", "--label-column", "kind"),
        INDEX_COLUMN(
                ",a,b,label\n0,1,2,0\n1,3,4,1\n2,2,1,0\n",
                "as the index of a table that pandas wrote",
                "--drop-column",
                "1"),
        SEMICOLONS("a;b;label\n1.5;2;0\n3;4.5;1\n2;1;0\n", ""),
        MISSING_VALUES("a,b,label\n1,2,0\n,4,1\n2,1,0\n4,3,1\n", "--missing", "--missing", "drop-rows"),
        UNSCALED_WIDE("a,b,label\n1,100000,0\n2,900000,1\n1.5,200000,0\n", "--standardize"),
        THREE_CLASSES("a,b,label\n1,2,0\n3,4,1\n2,1,2\n", "--layers 20,3 for three", "--layers", "20,3,3"),
        TEXT_COLUMN("name,a,label\nx,2,0\ny,4,1\nz,1,0\n", "--drop-column", "--drop-column", "name"),
        NO_HEADING("1,2,0\n3,4,1\n2,1,0\n", "");

        private final String text;
        private final String said;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of, which nobody can change
        private final List<String> mends;

        Shape(String text, String said, String... mends) {
            this.text = text;
            this.said = said;
            this.mends = List.of(mends);
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void should_be_read_or_be_refused_with_the_option_that_mends_them(Shape shape) throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), shape.text);
        Cli.Outcome plain = read(data, List.of());
        assertTrue(plain.err().contains(shape.said), plain.err());
        assertEquals(shape.mends.isEmpty() ? 0 : 2, plain.code(), plain.err());
        if (!shape.mends.isEmpty()) {
            assertTrue(plain.err().contains(shape.mends.get(0)), plain.err());
            Cli.Outcome mended = read(data, shape.mends);
            assertEquals(0, mended.code(), mended.err());
        }
    }

    @Test
    void should_stand_in_the_table_of_the_documentation() throws IOException {
        String documentation = Files.readString(ProjectFolder.file("compare/docs/running.md"));
        for (Shape shape : Shape.values()) {
            String end = shape.mends.isEmpty() ? "" : "`" + String.join(" ", shape.mends) + "`";
            assertTrue(
                    documentation
                            .lines()
                            .anyMatch(line -> line.startsWith(
                                            "| " + shape.words() + (shape.mends.isEmpty() ? " | works" : " | refused"))
                                    && line.contains(end)),
                    shape.words());
        }
    }

    private static Cli.Outcome read(Path data, List<String> options) {
        List<Object> command = new ArrayList<>(List.of("compare", "--data", data, "--print-experiment"));
        command.addAll(options);
        return Cli.run(command.toArray());
    }
}
