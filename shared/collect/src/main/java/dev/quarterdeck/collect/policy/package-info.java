/** The IAM policies that a scan needs. */
@NullMarked
package dev.quarterdeck.collect.policy;

import org.jspecify.annotations.NullMarked;
