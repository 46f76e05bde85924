package lindyn.bench.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lindyn.bench.job.Job;
import lindyn.bench.job.Labels;
import lindyn.bench.job.Outcome;

/**
 * The outcomes of jobs.
 *
 * @param outcomes by their labels; those of jobs that failed are missing
 */
record Results(Map<Labels, Outcome> outcomes) {

  /** Returns a number of several jobs, the repeats of one experiment. */
  Sample sample(List<? extends Job> repeats, String number) {
    return new Sample(
        repeats.stream()
            .map(job -> find(job).flatMap(outcome -> outcome.find(number)).orElse(Double.NaN))
            .toList());
  }

  Optional<Outcome> find(Job job) {
    return Optional.ofNullable(outcomes.get(job.labels()));
  }
}
