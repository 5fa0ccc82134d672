package org.twinnet.compare.report;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Renders a report as JUnit XML for CI dashboards: a scenario is a test suite, a rung a test case. A rung that disagrees is a failure; one that compared
 * nothing is an error, so that no dashboard shows it as passed.
 */
final class JUnitWriter {

    private JUnitWriter() {}

    static String write(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            attribute(xml, "name", "twinnet");
            for (Report.Scenario scenario : report.scenarios()) {
                suite(xml, scenario);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text + "\n";
    }

    private static void suite(XMLStreamWriter xml, Report.Scenario scenario) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", "twinnet." + scenario.name());
        attribute(xml, "tests", String.valueOf(scenario.rungs().size()));
        attribute(xml, "failures", count(scenario, "disagree"));
        attribute(xml, "errors", count(scenario, "inconclusive"));
        attribute(xml, "skipped", "0");
        for (Report.Rung rung : scenario.rungs()) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("testcase");
            attribute(xml, "classname", "twinnet." + scenario.name());
            attribute(xml, "name", rung.name());
            outcome(xml, rung);
            xml.writeEndElement();
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void outcome(XMLStreamWriter xml, Report.Rung rung) throws XMLStreamException {
        String numbers = String.format(
                Locale.ROOT,
                "%s, iteration %d: relative difference %s, noise floor %s, over %d numbers",
                rung.where(),
                rung.iteration(),
                rung.maxRelativeDifference(),
                rung.noiseFloor(),
                rung.compared());
        switch (rung.status()) {
            case "agree" -> {}
            case "disagree" -> problem(xml, "failure", numbers);
            default -> problem(xml, "error", "nothing could be compared, or not everything: " + numbers);
        }
    }

    private static void problem(XMLStreamWriter xml, String element, String message) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute(xml, "message", message);
        xml.writeEndElement();
    }

    private static String count(Report.Scenario scenario, String status) {
        return String.valueOf(scenario.rungs().stream()
                .filter(rung -> rung.status().equals(status))
                .count());
    }

    /** XML 1.0 has no word for most control characters; one of them would make the whole file unreadable. */
    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(
                name,
                value.replaceAll(
                        "[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?"));
    }
}
