package org.recsys4j.api.plugin;

import com.google.inject.Module;

/**
 * What a jar adds: a Guice module that binds plug-ins by name, with {@link RecsysBindings}.
 *
 * <pre>{@code
 * public final class MyPlugin implements RecsysPlugin {
 *   @Override
 *   public void configure(Binder binder) {
 *     RecsysBindings.of(binder).recommender("my-model", MyModel.Factory.class);
 *   }
 * }
 * }</pre>
 *
 * <p>The class is public, has a public constructor without parameters, and is named in {@code
 * META-INF/services/org.recsys4j.api.plugin.RecsysPlugin}. The injector is strict: what a plug-in
 * injects must be bound explicitly, without circles.
 */
public interface RecsysPlugin extends Module {}
