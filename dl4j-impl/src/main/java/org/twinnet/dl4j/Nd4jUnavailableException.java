package org.twinnet.dl4j;

/** ND4J can't start on this machine; the message says why in one line and what to do. */
public final class Nd4jUnavailableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

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
        return "Starting ND4J failed (" + root.getClass().getSimpleName() + text + ") on "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                + ": put the jars nd4j-native, openblas and javacpp with this platform's classifier, such as linux-x86_64,"
                + " on the class path, and let ~/.javacpp be writable or name another folder with"
                + " -Dorg.bytedeco.javacpp.cachedir=DIR.";
    }
}
