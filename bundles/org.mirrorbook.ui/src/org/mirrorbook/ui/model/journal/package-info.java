/** What the Journal view shows and asks for, without widgets. */
package org.mirrorbook.ui.model.journal;
