/**
 * What a search may try: the setting of one candidate, and the space that settings come from. Depends on
 * {@code experiment} only.
 */
package org.twinnet.compare.tuning.space;
