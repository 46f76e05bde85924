package lindyn.gp;

/**
 * How far a search for hyper-parameters is.
 *
 * @param points points that the likelihood is evaluated with at this stage
 * @param allPoints points that it will be evaluated with at the last stage
 * @param evaluations how many evaluations there were at all stages
 * @param best the greatest value of this stage: the log likelihood, before the last stage times a
 *     weak prior; −∞ if it existed nowhere yet
 */
public record SearchProgress(int points, int allPoints, int evaluations, double best) {}
