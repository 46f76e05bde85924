/*
 * The limit: the training that PeerProblem describes, written by hand for this one network.
 *
 * Usage: lstm FOLDER THREADS
 *
 * 32 sequences at a time, a chunk, go through forward and backward pass, so that at 2 x 10 units
 * all that is kept for them stays in the second-level cache. A number of all sequences of a chunk
 * is a Row, two vectors of 16 with AVX-512: whatever is done for one sequence is done for the chunk by the same
 * instructions. At 2 x 256 units it is no limit: its blocks suit the registers, not the caches. Matrices of Rows have shape [features][time], and one column more than there are
 * time steps: states stand one column later than their step, inputs of a step in one column.
 */
#include <math.h>
#include <omp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef __AVX512F__
#define LANES 16
#define WIDTH 2
#else /* half as many registers, of half the size */
#define LANES 8
#define WIDTH 1
#endif
#define CHUNK (LANES * WIDTH)
#define ALWAYS_INLINE static inline __attribute__((always_inline))

typedef float Vector __attribute__((vector_size(LANES * sizeof(float))));

typedef union {
  Vector vector[WIDTH];
  float lane[CHUNK];
} Row;

/* The sizes of the problem. */
static int inputs, joints, layers, units, steps, batch;
static int stride; /* columns of a matrix of Rows */

/*
 * A linear map and what goes through it: z = W in, where in = [input; previous output; 1] of a layer
 * of cells, which has four outputs per unit in the order i, f, o, g, or [input; 1] of the read-out.
 */
typedef struct {
  int rows, inputs, outputs; /* rows: all of in; inputs: those that come from below */
  size_t place;              /* of the weights among all weights, shape [rows][outputs] */
  Row *in, *z;               /* z becomes the gates, and in the backward pass their gradients */
  Row *cell, *squashed;      /* c and tanh(c) */
  Row *din, *dcell;          /* gradients of one time step */
} Map;

typedef struct {
  Map *maps; /* the layers, then the read-out */
  Row *targets;
  float *gradient;
  double loss;
} Workspace;

static Row *rows(size_t count) {
  Row *memory = aligned_alloc(sizeof(Row), count * sizeof(Row));
  return memset(memory, 0, count * sizeof(Row));
}

static void *contents(const char *folder, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  if (!file) {
    perror(path);
    exit(1);
  }
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *bytes = calloc(size + 1, 1);
  if (fread(bytes, 1, size, file) != (size_t)size) exit(1);
  fclose(file);
  return bytes;
}

static double property(const char *properties, const char *key) {
  char line[64];
  snprintf(line, sizeof line, "\n%s=", key);
  const char *found = strstr(properties, line);
  if (!found) {
    fprintf(stderr, "no %s in problem.properties\n", key);
    exit(1);
  }
  return atof(found + strlen(line));
}

static Map map(int below, int state, int outputs, size_t place) {
  int count = below + state + 1;
  Map m = {count, below, outputs, place, rows((size_t)count * stride),
           rows((size_t)outputs * stride), rows((size_t)state * stride),
           rows((size_t)state * stride), rows(count), rows(state)};
  Row *ones = m.in + (size_t)(count - 1) * stride;
  for (int t = 0; t < stride; t++)
    for (int s = 0; s < CHUNK; s++) ones[t].lane[s] = 1;
  return m;
}

static size_t weights_of(const Map *m) { return (size_t)m->rows * m->outputs; }

static Workspace workspace(void) {
  Workspace w = {calloc(layers + 1, sizeof(Map)), rows((size_t)joints * stride), NULL, 0};
  size_t place = 0;
  for (int l = 0; l <= layers; l++) {
    w.maps[l] = l < layers ? map(l ? units : inputs, units, 4 * units, place)
                           : map(units, 0, joints, place);
    place += weights_of(&w.maps[l]);
  }
  w.gradient = calloc(place, sizeof(float));
  return w;
}

/*
 * out[i] = sum over k of a[i * across + k * along] x[k]. The sums stay in registers, which is why
 * rows is a constant wherever this is expanded.
 */
