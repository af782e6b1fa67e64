/** The Journal view. */
package org.mirrorbook.ui.journal;
