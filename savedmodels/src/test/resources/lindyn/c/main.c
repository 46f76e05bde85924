/*
 * Steps and resets two robots as standard input says and writes each step's torques to standard
 * output. A command is one byte: '0' or '1' and an input in raw floats steps that robot, 'a' or 'b'
 * resets it.
 */
#include "lindyn_model.h"

#include <stdio.h>

int main(void)
{
    lindyn_state robots[2];
    float input[LINDYN_INPUTS];
    float tau[LINDYN_JOINTS];
    int command;
    lindyn_reset(&robots[0]);
    lindyn_reset(&robots[1]);
    while ((command = getchar()) != EOF) {
        if (command == 'a' || command == 'b') {
            lindyn_reset(&robots[command - 'a']);
        } else if (fread(input, sizeof input, 1, stdin) == 1) {
            lindyn_step(&robots[command - '0'], input, tau);
            fwrite(tau, sizeof tau, 1, stdout);
        } else {
            return 1;
        }
    }
    return 0;
}
