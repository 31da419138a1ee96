#ifndef ASHAR_READSTAT_CHILD_H
#define ASHAR_READSTAT_CHILD_H

// ReadStat (SPSS and Stata files) in a child process, seen from its parent.
//
// ReadStat parses what strangers send us, in C. So it only ever runs in a child: a copy of this process
// that has no descriptor but its pipe, may use little memory and time, and can crash without harm. The
// child runs nothing but this target, ReadStat and the C library: fork() keeps only the calling thread,
// so no Swift code may run in it (its runtime's locks could be held by a thread that is gone). The C library
// makes its own locks ready for a child, but for the one around time zones, which ReadStat takes once; should
// another thread hold it at that moment, the child hangs, and its time limit ends it.

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// What a child may use.
typedef struct {
    /// Bytes of address space on top of what the parent has now.
    uint64_t memory;
    /// Seconds of processor time.
    uint32_t seconds;
} ashar_limits;

/// The child's process and the reading end of its pipe.
typedef struct {
    pid_t process;
    int pipe;
} ashar_child;

/// The formats that a child can read.
enum {
    ASHAR_SPSS = 0,      // .sav and .zsav
    ASHAR_PORTABLE = 1,  // .por
    ASHAR_STATA = 2,     // .dta
};

/// How a child misbehaves on purpose, so that tests can see what the parent makes of it.
enum {
    ASHAR_SOUND = 0,
    ASHAR_CRASHES = 1,          // writes through a null pointer in the middle of the work
    ASHAR_HANGS = 2,            // sleeps for ever
    ASHAR_SPINS = 3,            // computes for ever
    ASHAR_EATS_MEMORY = 4,      // asks for memory until it gets none, then aborts
    ASHAR_SENDS_NONSENSE = 5,   // sends a frame whose length is a lie
    ASHAR_STOPS_EARLY = 6,      // leaves without a last frame, as if all were well
};

/// What to read.
typedef struct {
    const char *path;
    int format;
    /// One byte a variable, in the file's order: not 0 for one that is never read out.
    ///
    /// NULL: only the dictionary is wanted, no values.
    const uint8_t *skips;
    size_t skip_count;
    int fault;
    ashar_limits limits;
} ashar_reading;

/// The kinds of frames that a child sends: one byte of kind, four bytes of length, then the payload.
///
/// All numbers are in the machine's byte order; a text is four bytes of length and its bytes, in the
/// file's own encoding.
enum {
    /// i64 rows (-1: unknown), i64 variables, i32 version of the format, text encoding, text label.
    ASHAR_FRAME_FILE = 'M',
    /// u32 index, u8 is text, u8 measure, texts name, label, format, set of value labels, u32 count of
    /// missing ranges; a range is two f64, or two texts.
    ASHAR_FRAME_VARIABLE = 'V',
    /// text set, u8 kind (0 number, 1 tag, 2 text), f64 or u8 letter or text, text label.
    ASHAR_FRAME_LABEL = 'L',
    /// u32 column (among those read), u32 count, f64 each; NaN is missing, its lowest byte the tag.
    ASHAR_FRAME_NUMBERS = 'N',
    /// u32 column, u32 count, a text each.
    ASHAR_FRAME_TEXTS = 'S',
    /// u32 ReadStat's error number, text message.
    ASHAR_FRAME_ERROR = 'E',
    /// u64 rows: all has been sent.
    ASHAR_FRAME_END = 'F',
};

/// The most bytes of payload that an honest child puts into one frame.
#define ASHAR_FRAME_MOST (64u << 20)

/// Starts a child that reads; returns 0 or an errno.
int ashar_start_reading(const ashar_reading *reading, ashar_child *child);

/// Reads what the child has sent, waiting at most `wait` milliseconds for more.
///
/// Returns the number of bytes, 0 at the end, -1 on an error, -2 when nothing came in time.
ssize_t ashar_read(const ashar_child *child, void *bytes, size_t count, int wait);

/// Ends the child if it still runs, and waits for it; returns its status as waitpid gives it.
int ashar_end(ashar_child *child);

/// Whether the status is that of a process ended by a signal, and by which; 0 when not.
int ashar_signal_of(int status);

// Writing: the parent lays out columns, then a child writes the file.

/// A table to write.
typedef struct ashar_writing ashar_writing;

/// An empty table with that many rows; NULL without memory.
ashar_writing *ashar_writing_new(size_t rows);
void ashar_writing_free(ashar_writing *writing);

/// Adds a column of numbers, one a row, copied; NaN is missing. Returns 0, or -1 without memory.
int ashar_writing_numbers(
    ashar_writing *writing, const char *name, const char *label, const char *format, int measure,
    const double *values);
/// Adds a column of texts `width` bytes wide: for each row a position among the texts that
/// ashar_writing_text adds afterwards. Returns 0, or -1 without memory.
int ashar_writing_texts(
    ashar_writing *writing, const char *name, const char *label, size_t width,
    const int32_t *positions);
/// Adds a text to the newest column.
int ashar_writing_text(ashar_writing *writing, const char *text);
/// Labels a number, or a text, of the newest column.
int ashar_writing_label(
    ashar_writing *writing, double number, const char *text, const char *label);
/// Declares missing numbers, or a missing text, of the newest column.
int ashar_writing_missing(ashar_writing *writing, double low, double high, const char *text);

/// Starts a child that writes the table to `path`, which must not exist; returns 0 or an errno.
///
/// The child sends ASHAR_FRAME_END, or ASHAR_FRAME_ERROR.
int ashar_start_writing(
    const ashar_writing *writing, const char *path, int compressed, ashar_limits limits,
    ashar_child *child);

#endif
