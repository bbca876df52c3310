package dev.quarterdeck.local;

import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.CallListener;
import dev.quarterdeck.wire.WireSettings;

/** Makes the client for one command, as the options and the environment want it. */
final class Line {
    private final Shell shell;
    private final ScanWish.Wire wish;

    Line(Shell shell, ScanWish.Wire wish) {
        this.shell = shell;
        this.wish = wish;
    }

    AwsClient open(CallListener listener) {
        Knowledge knowledge = shell.knowledge();
        return new AwsClient(
                new AwsClient.Catalog(knowledge.models(), knowledge.endpoints()), settings(), listener, shell.clock());
    }

    WireSettings settings() {
        WireSettings settings = WireSettings.standard(Version.number())
                .withNetwork(network())
                .withWhere(new WireSettings.Where(
                        wish.endpoint(),
                        wish.services(),
                        flag("AWS_USE_FIPS_ENDPOINT"),
                        flag("AWS_USE_DUALSTACK_ENDPOINT")));
        if (wish.percent().isPresent()) {
            return settings.withRate(wish.percent().get());
        }
        // An emulator is nobody's account: no one shares its call rates.
        return wish.endpoint().isPresent() ? settings.withoutLimits() : settings;
    }

    private WireSettings.Network network() {
        try {
            return WireSettings.Network.from(shell.env());
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(
                    "the proxy in HTTP_PROXY or HTTPS_PROXY is no URL (%s): give one like http://proxy.example:3128"
                            .formatted(e.getMessage()));
        }
    }

    private boolean flag(String name) {
        return shell.env().getOrDefault(name, "").equalsIgnoreCase("true");
    }
}
