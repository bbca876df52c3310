@NullMarked
package dev.quarterdeck.local.report;

import org.jspecify.annotations.NullMarked;
