/** The built-in systems, each with the service that makes it. */
package org.chikei.models.systems;
