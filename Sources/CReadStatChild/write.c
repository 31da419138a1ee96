#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <readstat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// MARK: the table, laid out by the parent

typedef struct {
    double number;
    char *text;
    char *label;
} value_label;

typedef struct {
    double low;
    double high;
    char *text;
} missing_range;

typedef struct {
    char *name;
    char *label;
    char *format;
    int measure;
    size_t width;
    double *numbers;
    int32_t *positions;
    char **texts;
    size_t text_count, text_capacity;
    value_label *labels;
    size_t label_count, label_capacity;
    missing_range missing[3];
    size_t missing_count;
} written_column;

struct ashar_writing {
    size_t rows;
    written_column *columns;
    size_t count, capacity;
};

ashar_writing *ashar_writing_new(size_t rows) {
    ashar_writing *writing = calloc(1, sizeof *writing);
    if (writing != NULL) writing->rows = rows;
    return writing;
}

static void free_column(written_column *column) {
    free(column->name);
    free(column->label);
    free(column->format);
    free(column->numbers);
    free(column->positions);
    for (size_t i = 0; i < column->text_count; i++) free(column->texts[i]);
    free(column->texts);
    for (size_t i = 0; i < column->label_count; i++) {
        free(column->labels[i].text);
        free(column->labels[i].label);
    }
    free(column->labels);
    for (size_t i = 0; i < column->missing_count; i++) free(column->missing[i].text);
}

void ashar_writing_free(ashar_writing *writing) {
    if (writing == NULL) return;
    for (size_t i = 0; i < writing->count; i++) free_column(&writing->columns[i]);
    free(writing->columns);
    free(writing);
}

// Makes room for one more element; -1 without memory.
static int grow(void **elements, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) return 0;
    size_t more = *capacity * 2 + 16;
    void *grown = reallocarray(*elements, more, size);
    if (grown == NULL) return -1;
    *elements = grown;
    *capacity = more;
    return 0;
}

static written_column *add_column(ashar_writing *writing, const char *name, const char *label) {
    if (grow((void **)&writing->columns, writing->count, &writing->capacity, sizeof(written_column))) {
        return NULL;
    }
    written_column *column = &writing->columns[writing->count++];
    memset(column, 0, sizeof *column);
    column->name = strdup(name);
    column->label = strdup(label);
    return column->name != NULL && column->label != NULL ? column : NULL;
}

int ashar_writing_numbers(
    ashar_writing *writing, const char *name, const char *label, const char *format, int measure,
    const double *values
) {
    written_column *column = add_column(writing, name, label);
    if (column == NULL) return -1;
    column->measure = measure;
    column->format = strdup(format);
    column->numbers = reallocarray(NULL, writing->rows + 1, sizeof(double));
    if (column->format == NULL || column->numbers == NULL) return -1;
    if (writing->rows > 0) memcpy(column->numbers, values, writing->rows * sizeof(double));
    return 0;
}

int ashar_writing_texts(
    ashar_writing *writing, const char *name, const char *label, size_t width,
    const int32_t *positions
) {
    written_column *column = add_column(writing, name, label);
    if (column == NULL) return -1;
    column->measure = READSTAT_MEASURE_NOMINAL;
    column->width = width;
    column->positions = reallocarray(NULL, writing->rows + 1, sizeof(int32_t));
    if (column->positions == NULL) return -1;
    if (writing->rows > 0) memcpy(column->positions, positions, writing->rows * sizeof(int32_t));
    return 0;
}

static written_column *newest(ashar_writing *writing) {
    return &writing->columns[writing->count - 1];
}

int ashar_writing_text(ashar_writing *writing, const char *text) {
    written_column *column = newest(writing);
    if (grow((void **)&column->texts, column->text_count, &column->text_capacity, sizeof(char *))) {
        return -1;
    }
    char *copy = strdup(text);
    if (copy == NULL) return -1;
    column->texts[column->text_count++] = copy;
    return 0;
}

int ashar_writing_label(
    ashar_writing *writing, double number, const char *text, const char *label
) {
    written_column *column = newest(writing);
    if (grow((void **)&column->labels, column->label_count, &column->label_capacity,
             sizeof(value_label))) {
        return -1;
    }
    value_label added = {number, text == NULL ? NULL : strdup(text), strdup(label)};
    column->labels[column->label_count++] = added;
    return added.label != NULL && (text == NULL || added.text != NULL) ? 0 : -1;
}

int ashar_writing_missing(ashar_writing *writing, double low, double high, const char *text) {
    written_column *column = newest(writing);
    if (column->missing_count == 3) return -1;
    missing_range added = {low, high, text == NULL ? NULL : strdup(text)};
    column->missing[column->missing_count++] = added;
    return text == NULL || added.text != NULL ? 0 : -1;
}

// MARK: the work, in the child

typedef struct {
    const ashar_writing *writing;
    const char *path;
    int compressed;
} job;

typedef struct {
    int file;
    int begun;
    size_t count;
    uint8_t bytes[256 << 10];
} output;

static int flush(output *out) {
    size_t done = 0;
    while (done < out->count) {
        ssize_t count = write(out->file, out->bytes + done, out->count - done);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return -1;
        done += (size_t)count;
    }
    out->count = 0;
    return 0;
}

