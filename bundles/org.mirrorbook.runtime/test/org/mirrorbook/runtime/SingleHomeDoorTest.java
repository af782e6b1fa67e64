package org.mirrorbook.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class SingleHomeDoorTest {

    @TempDir
    Path temp;

    private final List<Home> published = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();

    @Test
    void theUsualHomeIsTheEnvironmentsElseOneBelowTheUsersFolder() {
        assertThat(door(Map.of("MIRRORBOOK_HOME", temp + "/named")).usual()).isEqualTo(temp.resolve("named"));
        assertThat(door(Map.of("MIRRORBOOK_HOME", " ")).usual()).isEqualTo(Path.of(System.getProperty("user.home"), ".mirrorbook"));
    }

    @Test
    void anOpenHomeIsAServiceUntilItIsClosed() {
        var door = door(Map.of());

        var home = door.open(temp.resolve("home"));
        assertThat(published).containsExactly(home);

        door.close();
        assertThat(published).isEmpty();
        HomeFolder.take(temp.resolve("home"), 1).lock().close();
    }

    @Test
    void openingTheSameFolderAgainIsNoNews() {
        var door = door(Map.of());

        var home = door.open(temp.resolve("home"));
        assertThat(door.open(temp.resolve("home").resolve("..").resolve("home"))).isSameAs(home);
        assertThat(published).hasSize(1);
        door.close();
    }

    @Test
    void aSecondHomeInTheSameProcessIsRefused() {
        var door = door(Map.of());
        door.open(temp.resolve("one"));

        assertThatThrownBy(() -> door.open(temp.resolve("two"))).isInstanceOf(HomeProblem.class)
                .hasMessage("The data folder %s cannot be opened: this instance works on %s.", temp.resolve("two"), temp.resolve("one"));
        assertThat(temp.resolve("two")).doesNotExist();
        door.close();
    }

    @Test
    void whoStaysIsToldAndLeavesBeforeTheHomeGoes() {
        var door = door(Map.of());
        assertThatThrownBy(door::stay).isInstanceOf(IllegalStateException.class);
        var home = door.open(temp.resolve("home"));
        door.stay();
        door.stay();

        assertThat(changes).containsExactly("home", "residence");
        door.close();

        assertThat(changes).containsExactly("home", "residence", "no residence", "no home");
        assertThat(published).doesNotContain(home);
    }

    private SingleHomeDoor door(Map<String, String> environment) {
        return new SingleHomeDoor(context(), environment::get);
    }

    /** A framework that knows nothing but the registration of services. */
    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {BundleContext.class},
                (proxy, method, given) -> {
            assertThat(method.getName()).isEqualTo("registerService");
            var what = given[1] instanceof Home ? "home" : given[1] instanceof Residence ? "residence" : "settings";
            if (given[1] instanceof Home home) {
                published.add(home);
            }
            if (!what.equals("settings")) {
                changes.add(what);
            }
            return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ServiceRegistration.class}, (self, called, none) -> {
                assertThat(called.getName()).isEqualTo("unregister");
                published.remove(given[1]);
                if (!what.equals("settings")) {
                    changes.add("no " + what);
                }
                return null;
            });
        });
    }
}
