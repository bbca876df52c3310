/** What AWS itself says has changed: CloudTrail's events, and which resources they are about. */
@NullMarked
package dev.quarterdeck.collect.events;

import org.jspecify.annotations.NullMarked;
