package dev.quarterdeck.wire;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The right to call an account's APIs. {@code account} is empty until it is known (before GetCallerIdentity). */
public record Access(String partition, String account, AwsCredentialsProvider credentials) {}
