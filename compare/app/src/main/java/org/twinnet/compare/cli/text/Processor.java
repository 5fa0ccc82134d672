package org.twinnet.compare.cli.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The processor of this machine. */
final class Processor {

    private static final String MODEL = "model name";

    private Processor() {}

    /** Its model where Linux says so, else its architecture; and how many of it the program may use. */
    static String describe() {
        int cores = Runtime.getRuntime().availableProcessors();
        return model() + ", " + cores + (cores == 1 ? " core" : " cores");
    }

    private static String model() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith(MODEL))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
