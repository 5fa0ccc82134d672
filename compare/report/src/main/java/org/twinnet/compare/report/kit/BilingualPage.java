package org.twinnet.compare.report.kit;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinnet.compare.text.Phrase;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the templates of all pages ask for. Every text is said in both languages at once, and the page shows one of
 * them.
 */
public abstract class BilingualPage {

    private static final Pattern UNBROKEN =
            Pattern.compile("[-−]?\\d[\\d.,]*(e[-+]?\\d+| %| rad)|-\\d[\\d.,]*|--[a-z-]{1,24}");

    private final Texts first;
    private final Texts en = Texts.of(Language.EN);
    private final Texts zh = Texts.of(Language.ZH);
    private final PageAssets assets;
    private final Predicate<String> needed;

    /**
     * Makes a page.
     *
     * @param language the language that it opens in
     * @param assets its program and style
     * @param needed keys of the texts that its program says
     */
    protected BilingualPage(Language language, PageAssets assets, Predicate<String> needed) {
        this.first = Texts.of(language);
        this.assets = assets;
        this.needed = needed;
    }

    /**
     * The language that the page opens in.
     *
     * @return such as {@code en}
     */
    public String language() {
        return first.language().code();
    }

    /**
     * A text in both languages.
     *
     * @param key key in the bundles
     * @param arguments what takes its places
     * @return two elements, of which the page shows one
     */
    public Content text(String key, Object... arguments) {
        return say(Phrase.of(key, arguments));
    }

    /**
     * A phrase, a text or a number in both languages.
     *
     * @param what a {@link Phrase}, or anything else, which is written as it is
     * @return the content
     */
    public Content say(Object what) {
        if (what instanceof Phrase phrase) {
            return both(phrase::in);
        }
        return output -> unbroken(output, String.valueOf(what));
    }

    /**
     * What is told in both languages.
     *
     * @param told how it is told in one
     * @return two elements, of which the page shows one
     */
    protected final Content both(Function<Texts, String> told) {
        return output -> {
            output.writeContent("<span lang=\"en\">");
            unbroken(output, told.apply(en));
            output.writeContent("</span><span lang=\"zh\">");
            unbroken(output, told.apply(zh));
            output.writeContent("</span>");
        };
    }

    /**
     * A phrase in English, for what cannot hold elements.
     *
     * @param phrase the phrase
     * @return the text
     */
    public String en(Phrase phrase) {
        return phrase.in(en);
    }

    /**
     * A phrase in Chinese, for what cannot hold elements.
     *
     * @param phrase the phrase
     * @return the text
     */
    public String zh(Phrase phrase) {
        return phrase.in(zh);
    }

    /** No line ends inside a number or an option, such as after the sign of an exponent. */
    private static void unbroken(TemplateOutput output, String text) {
        Matcher whole = UNBROKEN.matcher(text);
        int from = 0;
        while (whole.find()) {
            output.writeUserContent(text.substring(from, whole.start()));
            output.writeContent("<span class=\"n\">");
            output.writeUserContent(whole.group());
            output.writeContent("</span>");
            from = whole.end();
        }
        output.writeUserContent(text.substring(from));
    }

    /**
     * A text in the language that the page opens in, for attributes.
     *
     * @param key key in the bundles
     * @param arguments what takes its places
     * @return the text
     */
    public String plain(String key, Object... arguments) {
        return Phrase.of(key, arguments).in(first);
    }

    /**
     * A model as JSON that can stand inside a script element.
     *
     * @param model any report
     * @return JSON without {@code <}
     */
    protected static String inScript(Object model) {
        return Markup.inScript(JsonWriter.writeCompact(model));
    }

    /**
     * The texts of both languages as JSON that can stand inside a script element.
     *
     * @return an object of two objects
     */
    public String textsAsJson() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (Texts texts : List.of(en, zh)) {
            Map<String, String> of = new TreeMap<>();
            texts.keys().stream().filter(needed).forEach(key -> of.put(key, texts.pattern(key)));
            all.put(texts.language().code(), of);
        }
        return Markup.inScript(JsonMapper.shared().writeValueAsString(all));
    }

    /**
     * The page's program: libraries first.
     *
     * @return JavaScript
     */
    public String script() {
        return assets.script();
    }

    /**
     * The only program that the page may run.
     *
     * @return the hash as a content security policy wants it
     */
    public String scriptHash() {
        return assets.scriptHash();
    }

    /**
     * The page's style.
     *
     * @return CSS
     */
    public String style() {
        return assets.style();
    }
}
