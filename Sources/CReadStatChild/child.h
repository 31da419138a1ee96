#ifndef ASHAR_CHILD_H
#define ASHAR_CHILD_H

#include "CReadStatChild.h"

/// Work for a child: `pipe` is where its frames go.
typedef void (*ashar_work)(int pipe, const void *argument);

/// Forks a child that does `work` within `limits` and leaves; returns 0 or an errno.
int ashar_start(
    ashar_work work, const void *argument, ashar_limits limits, int writes_files, ashar_child *child);

/// A frame in the making and those not yet sent.
typedef struct {
    int pipe;
    uint8_t *bytes;
    size_t count;
    size_t capacity;
    size_t frame;  // where the open frame begins
} ashar_frames;

void ashar_frames_open(ashar_frames *frames, uint8_t kind);
void ashar_frames_close(ashar_frames *frames);
void ashar_frames_send(ashar_frames *frames);
void ashar_put(ashar_frames *frames, const void *bytes, size_t count);
void ashar_put_u8(ashar_frames *frames, uint8_t number);
void ashar_put_u32(ashar_frames *frames, uint32_t number);
void ashar_put_i64(ashar_frames *frames, int64_t number);
void ashar_put_f64(ashar_frames *frames, double number);
void ashar_put_text(ashar_frames *frames, const char *text);
void ashar_put_error(ashar_frames *frames, uint32_t code, const char *message);

#endif
