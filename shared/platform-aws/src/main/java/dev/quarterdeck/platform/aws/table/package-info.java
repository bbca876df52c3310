/** The hub's table in DynamoDB. */
@NullMarked
package dev.quarterdeck.platform.aws.table;

import org.jspecify.annotations.NullMarked;
