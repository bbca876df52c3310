/** How the hub's functions get sessions of accounts' roles: from the broker, which alone may assume them. */
@NullMarked
package dev.quarterdeck.platform.aws.broker;

import org.jspecify.annotations.NullMarked;
