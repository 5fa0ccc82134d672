package org.twinnet.compare.report.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** Prettier and JSHint, run on the JVM so that they need nothing that Maven does not bring. */
final class ScriptTools implements AutoCloseable {

    private static final List<String> PROGRAMS =
            List.of("/prettier/standalone.js", "/prettier/plugins/babel.js", "/prettier/plugins/estree.js");
    private static final String FORMAT = """
            var formatted = null, refused = null;
            prettier.format(script, { parser: "babel", plugins: prettierPlugins, printWidth: 120 })
                .then((text) => { formatted = text; }, (error) => { refused = String(error); });
            """;
    private static final String LINT = """
            JSHINT(script,
                { esversion: 11, browser: true, undef: true, unused: true, eqeqeq: true, eqnull: true, freeze: true,
                  futurehostile: true, nonbsp: true, noarg: true, strict: "global", module: false, maxerr: 1000,
                  laxbreak: true, loopfunc: true, "-W138": true },
                { d3: false, Plot: false, DecompressionStream: false, ImageData: false, ResizeObserver: false,
                  getSelection: false, innerWidth: false });
            JSHINT.errors.map((e) => `${e.line}:${e.character} ${e.reason} ${e.evidence ?? ""}`);
            """;

    private final Context javaScript;

    ScriptTools() {
        javaScript = Context.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        PROGRAMS.forEach(this::load);
        load("/jshint/dist/jshint.js");
    }

    /** The script as Prettier writes it. */
    String formatted(String script) {
        javaScript.getBindings("js").putMember("script", script);
        javaScript.eval("js", FORMAT);
        Value formatted = javaScript.getBindings("js").getMember("formatted");
        if (formatted.isNull()) {
            throw new IllegalArgumentException(
                    javaScript.getBindings("js").getMember("refused").asString());
        }
        return formatted.asString();
    }

    /** What JSHint says of the script: line, column and reason of each finding. */
    List<String> findings(String script) {
        javaScript.getBindings("js").putMember("script", script);
        Value errors = javaScript.eval("js", LINT);
        return List.of(errors.as(String[].class));
    }

    @Override
    public void close() {
        javaScript.close();
    }

    private void load(String program) {
        // Web jars keep the version in the path: META-INF/resources/webjars/NAME/VERSION/…
        int name = program.indexOf('/', 1);
        String project = program.substring(1, name);
        String path = "/META-INF/resources/webjars/" + project + "/" + version(project) + program.substring(name);
        javaScript.eval(Source.create("js", text(path)));
    }

    private static String version(String project) {
        String properties = text("/META-INF/maven/org.webjars.npm/" + project + "/pom.properties");
        return properties
                .lines()
                .filter(line -> line.startsWith("version="))
                .map(line -> line.substring("version=".length()))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String path) {
        try (InputStream in = ScriptTools.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
