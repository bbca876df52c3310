package dev.quarterdeck.accounts;

import dev.quarterdeck.kernel.Arn;
import java.util.regex.Pattern;

/** The ARN of an IAM role. */
public record RoleArn(Partition partition, AccountId account, String path, String name) {
    private static final int MOST = 2048;
    private static final String ROLE = "role";
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,512}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");

    /** {@code path} begins and ends with a slash, as IAM writes it. */
    public RoleArn {
        if (!NAME.matcher(name).matches() || !isPath(path)) {
            throw malformed(path + name);
        }
    }

    public static RoleArn of(String text) {
        Arn arn = Arn.parse(text.length() > MOST ? "" : text).orElseThrow(() -> malformed(text));
        String resource = arn.resource();
        boolean role = arn.service().equals("iam") && arn.region().isEmpty() && resource.startsWith(ROLE + "/");
        if (!role || !AccountId.isValid(arn.account())) {
            throw malformed(text);
        }
        int name = resource.lastIndexOf('/') + 1;
        return new RoleArn(
                Partition.of(arn.partition()),
                new AccountId(arn.account()),
                resource.substring(ROLE.length(), name),
                resource.substring(name));
    }

    /** The role of this name and no path. */
    public static RoleArn of(Partition partition, AccountId account, String name) {
        return new RoleArn(partition, account, "/", name);
    }

    private static boolean isPath(String path) {
        if (path.equals("/")) {
            return true;
        }
        if (!path.startsWith("/") || !path.endsWith("/") || path.length() > 512) {
            return false;
        }
        for (String segment : path.substring(1, path.length() - 1).split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "must be the ARN of a role like arn:aws:iam::123456789012:role/quarterdeck-read: '%s'"
                        .formatted(Visible.text(text)));
    }

    @Override
    public String toString() {
        return "arn:%s:iam::%s:role%s%s".formatted(partition, account, path, name);
    }
}
