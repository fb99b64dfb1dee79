/** What commands, shells and pages have in common: texts, and how a command can go on. */
@Export
@Version("0.2.0")
package org.chikei.api.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
