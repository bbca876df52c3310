/** The catalog held to AWS: to its models, to boto3, and to what is known to be true. */
@NullMarked
package dev.quarterdeck.catalog;

import org.jspecify.annotations.NullMarked;
