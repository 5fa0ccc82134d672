package org.twinnet.compare.tuning.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.sqlite.NativeLibraryNotFoundException;

class StudyDatabaseTest {

    /** What the driver throws where the folder of temporary files is missing or mounted noexec. */
    @Test
    void should_say_where_the_native_code_could_not_be_loaded_from() {
        SQLException thrown = new SQLException(
                "Error opening connection", new NativeLibraryNotFoundException("No native library found"));
        assertEquals(
                "study.db cannot be opened: the native code of SQLite could not be unpacked to "
                        + System.getProperty("java.io.tmpdir")
                        + " and loaded from there. The folder has to exist, on a file system that is not mounted"
                        + " noexec: name another one with -Dorg.sqlite.tmpdir=DIR",
                StudyDatabase.failure(Path.of("study.db"), "opened", thrown).getMessage());
    }
}
