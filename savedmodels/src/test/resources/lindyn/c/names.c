/* Writes all names and units to standard output, each ended by a zero byte. */
#include "lindyn_model.h"

#include <stdio.h>
#include <string.h>

static void print(const char *const *texts, int count)
{
    for (int i = 0; i < count; i++) {
        fwrite(texts[i], strlen(texts[i]) + 1, 1, stdout);
    }
}

int main(void)
{
    print(lindyn_input_names, LINDYN_INPUTS);
    print(lindyn_input_units, LINDYN_INPUTS);
    print(lindyn_torque_names, LINDYN_JOINTS);
    print(lindyn_torque_units, LINDYN_JOINTS);
    return 0;
}
