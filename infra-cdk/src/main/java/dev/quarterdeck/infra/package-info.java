/** What is deployed into the hub account: stacks by lifecycle, constructs for what recurs, derived from the manifests. */
@NullMarked
package dev.quarterdeck.infra;

import org.jspecify.annotations.NullMarked;
