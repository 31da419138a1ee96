#include "child.h"

#include <readstat.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// About so many cells wait in the child before they are sent, column by column.
#define CELLS_AT_ONCE (128u << 10)
// A column of texts is sent before it has this many bytes, to keep frames below ASHAR_FRAME_MOST; one
// text is at most 2 MB (Stata's long strings are cut there, as Stata itself does).
#define TEXT_AT_ONCE (8u << 20)
#define LONGEST_TEXT 2000000u

typedef struct {
    int is_text;
    double *numbers;
    ashar_frames texts;  // used as a growing buffer only
} column;

typedef struct {
    const ashar_reading *reading;
    ashar_frames frames;
    column *columns;
    size_t column_count;
    size_t column_capacity;
    size_t variable_count;
    size_t next_column;
    size_t waiting;
    size_t rows_at_once;
    size_t text_bytes;
    uint64_t rows;
    // The bytes that a Stata file gives the name of a set of labels; 0 in other files.
    size_t set_bytes;
} context;

static void *allocate(void *old, size_t count, size_t size) {
    void *bytes = reallocarray(old, count, size);
    if (bytes == NULL && count > 0) _exit(1);
    return bytes;
}

// MARK: the dictionary

// The width of a set's name in Stata files (numbered from 104), as ReadStat has it.
static size_t bytes_of_set(int64_t version) {
    if (version < 104) return 0;
    return version < 110 ? 9 : version < 118 ? 33 : 129;
}

// A name that fills its place in a Stata file has no end, and ReadStat hands it on like that.
static void put_set(context *c, const char *set) {
    size_t length = set == NULL ? 0 : c->set_bytes > 0 ? strnlen(set, c->set_bytes) : strlen(set);
    ashar_put_u32(&c->frames, (uint32_t)length);
    ashar_put(&c->frames, set, length);
}

static int on_file(readstat_metadata_t *file, void *argument) {
    context *c = argument;
    c->set_bytes = bytes_of_set(file->file_format_version);
    ashar_frames_open(&c->frames, ASHAR_FRAME_FILE);
    ashar_put_i64(&c->frames, file->row_count);
    ashar_put_i64(&c->frames, file->var_count);
    ashar_put_u32(&c->frames, (uint32_t)file->file_format_version);
    ashar_put_text(&c->frames, file->file_encoding);
    ashar_put_text(&c->frames, file->file_label);
    ashar_frames_close(&c->frames);
    return READSTAT_HANDLER_OK;
}

static void put_variable(context *c, int index, readstat_variable_t *variable, const char *set) {
    int is_text = readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING;
    ashar_frames_open(&c->frames, ASHAR_FRAME_VARIABLE);
    ashar_put_u32(&c->frames, (uint32_t)index);
    ashar_put_u8(&c->frames, (uint8_t)is_text);
    ashar_put_u8(&c->frames, (uint8_t)readstat_variable_get_measure(variable));
    ashar_put_text(&c->frames, readstat_variable_get_name(variable));
    ashar_put_text(&c->frames, readstat_variable_get_label(variable));
    ashar_put_text(&c->frames, readstat_variable_get_format(variable));
    put_set(c, set);
    int ranges = readstat_variable_get_missing_ranges_count(variable);
    if (ranges < 0 || ranges > 16) ranges = 0;
    ashar_put_u32(&c->frames, (uint32_t)ranges);
    for (int i = 0; i < ranges; i++) {
        readstat_value_t low = readstat_variable_get_missing_range_lo(variable, i);
        readstat_value_t high = readstat_variable_get_missing_range_hi(variable, i);
        if (is_text) {
            ashar_put_text(&c->frames, readstat_string_value(low));
            ashar_put_text(&c->frames, readstat_string_value(high));
        } else {
            ashar_put_f64(&c->frames, readstat_double_value(low));
            ashar_put_f64(&c->frames, readstat_double_value(high));
        }
    }
    ashar_frames_close(&c->frames);
}

static int on_variable(int index, readstat_variable_t *variable, const char *set, void *argument) {
    context *c = argument;
    if (index < 0 || (size_t)index != c->variable_count) return READSTAT_HANDLER_ABORT;
    c->variable_count++;
    put_variable(c, index, variable, set);
    const ashar_reading *reading = c->reading;
    if (reading->skips == NULL) return READSTAT_HANDLER_OK;
    if ((size_t)index >= reading->skip_count) return READSTAT_HANDLER_ABORT;
    if (reading->skips[index]) return READSTAT_HANDLER_SKIP_VARIABLE;
    if (c->column_count == c->column_capacity) {
        c->column_capacity = c->column_capacity * 2 + 64;
        c->columns = allocate(c->columns, c->column_capacity, sizeof *c->columns);
    }
    column *added = &c->columns[c->column_count++];
    memset(added, 0, sizeof *added);
    added->is_text = readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING;
    return READSTAT_HANDLER_OK;
}

static int on_label(const char *set, readstat_value_t value, const char *label, void *argument) {
    context *c = argument;
    ashar_frames_open(&c->frames, ASHAR_FRAME_LABEL);
    put_set(c, set);
    if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
        ashar_put_u8(&c->frames, 2);
        ashar_put_text(&c->frames, readstat_string_value(value));
    } else if (readstat_value_is_tagged_missing(value)) {
        ashar_put_u8(&c->frames, 1);
        ashar_put_u8(&c->frames, (uint8_t)readstat_value_tag(value));
    } else {
        ashar_put_u8(&c->frames, 0);
        ashar_put_f64(&c->frames, readstat_double_value(value));
    }
    ashar_put_text(&c->frames, label);
    ashar_frames_close(&c->frames);
    return READSTAT_HANDLER_OK;
}

// MARK: the values

