package org.mirrorbook.cli;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;

/** A command that works on a data folder and needs no journal: it may be there, or not to be opened. */
abstract class FolderCommand implements Callable<Integer> {

    private final Product product;
    private final HomeOptions options;

    FolderCommand(Product product, HomeOptions options) {
        this.product = requireNonNull(product);
        this.options = requireNonNull(options);
    }

    @Override
    public final Integer call() {
        before();
        try (var folder = product.openFolder(options.home(), options.passwordFile(), options.settings())) {
            return run(folder);
        }
    }

    /** What has to be right before the folder is opened. */
    void before() {
    }

    /** @return the exit code */
    abstract int run(OpenFolder folder);
}
