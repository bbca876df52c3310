/** Holds the catalog's data and the wire client to boto3, offline, for every catalogued operation. */
@NullMarked
package dev.quarterdeck.catalog.boto3;

import org.jspecify.annotations.NullMarked;
