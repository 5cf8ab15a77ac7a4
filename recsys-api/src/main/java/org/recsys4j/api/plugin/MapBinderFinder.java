package org.recsys4j.api.plugin;

import com.google.inject.Binding;
import com.google.inject.multibindings.MapBinderBinding;
import com.google.inject.multibindings.MultibinderBinding;
import com.google.inject.multibindings.MultibindingsTargetVisitor;
import com.google.inject.multibindings.OptionalBinderBinding;
import com.google.inject.spi.DefaultBindingTargetVisitor;
import java.util.Optional;

/** Tells whether a binding is the map of a map binder. */
final class MapBinderFinder<T> extends DefaultBindingTargetVisitor<T, Optional<MapBinderBinding<?>>>
    implements MultibindingsTargetVisitor<T, Optional<MapBinderBinding<?>>> {
  @Override
  public Optional<MapBinderBinding<?>> visit(MapBinderBinding<? extends T> map) {
    return Optional.of(map);
  }

  @Override
  public Optional<MapBinderBinding<?>> visit(MultibinderBinding<? extends T> set) {
    return Optional.empty();
  }

  @Override
  public Optional<MapBinderBinding<?>> visit(OptionalBinderBinding<? extends T> optional) {
    return Optional.empty();
  }

  @Override
  protected Optional<MapBinderBinding<?>> visitOther(Binding<? extends T> other) {
    return Optional.empty();
  }
}
