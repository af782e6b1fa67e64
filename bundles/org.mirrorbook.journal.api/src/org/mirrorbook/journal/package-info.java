/** What a journal store offers to those who write to it or read from it. */
package org.mirrorbook.journal;
