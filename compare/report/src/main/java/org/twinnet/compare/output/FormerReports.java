package org.twinnet.compare.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognizes the files of reports that were written before a folder kept a list of them: by their names, and by how
 * they begin.
 */
final class FormerReports {

    private static final int HEAD = 2000;

    private static final Map<String, Pattern> BEGINNINGS = Map.of(
            "report.html",
            Pattern.compile("\\s*<!DOCTYPE html>\\R<html lang=\"(?s:.*)content=\"default-src 'none';(?s:.*)"),
            "report.md",
            Pattern.compile("# (Hand-written network and DL4J: |手(?:写|工实现的)网络与 DL4J：|Tuning study of |Check of )"
                    + "(?s:.*)|# .* 的调参研究\\R(?s:.*)"),
            "junit.xml",
            Pattern.compile("<\\?xml (?s:.*)<testsuites name=\"twinnet\"(?s:.*)"),
            "costs.csv",
            Pattern.compile("scenario,iteration,cost_scratch,(?s:.*)"),
            "candidates.csv",
            Pattern.compile("number,status,lambda,keep_probability,(?s:.*)"));

    private static final Set<String> PICTURES =
            Set.of("boundaries.png", "costs.png", "heatmap.png", "progress.png", "importance.png", "parallel.png");

    private FormerReports() {}

    /** Whether a file is in every report under this name, so that nothing else may have it. */
    static boolean reserved(String name) {
        return BEGINNINGS.containsKey(name) || PICTURES.contains(name);
    }

    /** Whether files are a report: each of them is known, and not all are pictures, which may be anybody's. */
    static boolean include(Path file, List<Path> all) throws IOException {
        String name = file.getFileName().toString();
        if (PICTURES.contains(name)) {
            for (Path other : all) {
                if (isText(other)) {
                    return true;
                }
            }
            return false;
        }
        return isText(file);
    }

    private static boolean isText(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (BEGINNINGS.containsKey(name)) {
            return Files.isRegularFile(file)
                    && BEGINNINGS.get(name).matcher(head(file)).matches();
        }
        return name.endsWith(".json") && Files.isRegularFile(file) && TwinnetJson.is(file);
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        }
    }
}
