package org.mirrorbook.mirror.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.journal.ReconciliationRuns;

/** The history of one account in memory. */
final class MemoryRuns implements ReconciliationRuns {

    final List<ReconciliationRun> all = new ArrayList<>();
    Optional<JournalProblem> broken = Optional.empty();

    @Override
    public ReconciliationRun add(ReconciliationRun run) {
        broken.ifPresent(problem -> {
            throw problem;
        });
        all.add(run.numbered(all.size() + 1));
        return all.getLast();
    }

    @Override
    public void note(AccountId account, List<ReconciliationRun.Step> steps) {
        var run = all.removeLast();
        var more = new ArrayList<>(run.steps());
        more.addAll(steps);
        all.add(new ReconciliationRun(run.account(), run.number(), run.at(), run.startedBy(), run.since(), run.compared(), run.open(),
                run.figures(), run.onlyExchange(), run.onlyJournal(), run.took(), run.failure(), more));
    }

    @Override
    public List<ReconciliationRun> newest(Optional<AccountId> account, int limit) {
        return all.reversed().stream().limit(limit).toList();
    }
}
