/** What a scan will ask, before anything is asked. */
@NullMarked
package dev.quarterdeck.collect.plan;

import org.jspecify.annotations.NullMarked;
