package dev.quarterdeck.local;

import dev.quarterdeck.local.access.Door;
import dev.quarterdeck.local.access.Entrance;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.local.access.Opened;
import dev.quarterdeck.local.access.Profiles;
import dev.quarterdeck.local.access.Regions;
import dev.quarterdeck.local.access.Trouble;
import dev.quarterdeck.local.report.Style;
import dev.quarterdeck.local.report.Words;
import dev.quarterdeck.wire.AwsClient;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Goes through what a scan needs, in the order in which it needs it. */
final class Checkup {
    private static final Duration SKEW_TOLERATED = Duration.ofMinutes(4);

    private final Shell shell;
    private final ScanWish.Wire wire;
    private final Style style;
    private boolean healthy = true;

    Checkup(Shell shell, ScanWish.Wire wire) {
        this.shell = shell;
        this.wire = wire;
        this.style = shell.screen().outputStyle();
    }

    ExitCode run(Optional<String> profile) {
        good("Java", Runtime.version() + " in " + System.getProperty("java.home"));
        knowledge();
        key();
        proxy();
        clock();
        try (AwsClient client = new Line(shell, wire).open(_ -> {})) {
            credentials(profile, client);
        }
        return healthy ? ExitCode.COMPLETE : ExitCode.UNREADABLE;
    }

    private void knowledge() {
        var types = shell.knowledge().types();
        good(
                "Catalog",
                "%s, AWS's models as of botocore %s"
                        .formatted(Words.count(types.types().size(), "type", "types"), types.models()));
    }

    private void key() {
        var file = new KeyFile(shell.home());
        try {
            byte[] _ = file.read();
            good("Key", file.path() + ", readable by you alone");
        } catch (Refusal e) {
            bad("Key", e.sentence());
        }
    }

    private void proxy() {
        var network = new Line(shell, wire).settings().network();
        String proxies = Optional.of(network.httpsProxy().or(network::httpProxy))
                .flatMap(proxy -> proxy)
                .map(Checkup::withoutPassword)
                .orElse("none: HTTPS_PROXY is not set");
        String except = network.noProxy().isEmpty() ? "" : ", but not for " + String.join(", ", network.noProxy());
        good(
                "Proxy",
                proxies
                        + except
                        + network.caBundle()
                                .map(bundle -> ", trusting " + bundle)
                                .orElse(""));
    }

    private static String withoutPassword(URI proxy) {
        return proxy.getRawUserInfo() == null
                ? proxy.toString()
                : proxy.toString().replace(proxy.getRawUserInfo() + "@", "…@");
    }

    private void clock() {
        URI asked = wire.endpoint().orElse(URI.create("https://sts.us-east-1.amazonaws.com"));
        switch (new RemoteClock(shell, new Line(shell, wire).settings()).ask(asked)) {
            case RemoteClock.Says(var off)
            when off.abs().compareTo(SKEW_TOLERATED) > 0 ->
                bad(
                        "Clock",
                        "is off by %s: set it right (signatures older than five minutes are refused)"
                                .formatted(Words.span(off.abs())));
            case RemoteClock.Says(var off) -> good("Clock", "within %s of AWS's".formatted(Words.span(off.abs())));
            case RemoteClock.Silent(var why) -> bad("Endpoint", "%s cannot be reached (%s)".formatted(asked, why));
        }
    }

    private void credentials(Optional<String> profile, AwsClient client) {
        Profiles profiles = Profiles.read(shell.env(), shell.userHome());
        good("Profiles", profiles.names().isEmpty() ? "none" : String.join(", ", profiles.names()));
        try {
            var keyring = new Keyring(shell.env(), profiles, client, shell.clock());
            Door door = profile.map(keyring::profile).orElseGet(keyring::environment);
            switch (new Entrance(client).open(door)) {
                case Opened.Account account -> opened(account, client);
                case Opened.Closed closed ->
                    bad("Credentials", new Trouble(profiles, wire.endpoint()).sentence(closed));
            }
        } catch (Refusal e) {
            bad("Credentials", e.sentence());
        }
    }

    private void opened(Opened.Account account, AwsClient client) {
        good("Credentials", "%s: %s".formatted(account.door().name(), account.principal()));
        good(
                "Endpoint",
                wire.endpoint()
                        .map(URI::toString)
                        .orElse("AWS, partition " + account.access().partition()));
        switch (Regions.of(client, account)) {
            case Regions.Enabled(var names) ->
                good("Regions", "%s enabled: %s".formatted(Words.number(names.size()), Words.list(names, 30)));
            case Regions.Hidden(var why) -> bad("Regions", why);
        }
    }

    private void good(String what, String finding) {
        say(style.good("ok  "), what, finding);
    }

    private void bad(String what, String finding) {
        healthy = false;
        say(style.bad("BAD "), what, finding);
    }

    private void say(String mark, String what, String finding) {
        shell.out().println("%s %-12s %s".formatted(mark, what, finding));
        shell.out().flush();
    }
}
