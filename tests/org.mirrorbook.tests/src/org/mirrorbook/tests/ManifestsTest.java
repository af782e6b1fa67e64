package org.mirrorbook.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/** The table of who may import whom (docs/adr/0001), held against the manifests: what a bundle does not import cannot leak in. */
class ManifestsTest {
    /** Packages of the OSGi framework and its services, which an adapter may use to take part in it. */
    private static final List<String> OSGI = List.of("org.osgi.framework", "org.osgi.service.component", "org.osgi.util.tracker");
    private static final List<String> SLF4J = List.of("org.slf4j");
    private static final List<String> JACKSON = List.of("tools.jackson", "com.fasterxml.jackson.annotation");

    /** For each bundle: the bundles of ours it may see, and the foreign packages (with those below them) it may import. */
    private static final Map<String, Allowed> TABLE = new TreeMap<>(Map.ofEntries(
            row("domain", Set.of(), List.of()),
            row("exchange.api", Set.of("domain"), List.of()),
            row("journal.api", Set.of("domain"), List.of()),
            row("runtime", Set.of(), OSGI),
            row("exchange.link", Set.of("exchange.api"),
            join(OSGI, SLF4J, List.of("org.eclipse.jetty", "io.github.resilience4j", "javax.net.ssl"))),
            row("exchange.bitget", Set.of("exchange.link", "exchange.api", "domain"), join(OSGI, SLF4J, JACKSON, List.of("javax.crypto"))),
            row("exchange.practice", Set.of("exchange.api", "domain"), join(OSGI, SLF4J, JACKSON, List.of("org.eclipse.jetty"))),
            row("recording", Set.of("journal.api", "domain", "runtime"), join(OSGI, SLF4J)),
            row("journal.jpa", Set.of("journal.api", "credentials", "exchange.api", "domain", "runtime"), join(OSGI, SLF4J, JACKSON,
                    List.of("jakarta.persistence", "org.eclipse.persistence", "liquibase", "org.apache.derby", "org.postgresql",
                            "com.zaxxer.hikari"))),
            row("credentials", Set.of("exchange.api", "domain", "runtime"), join(OSGI, SLF4J,
                    List.of("org.eclipse.equinox.security.storage"))),
            row("mirror", Set.of("journal.api", "exchange.api", "credentials", "domain", "runtime"),
                    join(OSGI, SLF4J, List.of("org.osgi.service.cm", "org.osgi.service.event"))),
            row("ui", Set.of("mirror", "journal.api", "credentials", "exchange.api", "domain", "runtime"), join(OSGI, SLF4J,
                    List.of("org.osgi.service.event", "org.eclipse.ui", "org.eclipse.jface", "org.eclipse.swt", "org.eclipse.core",
                            "org.eclipse.e4", "org.eclipse.nebula", "org.eclipse.swtchart", "jakarta.inject", "jakarta.annotation",
                            "de.siegmar.fastcsv"))),
            row("cli", Set.of("mirror", "journal.api", "credentials", "exchange.api", "domain", "runtime"), join(OSGI, SLF4J, JACKSON,
                    List.of("org.osgi.service.event", "picocli", "de.siegmar.fastcsv", "org.eclipse.core", "org.eclipse.equinox.app",
                    "sun.misc"))),
            row("app", Set.of(), List.of("org.eclipse.ui", "org.eclipse.core", "org.eclipse.equinox.app", "sun.misc"))));

    @Test
    void everyBundleHasItsRowInTheTable() throws Exception {
        assertThat(BundleManifest.readAll().keySet()).isEqualTo(TABLE.keySet());
    }

    @Test
    void aBundleSeesOnlyTheBundlesOfOursThatTheTableNames() throws Exception {
        var bundles = BundleManifest.readAll();
        var owners = ownersOfPackages(bundles);
        var broken = new ArrayList<String>();
        for (var bundle : bundles.values()) {
            for (String imported : bundle.imports()) {
                if (ours(imported)) {
                    var owner = owners.get(imported);
                    if (owner == null || !TABLE.get(bundle.name()).own().contains(owner)) {
                        broken.add(bundle.name() + " imports " + imported + " of " + owner);
                    }
                }
            }
            bundle.required().stream().filter(ManifestsTest::ours)
                    .forEach(name -> broken.add(bundle.name() + " requires the bundle " + name));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void aBundleImportsOnlyTheForeignPackagesThatTheTableNames() throws Exception {
        var broken = new ArrayList<String>();
        for (var bundle : BundleManifest.readAll().values()) {
            var families = TABLE.get(bundle.name()).foreign();
            bundle.imports().stream().filter(imported -> !ours(imported) && !ofJava(imported) && families.stream()
                    .noneMatch(family -> within(imported, family)))
                    .forEach(imported -> broken.add(bundle.name() + " imports " + imported));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theDomainAndThePortsKnowTheJdkAloneOrTheDomain() throws Exception {
        var bundles = BundleManifest.readAll();
        assertThat(bundles.get("domain").imports()).isEmpty();
        for (String core : List.of("domain", "exchange.api", "journal.api")) {
            assertThat(bundles.get(core).required()).as(core).isEmpty();
            assertThat(bundles.get(core).imports()).as(core).allMatch(imported -> within(imported, "org.mirrorbook.domain"));
        }
    }

    @Test
    void onlyTheEdgesRequireBundlesOfThePlatform() throws Exception {
        var requiring = new TreeSet<String>();
        BundleManifest.readAll().values().stream().filter(bundle -> !bundle.required().isEmpty())
                .forEach(bundle -> requiring.add(bundle.name()));
        assertThat(Set.of("app", "cli", "ui")).containsAll(requiring);
    }

    @Test
    void connectorsTheStoreAndTheEdgesExportNothingThatOthersCouldImport() throws Exception {
        var bundles = BundleManifest.readAll();
        for (String hidden : List.of("exchange.bitget", "exchange.practice", "journal.jpa", "recording", "ui", "cli", "app")) {
            assertThat(bundles.get(hidden).exports()).as(hidden).isEmpty();
        }
    }

    /** Whether a package belongs to Java SE itself (javax.crypto, say), which everyone may use. */
    private static boolean ofJava(String name) {
        return ModuleLayer.boot().modules().stream().filter(module -> module.getName().startsWith("java."))
                .anyMatch(module -> module.isExported(name));
    }

    private static Map<String, String> ownersOfPackages(Map<String, BundleManifest> bundles) {
        var owners = new TreeMap<String, String>();
        bundles.values().forEach(bundle -> bundle.exports().forEach(exported -> owners.put(exported, bundle.name())));
        return owners;
    }

    private static boolean ours(String name) {
        return within(name, "org.mirrorbook");
    }

    private static boolean within(String name, String family) {
        return name.equals(family) || name.startsWith(family + ".");
    }

    private static Map.Entry<String, Allowed> row(String bundle, Set<String> own, List<String> foreign) {
        return Map.entry(bundle, new Allowed(own, foreign));
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        return List.of(parts).stream().flatMap(List::stream).toList();
    }

    private record Allowed(Set<String> own, List<String> foreign) {
    }
}
