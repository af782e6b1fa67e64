package org.mirrorbook.cli;

import java.io.File;
import java.nio.file.Files;
import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalArchive;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.Reconciliation;
import org.mirrorbook.mirror.TradeDesk;
import org.mirrorbook.runtime.Home;
import org.mirrorbook.runtime.HomeDoor;
import org.osgi.framework.BundleContext;
import org.osgi.service.event.EventAdmin;

/** An open home, by the services that it brought about. */
final class EquinoxHome implements OpenHome {

    private final EquinoxProduct product;
    private final BundleContext context;
    private final HomeDoor door;
    private final boolean shared;
    private final AccountService accounts;
    private final JournalReader journal;

    /** @param shared whether it is another command's */
    EquinoxHome(EquinoxProduct product, BundleContext context, HomeDoor door, boolean shared) {
        this.shared = shared;
        this.product = product;
        this.context = context;
        this.door = door;
        this.accounts = product.service(AccountService.class);
        this.journal = product.service(JournalReader.class);
    }

    @Override
    public AccountService accountService() {
        return accounts;
    }

    @Override
    public JournalReader journal() {
        return journal;
    }

    @Override
    public MirrorDirectory mirrors() {
        return product.service(MirrorDirectory.class);
    }

    @Override
    public Optional<Reconciliation> reconciliation() {
        // comes up with the home, a moment after its journal
        return Optional.of(product.service(Reconciliation.class));
    }

    @Override
    public TradeDesk desk() {
        return product.service(TradeDesk.class);
    }

    @Override
    public BreakEvenRules breakEvenRules() {
        return product.service(BreakEvenRules.class);
    }

    @Override
    public JournalArchive archive() {
        return product.service(JournalArchive.class);
    }

    @Override
    public long recordingBytes(AccountId account) {
        var recording = product.service(Home.class).folder().resolve("recordings").resolve(account.value());
        if (!Files.isDirectory(recording)) {
            return 0;
        }
        long bytes = 0;
        for (var file : Optional.ofNullable(recording.toFile().listFiles()).orElse(new File[0])) {
            // a segment may just be put away: it counts as nothing then
            bytes += file.length();
        }
        return bytes;
    }

    @Override
    public boolean isShared() {
        return shared;
    }

    @Override
    public void stay() {
        door.stay();
    }

    @Override
    public Rebuilding rebuilding() {
        return new Rebuilding(product.service(RecordingReader.class), product.service(Accounts.class), product.service(JournalStore.class),
                () -> product.service(BreakEvenRules.class));
    }

    @Override
    public EventStream events() {
        return new BusEvents(context, product.service(EventAdmin.class), product.clock());
    }

    @Override
    public void close() {
        if (!shared) {
            door.close();
        }
    }
}
