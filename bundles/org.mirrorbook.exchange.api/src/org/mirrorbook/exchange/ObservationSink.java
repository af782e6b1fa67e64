package org.mirrorbook.exchange;

/** Where a connector puts what it sees. Never blocks and never throws; called from socket threads, one connection's calls in order. */
public interface ObservationSink {

    /**
     * Takes one message's observations.
     *
     * @return false when the queue is full: nothing was taken, and the connector has to drop the connection and align again, so that no gap
     *         stays silent
     */
    boolean accept(ObservationBatch batch);

    /** Takes a mark price; only the newest of each instrument counts. */
    void accept(MarkSeen mark);

    /** Takes a change of the link's state, in order with the batches. */
    void accept(LinkStatus status);

    /** Takes what was found out about the account, at each sign-in and whenever its kind turns out to be another; before its batches. */
    void accept(AccountFacts facts);
}
