/**
 * What Mirrorbook costs, as ratios of one run: each measurement runs what it is compared with beside it, on the same machine, at the same
 * pushes.
 */
package org.mirrorbook.benchmarks;
