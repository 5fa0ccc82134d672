package org.twinnet.compare.cli.options;

import java.util.Locale;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import picocli.CommandLine.Option;

/** The language of what people read. */
public final class LanguageOption {

    @Option(
            names = "--lang",
            paramLabel = "en|zh",
            converter = Allowed.Languages.class,
            completionCandidates = Allowed.Languages.class,
            description = "Language of what is printed, and of reports (report.html as it opens). Default: en, or zh "
                    + "where the system speaks Chinese.")
    private Language language;

    /** Made by the command line. */
    public LanguageOption() {}

    /**
     * The language.
     *
     * @return the one asked for, or else that of the system
     */
    public Language language() {
        return language == null ? ofSystem() : language;
    }

    /**
     * The texts of the language.
     *
     * @return its texts
     */
    public Texts texts() {
        return Texts.of(language());
    }

    private static Language ofSystem() {
        boolean chinese = Locale.getDefault().getLanguage().equals(Language.ZH.code());
        return chinese ? Language.ZH : Language.EN;
    }
}
