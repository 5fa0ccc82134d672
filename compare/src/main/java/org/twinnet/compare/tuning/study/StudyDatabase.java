package org.twinnet.compare.tuning.study;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.twinnet.compare.tuning.CandidateResult;

/**
 * The results of a study, as {@code study.db}, an SQLite database that people can query: tables {@code candidate}, {@code training}, {@code rung},
 * {@code finding} and {@code test_use}. A candidate is in it whole or not at all. May be used by several threads.
 */
final class StudyDatabase implements AutoCloseable {

    static final String FILE = "study.db";

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS candidate (
                number INTEGER PRIMARY KEY, l2 REAL NOT NULL, keep_prob REAL NOT NULL, learning_rate REAL NOT NULL, layers TEXT NOT NULL,
                position TEXT NOT NULL, seen INTEGER NOT NULL, status TEXT NOT NULL CHECK (status IN ('complete', 'stopped', 'failed')),
                score REAL, failure TEXT NOT NULL, iterations INTEGER NOT NULL, seconds REAL NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS training (
                candidate INTEGER NOT NULL REFERENCES candidate (number), fold INTEGER NOT NULL, repeat INTEGER NOT NULL,
                weight_seed INTEGER NOT NULL, mask_seed INTEGER NOT NULL, score REAL NOT NULL, PRIMARY KEY (candidate, fold, repeat))""",
            """
            CREATE TABLE IF NOT EXISTS rung (
                candidate INTEGER NOT NULL REFERENCES candidate (number), iterations INTEGER NOT NULL, score REAL NOT NULL,
                PRIMARY KEY (candidate, iterations))""",
            "CREATE TABLE IF NOT EXISTS finding (name TEXT PRIMARY KEY, content TEXT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS test_use (candidate INTEGER PRIMARY KEY, used_at TEXT NOT NULL)");

    private final Path file;
    private final Connection connection;

    private StudyDatabase(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Opens the database to write, and makes what it lacks. */
    static StudyDatabase open(Path folder) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(10_000);
        StudyDatabase database = connect(folder, config);
        database.transaction(() -> {
            try (Statement statement = database.connection.createStatement()) {
                for (String table : TABLES) {
                    statement.execute(table);
                }
            }
        });
        return database;
    }

    /** Opens the database to look at it, while another process may be writing. */
    static StudyDatabase look(Path folder) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(10_000);
        return connect(folder, config);
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

    synchronized void save(CandidateResult result) {
        transaction(() -> CandidateRows.insert(connection, result));
    }

    /** All candidates, by number. */
    synchronized List<CandidateResult> candidates() {
        try {
            List<CandidateResult> results = CandidateRows.select(connection);
            connection.commit();
            return results;
        } catch (SQLException | IllegalArgumentException e) {
            throw failure(file, "read", e);
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

    /** Notes that the test examples were used for a candidate. */
    synchronized void noteTestUse(int candidate) {
        transaction(() -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT OR IGNORE INTO test_use (candidate, used_at) VALUES (?, datetime('now'))")) {
                insert.setInt(1, candidate);
                insert.executeUpdate();
            }
        });
    }

    synchronized List<Integer> testUses() {
        List<Integer> uses = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT candidate FROM test_use ORDER BY used_at")) {
            while (rows.next()) {
                uses.add(rows.getInt(1));
            }
            connection.commit();
            return uses;
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

    private static StudyException failure(Path file, String what, Exception cause) {
        return new StudyException(file + " cannot be " + what + ": " + cause.getMessage(), cause);
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
