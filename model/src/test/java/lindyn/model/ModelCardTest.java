package lindyn.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import lindyn.data.History;
import lindyn.lstm.LstmConfig;
import org.junit.jupiter.api.Test;

class ModelCardTest {

  @Test
  void tellsWhatToFeedAndWhereTheModelComesFrom() {
    String card = ModelCard.text(RandomModels.model(LstmConfig.PAPER, 2, 1));

    assertTrue(
        card.contains(
            "| `serving_default` | `motion` [batch, time, 11] | `tau` [batch, time, 3] |"),
        card);
    assertTrue(
        card.contains(
            "| `step` | `sample` [batch, 11], `state` [batch, 100]"
                + " | `tau` [batch, 3], `next_state` [batch, 100] |"),
        card);
    assertTrue(card.contains("tf.zeros([1, 100])"), card);
    assertTrue(card.contains("then load0, load1"), card);
    assertTrue(card.contains("Savitzky-Golay filter, window 0.25 s, order 4"), card);
    assertTrue(card.contains("joint0, joint1, joint2"), card);
    assertTrue(card.contains("the last 10 samples"), card);
    assertTrue(card.contains("| arm.csv | 100 | ab12 |"), card);
  }

  @Test
  void tellsThatAStreamSeesEverything() {
    LstmConfig config = LstmConfig.PAPER.withHistory(new History.Stream(10, 2));

    String card = ModelCard.text(RandomModels.model(config, 0, 1));

    assertTrue(card.contains("all samples up to it"), card);
  }
}
