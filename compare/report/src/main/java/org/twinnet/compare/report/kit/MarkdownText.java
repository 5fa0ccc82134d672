package org.twinnet.compare.report.kit;

import java.util.List;
import java.util.stream.Collectors;
import org.twinnet.compare.text.Visible;

/** Markdown in progress. */
public final class MarkdownText {

    private final StringBuilder text = new StringBuilder();

    /** Nothing yet. */
    public MarkdownText() {}

    /**
     * Adds a paragraph.
     *
     * @param content Markdown
     */
    public void paragraph(String content) {
        text.append(content).append("\n\n");
    }

    /**
     * Adds a line.
     *
     * @param content Markdown
     */
    public void line(String content) {
        text.append(content).append('\n');
    }

    /**
     * Adds a row of a table.
     *
     * @param cells Markdown
     */
    public void row(List<String> cells) {
        line("| " + cells.stream().collect(Collectors.joining(" | ")) + " |");
    }

    /**
     * Adds the line below the headings of a table.
     *
     * @param columns how many
     */
    public void rule(int columns) {
        line("|" + "---|".repeat(columns));
    }

    /**
     * Adds a text as it is, in a fence that nothing in it can close.
     *
     * @param content any text
     */
    public void fenced(String content) {
        String fence = "```";
        while (content.contains(fence)) {
            fence += "`";
        }
        line(fence);
        line(content);
        line(fence);
        line("");
    }

    /**
     * Any text as Markdown: it neither breaks the line nor becomes markup.
     *
     * @param text any text
     * @return Markdown that shows it as it is
     */
    public static String escape(String text) {
        return Visible.of(text).replaceAll("([\\\\`*_{}\\[\\]<>#|~!&])", "\\\\$1");
    }

    /**
     * All of it.
     *
     * @return Markdown
     */
    @Override
    public String toString() {
        return Visible.lines(text.toString());
    }
}
