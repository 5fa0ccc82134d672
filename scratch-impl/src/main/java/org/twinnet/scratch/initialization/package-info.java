/** Where the first weights come from. Depends on the network's shape and NumPy's random numbers. */
package org.twinnet.scratch.initialization;
