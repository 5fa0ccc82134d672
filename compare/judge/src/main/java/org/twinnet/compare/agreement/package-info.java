/**
 * What is compared and when it counts as equal: the noise floor, statistics of differences, the rungs and the verdict.
 * Depends on the twins and the experiment; diagnosis and report build on it.
 */
package org.twinnet.compare.agreement;
