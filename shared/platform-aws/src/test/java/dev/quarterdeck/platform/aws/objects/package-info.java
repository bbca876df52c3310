/** Objects in S3, on an emulator. */
@NullMarked
package dev.quarterdeck.platform.aws.objects;

import org.jspecify.annotations.NullMarked;
