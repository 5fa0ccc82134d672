package org.twinnet.compare.cli;

import org.twinnet.data.Remedy;

/** By which options data that was refused can be read. */
final class Remedies {

    private Remedies() {}

    static String text(Remedy remedy) {
        return switch (remedy) {
            case DELIMITER -> "say which by --delimiter";
            case DROP_COLUMN -> "--drop-column leaves out what is no feature, --label-column names the label";
            case LABEL_COLUMN -> "--label-column names another column";
            case MISSING -> "--missing drop-rows leaves such examples out, --missing mean fills features";
            case OUTPUTS -> "a last layer of as many units tells them apart, such as --layers 20,3 for three";
        };
    }
}
