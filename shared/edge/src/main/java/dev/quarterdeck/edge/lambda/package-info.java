/** The edge as API Gateway calls it in a Lambda function. */
@NullMarked
package dev.quarterdeck.edge.lambda;

import org.jspecify.annotations.NullMarked;
