package org.twinnet.compare.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What every page with pictures carries: d3 and Observable Plot (ISC licences, whose texts stand beside them), the
 * page's own program and style.
 *
 * @param script all programs, libraries first
 * @param scriptHash SHA-256 of the script, as a content security policy wants it
 * @param style the style
 */
public record PageAssets(String script, String scriptHash, String style) {

    /**
     * What a page carries.
     *
     * @param program the page's own program, a resource beside this class
     * @param styles style sheets of its own, likewise, after the one that all pages share
     * @return all that it needs
     */
    public static PageAssets of(String program, String... styles) {
        StringBuilder script = new StringBuilder();
        for (String part :
                new String[] {"vendor/d3-7.9.0.min.js", "vendor/plot-0.6.17.umd.min.js", "common.js", program}) {
            script.append(read(part)).append('\n');
        }
        StringBuilder style = new StringBuilder(read("page.css"));
        for (String own : styles) {
            style.append(read(own));
        }
        return new PageAssets(script.toString(), hash(script.toString()), style.toString());
    }

    static String read(String name) {
        try (InputStream in = PageAssets.class.getResourceAsStream(name)) {
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
