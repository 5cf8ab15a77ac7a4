package org.recsys4j.api.kit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.recsys4j.api.data.Interactions;

/** Does what the types do not allow: changes interactions. */
final class Intruder {
  private Intruder() {}

  static void changeFirstItem(Interactions interactions) {
    try {
      VarHandle items =
          MethodHandles.privateLookupIn(Interactions.class, MethodHandles.lookup())
              .findVarHandle(Interactions.class, "itemOf", int[].class);
      int[] itemOf = (int[]) items.get(interactions);
      itemOf[0] = (itemOf[0] + 1) % interactions.items();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the field has another name now", e);
    }
  }
}
