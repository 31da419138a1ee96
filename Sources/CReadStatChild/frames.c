#include "child.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Frames are sent once this much has gathered.
#define ENOUGH (256u << 10)

static void reserve(ashar_frames *frames, size_t more) {
    if (frames->capacity - frames->count >= more) return;
    size_t capacity = (frames->count + more) * 2;
    uint8_t *bytes = realloc(frames->bytes, capacity);
    if (bytes == NULL) _exit(1);
    frames->bytes = bytes;
    frames->capacity = capacity;
}

void ashar_put(ashar_frames *frames, const void *bytes, size_t count) {
    reserve(frames, count);
    if (count > 0) memcpy(frames->bytes + frames->count, bytes, count);
    frames->count += count;
}

void ashar_put_u8(ashar_frames *frames, uint8_t number) {
    ashar_put(frames, &number, sizeof number);
}

void ashar_put_u32(ashar_frames *frames, uint32_t number) {
    ashar_put(frames, &number, sizeof number);
}

void ashar_put_i64(ashar_frames *frames, int64_t number) {
    ashar_put(frames, &number, sizeof number);
}

void ashar_put_f64(ashar_frames *frames, double number) {
    ashar_put(frames, &number, sizeof number);
}

void ashar_put_text(ashar_frames *frames, const char *text) {
    size_t length = text == NULL ? 0 : strlen(text);
    ashar_put_u32(frames, (uint32_t)length);
    ashar_put(frames, text, length);
}

void ashar_frames_open(ashar_frames *frames, uint8_t kind) {
    ashar_put_u8(frames, kind);
    frames->frame = frames->count;
    ashar_put_u32(frames, 0);
}

void ashar_frames_close(ashar_frames *frames) {
    uint32_t length = (uint32_t)(frames->count - frames->frame - sizeof length);
    memcpy(frames->bytes + frames->frame, &length, sizeof length);
    if (frames->count >= ENOUGH) ashar_frames_send(frames);
}

void ashar_frames_send(ashar_frames *frames) {
    size_t sent = 0;
    while (sent < frames->count) {
        ssize_t count = write(frames->pipe, frames->bytes + sent, frames->count - sent);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) _exit(1);
        sent += (size_t)count;
    }
    frames->count = 0;
}

void ashar_put_error(ashar_frames *frames, uint32_t code, const char *message) {
    ashar_frames_open(frames, ASHAR_FRAME_ERROR);
    ashar_put_u32(frames, code);
    ashar_put_text(frames, message);
    ashar_frames_close(frames);
    ashar_frames_send(frames);
}
