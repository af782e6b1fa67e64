package org.mirrorbook.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.Observation.BreakEvenRuleSet;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.Recorded;

/** Builds the journal of recordings: every account of theirs, and the break-even rule that counted last. */
final class Replay {

    private final Rebuilding into;
    private final ReplayCounts counts;
    private final Map<AccountId, ReplayedAccount> accounts = new LinkedHashMap<>();
    private Optional<BreakEvenRule> rule = Optional.empty();

    Replay(Rebuilding into, ReplayCounts counts) {
        this.into = into;
        this.counts = counts;
    }

    /** Reads all of it before anything is written: a damaged file leaves no journal in part. */
    void run(List<Path> files) {
        into.recordings().read(files, input -> {
            // only whether it can be read
        });
        into.recordings().read(files, this::take);
        accounts.values().forEach(ReplayedAccount::end);
        nameAccounts();
        rule.ifPresent(this::judge);
    }

    private void take(Recorded recorded) {
        counts.input(recorded.account());
        accounts.computeIfAbsent(recorded.account(), first -> new ReplayedAccount(into, counts)).take(recorded);
        if (recorded.input() instanceof LaneInput.Heard heard) {
            for (var seen : heard.seen()) {
                if (seen instanceof BreakEvenRuleSet set && set.rule().version() > rule.map(BreakEvenRule::version).orElse(0)) {
                    rule = Optional.of(set.rule());
                }
            }
        }
    }

    /** A label that two accounts had, one after the other, belongs to the one that was mirrored last; the other one was removed. */
    private void nameAccounts() {
        var taken = new HashSet<String>();
        accounts.values().stream().filter(account -> account.row().isPresent())
                .sorted(Comparator.comparing(ReplayedAccount::newestBeginning).reversed()).map(account -> account.row().orElseThrow())
                .map(row -> taken.add(row.label().toLowerCase(Locale.ROOT)) ? row : row.gone())
                .sorted(Comparator.comparing(Account::removed)).forEach(into.accounts()::put);
    }

    /** In force as it last was, and of the same version; it judges every closed trade anew, whatever rule it was folded under. */
    private void judge(BreakEvenRule last) {
        var rules = into.rules().get();
        var current = rules.current();
        while (current.version() < last.version()) {
            current = rules.change(last.amount(), last.fractionOfR());
        }
    }
}
