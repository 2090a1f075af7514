// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "framepathguard.h"

#include <QtGlobal>

#include <array>
#include <cstddef>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define ISLET_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define ISLET_SANITIZED
#endif
#endif

namespace islet::test {

namespace {

//! Plain data without constructors: used before main(), and must not allocate.
struct Watch {
    bool isArmed = false;
    std::size_t count = 0;
    std::array<const char *, 16> calls{};
};

constinit thread_local Watch watch;

void note(const char *call)
{
    if (!watch.isArmed || watch.count == watch.calls.size())
        return;
    for (std::size_t i = 0; i < watch.count; ++i) {
        if (watch.calls[i] == call)
            return;
    }
    watch.calls[watch.count++] = call;
}

QtMessageHandler formerHandler = nullptr;

void noteMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    note("Qt's log");
    formerHandler(type, context, text);
}

} // namespace

QStringList trespassesIn(const std::function<void()> &action)
{
    formerHandler = qInstallMessageHandler(noteMessage);
    watch = {};
    watch.isArmed = true;
    action();
    watch.isArmed = false;
    qInstallMessageHandler(formerHandler);
    QStringList calls;
    for (std::size_t i = 0; i < watch.count; ++i)
        calls.append(QString::fromLatin1(watch.calls[i]));
    return calls;
}

} // namespace islet::test

#if defined(ISLET_SANITIZED)

// NOLINTNEXTLINE(bugprone-reserved-identifier): of sanitizer/allocator_interface.h, which GCC does not bring along
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*malloc)(const volatile void *, std::size_t),
                                                         void (*free)(const volatile void *));

namespace islet::test {

namespace {

const int hooks = __sanitizer_install_malloc_and_free_hooks([](const volatile void *, std::size_t) { note("malloc"); },
                                                            [](const volatile void *) { note("free"); });

} // namespace

Watched watched()
{
    return hooks != 0 ? Watched::Memory : Watched::Nothing;
}

} // namespace islet::test

#elif defined(__linux__) && defined(__GLIBC__)

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/types.h>
#include <syslog.h>

namespace islet::test {

Watched watched()
{
    return Watched::Everything;
}

} // namespace islet::test

using islet::test::note;

