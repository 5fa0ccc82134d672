package org.twinnet.compare.cli.text;

import org.twinnet.compare.ladder.Status;

/** What the program tells its caller. */
public enum ExitCode {
    /** All that was compared agrees, or the work is done. */
    AGREE(0),
    /** Something disagrees. */
    DISAGREE(1),
    /** The command line or an input is wrong, or an output cannot be written. */
    BAD_INPUT(2),
    /** Something could not be compared. */
    INCONCLUSIVE(3),
    /** A defect of the program, or too little memory. */
    INTERNAL_ERROR(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /**
     * The number.
     *
     * @return what the process ends with
     */
    public int code() {
        return code;
    }

    /**
     * What a verdict ends with.
     *
     * @param verdict the verdict
     * @return its code
     */
    public static ExitCode of(Status verdict) {
        return switch (verdict) {
            case AGREE -> AGREE;
            case DISAGREE -> DISAGREE;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }
}
