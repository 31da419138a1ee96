#ifndef CFUZZER_H
#define CFUZZER_H

#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer (part of the Swift toolchain) with a program's arguments; see its documentation.
int LLVMFuzzerRunDriver(
    int *argc,
    char ***argv,
    int (*test_one_input)(const uint8_t *data, size_t size)
);

#endif
