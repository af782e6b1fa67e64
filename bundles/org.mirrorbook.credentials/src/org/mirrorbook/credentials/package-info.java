/** Where keys are kept. */
package org.mirrorbook.credentials;
