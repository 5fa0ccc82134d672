/**
 * What a comparison says: numbers held against their floors, put into quantities, rungs and a ladder, each with its
 * outcome. Who fills a ladder, from two networks or from a trace, is no matter here. Depends on {@code text} only;
 * every room that compares or tells of it may use it.
 */
package org.twinnet.compare.ladder;
