/** Starts the product from a plain JVM: works out the home, then runs Equinox on areas inside it. Knows the JDK alone. */
package org.mirrorbook.app.launch;