namespace {

//! Returns the function of that name in the next library.
template<typename Function> Function *behind(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

} // namespace

// NOLINTBEGIN(bugprone-reserved-identifier): glibc's own names of the implementation of malloc, as dlsym may call
// malloc
extern "C" {

void *__libc_malloc(std::size_t size);
void *__libc_calloc(std::size_t count, std::size_t size);
void *__libc_realloc(void *memory, std::size_t size);
void *__libc_memalign(std::size_t alignment, std::size_t size);
void __libc_free(void *memory);

// operator new and delete of libstdc++ end up here too.
void *malloc(std::size_t size)
{
    note("malloc");
    return __libc_malloc(size);
}

void *calloc(std::size_t count, std::size_t size)
{
    note("calloc");
    return __libc_calloc(count, size);
}

void *realloc(void *memory, std::size_t size)
{
    note("realloc");
    return __libc_realloc(memory, size);
}

void *aligned_alloc(std::size_t alignment, std::size_t size)
{
    note("aligned_alloc");
    return __libc_memalign(alignment, size);
}

void *memalign(std::size_t alignment, std::size_t size)
{
    note("memalign");
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, std::size_t alignment, std::size_t size)
{
    note("posix_memalign");
    *memory = __libc_memalign(alignment, size);
    return *memory ? 0 : ENOMEM;
}

void free(void *memory)
{
    note("free");
    __libc_free(memory);
}

// An uncontended Qt mutex makes no call at all; a contended one goes through syscall().
#define ISLET_FORWARD(result, name, parameters, arguments)          \
    result name parameters                                          \
    {                                                               \
        note(#name);                                                \
        static auto *const real = behind<result parameters>(#name); \
        return real arguments;                                      \
    }

ISLET_FORWARD(int, pthread_mutex_lock, (pthread_mutex_t * mutex), (mutex))
ISLET_FORWARD(int, pthread_mutex_trylock, (pthread_mutex_t * mutex), (mutex))
ISLET_FORWARD(int, pthread_rwlock_rdlock, (pthread_rwlock_t * lock), (lock))
ISLET_FORWARD(int, pthread_rwlock_wrlock, (pthread_rwlock_t * lock), (lock))
ISLET_FORWARD(int, pthread_rwlock_tryrdlock, (pthread_rwlock_t * lock), (lock))
ISLET_FORWARD(int, pthread_rwlock_trywrlock, (pthread_rwlock_t * lock), (lock))
ISLET_FORWARD(int, pthread_cond_wait, (pthread_cond_t * condition, pthread_mutex_t *mutex), (condition, mutex))
ISLET_FORWARD(int, pthread_cond_timedwait, (pthread_cond_t * condition, pthread_mutex_t *mutex, const timespec *until),
              (condition, mutex, until))
ISLET_FORWARD(int, pthread_cond_signal, (pthread_cond_t * condition), (condition))
ISLET_FORWARD(int, pthread_cond_broadcast, (pthread_cond_t * condition), (condition))
ISLET_FORWARD(int, nanosleep, (const timespec *time, timespec *left), (time, left))
ISLET_FORWARD(ssize_t, read, (int file, void *bytes, std::size_t count), (file, bytes, count))
ISLET_FORWARD(ssize_t, write, (int file, const void *bytes, std::size_t count), (file, bytes, count))
ISLET_FORWARD(FILE *, fopen, (const char *path, const char *mode), (path, mode))
ISLET_FORWARD(FILE *, fopen64, (const char *path, const char *mode), (path, mode))
ISLET_FORWARD(std::size_t, fwrite, (const void *bytes, std::size_t size, std::size_t count, FILE *file),
              (bytes, size, count, file))
ISLET_FORWARD(int, fputs, (const char *text, FILE *file), (text, file))
ISLET_FORWARD(int, puts, (const char *text), (text))
ISLET_FORWARD(int, vfprintf, (FILE * file, const char *format, va_list values), (file, format, values))
ISLET_FORWARD(int, __vfprintf_chk, (FILE * file, int flag, const char *format, va_list values),
              (file, flag, format, values))
ISLET_FORWARD(void, vsyslog, (int priority, const char *format, va_list values), (priority, format, values))

// Variadic functions forward to their va_list counterpart, or pass on their values one by one.

int fprintf(FILE *file, const char *format, ...)
{
    note("fprintf");
    va_list values;
    va_start(values, format);
    const int written = vfprintf(file, format, values);
    va_end(values);
    return written;
}

int __fprintf_chk(FILE *file, int flag, const char *format, ...)
{
    note("fprintf");
    va_list values;
    va_start(values, format);
    const int written = __vfprintf_chk(file, flag, format, values);
    va_end(values);
    return written;
}

void syslog(int priority, const char *format, ...)
{
    note("syslog");
    va_list values;
    va_start(values, format);
    vsyslog(priority, format, values);
    va_end(values);
}

int open(const char *path, int flags, ...)
{
    note("open");
    va_list values;
    va_start(values, flags);
    const auto mode = (flags & O_CREAT) != 0 ? va_arg(values, mode_t) : 0;
    va_end(values);
    static auto *const real = behind<int(const char *, int, ...)>("open");
    return real(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    note("open64");
    va_list values;
    va_start(values, flags);
    const auto mode = (flags & O_CREAT) != 0 ? va_arg(values, mode_t) : 0;
    va_end(values);
    static auto *const real = behind<int(const char *, int, ...)>("open64");
    return real(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    note("openat");
    va_list values;
    va_start(values, flags);
    const auto mode = (flags & O_CREAT) != 0 ? va_arg(values, mode_t) : 0;
    va_end(values);
    static auto *const real = behind<int(int, const char *, int, ...)>("openat");
    return real(folder, path, flags, mode);
}

long syscall(long number, ...)
{
    note("syscall");
    va_list values;
    va_start(values, number);
    std::array<long, 6> given{};
    for (long &value : given)
        value = va_arg(values, long);
    va_end(values);
    static auto *const real = behind<long(long, ...)>("syscall");
    return real(number, given[0], given[1], given[2], given[3], given[4], given[5]);
}
}
// NOLINTEND(bugprone-reserved-identifier)

#else

namespace islet::test {

Watched watched()
{
    return Watched::Nothing;
}

} // namespace islet::test

#endif
