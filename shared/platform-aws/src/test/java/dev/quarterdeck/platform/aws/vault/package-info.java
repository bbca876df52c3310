@NullMarked
package dev.quarterdeck.platform.aws.vault;

import org.jspecify.annotations.NullMarked;
