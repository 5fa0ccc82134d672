package org.twinnet.compare.report.model;

import java.util.List;

/**
 * What reports before version 7 showed of several classes: a field held a shade for the most probable class,
 * round(255·k) for the first two and round(255·(k − 1)/(K − 1)) for others, and 0 for a NaN. Here alone that is known.
 */
final class FormerPictures {

    private static final int SINCE = 7;

    private FormerPictures() {}

    /** The same of this version; one that is of this version stays as it is. */
    static Report current(Report read) {
        Report.Data data = read.data();
        if (read.version() >= SINCE || data.trainPoints() == null) {
            return read;
        }
        int classes = read.scenarios().stream()
                .map(scenario -> scenario.twins().scratch().confusion())
                .mapToInt(confusion -> confusion == null ? 2 : confusion.size())
                .max()
                .orElse(2);
        Report.Data known = new Report.Data(
                data.name(),
                data.features(),
                data.train(),
                data.test(),
                data.trainPoints(),
                data.testPoints(),
                classes,
                data.prepared());
        return new Report(
                read.format(),
                read.version(),
                read.verdict(),
                known,
                read.provenance(),
                classes == 2
                        ? read.scenarios()
                        : read.scenarios().stream()
                                .map(scenario -> scenario.with(scenario.experiment(), pictured(scenario, classes)))
                                .toList());
    }

    private static Picture pictured(Report.Scenario scenario, int classes) {
        Picture picture = scenario.picture();
        if (picture == null) {
            return null;
        }
        int points = picture.plane().size() * picture.plane().size();
        List<Picture.Snapshot> snapshots = picture.snapshots().stream()
                .map(former -> new Picture.Snapshot(
                        former.iteration(),
                        side(former.scratch(), Packing.unpack(former.difference(), points), classes),
                        side(former.dl4j(), Packing.unpack(former.difference(), points), classes),
                        former.difference(),
                        former.disagreements()))
                .toList();
        return new Picture(picture.plane(), snapshots, picture.layers(), picture.conventions());
    }

    /** Only a network without a shape holds a NaN, and there the difference is the largest. */
    private static Picture.Side side(Picture.Side former, byte[] differences, int classes) {
        byte[] field = Packing.unpack(former.field(), differences.length);
        for (int i = 0; i < field.length; i++) {
            int shade = field[i] & 0xff;
            boolean missing = shade == 0 && former.shape() == null && (differences[i] & 0xff) == 255;
            field[i] = (byte) (missing ? Packing.NO_CLASS : top(shade, classes));
        }
        return new Picture.Side(former.accuracy(), Packing.pack(field), former.contour(), former.shape());
    }

    private static int top(int shade, int classes) {
        if (shade == 0 || shade == 255) {
            return shade / 255;
        }
        return 1 + (int) Math.round(shade * (classes - 1) / 255.0);
    }
}
