/** What the steps of one push cost by themselves: to see what changed, not to be added up. */
package org.mirrorbook.benchmarks.micro;
