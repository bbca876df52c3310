package dev.quarterdeck.platform.aws.objects;

/** What a bucket of the hub is called. */
public record BucketName(String value) {
    public BucketName {
        if (!value.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new IllegalArgumentException("bucket name is malformed: '%s'".formatted(value));
        }
    }
}
