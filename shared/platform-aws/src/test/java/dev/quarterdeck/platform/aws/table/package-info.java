/** The table in DynamoDB, on an emulator. */
@NullMarked
package dev.quarterdeck.platform.aws.table;

import org.jspecify.annotations.NullMarked;
