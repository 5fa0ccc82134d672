package org.twinnet.dl4j.runtime;

import java.io.File;
import java.io.IOException;
import org.bytedeco.javacpp.Loader;

/** ND4J can't start on this machine; the message says why in one line and what to do. */
public final class Nd4jUnavailableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** What ND4J, OpenBLAS and JavaCPP take when they are unpacked. */
    private static final long UNPACKED_MEGABYTES = 400;

    Nd4jUnavailableException(String message) {
        super(message);
    }

    /** The innermost cause is the one that names the missing thing. */
    static String message(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getMessage() == null
                ? ""
                : ": " + root.getMessage().lines().findFirst().orElse("");
        String where = " on " + System.getProperty("os.name") + " " + System.getProperty("os.arch");
        String what = "Starting ND4J failed (" + root.getClass().getSimpleName() + text + ")" + where + ": ";
        File unpacked = unpacked();
        if (unpacked != null && text.contains(unpacked.getPath())) {
            return what + "its native code was unpacked to " + unpacked
                    + " and can't be loaded from there. The folder needs "
                    + UNPACKED_MEGABYTES + " MB, of which " + unpacked.getUsableSpace() / (1024 * 1024)
                    + " MB are free, on a file system that is not mounted noexec: name another one with"
                    + " -Dorg.bytedeco.javacpp.cachedir=DIR.";
        }
        return what
                + "put the jars nd4j-native, openblas and javacpp with this platform's classifier, such as "
                + "linux-x86_64,"
                + " on the class path, and let ~/.javacpp be writable or name another folder with"
                + " -Dorg.bytedeco.javacpp.cachedir=DIR.";
    }

    /** The folder for native code, null when there is none. */
    private static File unpacked() {
        try {
            return Loader.getCacheDir();
        } catch (IOException | LinkageError e) {
            return null;
        }
    }
}
