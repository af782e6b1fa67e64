package org.mirrorbook.ui.trade;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Annotations;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.ui.ProblemWords;
import org.mirrorbook.ui.model.trade.FundingPoint;

/** Reads a trade and what the user keeps with it, in a job. Outcomes are told on the job's thread. */
final class TradeReading extends Job {

    private final Source source;
    private final TradeId id;
    private final Consumer<Optional<Found>> read;
    private final Consumer<String> failed;

    /** Where a trade is read from. */
    record Source(JournalReader reader, Annotations annotations, AccountService accounts, MirrorDirectory directory, Clock clock) {
        Source {
            requireNonNull(reader);
            requireNonNull(annotations);
            requireNonNull(accounts);
            requireNonNull(directory);
            requireNonNull(clock);
        }
    }

    /**
     * What was read.
     *
     * @param journal the trade as the journal has it
     * @param fundings that the journal has of it
     */
    record Found(TradeSheet sheet, Trade journal, List<FundingPoint> fundings, Annotated annotated) {
        Found {
            fundings = List.copyOf(fundings);
        }
    }

    /** @param read gets nothing when there is no such trade any more */
    TradeReading(Source source, TradeId id, Consumer<Optional<Found>> read, Consumer<String> failed) {
        super(Messages.TradeReading_job);
        this.source = source;
        this.id = id;
        this.read = read;
        this.failed = failed;
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            var found = source.reader().trade(id).map(trade -> new Found(sheet(trade), trade,
                    FundingPoint.of(source.reader().events(id)), annotated()));
            if (!monitor.isCanceled()) {
                read.accept(found);
            }
        } catch (RuntimeException e) {
            if (!monitor.isCanceled()) {
                failed.accept(ProblemWords.of(e, getName()));
            }
        }
        return Status.OK_STATUS;
    }

    private TradeSheet sheet(Trade trade) {
        var account = trade.slot().scope().account();
        var label = source.accounts().everyAccount().stream().filter(one -> one.id().equals(account)).map(Account::label).findFirst()
                .orElse(account.value());
        // an open trade is shown as its mirror has it: the journal learns of prices later
        var newest = source.directory().view().positions().stream().map(position -> position.trade())
                .filter(open -> open.id().equals(id) && trade.isOpen()).findFirst().orElse(trade);
        return new TradeSheet(newest, label, Optional.ofNullable(source.directory().links().get(account)), source.clock().instant());
    }

    private Annotated annotated() {
        var annotations = source.annotations();
        return new Annotated(annotations.note(id), annotations.tags(id), annotations.attachments(id), annotations.tags(),
                annotations.setups());
    }
}
