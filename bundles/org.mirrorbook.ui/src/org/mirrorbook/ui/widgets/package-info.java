/** The few widgets and painters of Mirrorbook's own hand. */
package org.mirrorbook.ui.widgets;
