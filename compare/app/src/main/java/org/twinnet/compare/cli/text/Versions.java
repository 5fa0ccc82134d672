package org.twinnet.compare.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.twinnet.dl4j.runtime.Nd4jRuntime;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
public final class Versions implements IVersionProvider {

    /** For the parser of the command line. */
    public Versions() {}

    @Override
    public String[] getVersion() {
        List<String> lines = new ArrayList<>();
        lines.add("Twinnet " + twinnet());
        for (Map.Entry<String, String> version : Nd4jRuntime.start().versions().entrySet()) {
            lines.add(version.getKey() + " " + version.getValue());
        }
        lines.add("JVM " + jvm());
        return lines.toArray(String[]::new);
    }

    /**
     * The version of this program.
     *
     * @return {@code development} where it runs from classes
     */
    public static String twinnet() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    static String jvm() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version");
    }
}
