/** What stands between a layer's pre-activation and its activation, a chapter each. Depends on {@code theory} only. */
package org.twinnet.compare.theory.normalization;
