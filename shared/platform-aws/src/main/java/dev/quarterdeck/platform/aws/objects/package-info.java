/** Objects in S3. */
@NullMarked
package dev.quarterdeck.platform.aws.objects;

import org.jspecify.annotations.NullMarked;
