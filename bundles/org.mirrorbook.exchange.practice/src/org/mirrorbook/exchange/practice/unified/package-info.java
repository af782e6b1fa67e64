/** Rows of the v3 protocol, which unified accounts speak, made of the same books as the rows of v2. */
package org.mirrorbook.exchange.practice.unified;
