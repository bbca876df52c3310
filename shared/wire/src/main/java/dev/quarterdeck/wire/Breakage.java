package dev.quarterdeck.wire;

import dev.quarterdeck.wire.protocol.MalformedResponseException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.http.conn.ConnectTimeoutException;

/** How a connection can fail us, and what that means for asking again. */
enum Breakage {
    /** The host's name leads nowhere. */
    DNS("Dns", true, false),
    /** Nobody listens, or nobody answers the door. */
    UNREACHED("Connection", true, false),
    /** It is not who it should be: asking again makes no other of it. */
    TLS("Tls", false, false),
    /** Silence after the request was sent. */
    TIMEOUT("Timeout", true, true),
    /** The time of the whole call is over. */
    OVERDUE("Timeout", false, true),
    /** The answer ended early or is not what the protocol says. */
    MALFORMED("MalformedAnswer", true, true),
    /** The connection broke after the request was sent, or while. */
    BROKEN("Connection", true, true);

    private final String code;
    private final boolean passing;
    private final boolean mayHaveArrived;

    Breakage(String code, boolean passing, boolean mayHaveArrived) {
        this.code = code;
        this.passing = passing;
        this.mayHaveArrived = mayHaveArrived;
    }

    static Breakage of(IOException e) {
        return switch (e) {
            case DeadlineException _ -> OVERDUE;
            case UnknownHostException _ -> DNS;
            case ConnectException _, ConnectTimeoutException _, NoRouteToHostException _ -> UNREACHED;
            case SSLHandshakeException _ -> TLS;
            case SocketTimeoutException _ -> TIMEOUT;
            case MalformedResponseException malformed when malformed.getCause() instanceof DeadlineException -> OVERDUE;
            case MalformedResponseException _ -> MALFORMED;
            default -> BROKEN;
        };
    }

    String code() {
        return code;
    }

    /** May go better the next time. */
    boolean passing() {
        return passing;
    }

    /** AWS may have received the request, and done it. */
    boolean mayHaveArrived() {
        return mayHaveArrived;
    }

    String message(String host, IOException e) {
        return switch (this) {
            case DNS -> "the name %s does not resolve".formatted(host);
            case OVERDUE -> "%s did not answer in the time a call may take".formatted(host);
            case TIMEOUT -> "%s fell silent".formatted(host);
            case TLS -> "%s cannot be trusted: %s".formatted(host, e.getMessage());
            case UNREACHED, MALFORMED, BROKEN -> "%s: %s".formatted(host, e.getMessage());
        };
    }
}
