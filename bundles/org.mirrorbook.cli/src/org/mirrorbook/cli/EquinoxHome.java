package org.mirrorbook.cli;

import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.runtime.HomeDoor;
import org.osgi.framework.BundleContext;
import org.osgi.service.event.EventAdmin;

/** An open home, by the services that it brought about. */
final class EquinoxHome implements OpenHome {

    private final EquinoxProduct product;
    private final BundleContext context;
    private final HomeDoor door;
    private final AccountService accounts;
    private final JournalReader journal;

    EquinoxHome(EquinoxProduct product, BundleContext context, HomeDoor door) {
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
        door.close();
    }
}