ALWAYS_INLINE void product_block(int rows, int terms, const float *a, int across, int along,
                                 const Row *x, int x_stride, Row *out, int out_stride) {
  Vector sum[10][WIDTH] = {0};
  for (int k = 0; k < terms; k++) {
    const Row *row = x + (size_t)k * x_stride;
#pragma GCC unroll 10
    for (int i = 0; i < rows; i++)
#pragma GCC unroll 2
      for (int v = 0; v < WIDTH; v++)
        sum[i][v] += a[(size_t)i * across + (size_t)k * along] * row->vector[v];
  }
#pragma GCC unroll 10
  for (int i = 0; i < rows; i++)
#pragma GCC unroll 2
    for (int v = 0; v < WIDTH; v++) out[(size_t)i * out_stride].vector[v] = sum[i][v];
}

static void product(int rows, int terms, const float *a, int across, int along, const Row *x,
                    int x_stride, Row *out, int out_stride) {
  int i = 0;
#define PRODUCT_BLOCKS(size)                                                                    \
  for (; i + size <= rows; i += size)                                                           \
  product_block(size, terms, a + (size_t)i * across, across, along, x, x_stride,                \
                out + (size_t)i * out_stride, out_stride)
  PRODUCT_BLOCKS(10);
  PRODUCT_BLOCKS(5);
  PRODUCT_BLOCKS(1);
}

/* gradient[i][j] += sum over time and sequences of x[i] dz[j]. */
ALWAYS_INLINE void gradient_block(int height, int width, const Row *x, const Row *dz,
                                  float *gradient, int outputs) {
  Vector sum[5][5] = {0};
  for (int t = 0; t < steps; t++)
    for (int v = 0; v < WIDTH; v++)
#pragma GCC unroll 5
      for (int i = 0; i < height; i++)
#pragma GCC unroll 5
        for (int j = 0; j < width; j++)
          sum[i][j] += x[(size_t)i * stride + t].vector[v] * dz[(size_t)j * stride + t].vector[v];
#pragma GCC unroll 5
  for (int i = 0; i < height; i++)
#pragma GCC unroll 5
    for (int j = 0; j < width; j++) {
      float total = 0;
      for (int s = 0; s < LANES; s++) total += sum[i][j][s];
      gradient[(size_t)i * outputs + j] += total;
    }
}

static void add_gradient(const Map *m, float *gradient) {
  int j = 0;
#define GRADIENT_ROWS(height, width)                                                       \
  for (; i + height <= m->rows; i += height)                                               \
  gradient_block(height, width, m->in + (size_t)i * stride, m->z + (size_t)j * stride,     \
                 gradient + (size_t)i * m->outputs + j, m->outputs)
#define GRADIENT_COLUMNS(width)                   \
  for (; j + width <= m->outputs; j += width) {   \
    int i = 0;                                    \
    GRADIENT_ROWS(5, width);                      \
    GRADIENT_ROWS(1, width);                      \
  }
  GRADIENT_COLUMNS(5)
  GRADIENT_COLUMNS(1)
}

/* 2^n times a polynomial (relative error 2e-7): unlike expf, the compiler can make vectors of it. */
ALWAYS_INLINE float exponential(float x) {
  float scaled = fminf(fmaxf(x * 1.44269504f, -126), 126);
  float n = rintf(scaled);
  float f = scaled - n;
  float power = 1 + f * (0.693147182f + f * (0.240226463f + f * (0.0555041087f
                + f * (0.00961812911f + f * (0.00133335581f + f * 0.000154035304f)))));
  int32_t bits = ((int32_t)n + 127) << 23;
  float two_to_n;
  memcpy(&two_to_n, &bits, sizeof bits);
  return power * two_to_n;
}

ALWAYS_INLINE float sigmoid(float x) { return 1 / (1 + exponential(-x)); }

ALWAYS_INLINE float tanh_of(float x) { return 2 * sigmoid(2 * x) - 1; }

/* z of one time step. */
static void apply(const Map *m, const float *weights, int t) {
  product(m->outputs, m->rows, weights + m->place, 1, m->outputs, m->in + t, stride, m->z + t,
          stride);
}

