/** The steps of the workflow that scans. */
@NullMarked
package dev.quarterdeck.workflows.scan;

import org.jspecify.annotations.NullMarked;
