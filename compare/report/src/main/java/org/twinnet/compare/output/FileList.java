package org.twinnet.compare.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that Twinnet wrote into a folder, kept in the folder itself: a line that says so, then a line a file, as
 * {@code sha256sum} writes it.
 *
 * @param hashes SHA-256 of each file, by its path in the folder, with slashes
 */
record FileList(Map<String, String> hashes) {

    static final String NAME = ".twinnet-report";

    private static final String HEADING = "# Twinnet wrote these files; a folder that holds others is not replaced.";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}(.+)");

    /** A list takes some hundred bytes; what is larger is something else. */
    private static final long LARGEST = 100_000;

    static FileList of(Map<String, byte[]> files) {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach((name, content) -> hashes.put(name, HexFormat.of().formatHex(sha256().digest(content))));
        return new FileList(hashes);
    }

    byte[] write() {
        StringBuilder text = new StringBuilder(HEADING).append('\n');
        hashes.forEach(
                (name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The list of a folder; empty where it is damaged. */
    static Optional<FileList> read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        String[] lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1);
        boolean whole = lines[0].equals(HEADING) && lines[lines.length - 1].isEmpty();
        Map<String, String> hashes = new LinkedHashMap<>();
        for (int i = 1; whole && i < lines.length - 1; i++) {
            Matcher line = LINE.matcher(lines[i]);
            whole = line.matches();
            if (whole) {
                hashes.put(line.group(2), line.group(1));
            }
        }
        return whole ? Optional.of(new FileList(hashes)) : Optional.empty();
    }

    boolean names(String file) {
        return hashes.containsKey(file);
    }

    /** Whether files were written into a folder below. */
    boolean hasFolder(String folder) {
        return hashes.keySet().stream().anyMatch(file -> file.startsWith(folder + "/"));
    }

    boolean isUnchanged(String name, Path file) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            String now = HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
            return now.equals(hashes.get(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
