package org.mirrorbook.certification;

/**
 * The certification of a connector: every story of this class and those above it holds for any venue. A venue adds one subclass for each
 * kind of account, which starts its {@link Stage}, and one of {@link StopCertification} (docs/exchanges.md).
 *
 * <p>The stories of {@link LinkStories} and {@link TruthStories} listen to the connector itself, those of {@link JournalStories} read what
 * the product's own mirror made of it in the journal, that of {@link SecretStories} searches all of it for the key.
 */
public abstract class ConnectorCertification extends SecretStories {
}
