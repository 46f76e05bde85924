
/* ---- The same arithmetic for every model ----------------------------------------------------- */

/* Beyond this the rational function below does not come closer to 1, which it misses by 2.4e-7. */
#define TANH_LIMIT 7.90531f

/* Returns x, but at most limit and at least -limit; NaN stays NaN. */
static float limited(float x, float limit)
{
    return x > limit ? limit : x < -limit ? -limit : x;
}

/* Returns tanh(x) to 4e-7: a minimax rational function of degrees 13 and 6. */
static float fast_tanh(float x)
{
    const float y = limited(x, TANH_LIMIT);
    const float y2 = y * y;
    float p = -2.7607684e-16f;
    float q = 1.1982584e-6f;
    p = p * y2 + 2.000188e-13f;
    p = p * y2 - 8.604672e-11f;
    p = p * y2 + 5.1222973e-8f;
    p = p * y2 + 1.48572235e-5f;
    p = p * y2 + 6.3726195e-4f;
    p = p * y2 + 4.8935246e-3f;
    q = q * y2 + 1.1853471e-4f;
    q = q * y2 + 2.2684347e-3f;
    q = q * y2 + 4.893525e-3f;
    return y * p / q;
}

/* Returns 1 / (1 + exp(-x)). */
static float fast_sigmoid(float x)
{
    return 0.5f * fast_tanh(0.5f * x) + 0.5f;
}

/* Adds vector * matrix to target; the matrix has shape [rows, columns]. */
static void add_product(const float *vector, int rows, const float *matrix, float *target,
                        int columns)
{
    for (int row = 0; row < rows; row++) {
        const float factor = vector[row];
        for (int column = 0; column < columns; column++) {
            target[column] += factor * matrix[row * columns + column];
        }
    }
}

/* Advances one layer: gates i, f, o and candidate g, then the cell state c and the output h. */
static void layer_step(const struct layer *layer, const float *input, float *output, float *cell)
{
    const int units = layer->units;
    float gates[4 * LINDYN_WIDEST_LAYER];
    for (int k = 0; k < 4 * units; k++) {
        gates[k] = layer->bias[k];
    }
    add_product(input, layer->inputs, layer->kernel, gates, 4 * units);
    add_product(output, units, layer->kernel + layer->inputs * 4 * units, gates, 4 * units);
    for (int k = 0; k < 3 * units; k++) {
        gates[k] = fast_sigmoid(gates[k]);
    }
    for (int k = 3 * units; k < 4 * units; k++) {
        gates[k] = fast_tanh(gates[k]);
    }
    for (int k = 0; k < units; k++) {
        cell[k] = gates[units + k] * cell[k] + gates[k] * gates[3 * units + k];
        output[k] = gates[2 * units + k] * SQUASHED_CELL(cell[k]);
    }
}

/* Advances all layers by one standardised sample. */
static void network_step(lindyn_state *state, const float *sample)
{
    const float *below = sample;
    for (int l = 0; l < LINDYN_LAYERS; l++) {
        layer_step(&layers[l], below, state->output[l], state->cell[l]);
        below = state->output[l];
    }
}

/* Sets outputs and cell states of all layers to zero. */
static void network_reset(lindyn_state *state)
{
    for (int l = 0; l < LINDYN_LAYERS; l++) {
        for (int k = 0; k < LINDYN_WIDEST_LAYER; k++) {
            state->output[l][k] = 0.0f;
            state->cell[l][k] = 0.0f;
        }
    }
}

#if HAS_READ_OUT
/* Writes what the network predicts in its present state, in standardised units. */
static void network_output(const lindyn_state *state, float *tau)
{
    for (int joint = 0; joint < LINDYN_JOINTS; joint++) {
        tau[joint] = read_out_bias[joint];
    }
    add_product(state->output[LINDYN_LAYERS - 1], READ_OUT_ROWS, read_out_kernel, tau,
                LINDYN_JOINTS);
}
#else
/* Writes what the network predicts in its present state: the outputs of the last layer. */
static void network_output(const lindyn_state *state, float *tau)
{
    for (int joint = 0; joint < LINDYN_JOINTS; joint++) {
        tau[joint] = state->output[LINDYN_LAYERS - 1][joint];
    }
}
#endif

/* Standardises an input into the ring of the last samples. */
static void remember(lindyn_state *state, const float *input)
{
    state->newest = (state->newest + 1) % LINDYN_REMEMBERED;
    for (int i = 0; i < LINDYN_INPUTS; i++) {
        const float z = (input[i] - input_offset[i]) * input_factor[i];
        state->recent[state->newest][i] = limited(z, INPUT_LIMIT);
    }
}

