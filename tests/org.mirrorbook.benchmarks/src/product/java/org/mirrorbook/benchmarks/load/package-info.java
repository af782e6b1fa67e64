/** Many accounts at a time, mirrored by the product's own parts in one process. */
package org.mirrorbook.benchmarks.load;
