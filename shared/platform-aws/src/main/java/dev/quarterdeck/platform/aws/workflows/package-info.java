/** Workflows in Step Functions. */
@NullMarked
package dev.quarterdeck.platform.aws.workflows;

import org.jspecify.annotations.NullMarked;