/* One time step of a layer; its outputs become inputs of the map above. */
static void forward(Map *m, const float *weights, int t, Row *above) {
  apply(m, weights, t);
  for (int k = 0; k < units; k++) {
    Row *restrict i = m->z + (size_t)k * stride + t;
    Row *restrict f = i + (size_t)units * stride;
    Row *restrict o = f + (size_t)units * stride;
    Row *restrict g = o + (size_t)units * stride;
    const Row *restrict before = m->cell + (size_t)k * stride + t;
    Row *restrict c = m->cell + (size_t)k * stride + t + 1;
    Row *restrict squashed = m->squashed + (size_t)k * stride + t;
    Row *restrict h = m->in + (size_t)(m->inputs + k) * stride + t + 1;
    Row *restrict input = above + (size_t)k * stride + t;
#pragma omp simd
    for (int s = 0; s < CHUNK; s++) {
      i->lane[s] = sigmoid(i->lane[s]);
      f->lane[s] = sigmoid(f->lane[s]);
      o->lane[s] = sigmoid(o->lane[s]);
      g->lane[s] = tanh_of(g->lane[s]);
      c->lane[s] = f->lane[s] * before->lane[s] + i->lane[s] * g->lane[s];
      squashed->lane[s] = tanh_of(c->lane[s]);
      h->lane[s] = o->lane[s] * squashed->lane[s];
      input->lane[s] = h->lane[s];
    }
  }
}

/* The gradients of a time step's inputs from row `first` on, from those of its z. */
static void pull(const Map *m, const float *weights, int t, int first) {
  product(m->rows - 1 - first, m->outputs, weights + m->place + (size_t)first * m->outputs,
          m->outputs, 1, m->z + t, stride, m->din + first, 1);
}

/* One time step of a layer backward; dh are the gradients of its outputs from above. */
static void backward(Map *m, const float *weights, int t, const Row *dh, int bottom) {
  for (int k = 0; k < units; k++) {
    Row *restrict i = m->z + (size_t)k * stride + t;
    Row *restrict f = i + (size_t)units * stride;
    Row *restrict o = f + (size_t)units * stride;
    Row *restrict g = o + (size_t)units * stride;
    const Row *restrict before = m->cell + (size_t)k * stride + t;
    const Row *restrict squashed = m->squashed + (size_t)k * stride + t;
    const Row *restrict later = m->din + m->inputs + k;
    Row *restrict dcell = m->dcell + k;
#pragma omp simd
    for (int s = 0; s < CHUNK; s++) {
      float dhs = dh[k].lane[s] + later->lane[s];
      float is = i->lane[s], fs = f->lane[s], os = o->lane[s], gs = g->lane[s];
      float ss = squashed->lane[s];
      float dc = dcell->lane[s] + dhs * os * (1 - ss * ss);
      i->lane[s] = dc * gs * is * (1 - is);
      f->lane[s] = dc * before->lane[s] * fs * (1 - fs);
      o->lane[s] = dhs * ss * os * (1 - os);
      g->lane[s] = dc * is * (1 - gs * gs);
      dcell->lane[s] = dc * fs;
    }
  }
  pull(m, weights, t, bottom ? m->inputs : 0);
}

static void gather(Workspace *w, const float *samples, const int32_t *first) {
  int columns = inputs + joints;
  for (int t = 0; t < steps; t++)
    for (int s = 0; s < CHUNK; s++) {
      const float *sample = samples + (size_t)(first[s] + t) * columns;
      for (int k = 0; k < inputs; k++) w->maps[0].in[(size_t)k * stride + t].lane[s] = sample[k];
      for (int k = 0; k < joints; k++)
        w->targets[(size_t)k * stride + t].lane[s] = sample[inputs + k];
    }
}

/* The read-out of all time steps, the squared errors, and their gradients in place of it. */
static void score(Workspace *w, const float *weights) {
  Map *out = &w->maps[layers];
  float scale = 1.0f / ((float)batch * steps * joints);
  float sum = 0;
  for (int t = 0; t < steps; t++) {
    apply(out, weights, t);
    for (int k = 0; k < joints; k++) {
      Row *restrict y = out->z + (size_t)k * stride + t;
      const Row *restrict target = w->targets + (size_t)k * stride + t;
      for (int s = 0; s < CHUNK; s++) {
        float error = y->lane[s] - target->lane[s];
        sum += error * error;
        y->lane[s] = 2 * scale * error;
      }
    }
  }
  w->loss += sum * scale;
}