/* Lets the first sample of a motion stand for the ones before it. */
static void begin(lindyn_state *state)
{
    const float *first = state->recent[state->newest];
    for (int sample = 0; sample < LINDYN_REMEMBERED; sample++) {
        for (int i = 0; i < LINDYN_INPUTS; i++) {
            state->recent[sample][i] = first[i];
        }
    }
    network_reset(state);
    for (int i = 0; i < WARM_UP; i++) {
        network_step(state, first);
    }
    state->started = 1;
}

#if IS_WINDOW
/* Lets the network see the window anew, from its oldest sample on. */
static void see(lindyn_state *state)
{
    network_reset(state);
    for (int i = 1; i <= LINDYN_REMEMBERED; i++) {
        network_step(state, state->recent[(state->newest + i) % LINDYN_REMEMBERED]);
    }
}
#else
/* Lets the network see the newest sample. */
static void see(lindyn_state *state)
{
    network_step(state, state->recent[state->newest]);
}
#endif

#if HAS_BASE
/* The input itself, sin q, cos q and tanh(qd / s) with the friction speeds s. */
static void simple_terms(const float *input, float *terms)
{
    for (int i = 0; i < LINDYN_INPUTS; i++) {
        terms[i] = input[i];
    }
    for (int joint = 0; joint < LINDYN_JOINTS; joint++) {
        const float qd = input[LINDYN_JOINTS + joint];
        float *term = terms + LINDYN_INPUTS + joint;
        term[0] = (float)sin((double)input[joint]);
        term[LINDYN_JOINTS] = (float)cos((double)input[joint]);
        term[2 * LINDYN_JOINTS] = (float)tanh((double)(qd * inverse_friction_speed[joint]));
    }
}

/* Returns the sum of the angles of neighbouring joints. */
static float chain_angle(const float *q, int chain)
{
    float angle = q[chains[chain].first];
    for (int joint = chains[chain].first + 1; joint <= chains[chain].last; joint++) {
        angle += q[joint];
    }
    return angle;
}

/* Adds what one feature explains. */
static void add_feature(int feature, float value, float *tau)
{
    const float z = (value - feature_offset[feature]) * feature_factor[feature];
    const float factor = limited(z, FEATURE_LIMIT);
    for (int joint = 0; joint < LINDYN_JOINTS; joint++) {
        tau[joint] += factor * base_weights[feature * LINDYN_JOINTS + joint];
    }
}

/* Writes the torques of the rigid-body regression, which the network corrects. */
static void rigid_body(const float *input, float *tau)
{
    float terms[SIMPLE_TERMS];
    int feature = 0;
    simple_terms(input, terms);
    for (int joint = 0; joint < LINDYN_JOINTS; joint++) {
        tau[joint] = base_intercept[joint];
    }
    for (int term = 0; term < SIMPLE_TERMS; term++) {
        add_feature(feature++, terms[term], tau);
    }
    for (int chain = 0; chain < CHAINS; chain++) {
        add_feature(feature++, (float)sin((double)chain_angle(input, chain)), tau);
    }
    for (int chain = 0; chain < CHAINS; chain++) {
        add_feature(feature++, (float)cos((double)chain_angle(input, chain)), tau);
    }
    for (int k = 0; k < PRODUCTS; k++) {
        const float value = terms[products[k].left] * terms[products[k].right];
        add_feature(feature++, limited(value, FLT_MAX), tau); /* an outlier's square may overflow */
    }
}

/* Adds the torques of the rigid-body regression. */
static void add_base(const float *input, float *tau)
{
    float base[LINDYN_JOINTS];
    rigid_body(input, base);
    for (int joint = 0; joint < LINDYN_JOINTS; joint++) {
        tau[joint] += base[joint];
    }
}
#endif

void lindyn_reset(lindyn_state *state)
{
    state->newest = 0;
    state->started = 0;
}

void lindyn_step(lindyn_state *state, const float input[LINDYN_INPUTS], float tau[LINDYN_JOINTS])
{
    remember(state, input);
    if (!state->started) {
        begin(state);
    }
    see(state);
    network_output(state, tau);
    for (int joint = 0; joint < LINDYN_JOINTS; joint++) {
        tau[joint] = tau[joint] * torque_scale[joint] + torque_offset[joint];
    }
#if HAS_BASE
    add_base(input, tau);
#endif
}
