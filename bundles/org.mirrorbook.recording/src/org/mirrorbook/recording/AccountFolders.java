package org.mirrorbook.recording;

import java.nio.file.Path;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

/**
 * Where the recordings of a home are: a folder an account.
 *
 * @param all the folder of all of them
 */
record AccountFolders(Path all) {

    /** @throws JournalProblem when its id would lead somewhere else */
    Path of(AccountId account) {
        if (!account.value().matches("[A-Za-z0-9_-][A-Za-z0-9_.-]*")) {
            throw new JournalProblem(Remedy.REPORT, "The account id " + account + " cannot name a folder for its recording.");
        }
        return all.resolve(account.value());
    }
}
