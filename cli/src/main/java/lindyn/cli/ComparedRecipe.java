package lindyn.cli;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import lindyn.InputException;

/** Models that {@code lindyn compare} knows by name. */
enum ComparedRecipe {
  /** The recommended LSTM, as lindyn train gives it. */
  LSTM,
  /** The same network without the rigid-body base. */
  LSTM_ALONE,
  /** The paper's network. */
  LSTM_PAPER,
  /** Exact Gaussian processes, as lindyn train gives them. */
  GP,
  /** The same with hyper-parameters of its own for each joint. */
  GP_PER_JOINT,
  /** The paper's: one process per joint, with one length scale. */
  GP_PAPER,
  /** Exact processes that see a window of inputs. */
  GP_WINDOW,
  /** Exact processes that correct a rigid-body regression. */
  GP_BASE,
  /** Exact processes that correct a rigid-body regression and see a window. */
  GP_WINDOW_BASE,
  /** Sparse Gaussian processes, as lindyn train gives them. */
  SGPR,
  /** Sparse processes that see a window of inputs. */
  SGPR_WINDOW,
  /** Sparse processes that correct a rigid-body regression. */
  SGPR_BASE,
  /** Sparse processes that correct a rigid-body regression and see a window. */
  SGPR_WINDOW_BASE,
  /** The rigid-body regression. */
  RIGID_BODY,
  /** The linear model. */
  LINEAR,
  /** The mean torque. */
  MEAN;

  /** Returns the name on the command line, in tables and in JSON. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the models of a list of names, each once, in the order of the list.
   *
   * @throws InputException if a name is unknown, or there is none
   */
  static List<ComparedRecipe> of(List<String> names) {
    Set<ComparedRecipe> recipes = new LinkedHashSet<>();
    for (String name : names) {
      recipes.add(of(name.strip().toLowerCase(Locale.ROOT)));
    }
    if (recipes.isEmpty()) {
      throw new InputException("--models: no model; expected some of " + titles());
    }
    return List.copyOf(recipes);
  }

  private static ComparedRecipe of(String name) {
    return Arrays.stream(values())
        .filter(recipe -> recipe.title().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException("--models: found '" + name + "', expected some of " + titles()));
  }

  static String titles() {
    return Arrays.stream(values()).map(ComparedRecipe::title).collect(Collectors.joining(", "));
  }
}
