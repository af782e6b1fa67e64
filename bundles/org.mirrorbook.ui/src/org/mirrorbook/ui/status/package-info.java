/** The line at the foot of the window. */
package org.mirrorbook.ui.status;
