package org.twinnet.compare.tuning.study;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.tuning.space.FormerNames;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;
import org.twinnet.compare.tuning.space.SettingText;

/**
 * The columns of candidates that hold settings. They are called by the settings' keys and made when the first candidate
 * comes; those of a study that a former version began keep the names that it gave them.
 */
final class SettingColumns {

    private static final Set<String> OTHERS =
            Set.of("number", "position", "seen", "status", "score", "failure", "iterations", "seconds");

    private final Connection connection;
    private final Map<String, String> columns = new LinkedHashMap<>();

    private SettingColumns(Connection connection) {
        this.connection = connection;
    }

    static SettingColumns of(Connection connection) throws SQLException {
        SettingColumns found = new SettingColumns(connection);
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT name FROM pragma_table_info('candidate') ORDER BY cid")) {
            while (row.next()) {
                String name = row.getString(1);
                if (!OTHERS.contains(name)) {
                    found.columns.put(FormerNames.key(name), name);
                }
            }
        }
        return found;
    }

    /** The column of a setting, which is made if there is none. */
    String of(String key) throws SQLException {
        String column = columns.get(key);
        if (column == null) {
            String type = ExperimentKeys.find(key)
                    .filter(SearchSpace::isQuantity)
                    .map(known -> known.type() == double.class ? " REAL" : " INTEGER")
                    .orElse(" TEXT");
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE candidate ADD COLUMN " + quoted(key) + type);
            }
            columns.put(key, key);
            column = key;
        }
        return column;
    }

    /**
     * The setting in a row.
     *
     * @throws IllegalArgumentException if it is none that could have been written
     */
    Setting setting(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> column : columns.entrySet()) {
            Object value = row.getObject(column.getValue());
            if (value != null) {
                values.put(column.getKey(), SettingText.read(column.getKey(), SettingText.of(value)));
            }
        }
        return new Setting(values);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
