
/*
 * Usage: one state per robot. There is no other memory that changes, so any number of robots and
 * threads can predict at once, as long as each state is used by one thread at a time.
 *
 *     lindyn_state robot;
 *     float input[LINDYN_INPUTS];
 *     float tau[LINDYN_JOINTS];
 *
 *     lindyn_reset(&robot);
 *     for (;;) {
 *         read_sensors(input);
 *         lindyn_step(&robot, input, tau);
 *         use(tau);
 *     }
 *
 * Compile lindyn_model.c with any C99 compiler and link it with the mathematical library (-lm). The
 * torques are those of Lindyn, to the last bit or nearly so: fused multiply-adds, which gcc uses
 * unless it is told -ffp-contract=off, and other libraries' sin, cos and tanh round a little
 * differently. With -ffast-math nothing that is said about NaN holds.
 */

#ifdef __cplusplus
extern "C" {
#endif

/* Names and units, in UTF-8. */
extern const char *const lindyn_input_names[LINDYN_INPUTS];
extern const char *const lindyn_input_units[LINDYN_INPUTS];
extern const char *const lindyn_torque_names[LINDYN_JOINTS];
extern const char *const lindyn_torque_units[LINDYN_JOINTS];

/* What the network remembers of one robot. May be copied; its members are nobody's business. */
typedef struct lindyn_state {
    float output[LINDYN_LAYERS][LINDYN_WIDEST_LAYER];
    float cell[LINDYN_LAYERS][LINDYN_WIDEST_LAYER];
    float recent[LINDYN_REMEMBERED][LINDYN_INPUTS];
    int newest;
    int started;
} lindyn_state;

/* Forgets everything: the next sample is the first of a motion. Needed before the first step. */
void lindyn_reset(lindyn_state *state);

/*
 * Advances by one sample and predicts its torques.
 *
 * input  the inputs listed above, in their order and units; must be finite, see above
 * tau    receives the torques listed above; must not overlap input
 *
 * Allocates nothing, takes no locks and never fails.
 */
void lindyn_step(lindyn_state *state, const float input[LINDYN_INPUTS], float tau[LINDYN_JOINTS]);

#ifdef __cplusplus
}
#endif

#endif
