package org.twinnet.compare.report.model;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.twinnet.compare.output.OutputException;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.StrictJson;
import org.twinnet.data.InvalidDataException;

/**
 * Reads {@code report.json} again. Whatever is not a report is refused in one line before anything is rendered from it.
 */
public final class JsonReader {

    /** Name of the published schema, a resource of the reports. */
    public static final String SCHEMA = "report.schema.json";

    private JsonReader() {}

    private static Schema schema() {
        return StrictJson.schema("/org/twinnet/compare/report/" + SCHEMA);
    }

    /**
     * Reads a report.
     *
     * @param file a file that {@link JsonWriter} wrote
     * @return the report
     * @throws InvalidDataException if the file cannot be read, is no JSON, or is no report of this version or of 3 to
     *     6, which become of this
     */
    public static Report read(Path file) {
        try {
            return read(file.toString(), StrictJson.Source.of(file));
        } catch (IOException e) {
            throw new InvalidDataException(file + ": cannot be read (" + OutputException.reason(e) + ")", e);
        }
    }

    /**
     * Reads a report of any length.
     *
     * @param name what to call it in messages
     * @param source JSON
     * @return the report
     * @throws IOException if the text cannot be read
     * @throws InvalidDataException as {@link #read(Path)} does
     */
    public static Report read(String name, StrictJson.Source source) throws IOException {
        return consistent(name, StrictJson.read(name, "report", source, schema(), Report.class));
    }

    /**
     * Reads a report from text.
     *
     * @param name what to call it in messages
     * @param text JSON
     * @return the report
     * @throws InvalidDataException as {@link #read} does
     */
    public static Report parse(String name, String text) {
        return consistent(name, StrictJson.parse(name, "report", text, schema(), Report.class));
    }

    private static Report consistent(String name, Report report) {
        requirePoints(name, "training", report.data().trainPoints());
        requirePoints(name, "test", report.data().testPoints());
        for (Report.Scenario scenario : report.scenarios()) {
            requireFit(name, scenario);
            requirePictures(name, scenario);
        }
        return FormerSettings.current(name, FormerPictures.current(report));
    }

    private static void requirePoints(String name, String set, Report.Points points) {
        if (points != null
                && (points.x().size() != points.labels().size()
                        || points.y().size() != points.labels().size())) {
            throw new InvalidDataException(String.format(
                    Locale.ROOT,
                    "%s: the %s points have %d x, %d y and %d labels; equal numbers are needed",
                    name,
                    set,
                    points.x().size(),
                    points.y().size(),
                    points.labels().size()));
        }
    }

    /** Classes have accuracies and regressions have R², which the schema cannot say of two fields. */
    private static void requireFit(String name, Report.Scenario scenario) {
        Report.Twin scratch = scenario.twins().scratch();
        Report.Twin dl4j = scenario.twins().dl4j();
        boolean classes = scratch.accuracy() != null;
        for (Report.Twin twin : List.of(scratch, dl4j)) {
            if ((twin.accuracy() != null) != classes || (twin.rSquared() == null) != classes) {
                throw new InvalidDataException(name + ": scenario '" + scenario.name()
                        + "' has no accuracies, or no R², of both networks; one of the two is needed");
            }
        }
    }

    /** The schema cannot say how long a packed field is, nor that lists belong together. */
    private static void requirePictures(String name, Report.Scenario scenario) {
        int a = scenario.twins().scratch().costs().size();
        int b = scenario.twins().dl4j().costs().size();
        if (a == 0 || a != b) {
            throw new InvalidDataException(String.format(
                    Locale.ROOT,
                    "%s: scenario '%s' has %d costs by hand and %d by DL4J; equal numbers are needed, at least one",
                    name,
                    scenario.name(),
                    a,
                    b));
        }
        int differences = scenario.costDifferences().points().size();
        if (differences != a) {
            throw new InvalidDataException(String.format(
                    Locale.ROOT,
                    "%s: scenario '%s' has %d costs and %d differences between them; equal numbers are needed",
                    name,
                    scenario.name(),
                    a,
                    differences));
        }
        Picture picture = scenario.picture();
        if (picture == null) {
            return;
        }
        for (Picture.Snapshot snapshot : picture.snapshots()) {
            requireFields(
                    String.format(
                            Locale.ROOT, "%s: scenario '%s', snapshot %d", name, scenario.name(), snapshot.iteration()),
                    picture.plane(),
                    snapshot);
        }
        if (picture.predictions() != null) {
            String scenarioName = name + ": scenario '" + scenario.name() + "'";
            requirePredictions(scenarioName, "training", picture.predictions().train());
            requirePredictions(scenarioName, "test", picture.predictions().test());
        }
    }

    private static void requirePredictions(String where, String set, Picture.PredictedSet predicted) {
        if (predicted == null) {
            return;
        }
        int outputs = predicted.targets().size();
        for (List<List<Double>> rows : List.of(predicted.targets(), predicted.scratch(), predicted.dl4j())) {
            if (rows.size() != outputs || rows.stream().anyMatch(row -> row.size() != predicted.shown())) {
                throw new InvalidDataException(where + ": the predictions of " + set + " examples are not "
                        + predicted.shown() + " numbers for each output");
            }
        }
    }

    /**
     * Refuses a snapshot whose packed fields do not have the size of their plane, which no schema can say.
     *
     * @param where what to name in the message
     * @param plane the plane
     * @param snapshot both networks
     * @throws InvalidDataException if a field is damaged
     */
    public static void requireFields(String where, Picture.Plane plane, Picture.Snapshot snapshot) {
        int points = plane.size() * plane.size();
        for (String field : List.of(snapshot.scratch().field(), snapshot.dl4j().field(), snapshot.difference())) {
            try {
                Packing.unpack(field, points);
            } catch (IllegalArgumentException e) {
                throw new InvalidDataException(where + ": " + e.getMessage(), e);
            }
        }
    }
}
