package org.mirrorbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.KeyGate;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.PracticeExchange;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.PracticeVenue;
import org.mirrorbook.exchange.Right;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.runtime.HomeProblem;

/**
 * Every command as it is typed, on a home in memory. Long, since the commands share that home: what one wrote another reads.
 */
class CommandsTest implements Product, PracticeVenue {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String KEY = "{\"apiKey\":\"k\",\"secret\":\"s3cr3t\",\"passphrase\":\"p\"}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final FakeHome home = new FakeHome();
    private final List<Optional<Path>> opened = new ArrayList<>();
    private final List<PracticeSettings> practised = new ArrayList<>();
    private Optional<RuntimeException> problem = Optional.empty();
    private String input = "";
    private StopSignal signal = stop -> {
        // nobody asks
    };
    private Runnable whileOpening = () -> {
        // nothing happens
    };
    private final Logger log = Logger.getLogger("org.mirrorbook.cli");
    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler collecting = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void collectTheLog() {
        log.setUseParentHandlers(false);
        log.addHandler(collecting);
    }

    @AfterEach
    void giveTheLogBack() {
        log.removeHandler(collecting);
        log.setUseParentHandlers(true);
    }

    // ---- usage

    @ParameterizedTest
    @ValueSource(strings = {"bogus", "--bogus", "trades --bogus", "trades --json --csv", "trades --status GONE", "accounts",
            "accounts add", "accounts bogus",
            "accounts add main --exchange bitget", "accounts add main --exchange bitget --environment moon", "accounts mirror main perhaps",
            "replay", "replay a.mbr", "mirror --for soon", "mirror --for 0", "mirror --for -5", "practice --port 70000",
            "practice --key k", "practice --accounts 0", "practice --speed 0",
            "accounts add main --exchange kraken --environment live",
            "accounts add main --exchange bitget --environment demo --endpoint nowhere", ""})
    void whatIsNotUnderstoodEndsWith2AndTouchesNoHome(String arguments) {
        assertThat(run(arguments)).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isNotBlank();
        assertThat(opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--home", "--password-file"})
    void anEmptyValueOfAGlobalOptionIsWrongUsage(String option) {
        assertThat(run(List.of(option, "", "trades"))).isEqualTo(2);
        assertThat(err.toString()).contains("The value of " + option + " is empty.", "Usage: mirrorbook");
        assertThat(run(List.of("trades", option + "="))).isEqualTo(2);

        assertThat(opened).isEmpty();
    }

    @Test
    void anUnknownCommandShowsTheUsageAlsoWhereAnotherMayHaveBeenMeant() {
        assertThat(run("recncile")).isEqualTo(2);

        assertThat(err.toString()).contains("recncile", "mirrorbook reconcile", "Usage: mirrorbook");
    }

    @Test
    void anUnknownOptionShowsTheUsageOnStandardError() {
        run("trades --bogus");

        assertThat(err.toString()).contains("Unknown option: '--bogus'", "Usage: mirrorbook trades");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mirror --for soon", "practice --speed fast"})
    void whatIsNoNumberIsSaidToBeNoneInWordsOfUsers(String arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains("is not a number").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "trades --version", "accounts list -V"})
    void theVersionIsAResult(String arguments) {
        assertThat(run(arguments)).isZero();

        assertThat(out.toString()).isEqualTo("mirrorbook 1.2.3" + System.lineSeparator());
        assertThat(opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "help", "-h"})
    void theHelpNamesEveryCommand(String arguments) {
        assertThat(run(arguments)).isZero();

        assertThat(out.toString()).contains("accounts", "mirror", "trades", "practice", "--home", "--password-file");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--home /data trades", "trades --home /data", "trades --home=/data --json", "--home=/data trades --csv",
            "accounts list --home /data",
            "accounts --home /data list"})
    void globalOptionsStandBeforeAndAfterTheCommand(String arguments) {
        assertThat(run(arguments)).isZero();

        assertThat(opened).containsExactly(Optional.of(Path.of("/data")));
        assertThat(home.asked).containsExactly("close");
    }

    // ---- accounts

    @Test
    void aKeyIsTriedAndThenKept() {
        input = KEY;

        assertThat(run("accounts add main --exchange bitget --environment demo --mirror")).isZero();

        assertThat(home.asked).containsExactly("try", "add", "close");
        assertThat(home.keys).containsExactly(new ApiCredential("k", "s3cr3t", "p"));
        assertThat(home.accounts.getFirst()).extracting(Account::label, Account::environment, Account::kind, Account::mirror)
                .containsExactly("main", Environment.DEMO, "classic", true);
        assertThat(err.toString()).contains("ok      Sign in: accepted (12 ms)");
        assertThat(out.toString()).isEqualTo("Added \"main\" (a-1), Live Mirror on.\n");
    }

    @Test
    void aRefusedKeyIsNotKeptAndIsNotShown() {
        input = KEY;
        home.refusal = Optional.of(new VenueProblem(VenueProblem.Remedy.ASK_USER, Optional.of("40012"), "The passphrase is wrong."));

        assertThat(run("accounts add main --exchange bitget --environment demo")).isEqualTo(1);

        assertThat(home.accounts).isEmpty();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("failed  Sign in", "The account was not added. The passphrase is wrong.")
                .doesNotContain("s3cr3t");
    }

    @Test
    void aKeyThatCanTradeIsTakenWhereTheUserSaysSo() {
        input = KEY;

        assertThat(run("accounts add main --exchange bitget --environment demo --accept-trading-key")).isZero();

        assertThat(home.accounts.getFirst().acceptsTradingKey()).isTrue();
    }

    @Test
    void theCheckOfAKeyTellsWhatItMayDoAndWhatIsNotKnown() {
        home.accounts.add(account("main", true));
        home.checked = Optional.of(trial(new KeyRights(Right.YES, Right.NO, Right.NO, Right.UNKNOWN,
                Optional.of(Set.of("203.0.113.8", "203.0.113.7")), Optional.empty()), Optional.empty()));

        assertThat(run("accounts check main --json")).isZero();

        assertThat(out.toString()).isEqualTo("{\"kind\":\"unified\",\"read\":\"YES\",\"trade\":\"NO\",\"withdraw\":\"NO\","
                + "\"transfer\":\"UNKNOWN\",\"ips\":[\"203.0.113.7\",\"203.0.113.8\"],\"expires\":null,\"clockOffsetMs\":-120}\n");
        assertThat(err.toString()).contains("ok      What the key may do");
        assertThat(home.asked).containsExactly("check a-1", "close");
    }

    @Test
    void addressesThatAreNotKnownAreNotAnEmptyList() {
        home.accounts.add(account("main", true));
        home.checked = Optional.of(trial(KeyRights.unknown(), Optional.empty()));

        assertThat(run("accounts check main --json")).isZero();

        assertThat(out.toString()).contains("\"read\":\"UNKNOWN\"", "\"ips\":null");
    }

    @Test
    void aKeyThatIsRefusedForWhatItMayDoIsCheckedAllTheSame() {
        home.accounts.add(account("main", true));
        var rights = new KeyRights(Right.YES, Right.YES, Right.YES, Right.NO, Optional.of(Set.of()), Optional.empty());
        home.checked = Optional.of(trial(rights, new KeyGate().judge(rights, true).refusal()));

        assertThat(run("accounts check main")).isZero();

        assertThat(out.toString()).contains("withdraw   yes", "addresses  any", "clock      the exchange's is 120 ms behind");
        assertThat(err.toString()).contains("failed  What the key may do");
    }

    @Test
    void aCheckThatCannotSignInFails() {
        home.accounts.add(account("main", true));
        var problem = new VenueProblem(VenueProblem.Remedy.ASK_USER, Optional.of("40012"), "The passphrase is wrong.");
        home.checked = Optional.of(new KeyTrial(Optional.empty(), Optional.empty(),
                List.of(new KeyTrial.Step("Sign in", "refused", Duration.ofMillis(9), Optional.of(problem)))));

        assertThat(run("accounts check main --json")).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("The key could not be checked. The passphrase is wrong.");
    }

    private static KeyTrial trial(KeyRights rights, Optional<VenueProblem> problem) {
        return new KeyTrial(Optional.of("unified"), Optional.empty(), rights, Optional.of(Duration.ofMillis(-120)),
                List.of(new KeyTrial.Step(KeyTrial.RIGHTS, "as it is", Duration.ofMillis(9), problem)));
    }

    @Test
    void anOfflineKeyIsKeptUntried() {
        input = KEY;

        assertThat(run("accounts add main --exchange bitget --environment practice --endpoint http://127.0.0.1:8080 --offline")).isZero();

        assertThat(home.asked).containsExactly("add", "close");
        assertThat(home.accounts.getFirst()).extracting(Account::kind, Account::endpoint)
                .containsExactly("", Optional.of(URI.create("http://127.0.0.1:8080")));
    }

    @Test
    void theEmbeddedPracticeExchangeNeedsNoKey() {
        input = "this is not read";

        assertThat(run("accounts add play --exchange bitget --environment practice")).isZero();

        assertThat(home.keys).isEmpty();
        assertThat(home.accounts).hasSize(1);
    }

    @Test
    void aLabelIsNotTakenByAnAccountWhoseKeyThisHomeAwaits() {
        home.accounts.add(account("main", true));
        home.awaited.add(home.accounts.getFirst().id());
        input = KEY;

        assertThat(run("accounts add main --exchange bitget --environment demo --offline")).isZero();

        assertThat(home.keys).hasSize(1);
    }

    @Test
    void aTakenLabelIsRefusedBeforeAnyKeyIsRead() {
        home.accounts.add(account("main", true));
        input = "this is not read";

        assertThat(run("accounts add main --exchange bitget --environment demo")).isEqualTo(1);

        assertThat(err.toString()).isEqualTo("The label \"main\" is taken." + System.lineSeparator());
    }

    @Test
    void accountsAreListedAsJson() {
        home.accounts.add(account("main", true));

        assertThat(run("accounts list --json")).isZero();

        assertThat(out.toString()).isEqualTo("[\n{\"label\":\"main\",\"id\":\"a-1\",\"exchange\":\"bitget\",\"environment\":\"demo\","
                + "\"kind\":null,"
                + "\"mirror\":true,\"state\":\"off\",\"reason\":null}\n]\n");
    }

    @Test
    void noAccountIsAnEmptyArray() {
        assertThat(run("accounts list --json")).isZero();

        assertThat(out.toString()).isEqualTo("[]\n");
    }

    @Test
    void aMirrorIsSwitchedAndAnAccountRemoved() {
        home.accounts.add(account("main", false));

        assertThat(run("accounts mirror main on")).isZero();
        assertThat(home.accounts.getFirst().mirror()).isTrue();
        assertThat(run("accounts mirror main OFF")).isZero();
        assertThat(home.accounts.getFirst().mirror()).isFalse();
        assertThat(run("accounts remove main")).isZero();
        assertThat(home.asked).contains("remove a-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts mirror other on", "accounts remove other", "accounts check other", "mirror other",
            "trades --account other"})
    void anUnknownLabelEndsWith2AndNamesTheKnownOnes(String arguments) {
        home.accounts.add(account("main", false));

        assertThat(run(arguments)).isEqualTo(2);

        assertThat(err.toString()).isEqualTo("There is no account \"other\". There is: main." + System.lineSeparator());
        assertThat(home.asked).containsExactly("close");
    }

    // ---- trades

    @Test
    void anEmptyHomeHasNoTrades() {
        assertThat(run("trades --json")).isZero();

        assertThat(out.toString()).isEqualTo("[]\n");
    }

    @Test
    void tradesAreChosenByStatusAndAccount() {
        home.accounts.add(account("main", false));
        home.trades.addAll(List.of(SampleTrades.open(), SampleTrades.lost()));

        assertThat(run("trades --json --status loss --account main")).isZero();

        assertThat(out.toString()).contains("\"status\":\"LOSS\"").doesNotContain("\"status\":\"OPEN\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "main", "Main"})
    void aLabelIsFoundHoweverItIsCapitalisedAlsoThatOfARemovedAccount(String typed) {
        home.accounts.add(new Account(new AccountId("a-1"), "Main", "bitget", Environment.DEMO, Optional.empty(), "", "mark", false, true,
                NOW));
        home.trades.add(SampleTrades.open());

        assertThat(run("trades --json --account " + typed)).isZero();

        assertThat(out.toString()).contains("\"account\":\"Main\"", "\"status\":\"OPEN\"");
    }

    @Test
    void tradesForPeopleAreATable() {
        home.accounts.add(account("main", false));
        home.trades.add(SampleTrades.open());

        run("trades");

        assertThat(out.toString().lines()).containsExactly(
                "OPENED                    ACCOUNT  SYMBOL   SIDE  SIZE  ENTRY  EXIT  NET     COIN  STATUS  CERTAINTY",
                "2026-03-01T10:00:00.120Z  main     BTCUSDT  LONG  0.2   100          1.9754  USDT  OPEN    LIVE");
    }

    // ---- mirror

    @Test
    void eventsAreLinesInOrderUntilTheEndAndWhatWasUnderWayComesToo() {
        home.accounts.add(account("main", true));
        home.events.add(event("started", Optional.empty(), Optional.empty()));
        home.events.add(event("opened", Optional.of("t-1"), Optional.empty()));
        home.late.add(event("needs_attention", Optional.empty(), Optional.of("The key is wrong.")));

        assertThat(run("mirror --json --for 5")).isZero();

        assertThat(home.asked).containsExactly("listen", "mirror enabled", "stop", "close", "close");
        assertThat(out.toString()).isEqualTo("""
                {"event":"started","account":"main","accountId":"a-1","trade":null,"code":null,"reason":null,\
                "at":"2026-03-01T10:00:00.000Z"}
                {"event":"opened","account":"main","accountId":"a-1","trade":"t-1","code":null,"reason":null,\
                "at":"2026-03-01T10:00:00.000Z"}
                {"event":"needs_attention","account":"main","accountId":"a-1","trade":null,"code":null,"reason":"The key is wrong.",\
                "at":"2026-03-01T10:00:00.000Z"}
                """);
    }

    @Test
    void namedAccountsAreMirroredAloneWhateverTheirToggle() {
        home.accounts.add(account("main", false));

        assertThat(run("mirror main")).isZero();

        assertThat(home.asked).contains("mirror [a-1]").doesNotContain("mirror enabled");
    }

    @Test
    void whereNothingIsToBeMirroredTheCommandSaysSoAndFails() {
        home.accounts.add(account("main", false));

        assertThat(run("mirror --json")).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("no account has its Live Mirror on");
    }

    @Test
    void aStopThatComesWhileTheHomeIsOpenedEndsWith0AndMirrorsNothing() {
        home.accounts.add(account("main", true));
        var asked = new CompletableFuture<Void>();
        signal = asked::thenRun;
        whileOpening = () -> {
            assertThat(asked.getNumberOfDependents()).as("those who heard of the signal before the home was opened").isEqualTo(1);
            asked.complete(null);
        };

        assertThat(run("mirror --json")).isZero();

        assertThat(out.toString()).isEmpty();
        assertThat(home.asked).containsExactly("close");
    }

    // ---- practice

    @Test
    void thePracticeExchangeTellsWhereItListensAndWithWhichKey() {
        signal = Runnable::run;

        assertThat(run("practice --port 0 --seed 7 --speed 2.5 --key -data --secret=-console --passphrase p")).isZero();

        assertThat(practised).containsExactly(new PracticeSettings(0, 7, new BigDecimal("2.5"), 1,
                Optional.of(new ApiCredential("-data", "-console", "p")), Optional.empty(), true));
        assertThat(out.toString()).isEqualTo("{\"endpoint\":\"http://127.0.0.1:1234\",\"apiKey\":\"key-0\",\"secret\":\"s\","
                + "\"passphrase\":\"p\"}\n");
        assertThat(opened).isEmpty();
    }

    @Test
    void aScenarioIsHandedToThePracticeExchange() {
        signal = Runnable::run;

        assertThat(run("practice --scenario stories/close.json")).isZero();

        assertThat(practised.getFirst().scenario()).contains(Path.of("stories/close.json"));
    }

    @Test
    void aScenarioThatCannotBeUsedEndsWith2AndSaysWhatIsWrong() {
        problem = Optional.of(new VenueProblem(VenueProblem.Remedy.ASK_USER, Optional.of(PracticeVenue.BAD_SCENARIO),
                "The scenario file a.json cannot be used: steps[0].size is missing; open needs it."));

        assertThat(run("practice --scenario a.json")).isEqualTo(2);

        assertThat(err.toString()).contains("a.json", "steps[0].size");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void severalPracticeAccountsAreNamedInOrder() {
        signal = Runnable::run;

        run("practice --accounts 2");

        assertThat(out.toString()).isEqualTo("{\"endpoint\":\"http://127.0.0.1:1234\",\"apiKey\":\"key-0\",\"secret\":\"s\","
                + "\"passphrase\":\"p\",\"accounts\":["
                + "{\"apiKey\":\"key-0\",\"secret\":\"s\",\"passphrase\":\"p\"},{\"apiKey\":\"key-1\",\"secret\":\"s\","
                + "\"passphrase\":\"p\"}]}\n");
    }

    // ---- problems

    @Test
    void aHomeThatIsInUseEndsWith4() {
        problem = Optional.of(new HomeProblem(true, "The data folder is in use by process 5.", null));

        assertThat(run("trades")).isEqualTo(4);
        assertThat(err.toString()).isEqualTo("The data folder is in use by process 5." + System.lineSeparator());
    }

    @Test
    void aJournalThatCannotBeOpenedEndsWith1AndItsSentence() {
        problem = Optional.of(new JournalProblem(JournalProblem.Remedy.ASK_USER, "The journal was written by a newer version."));

        assertThat(run("trades")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("The journal was written by a newer version." + System.lineSeparator());
    }

    @Test
    void aProblemIsOneLineOnStandardErrorAndTheWholeInTheLog() {
        problem = Optional.of(new JournalProblem(JournalProblem.Remedy.REPORT, "The journal failed.\nCall: select\nQuery: none"));

        assertThat(run("trades")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("The journal failed." + System.lineSeparator());
        assertThat(logged).extracting(LogRecord::getThrown).containsExactly(problem.get());
    }

    @Test
    void whatNobodyExpectsEndsWith1AndItsTraceIsInTheLogAlone() {
        problem = Optional.of(new IllegalStateException("inner detail"));

        assertThat(run("trades")).isEqualTo(1);
        assertThat(logged).extracting(LogRecord::getThrown).containsExactly(problem.get());
        assertThat(err.toString()).contains("IllegalStateException", "logs/mirrorbook.log").doesNotContain("inner detail", "\tat ");
    }

    // ---- replay

    @Test
    void aReplayIntoAJournalThatHasSomethingIsRefusedAndReadsNothing(@TempDir Path folder) throws Exception {
        var file = Files.createFile(folder.resolve("0000000000000000001.mbr"));
        home.trades.add(SampleTrades.open());
        home.rebuilding = Optional.of(new Rebuilding(null, new MemoryStore(), null, null));

        assertThat(run(List.of("replay", file.toString(), "--home", folder.toString()))).isEqualTo(1);
        assertThat(err.toString()).contains("is not empty");
    }

    @Test
    void aReplayOfAFileThatIsNotThereFailsBeforeANewFolderIsMade(@TempDir Path folder) {
        assertThat(run(List.of("replay", folder.resolve("none.mbr").toString(), "--home", folder.toString()))).isEqualTo(1);
        assertThat(err.toString()).contains("There is no file");
        assertThat(opened).isEmpty();
    }

    private int run(String arguments) {
        return run(arguments.isEmpty() ? List.of() : List.of(arguments.split(" ")));
    }

    private int run(List<String> arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var streams = new Streams(new PrintWriter(out, true), new PrintWriter(err, true),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), Optional.empty(), false);
        return new Commands(this, streams, signal).run(arguments);
    }

    private static Account account(String label, boolean mirror) {
        return new Account(new AccountId("a-1"), label, "bitget", Environment.DEMO, Optional.empty(), "", "mark", mirror, false, NOW);
    }

    private static MirrorEvent event(String name, Optional<String> trade, Optional<String> reason) {
        return new MirrorEvent(name, "main", "a-1", trade, Optional.empty(), reason, NOW);
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public PracticeVenue practiceVenue() {
        return this;
    }

    @Override
    public Set<String> exchanges() {
        return Set.of("bitget");
    }

    @Override
    public OpenFolder openFolder(Optional<Path> folder, Optional<Path> passwordFile, Map<String, String> settings) {
        open(folder, passwordFile, settings);
        return home;
    }

    @Override
    public OpenHome open(Optional<Path> folder, Optional<Path> passwordFile, Map<String, String> settings) {
        opened.add(folder);
        home.settings.putAll(settings);
        whileOpening.run();
        problem.ifPresent(known -> {
            throw known;
        });
        return home;
    }

    @Override
    public PracticeExchange start(PracticeSettings settings) {
        practised.add(settings);
        if (problem.isPresent()) {
            throw problem.get();
        }
        return new PracticeExchange() {
            @Override
            public URI endpoint() {
                return URI.create("http://127.0.0.1:1234");
            }

            @Override
            public List<ApiCredential> credentials() {
                return IntStream.range(0, settings.accounts()).mapToObj(i -> new ApiCredential("key-" + i, "s", "p")).toList();
            }

            @Override
            public void close() {
                home.asked.add("practice closed");
            }
        };
    }
}
