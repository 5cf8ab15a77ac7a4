/**
 * How a jar adds models, metrics, data sources, preparations, splits and feature extractors, and
 * how they are found.
 *
 * <p><b>To add a plug-in</b>, implement its contract from {@link org.recsys4j.api}, bind it by name
 * in a {@link org.recsys4j.api.plugin.RecsysPlugin}, name that class in {@code
 * META-INF/services/org.recsys4j.api.plugin.RecsysPlugin}, and write the defaults of its options in
 * the jar's {@code reference.conf}. When jars are merged into one, both files must be concatenated,
 * or plug-ins vanish.
 *
 * <p><b>To use plug-ins</b> in a program, start from {@link org.recsys4j.api.plugin.Plugins}:
 *
 * <pre>{@code
 * Plugins plugins = Plugins.load();
 * var ease = plugins.configured(PluginKind.MODEL, "ease", "regularisation = 500");
 * }</pre>
 *
 * <p>A file names a plug-in by a {@link org.recsys4j.api.plugin.PluginReference}, which {@link
 * org.recsys4j.api.plugin.Plugins#resolve} turns into a {@link org.recsys4j.api.plugin.Configured}:
 * the plug-in and its options, ready to use.
 */
@NullMarked
package org.recsys4j.api.plugin;

import org.jspecify.annotations.NullMarked;
