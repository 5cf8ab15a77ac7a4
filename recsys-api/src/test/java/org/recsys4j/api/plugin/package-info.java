/** Tests of finding, naming and configuring plug-ins. */
package org.recsys4j.api.plugin;
