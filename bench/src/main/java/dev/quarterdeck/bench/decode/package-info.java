/** How much CPU it takes to turn a page of AWS's answer into data: ours, AWS SDK for Java v2, boto3. */
@NullMarked
package dev.quarterdeck.bench.decode;

import org.jspecify.annotations.NullMarked;
