/** Texts that commands, shells and pages have in common. */
@Export
@Version("0.1.0")
package org.chikei.api.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
