/** The big table of the views: rows and cells of the model, painted by our own hand in the colours of the theme, on NatTable. */
package org.mirrorbook.ui.grid;
