/** How things look and are told: themes, time zone, figures, whether money is hidden. */
package org.mirrorbook.ui.look;
