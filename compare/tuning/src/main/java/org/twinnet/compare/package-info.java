/**
 * The front door for programs: what the commands call. It stands on the judge and on tuning; reports, commands and
 * other programs may depend on it.
 */
package org.twinnet.compare;
