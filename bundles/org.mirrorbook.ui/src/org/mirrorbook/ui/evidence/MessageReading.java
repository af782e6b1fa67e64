package org.mirrorbook.ui.evidence;

import java.util.function.Consumer;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.ui.Errand;

/** Reads the text of one message, in a job: of evidence that is too long to be held in memory. */
final class MessageReading extends Errand<String> {

    private final Cancellation cancellation;

    MessageReading(RecordingReader recordings, AccountId account, long number, Consumer<String> done, Consumer<String> failed) {
        this(recordings, account, number, done, failed, new Cancellation());
    }

    private MessageReading(RecordingReader recordings, AccountId account, long number, Consumer<String> done, Consumer<String> failed,
            Cancellation cancellation) {
        super(Messages.Reading_job, () -> text(recordings, account, number, cancellation), done, failed);
        this.cancellation = cancellation;
        setSystem(true);
    }

    /** Empty when the recording does not have it any more. */
    static String text(RecordingReader recordings, AccountId account, long number, Cancellation cancellation) {
        var text = new StringBuilder();
        recordings.read(account, number, number, cancellation, recorded -> {
            if (recorded.input() instanceof LaneInput.Heard heard) {
                text.append(heard.text());
            }
        });
        return text.toString();
    }

    @Override
    protected void canceling() {
        cancellation.cancel();
    }
}
