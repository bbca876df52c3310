@NullMarked
package dev.quarterdeck.platform.aws.broker;

import org.jspecify.annotations.NullMarked;
