package org.twinnet.compare.tuning.study;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.FoldScore;
import org.twinnet.compare.tuning.Proposal;
import org.twinnet.compare.tuning.RungScore;
import org.twinnet.compare.tuning.space.Setting;

/** Candidates as rows, and back, bit for bit. */
final class CandidateRows {

    private CandidateRows() {}

    /** Inserts a candidate with its trainings and rungs; the caller commits. */
    static void insert(Connection connection, CandidateResult result) throws SQLException {
        Proposal proposal = result.proposal();
        Setting setting = proposal.setting();
        try (PreparedStatement row =
                connection.prepareStatement("INSERT INTO candidate VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            row.setInt(1, proposal.number());
            row.setDouble(2, setting.lambda());
            row.setDouble(3, setting.keepProbability());
            row.setDouble(4, setting.learningRate());
            row.setString(5, setting.layerText());
            row.setString(6, proposal.position().stream().map(String::valueOf).collect(Collectors.joining(" ")));
            row.setInt(7, proposal.seen());
            row.setString(8, result.status().label());
            if (result.score().isPresent()) {
                row.setDouble(9, result.score().getAsDouble());
            } else {
                row.setNull(9, Types.REAL);
            }
            row.setString(10, result.failure());
            row.setLong(11, result.iterations());
            row.setDouble(12, result.seconds());
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
                ResultSet row = statement.executeQuery(
                        "SELECT number, l2, keep_prob, learning_rate, layers, position, seen, status, score, failure,"
                                + " iterations, seconds FROM candidate ORDER BY number")) {
            while (row.next()) {
                int number = row.getInt(1);
                Setting setting = new Setting(
                        row.getDouble(2), row.getDouble(3), row.getDouble(4), Setting.layersOf(row.getString(5)));
                double score = row.getDouble(9);
                boolean scored = !row.wasNull();
                results.add(new CandidateResult(
                        new Proposal(number, setting, position(row.getString(6)), row.getInt(7)),
                        CandidateResult.Status.valueOf(row.getString(8).toUpperCase(Locale.ROOT)),
                        scored ? OptionalDouble.of(score) : OptionalDouble.empty(),
                        row.getString(10),
                        folds(connection, number),
                        rungs(connection, number),
                        row.getLong(11),
                        row.getDouble(12)));
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
