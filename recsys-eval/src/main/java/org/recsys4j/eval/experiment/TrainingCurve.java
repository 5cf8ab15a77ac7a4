package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.TrainingListener;

/** The epochs of one model, as {@code training.csv} holds them. */
final class TrainingCurve implements TrainingListener {
  private static final String HEADER =
      "epoch,loss,validation,examples,seconds,examples-per-second\n";

  private final List<EpochReport> epochs = new CopyOnWriteArrayList<>();

  @Override
  public void accept(EpochReport report) {
    epochs.add(report);
  }

  int epochs() {
    return epochs.size();
  }

  void write(OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (EpochReport epoch : epochs) {
      text.append(epoch.epoch()).append(',').append(epoch.loss()).append(',');
      epoch.validation().ifPresent(text::append);
      text.append(',').append(epoch.examples()).append(',').append(epoch.seconds()).append(',');
      if (epoch.seconds() > 0) {
        text.append(Math.round(epoch.examples() / epoch.seconds()));
      }
      text.append('\n');
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
