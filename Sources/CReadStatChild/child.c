#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// One child is started at a time: else a second child, forked between the first one's pipe() and the
// parent's close(), would hold the first one's pipe open.
static pthread_mutex_t starting = PTHREAD_MUTEX_INITIALIZER;

// The address space that this process has now, in bytes; 0 when the system does not say.
static uint64_t address_space(void) {
    char text[64] = {0};
    int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    ssize_t count = read(file, text, sizeof text - 1);
    close(file);
    return count > 0 ? strtoull(text, NULL, 10) * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
}

static void limit(int resource, rlim_t most, rlim_t grace) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0) return;
    if (limit.rlim_max > most + grace) limit.rlim_max = most + grace;
    limit.rlim_cur = limit.rlim_max < most ? limit.rlim_max : most;
    setrlimit(resource, &limit);
}

// Gives the child a clean state: no handlers (a crash handler of the parent's would run the parent's
// code), no descriptors but the pipe, and its limits.
static void confine(int pipe, ashar_limits limits, int writes_files) {
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    pthread_sigmask(SIG_SETMASK, &none, NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);

    int null = open("/dev/null", O_RDWR);
    for (int standard = 0; null >= 0 && standard < 3; standard++) dup2(null, standard);
    if (pipe != 3) dup2(pipe, 3);
    close_range(4, ~0u, 0);

    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_NOFILE, 32, 0);
    if (!writes_files) limit(RLIMIT_FSIZE, 0, 0);
    limit(RLIMIT_CPU, limits.seconds, 5);
    limit(RLIMIT_AS, address_space() + limits.memory, 0);
}

int ashar_start(
    ashar_work work, const void *argument, ashar_limits limits, int writes_files, ashar_child *child
) {
    int ends[2];
    child->process = -1;
    child->pipe = -1;
    pthread_mutex_lock(&starting);
    if (pipe2(ends, O_CLOEXEC) != 0) {
        int error = errno;
        pthread_mutex_unlock(&starting);
        return error;
    }
    pid_t process = fork();
    if (process == 0) {
        confine(ends[1], limits, writes_files);
        work(3, argument);
        _exit(0);
    }
    int error = process < 0 ? errno : 0;
    close(ends[1]);
    pthread_mutex_unlock(&starting);
    if (error != 0) {
        close(ends[0]);
        return error;
    }
    child->process = process;
    child->pipe = ends[0];
    return 0;
}

ssize_t ashar_read(const ashar_child *child, void *bytes, size_t count, int wait) {
    struct pollfd waiting = {.fd = child->pipe, .events = POLLIN};
    int ready;
    do {
        ready = poll(&waiting, 1, wait);
    } while (ready < 0 && errno == EINTR);
    if (ready == 0) return -2;
    if (ready < 0) return -1;
    ssize_t got;
    do {
        got = read(child->pipe, bytes, count);
    } while (got < 0 && errno == EINTR);
    return got;
}

int ashar_end(ashar_child *child) {
    int status = 0;
    if (child->pipe >= 0) close(child->pipe);
    if (child->process > 0) {
        // It has sent its last frame, or is not wanted any more: SIGKILL does not change the status of a
        // process that has already ended.
        kill(child->process, SIGKILL);
        while (waitpid(child->process, &status, 0) < 0 && errno == EINTR) {
        }
    }
    child->process = -1;
    child->pipe = -1;
    return status;
}

int ashar_signal_of(int status) {
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}
