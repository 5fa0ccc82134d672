/**
 * What makes a record a choice that describes itself: what its numbers may be, its defaults, its keys and kinds, and
 * the exception of a value that is not allowed. Depends on nothing; choices, trees and whoever reads settings may
 * depend on it.
 */
package org.twinnet.compare.experiment.setting;
