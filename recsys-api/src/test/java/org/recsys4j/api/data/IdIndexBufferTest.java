package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class IdIndexBufferTest {
  @Property
  void partsOfABufferAreTheSameIdsAsTexts(
      @ForAll @Size(max = 60) List<@StringLength(max = 3) String> ids) {
    IdIndex.Builder texts = new IdIndex.Builder();
    IdIndex.Builder buffers = new IdIndex.Builder();
    for (String id : ids) {
      char[] buffer = ("<" + id + ">").toCharArray();
      assertThat(buffers.add(buffer, 1, buffer.length - 1)).isEqualTo(texts.add(id));
    }
    assertThat(buffers.build()).isEqualTo(texts.build());
    for (String id : ids) {
      assertThat(buffers.build().indexOf(id)).isEqualTo(texts.build().indexOf(id));
    }
  }
}
