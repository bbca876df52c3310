package dev.quarterdeck.wire;

import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/** Signature Version 4, with the payload's hash. */
final class Signer {
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    SignedRequest sign(
            SdkHttpRequest request, byte[] body, Endpoint.Found as, AwsCredentials credentials, Clock clock) {
        // S3 signs the path as it is sent; the others sign it encoded once more and with its dots resolved.
        boolean s3 = as.signingName().equals("s3");
        return signer.sign(it -> it.identity(credentials)
                .request(request)
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, as.signingName())
                .putProperty(AwsV4HttpSigner.REGION_NAME, as.signingRegion())
                .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, !s3)
                .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, !s3)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock));
    }

    /** For the few operations that take no signature. */
    static SignedRequest unsigned(SdkHttpRequest request, byte[] body) {
        return SignedRequest.builder()
                .request(request)
                .payload(ContentStreamProvider.fromByteArray(body))
                .build();
    }
}
