package org.mirrorbook.mirror.lane;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalProblem;

/** The kind in the account's row, in memory. */
final class MemoryKinds implements AccountKinds {

    final Deque<JournalProblem> failures = new ArrayDeque<>();
    String kind = "";
    private final List<String> diary;

    MemoryKinds(List<String> diary) {
        this.diary = diary;
    }

    @Override
    public String kind(AccountId account) {
        return kind;
    }

    @Override
    public void become(AccountId account, String become) {
        if (!failures.isEmpty()) {
            throw failures.removeFirst();
        }
        diary.add("kind " + become);
        kind = become;
    }
}
