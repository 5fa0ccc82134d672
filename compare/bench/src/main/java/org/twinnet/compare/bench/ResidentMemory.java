package org.twinnet.compare.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The resident memory of this process, as Linux tells it. */
public final class ResidentMemory {

    private static final Pattern LINE = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private ResidentMemory() {}

    /**
     * Looks.
     *
     * @return bytes; null where there is no {@code /proc}
     */
    public static Long bytes() {
        try {
            return parse(Files.readAllLines(Path.of("/proc/self/status")));
        } catch (IOException e) {
            return null;
        }
    }

    static Long parse(List<String> status) {
        for (String line : status) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                return 1024 * Long.parseLong(matcher.group(1));
            }
        }
        return null;
    }
}
