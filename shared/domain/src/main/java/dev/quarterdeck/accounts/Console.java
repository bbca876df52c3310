package dev.quarterdeck.accounts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where people sign in to the account's console, and as what: for links that land in the right place. */
public record Console(Optional<String> startUrl, Optional<String> permissionSet) {
    public static final Console NONE = new Console(Optional.empty(), Optional.empty());
    private static final Pattern PERMISSION_SET = Pattern.compile("[\\w+=,.@-]{1,32}");

    public Console {
        startUrl.ifPresent(Console::checkUrl);
        permissionSet.filter(name -> !PERMISSION_SET.matcher(name).matches()).ifPresent(name -> {
            throw new IllegalArgumentException(
                    "permission set must have 1 to 32 letters, digits or +=,.@-: '%s'".formatted(Visible.text(name)));
        });
    }

    private static void checkUrl(String url) {
        try {
            URI uri = new URI(url);
            if (url.length() <= 512
                    && "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null) {
                return;
            }
        } catch (URISyntaxException _) {
            // told below, like every other that is no such address
        }
        throw new IllegalArgumentException(
                "start url must be an https address like https://d-1234567890.awsapps.com/start: '%s'"
                        .formatted(Visible.text(url)));
    }
}
