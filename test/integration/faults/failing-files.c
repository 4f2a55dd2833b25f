/*
 * Put before the C library (LD_PRELOAD), it makes writes to a ledger's files fail: the database, its log and its index of the log
 * (LEDGER_FILE, LEDGER_FILE-wal, LEDGER_FILE-shm). What fails is said by the test at any time, in a file that both map (FAULTS).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* As in failing-files.ts. */
struct faults {
  _Atomic uint32_t error;       /* the errno of what fails; 0 while nothing is to */
  _Atomic uint32_t first;       /* the first call that fails, counted from 1 */
  _Atomic uint32_t last;        /* the last one */
  _Atomic uint32_t is_database; /* 1: only calls on the database itself are counted */
  _Atomic uint32_t count;       /* of the calls since the test set it to 0 */
};

static struct faults *faults;
static const char *ledger;

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("FAULTS");
  ledger = getenv("LEDGER_FILE");
  if (file == NULL || ledger == NULL) return;
  int fd = open(file, O_RDWR);
  if (fd < 0) return;
  void *mapped = mmap(NULL, sizeof(struct faults), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (mapped != MAP_FAILED) faults = mapped;
}

static int is_counted(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = '\0';
  size_t stem = strlen(ledger);
  if (strncmp(path, ledger, stem) != 0) return 0;
  if (path[stem] == '\0') return 1;
  return !faults->is_database && (!strcmp(path + stem, "-wal") || !strcmp(path + stem, "-shm"));
}

static int fails(int fd) {
  if (faults == NULL || faults->error == 0 || !is_counted(fd)) return 0;
  uint32_t nth = ++faults->count;
  if (nth < faults->first || nth > faults->last) return 0;
  errno = (int)faults->error;
  return 1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define REFUSING(result, name, parameters, arguments) \
  result name parameters {                            \
    static __typeof__(&name) next;                    \
    if (next == NULL) next = NEXT(name);              \
    return fails(fd) ? -1 : next arguments;           \
  }

REFUSING(ssize_t, write, (int fd, const void *data, size_t size), (fd, data, size))
REFUSING(ssize_t, pwrite, (int fd, const void *data, size_t size, off_t at), (fd, data, size, at))
REFUSING(ssize_t, pwrite64, (int fd, const void *data, size_t size, off64_t at), (fd, data, size, at))
REFUSING(int, fsync, (int fd), (fd))
REFUSING(int, fdatasync, (int fd), (fd))
REFUSING(int, ftruncate, (int fd, off_t size), (fd, size))
REFUSING(int, ftruncate64, (int fd, off64_t size), (fd, size))
