package org.mirrorbook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.exchange.PracticeVenue;
import org.mirrorbook.runtime.DatabaseAddress;
import org.mirrorbook.runtime.HomeDoor;
import org.mirrorbook.runtime.Settings;

/**
 * The product as a command of another process finds it: its home is open already, and stays so. That it is the one which was meant follows
 * from the socket, which lies in it; how its vault is opened was said by its owner.
 */
final class ServedProduct implements Product {

    private final EquinoxProduct product;

    ServedProduct(EquinoxProduct product) {
        this.product = product;
    }

    @Override
    public String version() {
        return product.version();
    }

    @Override
    public Clock clock() {
        return product.clock();
    }

    @Override
    public PracticeVenue practiceVenue() {
        throw CommandProblem.failed("The practice exchange is a process of its own; nobody has to serve it.");
    }

    @Override
    public Set<String> exchanges() {
        return product.exchanges();
    }

    @Override
    public OpenHome open(Optional<Path> folder, Optional<Path> passwordFile, Map<String, String> settings) {
        requireSame(settings);
        return product.opened(product.service(HomeDoor.class), true);
    }

    @Override
    public OpenFolder openFolder(Optional<Path> folder, Optional<Path> passwordFile, Map<String, String> settings) {
        requireSame(settings);
        return new EquinoxFolder(product, product.service(HomeDoor.class), true);
    }

    private void requireSame(Map<String, String> wanted) {
        var database = Optional.ofNullable(wanted.get(DatabaseAddress.SETTING));
        if (database.isPresent() && !product.service(Settings.class).get(DatabaseAddress.SETTING).equals(database)) {
            throw CommandProblem.failed("The instance that runs on this data folder has another journal open than --database names.");
        }
    }
}
