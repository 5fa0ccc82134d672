package org.twinnet.compare.report.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * What every page with pictures carries: d3 and Observable Plot (ISC licences, whose texts stand beside them), the
 * page's own program and style.
 *
 * @param script all programs, libraries first
 * @param scriptHash SHA-256 of the script, as a content security policy wants it
 * @param style the style
 */
public record PageAssets(String script, String scriptHash, String style) {

    /** The programs of the page of a comparison, in the order in which they run. */
    public static final List<String> COMPARISON = List.of(
            "page/run.js",
            "page/network.js",
            "page/boundaries.js",
            "page/legend.js",
            "page/predictions.js",
            "page/costs.js",
            "page/histograms.js",
            "page/controls.js");

    /** The programs of the page of a study, in the order in which they run. */
    public static final List<String> STUDY = List.of(
            "tune/scores.js",
            "tune/map.js",
            "tune/progress.js",
            "tune/parallel.js",
            "tune/importance.js",
            "tune/contenders.js",
            "tune/twins.js",
            "tune/table.js");

    /** The program of the page of a port, which has no pictures. */
    public static final List<String> PORT = List.of("switches.js");

    /** The programs of the page of a check, whose picture stands in its template. */
    public static final List<String> CHECK = List.of("switches.js", "check/check.js");

    /**
     * What a page carries.
     *
     * @param programs the page's own programs, resources beside this class, in the order in which they run
     * @param styles style sheets of its own, likewise, after the one that all pages share
     * @return all that it needs
     */
    public static PageAssets of(List<String> programs, String... styles) {
        StringBuilder script = new StringBuilder();
        for (String shared : List.of("vendor/d3-7.9.0.min.js", "vendor/plot-0.6.17.umd.min.js", "common.js")) {
            script.append(read(shared)).append('\n');
        }
        for (String own : programs) {
            script.append(read(own)).append('\n');
        }
        StringBuilder style = new StringBuilder(read("page.css"));
        for (String own : styles) {
            style.append(read(own));
        }
        return new PageAssets(script.toString(), hash(script.toString()), style.toString());
    }

    /**
     * What a page carries that draws nothing.
     *
     * @param programs its programs, resources beside this class, in the order in which they run
     * @return the programs, and the style that all pages share
     */
    public static PageAssets plain(List<String> programs) {
        StringBuilder script = new StringBuilder();
        programs.forEach(own -> script.append(read(own)).append('\n'));
        return new PageAssets(script.toString(), hash(script.toString()), read("page.css"));
    }

    static String read(String name) {
        try (InputStream in = PageAssets.class.getResourceAsStream("/org/twinnet/compare/report/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + name + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
