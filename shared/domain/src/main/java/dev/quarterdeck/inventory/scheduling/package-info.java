/** When scans begin by themselves: in the words of EventBridge Scheduler, in time zones, and never twice. */
@NullMarked
package dev.quarterdeck.inventory.scheduling;

import org.jspecify.annotations.NullMarked;
