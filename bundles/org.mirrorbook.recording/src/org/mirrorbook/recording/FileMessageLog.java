package org.mirrorbook.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.MessageLog;
import org.mirrorbook.recording.codec.CodecProblem;
import org.mirrorbook.recording.codec.Vocabulary;
import org.mirrorbook.runtime.Home;
import org.mirrorbook.runtime.Settings;

/**
 * Inputs in {@code recordings/<account id>} of the home (docs/recording.md). Different accounts may be used by different threads at a time,
 * one account by one.
 */
@Component(service = MessageLog.class)
public final class FileMessageLog implements MessageLog {

    private static final Logger LOG = LoggerFactory.getLogger(FileMessageLog.class);
    private static final long SEGMENT_SIZE = 16L << 20;

    private final AccountFolders folders;
    private final long segmentSize;
    private final Housekeeping housekeeping;
    private final Vocabulary vocabulary = Words.ofLaneInputs();
    private final Map<AccountId, AccountLog> open = new ConcurrentHashMap<>();

    @Activate
    public FileMessageLog(@Reference Home home, @Reference Settings settings, @Reference Clock clock) {
        this(home.folder().resolve("recordings"), SEGMENT_SIZE, new Housekeeping(() -> Retention.of(settings), clock,
                new Compression(step -> {
                    // nobody watches
                })));
    }

    FileMessageLog(Path folder, long segmentSize, Housekeeping housekeeping) {
        this.folders = new AccountFolders(folder);
        this.segmentSize = segmentSize;
        this.housekeeping = housekeeping;
    }

    @Override
    public long append(AccountId account, LaneInput input) {
        try {
            var log = open.get(account);
            if (log == null) {
                log = new AccountLog(account, folders.of(account), segmentSize, vocabulary, housekeeping);
                open.put(account, log);
            }
            return log.append(input);
        } catch (IOException e) {
            throw problem("written", account, e);
        } catch (CodecProblem e) {
            throw new JournalProblem(Remedy.REPORT, "The recording of account " + account + " cannot hold an input: " + e.getMessage()
                    + ".", e);
        }
    }

    @Override
    public void flush(AccountId account) {
        var log = open.get(account);
        if (log != null) {
            try {
                log.flush();
            } catch (IOException e) {
                throw problem("made durable", account, e);
            }
        }
    }

    @Override
    public void release(AccountId account) {
        var log = open.remove(account);
        if (log != null) {
            try {
                log.close();
            } catch (IOException e) {
                throw problem("closed", account, e);
            }
        }
    }

    @Deactivate
    void close() {
        for (var account : open.keySet()) {
            try {
                release(account);
            } catch (JournalProblem problem) {
                // the others are to be closed all the same
                LOG.error("A recording was not closed in good order", problem);
            }
        }
        housekeeping.close();
    }

    private JournalProblem problem(String what, AccountId account, IOException cause) {
        return new JournalProblem(Remedy.RETRY, "The recording of account " + account + " in " + folders.all() + " could not be " + what
                + ": " + Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName()) + ".", cause);
    }
}
