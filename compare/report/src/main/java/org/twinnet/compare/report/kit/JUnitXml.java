package org.twinnet.compare.report.kit;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Visible;

/**
 * JUnit XML for CI dashboards. A case that disagrees is a failure; one that compared nothing is an error, so that no
 * dashboard shows it as passed.
 */
public final class JUnitXml {

    /**
     * A test case.
     *
     * @param name its name
     * @param status {@code agree}, {@code disagree} or {@code inconclusive}
     * @param message what to say in one line unless it agrees
     * @param details what to say beside it, such as what is wrong; may be empty
     */
    public record Case(String name, Status status, String message, String details) {

        /**
         * A case whose line says all.
         *
         * @param name its name
         * @param status its outcome
         * @param message what to say unless it agrees
         */
        public Case(String name, Status status, String message) {
            this(name, status, message, "");
        }
    }

    /**
     * A test suite.
     *
     * @param name its name
     * @param cases its cases
     */
    public record Suite(String name, List<Case> cases) {}

    private JUnitXml() {}

    /**
     * Renders.
     *
     * @param suites the suites
     * @param seconds how long all of it took; null where that is not told
     * @return XML text
     */
    public static String write(List<Suite> suites, Double seconds) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            attribute(xml, "name", "twinnet");
            if (seconds != null) {
                attribute(xml, "time", String.format(Locale.ROOT, "%.3f", seconds));
            }
            for (Suite suite : suites) {
                write(xml, suite);
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

    private static void write(XMLStreamWriter xml, Suite suite) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", suite.name());
        attribute(xml, "tests", String.valueOf(suite.cases().size()));
        attribute(xml, "failures", count(suite, Status.DISAGREE));
        attribute(xml, "errors", count(suite, Status.INCONCLUSIVE));
        attribute(xml, "skipped", "0");
        for (Case each : suite.cases()) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("testcase");
            attribute(xml, "classname", suite.name());
            attribute(xml, "name", each.name());
            outcome(xml, each);
            xml.writeEndElement();
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void outcome(XMLStreamWriter xml, Case each) throws XMLStreamException {
        switch (each.status()) {
            case AGREE -> {}
            case DISAGREE -> problem(xml, "failure", each.message(), each.details());
            case INCONCLUSIVE ->
                problem(
                        xml,
                        "error",
                        "nothing could be compared, or not everything: " + each.message(),
                        each.details());
        }
    }

    private static void problem(XMLStreamWriter xml, String element, String message, String details)
            throws XMLStreamException {
        xml.writeStartElement(element);
        attribute(xml, "message", message);
        if (!details.isEmpty()) {
            xml.writeCharacters(readable(Visible.lines(details)));
        }
        xml.writeEndElement();
    }

    private static String count(Suite suite, Status status) {
        return String.valueOf(
                suite.cases().stream().filter(each -> each.status() == status).count());
    }

    /** XML 1.0 has no word for most control characters; one of them would make the whole file unreadable. */
    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, readable(Visible.of(value)));
    }

    private static String readable(String text) {
        return text.replaceAll("[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?");
    }
}
