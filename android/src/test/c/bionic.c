/* What the interpreter's Android library expects of Android's C library, on top of glibc. For the tests alone.
 *
 * `native.py` renames the functions that end with an underscore here: their arguments mean something else in bionic.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Standard input, output and error are places in an array there. All are written to standard error. */
char __sF[3][152];

static FILE *file(void *place) {
    return (char *)place >= __sF[0] && (char *)place < __sF[3] ? stderr : place;
}

int fprint_(void *place, const char *format, ...) {
    va_list values;
    va_start(values, format);
    int written = vfprintf(file(place), format, values);
    va_end(values);
    return written;
}

int vfprint_(void *place, const char *format, va_list values) { return vfprintf(file(place), format, values); }

size_t fwrit_(const void *bytes, size_t size, size_t count, void *place) {
    return fwrite(bytes, size, count, file(place));
}

int fput_(int byte, void *place) { return fputc(byte, file(place)); }

int fflus_(void *place) { return fflush(place ? file(place) : NULL); }

/* The numbers of the questions differ. */
long syscon_(int question) {
    switch (question) {
    case 39:
    case 40:
        return sysconf(_SC_PAGESIZE);
    case 96:
        return sysconf(_SC_NPROCESSORS_CONF);
    case 97:
        return sysconf(_SC_NPROCESSORS_ONLN);
    }
    fprintf(stderr, "bionic.c does not know sysconf(%d).\n", question);
    abort();
}

int *__errno(void) { return __errno_location(); }

size_t __strlen_chk(const char *text, size_t size) {
    (void)size;
    return strlen(text);
}

int __system_property_get(const char *name, char *value) {
    (void)name;
    value[0] = '\0';
    return 0;
}

void android_set_abort_message(const char *message) { fputs(message, stderr); }

int __android_log_vprint(int priority, const char *tag, const char *format, va_list values) {
    (void)priority;
    (void)tag;
    return vfprintf(stderr, format, values);
}
