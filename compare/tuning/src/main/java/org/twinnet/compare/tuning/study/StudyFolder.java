package org.twinnet.compare.tuning.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.twinnet.compare.text.Message;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.DataSource;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.StudySettings;

/**
 * The folder of one study: {@code settings.json}, {@code study.db}, and a lock while a process works on it. May be used
 * by several threads.
 */
public final class StudyFolder implements AutoCloseable {

    /** Name of the folder of its report. */
    public static final String REPORT = "report";

    /** Name of the folder of the comparison of its twins. */
    public static final String TWINS = "twins";

    /** Name of what is kept of guessing. */
    private static final String GUESSING = "loss of guessing";

    private final Path path;
    private final StudyDatabase database;
    private final Optional<StudyLock> lock;
    private final Optional<String> note;
    private SettingsFile settings;

    private StudyFolder(
            Path path, SettingsFile settings, StudyDatabase database, Optional<StudyLock> lock, Optional<String> note) {
        this.path = path;
        this.settings = settings;
        this.database = database;
        this.lock = lock;
        this.note = note;
    }

    /**
     * Begins a study.
     *
     * @param path a folder that is empty or does not exist
     * @param settings what decides the study
     * @param source where its examples come from
     * @return the study, locked
     * @throws StudyException if the folder holds something, or cannot be written; a database that lost its settings
     *     goes on under the same ones only
     */
    public static StudyFolder create(Path path, StudySettings settings, DataSource source) {
        requireFree(path);
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new StudyException("the study " + path + " cannot be made: " + e.getMessage(), e);
        }
        StudyLock lock = StudyLock.take(path);
        return orClose(lock::close, () -> {
            StudyDatabase database = StudyDatabase.open(path);
            return orClose(database::close, () -> created(path, settings, source, database, lock));
        });
    }

    private static StudyFolder created(
            Path path, StudySettings settings, DataSource source, StudyDatabase database, StudyLock lock) {
        boolean adopted = !database.isUnused();
        if (adopted) {
            requireOf(settings, path, database);
        } else {
            database.saveSettings(settings.named());
        }
        SettingsFile file = new SettingsFile(settings, source, database.testUses());
        file.write(path);
        Optional<String> note = adopted
                ? Optional.of(path + " had lost its " + SettingsFile.FILE + "; its " + StudyDatabase.FILE
                        + " is of the same settings, and the study goes on")
                : Optional.empty();
        return new StudyFolder(path, file, database, Optional.of(lock), note);
    }

    private static StudyFolder orClose(Runnable close, Supplier<StudyFolder> opening) {
        try {
            return opening.get();
        } catch (StudyException e) {
            close.run();
            throw e;
        }
    }

    /** Results without their settings are of anybody's data, unless the database tells. */
    private static void requireOf(StudySettings settings, Path path, StudyDatabase database) {
        Map<String, String> kept = database.settings();
        Message before = Message.setting("study")
                .then(" " + path + " holds the " + StudyDatabase.FILE + " of a study that lost its " + SettingsFile.FILE
                        + ": ");
        String after = "; name another folder";
        if (kept.isEmpty()) {
            throw new StudyException(
                    before.then("a former version made it, so that nobody knows what it is of" + after));
        }
        List<SettingDifference> differences = SettingDifference.between(kept, settings.named());
        if (!differences.isEmpty()) {
            throw StudyException.differing(before, differences, after);
        }
    }

    /**
     * A folder where a process was killed before it had written the settings holds no result, and may be used again;
     * one that lost them holds reports too, which are not touched before the study turns out to be the same.
     */
    private static void requireFree(Path path) {
        if (Files.exists(path.resolve(SettingsFile.FILE))) {
            throw new StudyException(Message.setting("study")
                    .then(" " + path + " holds a study already; add ")
                    .thenSetting("resume")
                    .then(" to go on with it, or name another folder"));
        }
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new StudyException(Message.setting("study").then(" " + path + " is a file; name a folder"));
        }
        if (Files.isDirectory(path)) {
            boolean hadStudy = Files.exists(path.resolve(StudyDatabase.FILE));
            try (Stream<Path> files = Files.list(path)) {
                List<String> foreign = files.map(file -> file.getFileName().toString())
                        .filter(name -> !name.startsWith(StudyDatabase.FILE)
                                && !name.equals(StudyLock.FILE)
                                && !name.startsWith(SettingsFile.FILE)
                                && !(hadStudy && List.of(REPORT, TWINS).contains(name)))
                        .sorted()
                        .toList();
                if (!foreign.isEmpty()) {
                    throw new StudyException(Message.setting("study")
                            .then(" " + path + " is not empty (it holds " + foreign.get(0)
                                    + "); name a new folder, nothing is overwritten"));
                }
            } catch (IOException e) {
                throw new StudyException("the study " + path + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Opens a study to go on with it.
     *
     * @param path its folder
     * @return the study, locked
     * @throws StudyException if there is none, it is damaged, or another process works on it
     */
    public static StudyFolder open(Path path) {
        SettingsFile file = SettingsFile.read(path);
        StudyLock lock = StudyLock.take(path);
        return orClose(lock::close, () -> {
            boolean lost = !Files.exists(path.resolve(StudyDatabase.FILE));
            StudyDatabase database = StudyDatabase.open(path);
            return orClose(database::close, () -> {
                // a study.db of another study changes nothing here
                if (!database.settings().isEmpty()) {
                    requireSame(path, database.settings(), file);
                } else {
                    database.saveSettings(file.settings().named());
                }
                SettingsFile merged = withUsesOf(database, file);
                if (!merged.equals(file)) {
                    merged.write(path);
                }
                Optional<String> note = lost ? Optional.of(lost(path, file)) : Optional.empty();
                return new StudyFolder(path, merged, database, Optional.of(lock), note);
            });
        });
    }

    private static void requireSame(Path path, Map<String, String> kept, SettingsFile file) {
        // a database of a former version does not say what it is of
        List<SettingDifference> differences = kept.isEmpty()
                ? List.of()
                : SettingDifference.between(kept, file.settings().named());
        if (!differences.isEmpty()) {
            throw StudyException.differing(
                    Message.of(path + " has the " + StudyDatabase.FILE + " of another study than its "
                            + SettingsFile.FILE + ": "),
                    differences,
                    "; put the right one back");
        }
    }

    private static String lost(Path path, SettingsFile file) {
        String uses =
                file.testUses().isEmpty() ? "" : "; the test examples were used before, and the report will say so";
        return path + " has lost its " + StudyDatabase.FILE + ": its candidates are scored again" + uses;
    }

    /** A process may have been killed between the one note and the other; former versions made only one. */
    private static SettingsFile withUsesOf(StudyDatabase database, SettingsFile file) {
        SettingsFile merged = file;
        for (int candidate : database.testUses()) {
            merged = merged.testUses().contains(candidate) ? merged : merged.withTestUse(candidate);
        }
        return merged;
    }

    /**
     * Opens a study to look at it; another process may be working on it meanwhile.
     *
     * @param path its folder
     * @return the study, not locked
     * @throws StudyException if there is none, or it is damaged
     */
    public static StudyFolder look(Path path) {
        SettingsFile file = SettingsFile.read(path);
        if (!Files.exists(path.resolve(StudyDatabase.FILE))) {
            throw new StudyException(path + " has lost its " + StudyDatabase.FILE + "; there is nothing to show");
        }
        StudyDatabase database = StudyDatabase.look(path);
        return orClose(database::close, () -> {
            requireSame(path, database.settings(), file);
            return new StudyFolder(path, withUsesOf(database, file), database, Optional.empty(), Optional.empty());
        });
    }

    /**
     * Refuses to go on under other settings.
     *
     * @param wanted the settings of the run that wants to go on
     * @throws StudyException if anything that decides the study differs; the message names all of it
     */
    public void requireSame(StudySettings wanted) {
        List<SettingDifference> differences =
                SettingDifference.between(settings().named(), wanted.named());
        if (!differences.isEmpty()) {
            throw StudyException.differing(
                    Message.of("the study " + path + " cannot be resumed: "),
                    differences,
                    "; begin another study for that");
        }
        List<SettingDifference> others = SettingDifference.between(database.settings(), wanted.named());
        if (!others.isEmpty()) {
            throw StudyException.differing(
                    Message.of("the study " + path + " cannot be resumed: its " + StudyDatabase.FILE
                            + " is of another study: "),
                    others,
                    "; put the right one back, or begin another study");
        }
    }

    /**
     * The folder.
     *
     * @return as it was named
     */
    public Path path() {
        return path;
    }

    /**
     * What the user should know of how the study was found.
     *
     * @return a sentence; empty where nothing was lost
     */
    public Optional<String> note() {
        return note;
    }

    /**
     * What decides the study.
     *
     * @return its settings
     */
    public synchronized StudySettings settings() {
        return settings.settings();
    }

    /**
     * Where its examples come from.
     *
     * @return files and how they are read
     */
    public synchronized DataSource source() {
        return settings.source();
    }

    /**
     * Keeps a result, in one transaction that is on the disk when this returns.
     *
     * @param result a finished candidate
     * @throws StudyException if it cannot be written, or was there already
     */
    public void save(CandidateResult result) {
        database.save(result);
    }

    /**
     * The results so far.
     *
     * @return by number; numbers may be missing where several workers were interrupted
     */
    public List<CandidateResult> results() {
        // the database has a column for a setting when the first candidate comes that has it
        return database.candidates().stream()
                .map(result -> result.inOrder(settings().tried().keySet()))
                .toList();
    }

    /**
     * Keeps a text that was made from the results.
     *
     * @param name its name
     * @param content replaces what was kept under this name
     */
    public void saveFinding(String name, String content) {
        database.saveFinding(name, content);
    }

    /**
     * A text that was kept.
     *
     * @param name its name
     * @return empty when there is none
     */
    public Optional<String> finding(String name) {
        return database.finding(name);
    }

    /**
     * Notes what a network loses that knows nothing but what is frequent.
     *
     * @param loss by the metric of the study, on all examples that it trains and validates on
     */
    public void noteGuessing(double loss) {
        saveFinding(GUESSING, String.valueOf(loss));
    }

    /**
     * What a network loses that knows nothing but what is frequent.
     *
     * @return what was noted; former versions did not, and took two classes for equally frequent
     * @throws StudyException if what was noted is no number
     */
    public double guessing() {
        Optional<String> noted = finding(GUESSING);
        try {
            return noted.map(Double::valueOf)
                    .orElseGet(() -> settings().metric() == Metric.ACCURACY ? -0.5 : Math.log(2));
        } catch (NumberFormatException e) {
            throw new StudyException(
                    path.resolve(StudyDatabase.FILE) + " is damaged: its " + GUESSING + " is no number"
                            + SettingsFile.REMEDY,
                    e);
        }
    }

    /**
     * Notes, before it happens, that the test examples are used for a candidate: in the database and beside it, so that
     * losing one loses no use.
     *
     * @param candidate its number
     */
    public synchronized void noteTestUse(int candidate) {
        if (database.noteTestUse(candidate)) {
            settings = settings.withTestUse(candidate);
            settings.write(path);
        }
    }

    /**
     * For which candidates the test examples were used.
     *
     * @return one entry each, in order; more than one only where a study was resumed after its end, or had lost its
     *     database
     */
    public synchronized List<Integer> testUses() {
        return settings.testUses();
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            lock.ifPresent(StudyLock::close);
        }
    }
}
