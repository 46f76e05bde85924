package lindyn.gp;

/**
 * How far a search for hyper-parameters is.
 *
 * @param points points that the likelihood is evaluated with at this stage
 * @param allPoints points that it will be evaluated with at the last stage
 * @param evaluations how many evaluations there were at all stages
 * @param logLikelihood the greatest log likelihood of this stage, which grows with the points; −∞
 *     if it existed nowhere yet
 */
public record SearchProgress(int points, int allPoints, int evaluations, double logLikelihood) {}
