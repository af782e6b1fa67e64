/** Pages of help, one for each view. */
package org.mirrorbook.ui.help;
