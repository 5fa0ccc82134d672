package org.twinnet.compare.tuning.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.DataSource;
import org.twinnet.compare.tuning.StudySettings;

/** The folder of one study: {@code settings.json}, {@code study.db}, and a lock while a process works on it. May be used by several threads. */
public final class StudyFolder implements AutoCloseable {

    private final Path path;
    private final SettingsFile settings;
    private final StudyDatabase database;
    private final Optional<StudyLock> lock;

    private StudyFolder(Path path, SettingsFile settings, StudyDatabase database, Optional<StudyLock> lock) {
        this.path = path;
        this.settings = settings;
        this.database = database;
        this.lock = lock;
    }

    /**
     * Begins a study.
     *
     * @param path a folder that is empty or does not exist
     * @param settings what decides the study
     * @param source where its examples come from
     * @return the study, locked
     * @throws StudyException if the folder holds something, or cannot be written
     */
    public static StudyFolder create(Path path, StudySettings settings, DataSource source) {
        requireFree(path);
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new StudyException("the study " + path + " cannot be made: " + e.getMessage(), e);
        }
        StudyLock lock = StudyLock.take(path);
        try {
            SettingsFile file = new SettingsFile(settings, source);
            StudyDatabase database = StudyDatabase.open(path);
            file.write(path);
            return new StudyFolder(path, file, database, Optional.of(lock));
        } catch (IOException e) {
            lock.close();
            throw new StudyException("the study " + path + " cannot be made: " + e.getMessage(), e);
        } catch (StudyException e) {
            lock.close();
            throw e;
        }
    }

    /** A folder where a process was killed before it had written the settings holds no result, and may be used again. */
    private static void requireFree(Path path) {
        if (Files.exists(path.resolve(SettingsFile.FILE))) {
            throw new StudyException("--study " + path
                    + " holds a study already; add --resume to go on with it, or name another folder");
        }
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new StudyException("--study " + path + " is a file; name a folder");
        }
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                List<String> foreign = files.map(file -> file.getFileName().toString())
                        .filter(name -> !name.startsWith(StudyDatabase.FILE)
                                && !name.equals(StudyLock.FILE)
                                && !name.startsWith(SettingsFile.FILE))
                        .sorted()
                        .toList();
                if (!foreign.isEmpty()) {
                    throw new StudyException("--study " + path + " is not empty (it holds " + foreign.get(0)
                            + "); name a new folder, nothing is overwritten");
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
        try {
            return new StudyFolder(path, file, StudyDatabase.open(path), Optional.of(lock));
        } catch (StudyException e) {
            lock.close();
            throw e;
        }
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
        return new StudyFolder(path, file, StudyDatabase.look(path), Optional.empty());
    }

    /**
     * Refuses to go on under other settings.
     *
     * @param wanted the settings of the run that wants to go on
     * @throws StudyException if anything that decides the study differs; the message names all of it
     */
    public void requireSame(StudySettings wanted) {
        Map<String, String> now = wanted.named();
        String differences = settings().named().entrySet().stream()
                .filter(entry -> !Objects.equals(entry.getValue(), now.get(entry.getKey())))
                .map(entry -> "%s is %s, the study has %s"
                        .formatted(entry.getKey(), shown(now.get(entry.getKey())), shown(entry.getValue())))
                .collect(Collectors.joining("; "));
        if (!differences.isEmpty()) {
            throw new StudyException(
                    "the study " + path + " cannot be resumed: " + differences + "; begin another study for that");
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "none" : value.matches("[0-9a-f]{64}") ? value.substring(0, 12) + "…" : value;
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
     * What decides the study.
     *
     * @return its settings
     */
    public StudySettings settings() {
        return settings.settings();
    }

    /**
     * Where its examples come from.
     *
     * @return files and how they are read
     */
    public DataSource source() {
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
        return database.candidates();
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
     * Notes, before it happens, that the test examples are used for a candidate.
     *
     * @param candidate its number
     */
    public void noteTestUse(int candidate) {
        database.noteTestUse(candidate);
    }

    /**
     * For which candidates the test examples were used.
     *
     * @return one entry each, in order; more than one only where a study was resumed after its end
     */
    public List<Integer> testUses() {
        return database.testUses();
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
