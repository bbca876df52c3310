package dev.quarterdeck.local.demo;

import dev.quarterdeck.wire.WireSettings;
import java.net.URI;

/** How the demo's AWS is asked: at a name that leads nowhere, since nothing is to leave this machine. */
public final class DemoAws {
    private static final URI NOWHERE = URI.create("http://tape.invalid");

    private DemoAws() {}

    public static WireSettings settings() {
        return WireSettings.standard("demo")
                .withWhere(WireSettings.Where.at(NOWHERE))
                .withoutLimits();
    }
}
