/** Planned stops and targets of trades, typed by the user. */
package org.mirrorbook.ui.plan;
