package dev.quarterdeck.local.serve;

import java.net.InetAddress;

/** Where a hub is reached: from this machine as it is, from others only over TLS, for passwords and sessions go there. */
public sealed interface Listening {
    /** Port 0 takes a free one. */
    int port();

    /** The loopback address. */
    record Near(int port) implements Listening {}

    record Far(InetAddress address, int port, Certificate certificate) implements Listening {}
}
