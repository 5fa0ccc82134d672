package org.twinnet.compare.tuning.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;
import org.twinnet.compare.text.Message;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.space.FormerNames;

/**
 * The results of a study, as {@code study.db}, an SQLite database that people can query: tables {@code candidate},
 * {@code training}, {@code rung}, {@code finding}, {@code test_use} and {@code setting}, which says what study it is
 * of. A candidate is in it whole or not at all, each of its settings in a column that is called by the setting's key.
 * May be used by several threads.
 */
final class StudyDatabase implements AutoCloseable {

    static final String FILE = "study.db";

    /** Where the driver unpacks its native code, if not to the folder of temporary files. */
    private static final String UNPACKED_TO = "org.sqlite.tmpdir";

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS candidate (
                number INTEGER PRIMARY KEY,
                position TEXT NOT NULL, seen INTEGER NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('complete', 'stopped', 'failed')),
                score REAL, failure TEXT NOT NULL, iterations INTEGER NOT NULL, seconds REAL NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS training (
                candidate INTEGER NOT NULL REFERENCES candidate (number),
                fold INTEGER NOT NULL, repeat INTEGER NOT NULL,
                weight_seed INTEGER NOT NULL, mask_seed INTEGER NOT NULL, score REAL NOT NULL,
                PRIMARY KEY (candidate, fold, repeat))""",
            """
            CREATE TABLE IF NOT EXISTS rung (
                candidate INTEGER NOT NULL REFERENCES candidate (number),
                iterations INTEGER NOT NULL, score REAL NOT NULL,
                PRIMARY KEY (candidate, iterations))""",
            "CREATE TABLE IF NOT EXISTS finding (name TEXT PRIMARY KEY, content TEXT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS test_use (candidate INTEGER PRIMARY KEY, used_at TEXT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)");

    private static final Set<String> NAMES = Set.of("candidate", "training", "rung", "finding", "test_use", "setting");

    private final Path file;
    private final Connection connection;

    private StudyDatabase(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens the database to write, and makes what it lacks. The settings of a connection change the file, so that what
     * it is comes first.
     */
    static StudyDatabase open(Path folder) {
        if (Files.exists(folder.resolve(FILE))) {
            opened(folder, new SQLiteConfig(), StudyDatabase::requireOurs).close();
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        return opened(folder, config, StudyDatabase::makeTables);
    }

    /** Opens the database to look at it, while another process may be writing. */
    static StudyDatabase look(Path folder) {
        return opened(folder, new SQLiteConfig(), StudyDatabase::requireOurs);
    }

    private static StudyDatabase opened(Path folder, SQLiteConfig config, Consumer<StudyDatabase> first) {
        config.setBusyTimeout(10_000);
        StudyDatabase database = connect(folder, config);
        try {
            first.accept(database);
            return database;
        } catch (StudyException e) {
            database.close();
            throw e;
        }
    }

    private static StudyDatabase connect(Path folder, SQLiteConfig config) {
        Path file = folder.resolve(FILE);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
            connection.setAutoCommit(false);
            return new StudyDatabase(file, connection);
        } catch (SQLException e) {
            throw failure(file, "opened", e);
        }
    }

    private void makeTables() {
        transaction(() -> {
            try (Statement statement = connection.createStatement()) {
                for (String table : TABLES) {
                    statement.execute(table);
                }
            }
        });
    }

    /** Another program's database is neither written to nor shown, whatever its name. */
    private void requireOurs() {
        Set<String> tables = tables();
        if (!NAMES.containsAll(tables)) {
            throw new StudyException(file + " is the database of another program; name another folder");
        }
        if (!tables.isEmpty() && !tables.contains("candidate")) {
            throw new StudyException(file + " is damaged: it lacks the candidates" + SettingsFile.REMEDY);
        }
    }

    private Set<String> tables() {
        return read(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
                rows -> rows.getString(1));
    }

    /**
     * The settings of the study that this is the database of, under the names that users know; empty where a former
     * version made it.
     */
    synchronized Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (tables().contains("setting")) {
            read(
                    // a primary key of SQLite may be nothing
                    "SELECT name, value FROM setting WHERE name IS NOT NULL ORDER BY rowid",
                    rows -> settings.put(rows.getString(1), rows.getString(2)));
        }
        return FormerNames.keyed(settings);
    }

    synchronized void saveSettings(Map<String, String> settings) {
        transaction(() -> {
            try (Statement statement = connection.createStatement();
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO setting VALUES (?, ?)")) {
                statement.execute("DELETE FROM setting");
                for (Map.Entry<String, String> setting : settings.entrySet()) {
                    insert.setString(1, setting.getKey());
                    insert.setString(2, setting.getValue());
                    insert.executeUpdate();
                }
            }
        });
    }

    /** Whether it holds nothing that would be lost with it. */
    synchronized boolean isUnused() {
        return candidates().isEmpty()
                && testUses().isEmpty()
                && read("SELECT name FROM finding", rows -> rows.getString(1)).isEmpty();
    }

    synchronized void save(CandidateResult result) {
        transaction(() -> CandidateRows.insert(connection, result));
    }

    /** All candidates, by number. */
    synchronized List<CandidateResult> candidates() {
        try {
            List<CandidateResult> results = CandidateRows.select(connection);
            connection.commit();
            return results;
        } catch (SQLException e) {
            throw failure(file, "read", e);
        } catch (IllegalArgumentException e) {
            throw new StudyException(
                    file + " is damaged: a candidate in it is not as it was written" + SettingsFile.REMEDY, e);
        }
    }

    synchronized void saveFinding(String name, String content) {
        transaction(() -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT OR REPLACE INTO finding (name, content) VALUES (?, ?)")) {
                insert.setString(1, name);
                insert.setString(2, content);
                insert.executeUpdate();
            }
        });
    }

    synchronized Optional<String> finding(String name) {
        try (PreparedStatement select = connection.prepareStatement("SELECT content FROM finding WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            } finally {
                connection.commit();
            }
        } catch (SQLException e) {
            throw failure(file, "read", e);
        }
    }

    /** Notes that the test examples are used for a candidate; false when that was noted already. */
    synchronized boolean noteTestUse(int candidate) {
        AtomicBoolean noted = new AtomicBoolean();
        transaction(() -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT OR IGNORE INTO test_use (candidate, used_at) VALUES (?, datetime('now'))")) {
                insert.setInt(1, candidate);
                noted.set(insert.executeUpdate() > 0);
            }
        });
        return noted.get();
    }

    synchronized List<Integer> testUses() {
        return List.copyOf(read("SELECT candidate FROM test_use ORDER BY used_at", rows -> rows.getInt(1)));
    }

    private interface Row<T> {
        T of(ResultSet rows) throws SQLException;
    }

    /** What each row says, in order, once. */
    private <T> Set<T> read(String query, Row<T> row) {
        Set<T> found = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(row.of(rows));
            }
            connection.commit();
            return found;
        } catch (SQLException e) {
            throw failure(file, "read", e);
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void transaction(Work work) {
        try {
            work.run();
            connection.commit();
        } catch (SQLException e) {
            try {
                connection.rollback();
            } catch (SQLException rollback) {
                e.addSuppressed(rollback);
            }
            throw failure(file, "written", e);
        }
    }

    static StudyException failure(Path file, String what, SQLException cause) {
        return new StudyException(Message.of(file + " cannot be " + what + ": ").then(reason(cause)), cause);
    }

    private static Message reason(SQLException failure) {
        if (failure.getCause() instanceof NativeLibraryNotFoundException) {
            String unpacked = System.getProperty(UNPACKED_TO, System.getProperty("java.io.tmpdir"));
            return Message.of("the native code of SQLite could not be unpacked to " + unpacked
                    + " and loaded from there. The folder has to exist, on a file system that is not mounted noexec:"
                    + " name another one with -D" + UNPACKED_TO + "=DIR");
        }
        if (!(failure instanceof SQLiteException sqlite)) {
            return Message.of(String.valueOf(failure.getMessage()));
        }
        return switch (sqlite.getResultCode()) {
            case SQLITE_NOTADB -> Message.of("it is no SQLite database" + SettingsFile.REMEDY);
            case SQLITE_CORRUPT -> Message.of("it is damaged" + SettingsFile.REMEDY);
            // no statement of ours is wrong of itself
            case SQLITE_ERROR -> Message.of("it is damaged: it lacks a table or a column" + SettingsFile.REMEDY);
            case SQLITE_FULL ->
                Message.of("the disk is full; make room, then ")
                        .thenSetting("resume")
                        .then(" goes on");
            case SQLITE_READONLY, SQLITE_CANTOPEN -> Message.of("it may not be written to; give write permission");
            case SQLITE_BUSY, SQLITE_LOCKED -> Message.of("another program holds it; wait for its end");
            default -> Message.of(String.valueOf(failure.getMessage()));
        };
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(file, "closed", e);
        }
    }
}
