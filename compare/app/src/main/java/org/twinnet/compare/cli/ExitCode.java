package org.twinnet.compare.cli;

import org.twinnet.compare.agreement.Status;

/** What the program tells its caller. */
enum ExitCode {
    AGREE(0),
    DISAGREE(1),
    BAD_INPUT(2),
    INCONCLUSIVE(3),
    INTERNAL_ERROR(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ExitCode of(Status verdict) {
        return switch (verdict) {
            case AGREE -> AGREE;
            case DISAGREE -> DISAGREE;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }
}
