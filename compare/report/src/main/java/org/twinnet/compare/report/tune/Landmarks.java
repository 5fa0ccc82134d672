package org.twinnet.compare.report.tune;

/** What people would take without a search, on the map of λ and keep probability. */
final class Landmarks {

    /** λ of the published setting. */
    static final double PUBLISHED_LAMBDA = 0.7;

    /** Keep probability of the published setting. */
    static final double PUBLISHED_KEEP = 0.86;

    /** λ of the usual advice begins here. */
    static final double ADVICE_LAMBDA_FROM = 0.01;

    /** λ of the usual advice ends here. */
    static final double ADVICE_LAMBDA_TO = 0.1;

    /** Keep probability of the usual advice begins here. */
    static final double ADVICE_KEEP_FROM = 0.7;

    /** Keep probability of the usual advice ends here. */
    static final double ADVICE_KEEP_TO = 0.9;

    /** All six, for the page's program. */
    static final String TEXT = PUBLISHED_LAMBDA + " " + PUBLISHED_KEEP + " " + ADVICE_LAMBDA_FROM + " "
            + ADVICE_LAMBDA_TO + " " + ADVICE_KEEP_FROM + " " + ADVICE_KEEP_TO;

    private Landmarks() {}
}
