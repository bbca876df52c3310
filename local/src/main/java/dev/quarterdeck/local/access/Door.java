package dev.quarterdeck.local.access;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Credentials that somebody has, under the name people know them by. Whose they are is not known before AWS is asked, in
 * {@code region}.
 */
public record Door(String name, AwsCredentialsProvider credentials, String region, Optional<String> profile) {}
