/** Changes of the schema, forward and back, broken off anywhere. */
@NullMarked
package dev.quarterdeck.platform.local.migrations;

import org.jspecify.annotations.NullMarked;
