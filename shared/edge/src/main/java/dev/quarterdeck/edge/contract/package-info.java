/** The API's contract: what the OpenAPI file says of each operation, and requests held to it. */
@NullMarked
package dev.quarterdeck.edge.contract;

import org.jspecify.annotations.NullMarked;
