package org.twinnet.scratch.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What PIT found.
 *
 * @param survivors mutants that no test noticed, or that no test reached
 * @param timedOut mutants that made a test run out of time; a faster machine may see them survive
 */
record MutationReport(List<Mutant> survivors, List<Mutant> timedOut) {

    /**
     * Reads PIT's mutations.xml.
     *
     * @param report the file
     * @param sources root folder of the mutated sources
     */
    static MutationReport read(Path report, Path sources)
            throws IOException, ParserConfigurationException, SAXException {
        List<Mutant> survivors = new ArrayList<>();
        List<Mutant> timedOut = new ArrayList<>();
        NodeList mutations = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("mutation");
        for (int i = 0; i < mutations.getLength(); i++) {
            Element mutation = (Element) mutations.item(i);
            if (mutation.getAttribute("detected").equals("false")) {
                survivors.add(mutant(mutation, sources));
            } else if (mutation.getAttribute("status").equals("TIMED_OUT")) {
                timedOut.add(mutant(mutation, sources));
            }
        }
        return new MutationReport(survivors, timedOut);
    }

    private static Mutant mutant(Element mutation, Path sources) throws IOException {
        String type = text(mutation, "mutatedClass");
        int behindPackage = type.lastIndexOf('.') + 1;
        Path source =
                sources.resolve(type.substring(0, behindPackage).replace('.', '/') + text(mutation, "sourceFile"));
        int line = Integer.parseInt(text(mutation, "lineNumber"));
        return new Mutant(
                type.substring(behindPackage) + "." + text(mutation, "mutatedMethod"),
                text(mutation, "description"),
                Files.readAllLines(source).get(line - 1).strip());
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }
}
