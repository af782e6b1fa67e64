package org.mirrorbook.exchange;

import java.time.Duration;
import java.util.Set;

import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.IdScope;

/**
 * What a venue's stream and history can tell (protocol notes, exchanges 4 and 5). The conductor decides by these and never by the venue's
 * name.
 *
 * @param accountKind which kind of account this is said of, such as {@code classic}; empty where the venue has only one
 * @param snapshotOnSubscribe whether a complete snapshot follows each subscription
 * @param startTimeReliable whether the creation time of a row is the start of its life
 * @param hasSequence whether loss in the stream can be noticed
 * @param historyLookback how far back closing records reach
 * @param historySpan the longest span one question may cover
 * @param pushesOnMarkPrice whether rows come when only the price moved
 */
public record ConnectorCapabilities(
        String venue,
        String accountKind,
        StreamModel streamModel,
        boolean snapshotOnSubscribe,
        Set<CloseSignal> closeSignals,
        IdScope streamIds,
        IdScope openListIds,
        IdScope historyIds,
        boolean startTimeReliable,
        boolean hasSequence,
        HistoryGranularity historyGranularity,
        Duration historyLookback,
        Duration historySpan,
        boolean pushesOnMarkPrice,
        CredentialKind credentialKind,
        Set<Environment> environments) {

    /** What one push of positions holds. */
    public enum StreamModel {
        FULL_PER_PUSH, SNAPSHOT_THEN_DELTA, DELTA_ONLY, EVENT
    }

    /** How a close shows. */
    public enum CloseSignal {
        ABSENCE, SIZE_ZERO, STATUS, EVENT, NONE_CONFIRM_BY_REST
    }

    /** What one record of the venue's history is about. */
    public enum HistoryGranularity {
        LIFE, CLOSE_ORDER, CLOSE_EVENT, FILLS_ONLY
    }

    /** What a user has to give. */
    public enum CredentialKind {
        KEY_SECRET, KEY_SECRET_PASSPHRASE, ADDRESS
    }

    public ConnectorCapabilities {
        closeSignals = Set.copyOf(closeSignals);
        environments = Set.copyOf(environments);
    }
}
