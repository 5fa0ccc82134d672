package org.twinnet.data.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.twinnet.data.Refusals.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedFileTest {

    @TempDir
    Path folder;

    @Test
    void should_read_a_file_up_to_the_limit() throws IOException {
        Path file = Files.write(folder.resolve("f"), new byte[] {1, 2, 3});
        assertArrayEquals(new byte[] {1, 2, 3}, BoundedFile.read(file, 3));
        assertArrayEquals(new byte[] {1, 2, 3}, BoundedFile.read(file, Integer.MAX_VALUE));
        assertRefused(() -> BoundedFile.read(file, 2), file.toString(), "more than 2 bytes");
    }

    @Test
    void should_refuse_what_is_not_a_file_with_something_in_it() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        assertRefused(() -> BoundedFile.read(empty, 9), empty.toString(), "is empty");
        assertRefused(() -> BoundedFile.read(folder, 9), folder.toString(), "directory");
        assertRefused(() -> BoundedFile.read(folder.resolve("none"), 9), "none: no such file");
        assertRefused(() -> BoundedFile.read(folder.resolve("new\nline"), 9), "new?line: no such file");
    }

    @Test
    void should_not_wait_for_a_device_that_never_ends() {
        Path device = Path.of("/dev/zero");
        Assumptions.assumeTrue(Files.exists(device), "there is no /dev/zero on this system");
        assertRefused(() -> BoundedFile.read(device, 9), "/dev/zero", "not a regular file");
    }
}
