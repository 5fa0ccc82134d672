package org.twinnet.compare.report.kit;

/** The style that all pages share. */
public final class PageStyle {

    private PageStyle() {}

    /**
     * The style sheet.
     *
     * @return CSS
     */
    public static String css() {
        return PageAssets.read("page.css");
    }
}
