/**
 * What is wrong: the catalogue of known mistakes and the search for those that explain a disagreement down to the noise
 * floor. It may depend on {@code check}, {@code replay}, {@code trace} and {@code agreement}; nothing of reports or the
 * command line.
 */
package org.twinnet.compare.diagnosis;
