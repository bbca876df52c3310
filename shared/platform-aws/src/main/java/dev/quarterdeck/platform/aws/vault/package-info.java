/** The vault in AWS: Secrets Manager. */
@NullMarked
package dev.quarterdeck.platform.aws.vault;

import org.jspecify.annotations.NullMarked;
