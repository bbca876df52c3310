/** The hub's platform on AWS: DynamoDB, S3, Secrets Manager, KMS. */
@NullMarked
package dev.quarterdeck.platform.aws;

import org.jspecify.annotations.NullMarked;
