package org.mirrorbook.mirror;

/**
 * Topics of the committed facts on the OSGi event bus. Other plug-ins may build on them. Each event carries {@link #ACCOUNT},
 * {@link #LABEL} and {@link #AT}; those of trades also {@link #TRADE} and {@link #REVISION}; those of mirrors {@link #CODE} and {@link
 * #REASON} where there is something to say. Receivers read the journal; events carry no figures.
 */
public interface MirrorTopics {

    /** Prefix of the mirrors' topics. */
    String MIRROR = "org/mirrorbook/mirror/";
    /** All scopes of an account are aligned; again after each reconnect. */
    String STARTED = MIRROR + "STARTED";
    /** The link of an account is lost, and tried again. */
    String DISCONNECTED = MIRROR + "DISCONNECTED";
    /** Something failed that is not a matter of the link, such as a commit. */
    String ERROR = MIRROR + "ERROR";
    /** The user has to do something before the account is mirrored again. */
    String NEEDS_ATTENTION = MIRROR + "NEEDS_ATTENTION";
    /** A comparison of its own accord found that the journal is not what the venue's books say; {@link #REASON} counts. */
    String DIFFERENT = MIRROR + "DIFFERENT";

    /** A comparison of an account ended, however it began and whatever came of it; {@link #REASON} where it failed. */
    String COMPARED = MIRROR + "COMPARED";

    /** Prefix of the trades' topics. */
    String TRADE_PREFIX = "org/mirrorbook/trade/";
    String OPENED = TRADE_PREFIX + "OPENED";
    /** Structure changed, or, at most once a second, the open profit. */
    String UPDATED = TRADE_PREFIX + "UPDATED";
    String CLOSED = TRADE_PREFIX + "CLOSED";
    /** The venue's final figures are in the journal. */
    String CONFIRMED = TRADE_PREFIX + "CONFIRMED";
    /** The closing record did not come in time. */
    String UNCONFIRMED = TRADE_PREFIX + "UNCONFIRMED";
    /** Figures or the end of a trade were put right: a close was revoked, or a life was split. */
    String CORRECTED = TRADE_PREFIX + "CORRECTED";

    /** The user wrote a note, a tag or an attachment to it, or took one away; without {@link #REVISION}, for no figure changed. */
    String ANNOTATED = TRADE_PREFIX + "ANNOTATED";

    /** Account id, text. */
    String ACCOUNT = "account.id";
    /** Account label, text. */
    String LABEL = "account.label";
    /** Trade id, text. */
    String TRADE = "trade.id";
    /** Revision of the account's book, long. */
    String REVISION = "revision";
    /** {@link java.time.Instant} at which it happened here. */
    String AT = "at";
    /** The venue's code or a word of ours, text. */
    String CODE = "code";
    /** {@link #CODE}: the venue's list of open positions did not agree with its messages, so the connection is made anew. */
    String OUT_OF_STEP = "OUT_OF_STEP";
    /** A sentence for the user, text. */
    String REASON = "reason";
}
