package org.mirrorbook.recording;

import java.io.IOException;
import java.nio.file.Path;
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
import org.mirrorbook.runtime.Home;

/**
 * Messages in {@code recordings/<account id>} of the home, one line of JSON each. Different accounts may be used by different threads at a
 * time, one account by one.
 */
@Component(service = MessageLog.class)
public final class FileMessageLog implements MessageLog {

    private static final Logger LOG = LoggerFactory.getLogger(FileMessageLog.class);
    private static final long SEGMENT_SIZE = 16L << 20;

    private final Path folder;
    private final long segmentSize;
    private final Map<AccountId, AccountLog> open = new ConcurrentHashMap<>();

    @Activate
    public FileMessageLog(@Reference Home home) {
        this(home.folder().resolve("recordings"), SEGMENT_SIZE);
    }

    FileMessageLog(Path folder, long segmentSize) {
        this.folder = folder;
        this.segmentSize = segmentSize;
    }

    @Override
    public long append(AccountId account, LaneInput input) {
        try {
            var log = open.get(account);
            if (log == null) {
                log = new AccountLog(new Segments(folderOf(account)), segmentSize);
                open.put(account, log);
            }
            return switch (input) {
                case LaneInput.Opened opened -> log.append(opened.at(), "opened", "");
                case LaneInput.Heard heard -> log.append(heard.at(), heard.channel(), heard.text());
            };
        } catch (IOException e) {
            throw problem("written", account, e);
        }
    }

    private Path folderOf(AccountId account) {
        if (!account.value().matches("[A-Za-z0-9_-][A-Za-z0-9_.-]*")) {
            throw new JournalProblem(Remedy.REPORT, "The account id " + account + " cannot name a folder for its recording.");
        }
        return folder.resolve(account.value());
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
    }

    private JournalProblem problem(String what, AccountId account, IOException cause) {
        return new JournalProblem(Remedy.RETRY, "The recording of account " + account + " in " + folder + " could not be " + what + ": "
                + Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName()) + ".", cause);
    }
}