static ssize_t on_bytes(const void *bytes, size_t count, void *argument) {
    output *out = argument;
    size_t done = 0;
    while (done < count) {
        if (out->count == sizeof out->bytes && flush(out) != 0) return -1;
        size_t part = sizeof out->bytes - out->count;
        if (part > count - done) part = count - done;
        memcpy(out->bytes + out->count, (const uint8_t *)bytes + done, part);
        out->count += part;
        done += part;
    }
    if (!out->begun && count >= 109) {
        // The header's creation date and time: the same table gives the same bytes, in any time zone.
        memcpy(out->bytes + 92, "01 Jan 7000:00:00", 17);
        out->begun = 1;
    }
    return (ssize_t)count;
}

static void label_values(
    readstat_writer_t *writer, const written_column *column, readstat_variable_t *variable, int index
) {
    if (column->label_count == 0) return;
    char name[32];
    snprintf(name, sizeof name, "labels%d", index);
    int is_text = column->positions != NULL;
    readstat_label_set_t *set =
        readstat_add_label_set(writer, is_text ? READSTAT_TYPE_STRING : READSTAT_TYPE_DOUBLE, name);
    for (size_t i = 0; i < column->label_count; i++) {
        const value_label *one = &column->labels[i];
        if (is_text) {
            readstat_label_string_value(set, one->text, one->label);
        } else {
            readstat_label_double_value(set, one->number, one->label);
        }
    }
    readstat_variable_set_label_set(variable, set);
}

static readstat_variable_t *declare(
    readstat_writer_t *writer, const written_column *column, int index
) {
    int is_text = column->positions != NULL;
    readstat_variable_t *variable = readstat_add_variable(
        writer, column->name, is_text ? READSTAT_TYPE_STRING : READSTAT_TYPE_DOUBLE, column->width);
    readstat_variable_set_label(variable, column->label);
    readstat_variable_set_measure(variable, column->measure);
    if (column->format != NULL) readstat_variable_set_format(variable, column->format);
    label_values(writer, column, variable, index);
    for (size_t i = 0; i < column->missing_count; i++) {
        const missing_range *one = &column->missing[i];
        if (is_text) {
            readstat_variable_add_missing_string_value(variable, one->text);
        } else if (one->low == one->high) {
            readstat_variable_add_missing_double_value(variable, one->low);
        } else {
            readstat_variable_add_missing_double_range(variable, one->low, one->high);
        }
    }
    return variable;
}

static readstat_error_t put_cell(
    readstat_writer_t *writer, const written_column *column, const readstat_variable_t *variable,
    size_t row
) {
    if (column->positions != NULL) {
        size_t position = (size_t)column->positions[row];
        if (position >= column->text_count) return READSTAT_ERROR_WRITE;
        return readstat_insert_string_value(writer, variable, column->texts[position]);
    }
    double number = column->numbers[row];
    if (isnan(number)) return readstat_insert_missing_value(writer, variable);
    return readstat_insert_double_value(writer, variable, number);
}

static readstat_error_t put_rows(
    readstat_writer_t *writer, const ashar_writing *writing, readstat_variable_t **variables
) {
    readstat_error_t error = READSTAT_OK;
    for (size_t row = 0; row < writing->rows && error == READSTAT_OK; row++) {
        error = readstat_begin_row(writer);
        for (size_t i = 0; i < writing->count && error == READSTAT_OK; i++) {
            error = put_cell(writer, &writing->columns[i], variables[i], row);
        }
        if (error == READSTAT_OK) error = readstat_end_row(writer);
    }
    return error;
}

static readstat_error_t put_table(const job *asked, output *out) {
    const ashar_writing *writing = asked->writing;
    readstat_writer_t *writer = readstat_writer_init();
    readstat_variable_t **variables = reallocarray(NULL, writing->count + 1, sizeof *variables);
    if (writer == NULL || variables == NULL) return READSTAT_ERROR_MALLOC;
    readstat_set_data_writer(writer, on_bytes);
    readstat_writer_set_file_timestamp(writer, 0);
    readstat_writer_set_compression(
        writer, asked->compressed ? READSTAT_COMPRESS_BINARY : READSTAT_COMPRESS_ROWS);
    for (size_t i = 0; i < writing->count; i++) {
        variables[i] = declare(writer, &writing->columns[i], (int)i);
    }
    readstat_error_t error = readstat_begin_writing_sav(writer, out, (long)writing->rows);
    if (error == READSTAT_OK) error = put_rows(writer, writing, variables);
    if (error == READSTAT_OK) error = readstat_end_writing(writer);
    return error;
}

static void work(int pipe, const void *argument) {
    const job *asked = argument;
    ashar_frames frames = {.pipe = pipe};
    output *out = calloc(1, sizeof *out);
    if (out == NULL) _exit(1);
    out->file = open(asked->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (out->file < 0) {
        ashar_put_error(&frames, READSTAT_ERROR_OPEN, strerror(errno));
        _exit(0);
    }
    readstat_error_t error = put_table(asked, out);
    if (error == READSTAT_OK && (flush(out) != 0 || fsync(out->file) != 0 || close(out->file) != 0)) {
        ashar_put_error(&frames, READSTAT_ERROR_WRITE, strerror(errno));
        _exit(0);
    }
    if (error != READSTAT_OK) {
        ashar_put_error(&frames, (uint32_t)error, readstat_error_message(error));
        _exit(0);
    }
    ashar_frames_open(&frames, ASHAR_FRAME_END);
    ashar_put_i64(&frames, (int64_t)asked->writing->rows);
    ashar_frames_close(&frames);
    ashar_frames_send(&frames);
}

int ashar_start_writing(
    const ashar_writing *writing, const char *path, int compressed, ashar_limits limits,
    ashar_child *child
) {
    job asked = {writing, path, compressed};
    return ashar_start(work, &asked, limits, 1, child);
}
