package org.twinnet.compare.tuning.study;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.twinnet.compare.text.Message;

/**
 * Lets one process at a time work on a study. The operating system gives the lock back when a process dies, however it
 * dies.
 */
final class StudyLock implements AutoCloseable {

    static final String FILE = "study.lock";

    private final FileChannel channel;

    private StudyLock(FileChannel channel) {
        this.channel = channel;
    }

    static StudyLock take(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locks(channel)) {
                channel.close();
                throw new StudyException(Message.of("the study " + folder
                                + " is in use by another process; wait for its end, or name another folder with ")
                        .thenSetting("study"));
            }
            return new StudyLock(channel);
        } catch (IOException e) {
            throw new StudyException("the study " + folder + " cannot be locked: " + e.getMessage(), e);
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StudyException("the lock of a study cannot be released: " + e.getMessage(), e);
        }
    }
}
