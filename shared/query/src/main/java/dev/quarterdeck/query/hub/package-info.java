/** All that one hub knows, asked as a whole: wherever the hub runs. */
@NullMarked
package dev.quarterdeck.query.hub;

import org.jspecify.annotations.NullMarked;
