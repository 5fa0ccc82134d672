package org.twinnet.compare.tuning.study;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.FoldScore;
import org.twinnet.compare.tuning.Proposal;
import org.twinnet.compare.tuning.RungScore;
import org.twinnet.compare.tuning.space.SettingText;

/** Candidates as rows, and back, bit for bit. */
final class CandidateRows {

    private CandidateRows() {}

    /** Inserts a candidate with its trainings and rungs; the caller commits. */
    static void insert(Connection connection, CandidateResult result) throws SQLException {
        Proposal proposal = result.proposal();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("number", proposal.number());
        values.put("position", proposal.position().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        values.put("seen", proposal.seen());
        values.put("status", result.status().label());
        values.put("score", result.score().isPresent() ? result.score().getAsDouble() : null);
        values.put("failure", result.failure());
        values.put("iterations", result.iterations());
        values.put("seconds", result.seconds());
        SettingColumns columns = SettingColumns.of(connection);
        for (Map.Entry<String, Object> setting : proposal.setting().values().entrySet()) {
            Object value = setting.getValue();
            values.put(columns.of(setting.getKey()), value instanceof Double ? value : SettingText.of(value));
        }
        String names = values.keySet().stream().map(SettingColumns::quoted).collect(Collectors.joining(", "));
        String places = String.join(", ", Collections.nCopies(values.size(), "?"));
        try (PreparedStatement row =
                connection.prepareStatement("INSERT INTO candidate (" + names + ") VALUES (" + places + ")")) {
            int place = 1;
            for (Object value : values.values()) {
                row.setObject(place++, value);
            }
            row.executeUpdate();
        }
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO training VALUES (?, ?, ?, ?, ?, ?)")) {
            for (FoldScore fold : result.folds()) {
                row.setInt(1, proposal.number());
                row.setInt(2, fold.fold());
                row.setInt(3, fold.repeat());
                row.setLong(4, fold.weightSeed());
                row.setLong(5, fold.maskSeed());
                row.setDouble(6, fold.score());
                row.addBatch();
            }
            row.executeBatch();
        }
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO rung VALUES (?, ?, ?)")) {
            for (RungScore rung : result.rungs()) {
                row.setInt(1, proposal.number());
                row.setInt(2, rung.iterations());
                row.setDouble(3, rung.score());
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    /** All candidates, by number. */
    static List<CandidateResult> select(Connection connection) throws SQLException {
        List<CandidateResult> results = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM candidate ORDER BY number")) {
            SettingColumns columns = SettingColumns.of(connection);
            while (row.next()) {
                int number = row.getInt("number");
                double score = row.getDouble("score");
                boolean scored = !row.wasNull();
                results.add(new CandidateResult(
                        new Proposal(
                                number, columns.setting(row), position(row.getString("position")), row.getInt("seen")),
                        CandidateResult.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                        scored ? OptionalDouble.of(score) : OptionalDouble.empty(),
                        row.getString("failure"),
                        folds(connection, number),
                        rungs(connection, number),
                        row.getLong("iterations"),
                        row.getDouble("seconds")));
            }
        }
        return results;
    }

    private static List<Double> position(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(Double::valueOf).toList();
    }

    private static List<FoldScore> folds(Connection connection, int candidate) throws SQLException {
        List<FoldScore> folds = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT fold, repeat, weight_seed, mask_seed, score"
                + " FROM training WHERE candidate = ? ORDER BY repeat, fold")) {
            select.setInt(1, candidate);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    folds.add(new FoldScore(
                            row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getDouble(5)));
                }
            }
        }
        return folds;
    }

    private static List<RungScore> rungs(Connection connection, int candidate) throws SQLException {
        List<RungScore> rungs = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT iterations, score FROM rung WHERE candidate = ? ORDER BY iterations")) {
            select.setInt(1, candidate);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rungs.add(new RungScore(row.getInt(1), row.getDouble(2)));
                }
            }
        }
        return rungs;
    }
}
