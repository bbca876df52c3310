package dev.quarterdeck.kernel;

import java.util.Optional;

/** An Amazon Resource Name, in its six parts; region and account may be empty, as AWS leaves them. */
public record Arn(String partition, String service, String region, String account, String resource) {
    public Arn {
        if (partition.isEmpty() || service.isEmpty() || resource.isEmpty()) {
            throw new IllegalArgumentException("an ARN needs partition, service and resource: '%s'"
                    .formatted(join(partition, service, region, account, resource)));
        }
    }

    /** The ARN that the text spells, or nothing if it spells none. */
    public static Optional<Arn> parse(String text) {
        if (!text.startsWith("arn:")) {
            return Optional.empty();
        }
        String[] parts = text.split(":", 6);
        if (parts.length < 6 || parts[1].isEmpty() || parts[2].isEmpty() || parts[5].isEmpty()) {
            return Optional.empty();
        }
        if (text.chars().anyMatch(c -> c <= 0x20 || c == 0x7f)) {
            return Optional.empty();
        }
        return Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]));
    }

    private static String join(String... parts) {
        return "arn:" + String.join(":", parts);
    }

    @Override
    public String toString() {
        return join(partition, service, region, account, resource);
    }
}
