/** The views, pages and dialogs of the workbench. */
package org.mirrorbook.ui;
