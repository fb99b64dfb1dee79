/**
 * The content of input files, plain or compressed with gzip. A format that reads through {@link
 * org.chikei.api.file.FileContent} reads both, and need not know which.
 */
@Export
@Version("0.1.0")
package org.chikei.api.file;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
