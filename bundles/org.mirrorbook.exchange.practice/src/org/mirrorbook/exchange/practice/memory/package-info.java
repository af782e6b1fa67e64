/** The file in which an exchange survives a restart. */
package org.mirrorbook.exchange.practice.memory;
