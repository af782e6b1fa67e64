/** Keys and signatures. */
package org.mirrorbook.exchange.practice.keys;
