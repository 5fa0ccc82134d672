/**
 * One model of a report and the writers that render it. Depends on the results of a comparison; the command line uses
 * it.
 */
package org.twinnet.compare.report;
