/** Exact money. */
package org.mirrorbook.domain.money;
