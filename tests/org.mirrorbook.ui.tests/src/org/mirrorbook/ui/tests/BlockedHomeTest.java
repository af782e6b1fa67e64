package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The product was started with a data folder that cannot be: its path leads through a file. Runs in a process of its own. */
@Order(1)
class BlockedHomeTest {

    @Test
    void theViewsSayWhyTheJournalIsNotOpenAndTryAgainOnDemand() {
        Ui.size(1280, 800);

        // accounts, positions, journal and trade
        Ui.await("the sentence", 60, () -> Ui.all(Label.class, label -> label.getText().equals("The journal is not open")).size() == 4);

        assertThat(Ui.on(Ui::words)).contains(System.getProperty("mirrorbook.home"));
        Ui.photograph("journal-not-open");
        // below target and not in a temporary folder: the process keeps it open beyond this test
        System.setProperty("mirrorbook.home", Path.of("target", "homes", "usable").toAbsolutePath().toString());
        Ui.press("Try Again");
        Ui.await("the welcome", 60, () -> Ui.button("Start Practice").isPresent());
    }
}
