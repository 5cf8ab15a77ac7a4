package org.recsys4j.api.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Binding;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.multibindings.MapBinderBinding;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** From plug-in classes to one strict injector. */
final class PluginModules {
  private PluginModules() {}

  /** All plug-ins that a class loader finds. */
  static List<RecsysPlugin> find(ClassLoader loader) {
    List<RecsysPlugin> found = new ArrayList<>();
    try {
      ServiceLoader.load(RecsysPlugin.class, loader).forEach(found::add);
    } catch (ServiceConfigurationError e) {
      String message =
          String.valueOf(e.getMessage()).replace(RecsysPlugin.class.getName() + ": ", "");
      throw new InvalidPluginException("a plug-in cannot be loaded: " + message, e);
    } catch (LinkageError e) {
      throw new InvalidPluginException("a plug-in cannot be loaded: " + e, e);
    }
    return found;
  }

  /** Installs plug-ins, in the order of their class names, whatever the class path's order. */
  static Injector injector(List<? extends RecsysPlugin> plugins) {
    List<Module> modules = new ArrayList<>(List.of(new Foundation()));
    Owners owners = new Owners();
    plugins.stream()
        .sorted(Comparator.comparing((RecsysPlugin it) -> it.getClass().getName()))
        .forEach(
            plugin -> {
              List<Element> elements = elements(plugin);
              owners.add(plugin, elements);
              modules.add(Elements.getModule(elements));
            });
    owners.refuseDuplicates();
    try {
      return Guice.createInjector(Stage.PRODUCTION, modules);
    } catch (CreationException e) {
      String messages =
          e.getErrorMessages().stream()
              .map(Message::getMessage)
              .map(String::strip)
              .collect(Collectors.joining("\n"));
      throw new InvalidPluginException("plug-ins cannot be put together:\n" + messages, e);
    }
  }

  private static List<Element> elements(RecsysPlugin plugin) {
    String name = "the plug-in " + plugin.getClass().getName();
    List<Element> elements;
    try {
      elements = Elements.getElements(Stage.PRODUCTION, plugin);
    } catch (LinkageError e) {
      throw new InvalidPluginException(name + " cannot be loaded: " + e, e);
    }
    for (Element element : elements) {
      if (element instanceof Message message && message.getCause() != null) {
        Throwable cause = message.getCause();
        throw new InvalidPluginException(name + " failed: " + cause.getMessage(), cause);
      }
    }
    return elements;
  }

  /** The rules of the injector, and an empty map for each kind of which there is no plug-in. */
  private static final class Foundation extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      binder().requireExactBindingAnnotations();
      binder().disableCircularProxies();
      PluginKind.all().forEach(kind -> RecsysBindings.mapBinder(binder(), kind));
    }
  }

  /** Which plug-in binds which name: Guice's own message on a duplicate does not tell. */
  private static final class Owners {
    private final Map<String, List<String>> plugins = new LinkedHashMap<>();

    void add(RecsysPlugin plugin, List<Element> elements) {
      for (Element element : elements) {
        if (element instanceof Binding<?> binding) {
          add(plugin, elements, binding);
        }
      }
    }

    private <T> void add(RecsysPlugin plugin, List<Element> elements, Binding<T> binding) {
      Optional<MapBinderBinding<?>> map = binding.acceptTargetVisitor(new MapBinderFinder<>());
      for (PluginKind<?> kind : PluginKind.all()) {
        map.filter(it -> it.getValueTypeLiteral().equals(kind.contract()))
            .map(it -> it.getEntries(elements))
            .orElse(List.of())
            .forEach(entry -> names(kind, entry.getKey()).add(plugin.getClass().getName()));
      }
    }

    private List<String> names(PluginKind<?> kind, Object name) {
      return plugins.computeIfAbsent(kind.noun() + " \"" + name + "\"", it -> new ArrayList<>());
    }

    void refuseDuplicates() {
      String duplicates =
          plugins.entrySet().stream()
              .filter(it -> it.getValue().size() > 1)
              .map(
                  it ->
                      it.getKey() + " is bound twice: by " + String.join(" and by ", it.getValue()))
              .collect(Collectors.joining("\n"));
      if (!duplicates.isEmpty()) {
        throw new InvalidPluginException(duplicates);
      }
    }
  }
}