static void send_waiting(context *c) {
    uint32_t count = (uint32_t)c->waiting;
    if (count == 0) return;
    for (size_t i = 0; i < c->column_count; i++) {
        column *one = &c->columns[i];
        ashar_frames_open(&c->frames, one->is_text ? ASHAR_FRAME_TEXTS : ASHAR_FRAME_NUMBERS);
        ashar_put_u32(&c->frames, (uint32_t)i);
        ashar_put_u32(&c->frames, count);
        if (one->is_text) {
            ashar_put(&c->frames, one->texts.bytes, one->texts.count);
            one->texts.count = 0;
        } else {
            ashar_put(&c->frames, one->numbers, count * sizeof(double));
        }
        ashar_frames_close(&c->frames);
    }
    c->waiting = 0;
    c->text_bytes = 0;
}

// Misbehaves as a test asks, once some work is done.
static void misbehave(context *c) {
    volatile uint64_t turns = 0;
    switch (c->reading->fault) {
    case ASHAR_CRASHES:
        *(volatile int *)(uintptr_t)turns = 1;
        break;
    case ASHAR_HANGS:
        for (;;) pause();
    case ASHAR_SPINS:
        for (;;) turns++;
    case ASHAR_EATS_MEMORY:
        for (;;) {
            uint8_t *block = malloc(16 << 20);
            if (block == NULL) abort();
            turns += block[0];
        }
    case ASHAR_SENDS_NONSENSE:
        ashar_put_u8(&c->frames, ASHAR_FRAME_NUMBERS);
        ashar_put_u32(&c->frames, UINT32_MAX);
        ashar_frames_send(&c->frames);
        _exit(0);
    case ASHAR_STOPS_EARLY:
        ashar_frames_send(&c->frames);
        _exit(0);
    default:
        break;
    }
}

static double number_of(readstat_value_t value) {
    if (readstat_value_is_tagged_missing(value) || readstat_value_is_system_missing(value)) {
        uint64_t bits = 0x7ff8000000000000u;
        if (readstat_value_is_tagged_missing(value)) bits |= (uint8_t)readstat_value_tag(value);
        double missing;
        memcpy(&missing, &bits, sizeof missing);
        return missing;
    }
    double number = readstat_double_value(value);
    return number == number ? number : __builtin_nan("");
}

static void prepare_columns(context *c) {
    size_t rows = CELLS_AT_ONCE / (c->column_count + 1) + 1;
    c->rows_at_once = rows < 4096 ? rows : 4096;
    for (size_t i = 0; i < c->column_count; i++) {
        if (c->columns[i].is_text) continue;
        c->columns[i].numbers = allocate(NULL, c->rows_at_once, sizeof(double));
    }
}

static void put_text_cell(context *c, column *one, const char *text) {
    size_t length = text == NULL ? 0 : strnlen(text, LONGEST_TEXT);
    ashar_put_u32(&one->texts, (uint32_t)length);
    ashar_put(&one->texts, text, length);
    c->text_bytes += length + 4;
}

static int on_value(int row, readstat_variable_t *variable, readstat_value_t value, void *argument) {
    context *c = argument;
    size_t position = (size_t)readstat_variable_get_index_after_skipping(variable);
    // Row by row, column by column, nothing left out: else the columns would shift against each other.
    if (position != c->next_column || position >= c->column_count || (uint64_t)row != c->rows) {
        return READSTAT_HANDLER_ABORT;
    }
    if (c->rows_at_once == 0) prepare_columns(c);
    column *one = &c->columns[position];
    int is_text = readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING;
    if (is_text != one->is_text) return READSTAT_HANDLER_ABORT;
    if (is_text) {
        put_text_cell(c, one, readstat_string_value(value));
    } else {
        one->numbers[c->waiting] = number_of(value);
    }
    if (++c->next_column < c->column_count) return READSTAT_HANDLER_OK;
    c->next_column = 0;
    c->rows++;
    if (++c->waiting == c->rows_at_once || c->text_bytes >= TEXT_AT_ONCE) send_waiting(c);
    return READSTAT_HANDLER_OK;
}

// MARK: the work

static readstat_error_t parse(readstat_parser_t *parser, context *c) {
    switch (c->reading->format) {
    case ASHAR_STATA:
        return readstat_parse_dta(parser, c->reading->path, c);
    case ASHAR_PORTABLE:
        return readstat_parse_por(parser, c->reading->path, c);
    default:
        return readstat_parse_sav(parser, c->reading->path, c);
    }
}

static void work(int pipe, const void *argument) {
    context c = {.reading = argument, .frames = {.pipe = pipe}};
    readstat_parser_t *parser = readstat_parser_init();
    if (parser == NULL) _exit(1);
    readstat_set_metadata_handler(parser, on_file);
    readstat_set_variable_handler(parser, on_variable);
    readstat_set_value_label_handler(parser, on_label);
    if (c.reading->skips != NULL) readstat_set_value_handler(parser, on_value);
    // Texts leave as they stand in the file: one bad letter then costs that letter, not the file.
    readstat_set_handler_character_encoding(parser, NULL);
    readstat_error_t error = parse(parser, &c);
    if (c.reading->fault != ASHAR_SOUND) misbehave(&c);
    send_waiting(&c);
    if (error != READSTAT_OK) {
        ashar_put_error(&c.frames, (uint32_t)error, readstat_error_message(error));
        _exit(0);
    }
    ashar_frames_open(&c.frames, ASHAR_FRAME_END);
    ashar_put_i64(&c.frames, (int64_t)c.rows);
    ashar_frames_close(&c.frames);
    ashar_frames_send(&c.frames);
}

int ashar_start_reading(const ashar_reading *reading, ashar_child *child) {
    return ashar_start(work, reading, reading->limits, 0, child);
}
