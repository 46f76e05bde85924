/* Steps through a log of the simulated arm in C: predict < LOG. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lindyn_model.h"

int main(void)
{
    char row[4096];
    float input[LINDYN_INPUTS];
    float tau[LINDYN_JOINTS];
    lindyn_state robot;

    lindyn_reset(&robot);
    if (!fgets(row, sizeof row, stdin)) { /* the names of the columns */
        return 1;
    }
    while (fgets(row, sizeof row, stdin)) {
        char *cell = strtok(row, ","); /* trajectory, then t and fill, then the inputs */
        for (int i = -2; i < LINDYN_INPUTS; i++) {
            cell = strtok(NULL, ",");
            if (!cell) {
                return 1;
            }
            if (i >= 0) {
                input[i] = strtof(cell, NULL);
            }
        }
        lindyn_step(&robot, input, tau);
        for (int joint = 0; joint < LINDYN_JOINTS; joint++) {
            printf(joint ? ",%.4f" : "%.4f", (double)tau[joint]);
        }
        printf("\n");
    }
    return 0;
}
