/** The stand-alone product. */
package org.mirrorbook.app;
