/** What the user edits, with undo and redo. */
package org.mirrorbook.ui.edits;
