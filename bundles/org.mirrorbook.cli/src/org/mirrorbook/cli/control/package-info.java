/** The socket beside a running instance: commands of other processes arrive here (ADR 0013). */
package org.mirrorbook.cli.control;
