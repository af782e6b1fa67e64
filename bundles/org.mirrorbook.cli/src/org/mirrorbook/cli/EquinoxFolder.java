package org.mirrorbook.cli;

import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.runtime.HomeDoor;
import org.mirrorbook.runtime.Settings;

/** An open data folder, by the services that need no journal. */
final class EquinoxFolder implements OpenFolder {

    private final EquinoxProduct product;
    private final HomeDoor door;
    private final boolean shared;

    /** @param shared whether it is another command's */
    EquinoxFolder(EquinoxProduct product, HomeDoor door, boolean shared) {
        this.product = product;
        this.door = door;
        this.shared = shared;
    }

    @Override
    public Settings settings() {
        return product.service(Settings.class);
    }

    @Override
    public CredentialVault vault() {
        return product.service(CredentialVault.class);
    }

    @Override
    public boolean isShared() {
        return shared;
    }

    @Override
    public void close() {
        if (!shared) {
            door.close();
        }
    }
}
