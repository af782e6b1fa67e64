package org.mirrorbook.ui.model.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.journal.Account;
import org.mirrorbook.ui.model.AccountRow;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.RecordingRow;

/**
 * What the removal of an account takes away and what it leaves.
 *
 * @param trades how many are in the journal, open ones included
 * @param open how many of them are open
 * @param recorded bytes of its recording; absent where that could not be measured
 */
public record Removal(Account account, long trades, long open, Optional<Long> recorded) {

    /** A name and what is said under it. */
    public record Line(String name, String words) {
    }

    /** What to say, in order. */
    public List<Line> lines(Figures figures) {
        boolean practice = account.isEmbeddedPractice();
        var lines = new ArrayList<Line>();
        lines.add(new Line(Messages.Removal_goes, NLS.bind(practice ? Messages.Removal_goes_practice : Messages.Removal_goes_words,
                account.label())));
        lines.add(new Line(Messages.Removal_stays, stays(figures)));
        if (open > 0) {
            lines.add(new Line(Messages.Removal_open, NLS.bind(open == 1 ? Messages.Removal_open_one : Messages.Removal_open_words,
                    figures.count(open))));
        }
        lines.add(practice ? new Line(Messages.Removal_again, Messages.Removal_again_practice)
                : new Line(NLS.bind(Messages.Removal_there, AccountRow.exchange(account.venue())), Messages.Removal_there_words));
        return lines;
    }

    private String stays(Figures figures) {
        var words = trades == 0 ? Messages.Removal_stays_none
                : NLS.bind(trades == 1 ? Messages.Removal_stays_one : Messages.Removal_stays_words, figures.count(trades));
        var recording = recorded.map(bytes -> bytes == 0 ? Messages.Removal_noRecording
                : NLS.bind(Messages.Removal_recording, RecordingRow.size(bytes, figures))).orElse(Messages.Removal_recordingUnknown);
        var name = trades == 0 ? "" : " " + NLS.bind(trades == 1 ? Messages.Removal_name_one : Messages.Removal_name, account.label());
        return NLS.bind(Messages.Removal_join, words, recording) + name;
    }
}
