package org.twinnet.compare.move;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sources of Twinnet that a project of its own needs: what DL4J lacks, and the reader of {@code .npz} files. A class is
 * needed where code that is needed imports it, or names it in its own package.
 */
final class SharedSources {

    /** What the programs of every project read files with. */
    private static final String ALWAYS = "import org.twinnet.data.npz.NpzArchive;";

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern IMPORT = Pattern.compile("import (org\\.twinnet\\.[\\w.]+);");
    private static final Pattern PACKAGE = Pattern.compile("package (org\\.twinnet\\.[\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w+\\b");

    private final Map<String, String> needed = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    /** Sources by path, those that some code needs and those that every project does. */
    Map<String, String> neededBy(String code) {
        open.add(ALWAYS);
        open.add(code);
        while (!open.isEmpty()) {
            String source = COMMENT.matcher(open.remove()).replaceAll("");
            Matcher imported = IMPORT.matcher(source);
            while (imported.find()) {
                String path = path(imported.group(1));
                if (!add(path)) {
                    throw new IllegalStateException("The program is incomplete: " + path + " is missing.");
                }
            }
            Matcher here = PACKAGE.matcher(source);
            if (here.find()) {
                TYPE.matcher(source).results().forEach(type -> add(path(here.group(1) + "." + type.group())));
            }
        }
        return needed;
    }

    private static String path(String name) {
        return name.replace('.', '/') + ".java";
    }

    /** False where there is no such source: the name is that of something else. */
    private boolean add(String path) {
        if (needed.containsKey(path)) {
            return true;
        }
        Optional<String> source = MovedProject.resource("sources/" + path);
        source.ifPresent(text -> {
            needed.put(path, text);
            open.add(text);
        });
        return source.isPresent();
    }
}
