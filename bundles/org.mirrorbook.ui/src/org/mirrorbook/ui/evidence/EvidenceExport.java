package org.mirrorbook.ui.evidence;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.ui.model.evidence.Evidence;
import org.mirrorbook.ui.widgets.UiDoor;

/** Asks for a file and has the evidence of a trade written into it. UI thread only. */
final class EvidenceExport {

    private final Control owner;
    private final UiDoor door;
    private final Remarks remarks;

    /** Where it is told what came of it. */
    interface Remarks {
        void say(String words, boolean wrong);
    }

    EvidenceExport(Control owner, UiDoor door, Remarks remarks) {
        this.owner = owner;
        this.door = door;
        this.remarks = remarks;
    }

    void of(Evidence evidence, Optional<RecordingReader> recordings) {
        var dialog = new FileDialog(owner.getShell(), SWT.SAVE);
        dialog.setText(Messages.Panel_export);
        dialog.setOverwrite(true);
        dialog.setFilterExtensions(new String[] {"*.jsonl", "*"});
        var trade = evidence.trade();
        dialog.setFileName("evidence-" + trade.slot().instrument() + "-" + trade.openedAt().toEpochMilli() + ".jsonl");
        Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(file -> {
            var job = new EvidenceWriting(evidence, recordings, file, words -> door.enter(() -> remarks.say(words, false)),
                    sentence -> door.enter(() -> remarks.say(sentence, true)));
            job.setUser(true);
            job.schedule();
        });
    }
}