/* Adds the loss and the gradient of one chunk. */
static void train_chunk(Workspace *w, const float *weights) {
  for (int t = 0; t < steps; t++)
    for (int l = 0; l < layers; l++) forward(&w->maps[l], weights, t, w->maps[l + 1].in);
  score(w, weights);
  for (int l = 0; l < layers; l++) {
    memset(w->maps[l].din, 0, w->maps[l].rows * sizeof(Row));
    memset(w->maps[l].dcell, 0, units * sizeof(Row));
  }
  for (int t = steps - 1; t >= 0; t--) {
    pull(&w->maps[layers], weights, t, 0);
    for (int l = layers - 1; l >= 0; l--)
      backward(&w->maps[l], weights, t, w->maps[l + 1].din, l == 0);
  }
  for (int l = 0; l <= layers; l++) add_gradient(&w->maps[l], w->gradient + w->maps[l].place);
}

static void adagrad(float *weights, float *sums, Workspace *w, int threads, size_t count,
                    float rate) {
  for (size_t i = 0; i < count; i++) {
    float g = 0;
    for (int thread = 0; thread < threads; thread++) {
      g += w[thread].gradient[i];
      w[thread].gradient[i] = 0;
    }
    sums[i] += g * g;
    weights[i] -= rate * g / sqrtf(sums[i]);
  }
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + 1e-9 * now.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: lstm FOLDER THREADS\n");
    return 2;
  }
  int threads = atoi(argv[2]);
  omp_set_num_threads(threads);
  const char *properties = contents(argv[1], "problem.properties");
  inputs = property(properties, "inputs"), joints = property(properties, "joints");
  layers = property(properties, "layers"), units = property(properties, "units");
  steps = property(properties, "timeSteps"), batch = property(properties, "batch");
  stride = steps + 1;
  int warm_up = property(properties, "warmUp"), updates = property(properties, "updates");
  float learning_rate = property(properties, "learningRate");
  float initial_accumulator = property(properties, "initialAccumulator");
  if (batch % CHUNK) {
    fprintf(stderr, "the batch must be a multiple of %d\n", CHUNK);
    return 2;
  }
  const float *samples = contents(argv[1], "samples.f32");
  const int32_t *first_rows = contents(argv[1], "batches.i32");
  float *weights = contents(argv[1], "weights.f32");
  Workspace *w = calloc(threads, sizeof(Workspace));
  for (int thread = 0; thread < threads; thread++) w[thread] = workspace();
  size_t count = w->maps[layers].place + weights_of(&w->maps[layers]);
  float *sums = calloc(count, sizeof(float));
  for (size_t i = 0; i < count; i++) sums[i] = initial_accumulator;

  double begin = 0, end = 0, losses[2] = {0};
  for (int update = 0; update <= updates; update++) {
    if (update == warm_up) begin = seconds();
    if (update == updates) end = seconds();
#pragma omp parallel for schedule(static)
    for (int chunk = 0; chunk < batch / CHUNK; chunk++) {
      Workspace *own = &w[omp_get_thread_num()];
      gather(own, samples, first_rows + (size_t)update * batch + (size_t)chunk * CHUNK);
      train_chunk(own, weights);
    }
    double loss = 0;
    for (int thread = 0; thread < threads; thread++) {
      loss += w[thread].loss;
      w[thread].loss = 0;
    }
    adagrad(weights, sums, w, threads, count, learning_rate);
    if (update == warm_up) losses[0] = loss;
    if (update == updates) losses[1] = loss;
  }
  double rate = (double)(updates - warm_up) * batch * steps / (end - begin);
  printf("C, gcc %s\t%.0f\t%.9g\t%.9g\n", __VERSION__, rate, losses[0], losses[1]);
  return 0;
}
