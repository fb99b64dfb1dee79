/** Commands of a framework's shell, in the scope {@code chikei}. */
package org.chikei.shell;
